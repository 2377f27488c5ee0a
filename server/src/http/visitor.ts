import { mayFacilitate } from "@palabre/shared/facilitation";
import { AppError } from "@palabre/shared/errors";
import { boardIdSchema, type BoardId } from "@palabre/shared/terms";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { toVisitor, type OpenedSession, type Sessions, type Visitor } from "../access/index.ts";
import { DEVICE_COOKIE } from "./cookie.ts";

/** The value that stands for who asks: a program's bearer session, else its `session` parameter, else the device's cookie. */
export const credentialOf = (context: Context): string | undefined =>
  bearerOf(context.req.header("authorization")) ?? context.req.query("session") ?? getCookie(context, DEVICE_COOKIE);

export const bearerOf = (authorization: string | undefined): string | undefined =>
  /^Bearer ([\w-]+)$/i.exec(authorization ?? "")?.[1];

/** The board of the address (`:id`). @throws AppError `unknown-board` for what is no id at all, too */
export function boardOf(context: Context): BoardId {
  const id = boardIdSchema.safeParse(context.req.param("id"));
  if (id.success) return id.data;
  throw new AppError("unknown-board", "there is no such board: check its address");
}

/** @throws AppError `unknown-board`, `no-session` */
export const sessionOf = (context: Context, sessions: Sessions): Promise<OpenedSession> =>
  sessions.open(boardOf(context), credentialOf(context));

/** Also of one who waits to be let in, or was refused. @throws AppError `unknown-board`, `no-session` */
export const atTheDoor = (context: Context, sessions: Sessions): Promise<OpenedSession> =>
  sessions.atTheDoor(boardOf(context), credentialOf(context));

/** Who asks, of any role. @throws AppError `unknown-board`, `no-session` */
export const visitorOf = async (context: Context, sessions: Sessions): Promise<Visitor> =>
  toVisitor((await sessionOf(context, sessions)).session);

/** Who asks, if a facilitator. @throws AppError `unknown-board`, `no-session`, `forbidden` */
export async function facilitatorOf(context: Context, sessions: Sessions): Promise<Visitor> {
  const visitor = await visitorOf(context, sessions);
  if (mayFacilitate(visitor.role)) return visitor;
  throw new AppError("forbidden", "only a facilitator may do this: ask one of them");
}
