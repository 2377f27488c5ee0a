import { AppError } from "@palabre/shared/errors";
import { changeMeSchema, CLOSE, openSessionSchema } from "@palabre/shared/protocol";
import { roleSchema } from "@palabre/shared/terms";
import type { Hono } from "hono";
import { getCookie } from "hono/cookie";
import type { TradedSession } from "../access/index.ts";
import { linksOf, senderOf } from "./addresses.ts";
import { toFacts } from "./boards.ts";
import { check, readJson } from "./body.ts";
import { DEVICE_COOKIE, giveCookie } from "./cookie.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { boardOf, credentialOf, facilitatorOf, sessionOf } from "./visitor.ts";

/** Coming in, going, taking another name; and the links by which others come in. */
export function mountPeople(app: Hono, deps: RouteDeps): void {
  const { address, boards, links, rates, rooms, sessions, store, turns } = deps;

  mount(app, ROUTES.openSession, async (context) => {
    const board = boardOf(context);
    const { secret, name, bearer = false } = await readJson(context, openSessionSchema);
    if (!rates.sessions.take(board))
      throw new AppError("too-many", "too many people come in at once: try again in a minute");
    const trade = () =>
      sessions.trade({
        board,
        secret,
        isBearer: bearer,
        value: getCookie(context, DEVICE_COOKIE),
        asking: credentialOf(context),
        name,
        newcomer: boards.newcomer,
      });
    const traded = await turns.take(board, async () => {
      const opened = await orFailure(trade, () => rates.failures.take(senderOf(context)));
      await boards.show(board, opened.session.person, opened.session);
      return opened;
    });
    welcomeAgain(traded);
    const { person, role, colour, expiresAt, name: called } = traded.session;
    if (!bearer) giveCookie(context, address, traded.value);
    return context.json(
      { person, role, name: called, colour, expiresAt, ...(bearer ? { session: traded.value } : {}) },
      201,
    );
  });

  /** A device that came back under another name or with more rights: what it has open must say so. */
  const welcomeAgain = ({ session, before }: TradedSession) => {
    if (before === undefined) return;
    if (before.name !== session.name) rooms.renamed(session.board, session.person, session.name);
    if (before.role !== session.role)
      rooms.disconnect(
        session.board,
        ({ device, role }) => device === session.device && role !== session.role,
        CLOSE.later,
      );
  };

  mount(app, ROUTES.forgetSession, async (context) => {
    await turns.take(boardOf(context), async () => {
      const { session } = await sessionOf(context, sessions);
      await sessions.forget(session);
      rooms.disconnect(session.board, ({ device }) => device === session.device, CLOSE.noSession);
    });
    return context.body(null, 204);
  });

  mount(app, ROUTES.changeMe, async (context) => {
    const { session, board } = await sessionOf(context, sessions);
    const { name } = await readJson(context, changeMeSchema);
    const renamed = await sessions.rename(session, name);
    await boards.show(board.id, renamed.person, renamed);
    rooms.renamed(board.id, renamed.person, name);
    return context.json(toFacts({ session: renamed, board }));
  });

  mount(app, ROUTES.links, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const record = await store.board(board);
    if (!record) throw new AppError("unknown-board", "there is no such board: check its address");
    return context.json(linksOf(context, address, links, record));
  });

  mount(app, ROUTES.rotateLink, async (context) => {
    const role = check(context.req.param("role"), roleSchema);
    const board = boardOf(context);
    const rotated = await turns.take(board, async () => {
      // asked here, since the link may have been rotated while this one waited
      await facilitatorOf(context, sessions);
      const { session } = await sessionOf(context, sessions);
      const record = await sessions.rotate(session, role);
      rooms.disconnect(board, (visitor) => visitor.role === role && visitor.device !== session.device, CLOSE.noSession);
      return record;
    });
    return context.json(linksOf(context, address, links, rotated));
  });
}

/** A secret that opens nothing is told so, until too many came from one address; whoever has a right one always gets in. */
async function orFailure<T>(attempt: () => Promise<T>, isPatient: () => boolean): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof AppError && error.code === "bad-secret" && !isPatient())
      throw new AppError("too-many", "too many links were tried that open nothing: wait a minute", { cause: error });
    throw error;
  }
}
