import { AppError } from "@palabre/shared/errors";
import { boardIdSchema } from "@palabre/shared/terms";
import type { MiddlewareHandler } from "hono";
import { readAddress } from "../servers/index.ts";
import { incomingOf } from "./addresses.ts";

/**
 * Nothing is done on a board that the address does not name as servers read it of each other: another one may keep it. A Host with a part
 * of the path in it makes such an address.
 */
export const refuseDisguised =
  (basePath: string): MiddlewareHandler =>
  async (context, next) => {
    const address = incomingOf(context)?.url;
    const board = boardIdSchema.safeParse(context.req.param("id")).data;
    if (address !== undefined && board !== undefined && readAddress(address, basePath).board !== board)
      throw new AppError(
        "bad-request",
        "the address does not name its board plainly: write it as the board's link does",
      );
    await next();
  };
