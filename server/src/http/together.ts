import { AppError } from "@palabre/shared/errors";
import { mayFacilitate } from "@palabre/shared/facilitation";
import {
  gatherSchema,
  setCursorsSchema,
  setHandSchema,
  setMutedSchema,
  setReadyCheckSchema,
  setReadySchema,
  setRemovedSchema,
} from "@palabre/shared/protocol";
import { personIdSchema } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import type { Visitor } from "../access/index.ts";
import { whatChanged } from "../history/index.ts";
import { check, readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { createRate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { boardOf, facilitatorOf, sessionOf, visitorOf } from "./visitor.ts";

/** Summaries that a person asks for in a minute: each reads a part of the log. */
const SUMMARIES_PER_MINUTE = 20;
/** Hands and answers of one person in a minute: each is written to the disk and told to everybody. */
const SIGNS_PER_MINUTE = 60;

/** Those who are together on a board: who may write, who may stay, who asks to speak, who is ready, where all look. */
export function mountTogether(
  app: Hono,
  deps: Pick<RouteDeps, "lobby" | "sessions" | "store" | "together" | "turns" | "now">,
): void {
  const { lobby, sessions, store, together, turns } = deps;
  const signs = createRate(SIGNS_PER_MINUTE, deps.now);
  const summaries = createRate(SUMMARIES_PER_MINUTE, deps.now);
  /** @throws AppError `too-many`, and what `visitorOf` throws */
  const signerOf = async (context: Context): Promise<Visitor> => {
    const visitor = await visitorOf(context, sessions);
    if (signs.take(`${visitor.board}/${visitor.person}`)) return visitor;
    throw new AppError("too-many", "too many signs in a short time: wait a minute");
  };

  mount(app, ROUTES.setMuted, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { muted } = await readJson(context, setMutedSchema);
    // one after the other with those who come in: who is asked for meanwhile is muted too
    await turns.take(board, () => together.mute(board, personOf(context), muted));
    return context.body(null, 204);
  });

  mount(app, ROUTES.setRemoved, async (context) => {
    const { removed } = await readJson(context, setRemovedSchema);
    await turns.take(boardOf(context), async () => {
      // asked here: of two facilitators who remove each other, the first one stays, so that there always is one
      const { board } = await facilitatorOf(context, sessions);
      const { session: by } = await sessionOf(context, sessions);
      const person = personOf(context);
      // who asked for a program's session takes it along
      if (person === by.person || person === by.askedBy)
        throw new AppError("forbidden", "nobody removes themselves: leave the board instead");
      const group = await together.remove(board, person, removed);
      // nobody lets in who is removed
      if (removed) for (const one of group) await lobby.leave(board, { person: one });
      else await lobby.comeBack(board, group);
    });
    return context.body(null, 204);
  });

  mount(app, ROUTES.setHand, async (context) => {
    const { board, person: by, role } = await signerOf(context);
    const { raised } = await readJson(context, setHandSchema);
    const person = personOf(context);
    if (person !== by && !mayFacilitate(role))
      throw new AppError("forbidden", "only a facilitator raises or lowers the hand of another");
    await together.raiseHand(board, person, raised);
    return context.body(null, 204);
  });

  mount(app, ROUTES.lowerHands, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    await together.lowerAllHands(board);
    return context.body(null, 204);
  });

  mount(app, ROUTES.setReadyCheck, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { isOn } = await readJson(context, setReadyCheckSchema);
    await together.checkReady(board, isOn);
    return context.body(null, 204);
  });

  mount(app, ROUTES.setReady, async (context) => {
    const { board, person } = await signerOf(context);
    const { isReady } = await readJson(context, setReadySchema);
    await together.beReady(board, person, isReady);
    return context.body(null, 204);
  });

  mount(app, ROUTES.gather, async (context) => {
    const { board, person } = await facilitatorOf(context, sessions);
    const { place } = await readJson(context, gatherSchema);
    await together.gather(board, person, place);
    return context.body(null, 204);
  });

  mount(app, ROUTES.setCursors, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { hidden } = await readJson(context, setCursorsSchema);
    await together.hideCursors(board, hidden);
    return context.body(null, 204);
  });

  mount(app, ROUTES.whatChanged, async (context) => {
    const { board, person } = await visitorOf(context, sessions);
    const { since } = check(context.req.query(), ROUTES.whatChanged.query);
    if (!summaries.take(`${board}/${person}`))
      throw new AppError("too-many", "too many summaries in a short time: wait a minute");
    return context.json(await whatChanged(store, board, since));
  });
}

const personOf = (context: Context) => check(context.req.param("person"), personIdSchema);
