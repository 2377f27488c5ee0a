import { AppError } from "@palabre/shared/errors";
import {
  admitSchema,
  doorQuerySchema,
  joinSchema,
  refuseSchema,
  setWaitingRoomSchema,
  showSlideSchema,
  WAITING_HOLD_MS,
  type AtTheDoor,
  type SlideShown,
} from "@palabre/shared/protocol";
import { JOIN_CODE_LENGTH, joinCodeSchema, LONG_CODE_LENGTH, readJoinCode, type JoinCode } from "@palabre/shared/terms";
import type { Hono } from "hono";
import type { OpenedSession } from "../access/index.ts";
import { incomingOf, rootOf, senderOf } from "./addresses.ts";
import { check, readJson } from "./body.ts";
import { keepCookie } from "./cookie.ts";
import type { RouteDeps } from "./deps.ts";
import { letIn } from "./entrance.ts";
import { mount } from "./mount.ts";
import { ROUTES } from "./routes.ts";
import { atTheDoor, facilitatorOf } from "./visitor.ts";

/** Joining with a code while the slide is shown, and the waiting room. */
export function mountJoining(app: Hono, deps: RouteDeps): void {
  const { address, forwarding, guesses, lobby, sessions, slides, turns } = deps;

  /** One after the other for each sender, so that a thousand guesses at once are no more than a thousand in a row. */
  const findBoard = (sender: string, code: JoinCode) =>
    turns.take(`code ${sender}`, async () => {
      const isTyped = code.length < LONG_CODE_LENGTH;
      if (isTyped && !guesses.mayTry(sender))
        throw new AppError(
          "too-many-codes",
          "too many codes were tried that open nothing: wait a minute, or scan the QR code",
        );
      const found = await slides.find(code);
      if (found?.isShown === true) return found.board;
      if (found) throw new AppError("slide-closed", "this code is over: ask a facilitator to show the slide again");
      guesses.missed(sender);
      throw badCode();
    });

  mount(app, ROUTES.join, async (context) => {
    const asked = await readJson(context, joinSchema);
    const { code: typed, name, bearer } = asked;
    const code = readJoinCode(typed);
    if (code === undefined) throw badCode();
    const board = await findBoard(senderOf(context), code);
    // the address does not say which board it is about
    const incoming = incomingOf(context);
    const elsewhere = incoming && (await forwarding?.withBody(board, incoming, asked));
    if (elsewhere) return elsewhere;
    const session = await letIn(context, deps, { board, name, bearer }, (entry) =>
      sessions.enter(entry, "participant"),
    );
    return context.json({ ...session, board }, 201);
  });

  mount(app, ROUTES.showSlide, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { isFresh = false } = await readJson(context, showSlideSchema);
    // two facilitators who show it at once show one code
    const { code, endsAt } = await turns.take(board, () => slides.show(board, isFresh));
    const shown: SlideShown = {
      code: joinCodeSchema.parse(code.slice(0, JOIN_CODE_LENGTH)),
      address: `${rootOf(context, address)}/join#${code}`,
      phone: `${rootOf(context, address)}/p#${code}`,
      endsAt,
    };
    return context.json(shown);
  });

  mount(app, ROUTES.atTheDoor, async (context) => {
    const ask = () => atTheDoor(context, sessions);
    const { known } = check(context.req.query(), doorQuerySchema);
    const opened = await ask();
    const { session } = opened;
    keepCookie(context, address);
    if (session.standing === undefined || session.standing !== known) return context.json(toDoor(opened));
    // asked once more after the listening began: nothing that is decided meanwhile is missed
    const decided = lobby.decided(session.board, session.person, WAITING_HOLD_MS, context.req.raw.signal);
    if ((await ask()).session.standing === known) await decided;
    return context.json(toDoor(await ask()));
  });

  mount(app, ROUTES.setWaitingRoom, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { isOn } = await readJson(context, setWaitingRoomSchema);
    await turns.take(board, () => lobby.setWaitingRoom(board, isOn));
    return context.body(null, 204);
  });

  mount(app, ROUTES.admit, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { people } = await readJson(context, admitSchema);
    await turns.take(board, () => lobby.admit(board, people));
    return context.body(null, 204);
  });

  mount(app, ROUTES.refuse, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    const { people } = await readJson(context, refuseSchema);
    await turns.take(board, () => lobby.refuse(board, people));
    return context.body(null, 204);
  });
}

const badCode = () => new AppError("bad-code", "no slide shows this code: look at it again");

const toDoor = ({ session, board }: OpenedSession): AtTheDoor => ({
  standing: session.standing ?? "in",
  title: board.title,
  language: board.language,
  name: session.name,
  role: session.role,
});
