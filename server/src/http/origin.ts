import { AppError } from "@palabre/shared/errors";
import type { MiddlewareHandler } from "hono";
import { bearerOf } from "./visitor.ts";

/**
 * Whether a page of another site is asking. A request without Origin comes from no page; one of ours has the host that was asked,
 * or that of the public address when a proxy changed it.
 */
export function isForeign(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | undefined,
): boolean {
  if (origin === undefined) return false;
  // a page without an origin of its own says "null"
  if (!URL.canParse(origin)) return true;
  const page = new URL(origin);
  return page.host !== host && page.origin !== publicUrl;
}

/** A browser adds the cookie to what another site sends too: such a request changes nothing. */
export const refuseForeign =
  (publicUrl: string | undefined): MiddlewareHandler =>
  async (context, next) => {
    const isHarmless = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
    const isByProgram = bearerOf(context.req.header("authorization")) !== undefined;
    if (!isHarmless && !isByProgram && isForeign(context.req.header("origin"), context.req.header("host"), publicUrl))
      throw new AppError("wrong-origin", "the page that asks is not of this server: open the board's own address");
    await next();
  };
