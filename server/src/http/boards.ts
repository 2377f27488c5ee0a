import { changeBoardSchema, createBoardSchema, type BoardFacts } from "@palabre/shared/protocol";
import { AppError } from "@palabre/shared/errors";
import { templateContents } from "@palabre/shared/facilitation/library";
import type { Hono } from "hono";
import type { OpenedSession } from "../access/index.ts";
import { linksOf, senderOf } from "./addresses.ts";
import { check, readJson } from "./body.ts";
import { createPacker, sendBytes, sendPacked, takesPacked } from "./bytes.ts";
import { keepCookie } from "./cookie.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { createRate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { boardOf, credentialOf, facilitatorOf, sessionOf, visitorOf } from "./visitor.ts";

/** Whole boards that one person reads in a minute, and as many at once: a page reads one when it is loaded. */
const READ_PER_MINUTE = 60;

export function mountBoards(app: Hono, deps: RouteDeps): void {
  const { address, boards, links, rates, rooms, sessions, store } = deps;
  const reads = createRate(READ_PER_MINUTE, deps.now);
  const pack = createPacker();

  mount(app, ROUTES.createBoard, async (context) => {
    if (!rates.boards.take(senderOf(context)))
      throw new AppError("too-many", "too many boards were made from this address: wait a minute");
    const { title, language = "fr", template } = await readJson(context, createBoardSchema);
    const board = await boards.create({ title, language });
    if (template !== undefined) {
      const contents = templateContents(template, language, deps.now());
      await boards.fill(board.id, contents);
      if (contents.posts.length > 0)
        await deps.listening.addPosts(board.id, { kind: "sample", name: contents.sourceName }, contents.posts);
    }
    return context.json({ id: board.id, links: linksOf(context, address, links, board) }, 201);
  });

  mount(app, ROUTES.boards, async (context) => {
    const value = credentialOf(context);
    const opened = await sessions.ofDevice(value);
    if (opened.length > 0) keepCookie(context, address);
    return context.json({ boards: opened.map(toFacts) });
  });

  mount(app, ROUTES.board, async (context) => {
    const opened = await sessionOf(context, sessions);
    keepCookie(context, address);
    return context.json(toFacts(opened));
  });

  mount(app, ROUTES.changeBoard, async (context) => {
    await facilitatorOf(context, sessions);
    const { title, historyDays } = await readJson(context, changeBoardSchema);
    if (title !== undefined) await boards.rename(boardOf(context), title);
    if (historyDays !== undefined) await deps.store.changeBoard(boardOf(context), { historyDays });
    return context.json(toFacts(await sessionOf(context, sessions)));
  });

  mount(app, ROUTES.boardBytes, async (context) => {
    const { board, person } = await visitorOf(context, sessions);
    const { then } = check(context.req.query(), ROUTES.boardBytes.query);
    if (!reads.take(`${board}/${person}`))
      throw new AppError("too-many", "the board was read too often in a short time: wait a minute");
    if (takesPacked(context) && then === "sync") {
      // what came since is brought by the socket: no document is read for this
      const checkpoint = await store.checkpointOf(board, "board");
      if (checkpoint) return sendPacked(context, checkpoint.gzip);
    }
    return sendBytes(context, await rooms.read(board, "board"), pack);
  });
}

export const toFacts = ({ session, board }: OpenedSession): BoardFacts => ({
  id: board.id,
  title: board.title,
  language: board.language,
  person: session.person,
  role: session.role,
  name: session.name,
  colour: session.colour,
  createdAt: board.createdAt,
  seenAt: session.seenAt,
});
