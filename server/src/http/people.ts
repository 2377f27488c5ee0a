import { AppError } from "@palabre/shared/errors";
import { changeMeSchema, CLOSE, openSessionSchema } from "@palabre/shared/protocol";
import { roleSchema } from "@palabre/shared/terms";
import type { Hono } from "hono";
import { linksOf, senderOf } from "./addresses.ts";
import { toFacts } from "./boards.ts";
import { check, readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { letIn } from "./entrance.ts";
import { mount } from "./mount.ts";
import { createRate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { atTheDoor, boardOf, facilitatorOf, sessionOf } from "./visitor.ts";

/** Names that one person takes in a minute: each is told to everybody and written to the disk. */
const NAMES_PER_MINUTE = 30;

/** Coming in, going, taking another name; and the links by which others come in. */
export function mountPeople(app: Hono, deps: RouteDeps): void {
  const { address, boards, links, lobby, rates, rooms, sessions, store, together, turns } = deps;
  const names = createRate(NAMES_PER_MINUTE, deps.now);

  mount(app, ROUTES.openSession, async (context) => {
    const board = boardOf(context);
    const { secret, name, bearer } = await readJson(context, openSessionSchema);
    const opened = await letIn(context, deps, { board, name, bearer }, (entry) =>
      orFailure(
        () => sessions.trade({ ...entry, secret }),
        () => rates.failures.take(senderOf(context)),
      ),
    );
    return context.json(opened, 201);
  });

  mount(app, ROUTES.forgetSession, async (context) => {
    await turns.take(boardOf(context), async () => {
      const { session } = await atTheDoor(context, sessions);
      // the row is all that keeps out who was refused
      if (session.standing === "refused") await sessionOf(context, sessions);
      // who is muted would come back as somebody who is not; of a board that can't be read nobody knows, and it is let go of all the same
      const isKnown = await together.isMuted(session.board, session.person).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "damaged-document") return true;
        throw error;
      });
      await sessions.forget(session, isKnown);
      if (session.standing === "waiting") await lobby.leave(session.board, { person: session.person });
      rooms.disconnect(session.board, ({ device }) => device === session.device, CLOSE.noSession);
    });
    return context.body(null, 204);
  });

  mount(app, ROUTES.changeMe, async (context) => {
    const { name } = await readJson(context, changeMeSchema);
    // one after the other with those who let in: a name that comes late must not shut out again
    const facts = await turns.take(boardOf(context), async () => {
      const { session, board } = await atTheDoor(context, sessions);
      if (session.standing === "refused") await sessionOf(context, sessions);
      if (!names.take(`${board.id}/${session.person}`))
        throw new AppError("too-many", "too many names in a short time: wait a minute");
      const renamed = await sessions.rename(session, name);
      if (session.standing === "waiting") await lobby.arrive(renamed);
      else {
        await boards.show(board.id, renamed.person, renamed);
        rooms.renamed(board.id, renamed.person, name);
      }
      return toFacts({ session: renamed, board });
    });
    return context.json(facts);
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
      await lobby.leave(board, { role });
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
