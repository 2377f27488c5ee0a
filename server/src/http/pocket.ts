import { AppError } from "@palabre/shared/errors";
import { sendIdeaSchema, setReactionSchema } from "@palabre/shared/protocol";
import { cardIdSchema } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import type { Visitor } from "../access/index.ts";
import type { PocketStream } from "../pocket/index.ts";
import { senderOf } from "./addresses.ts";
import { check, readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { createRate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { boardOf, visitorOf } from "./visitor.ts";

/** Ideas and reactions of one person in a minute: a phone that was away for long sends all at once, and tries again what was too much. */
const SENT_PER_MINUTE = 120;

/** A workshop on a phone. */
export function mountPocket(app: Hono, deps: Pick<RouteDeps, "pocket" | "sessions" | "turns" | "now" | "log">): void {
  const { pocket, sessions, turns, log } = deps;
  const rate = createRate(SENT_PER_MINUTE, deps.now);
  /** @throws AppError `too-many`, and what `visitorOf` throws */
  const writerOf = async (context: Context): Promise<Visitor> => {
    const visitor = await visitorOf(context, sessions);
    if (rate.take(`${visitor.board}/${visitor.person}`)) return visitor;
    throw new AppError("too-many", "too much was sent in a short time: wait a minute");
  };

  mount(app, ROUTES.pocket, async (context) => context.json(await pocket.view(await visitorOf(context, sessions))));

  mount(app, ROUTES.pocketEvents, async (context) => {
    const known = context.req.header("last-event-id");
    // nobody's session ends between being looked up and being followed
    return turns.take(boardOf(context), async () => {
      const visitor = await visitorOf(context, sessions);
      const { stream, body, onGone } = openEvents();
      onGone(await pocket.follow(visitor, senderOf(context), stream, known));
      return context.body(body, 200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
    });
  });

  mount(app, ROUTES.sendIdea, async (context) => {
    const visitor = await writerOf(context);
    const idea = await readJson(context, sendIdeaSchema);
    // one after the other for each person: the same idea twice at once is one idea
    const sent = await turns.take(`idea ${visitor.board}/${visitor.person}`, () => pocket.send(visitor, idea));
    log.debug({ board: visitor.board }, "an idea came in");
    return context.json(sent, 201);
  });

  mount(app, ROUTES.setReaction, async (context) => {
    const visitor = await writerOf(context);
    const { reaction } = await readJson(context, setReactionSchema);
    await pocket.react(visitor, check(context.req.param("card"), cardIdSchema), reaction);
    return context.body(null, 204);
  });
}

/** Server-sent events as the body of a response. */
function openEvents(): {
  readonly stream: PocketStream;
  readonly body: ReadableStream<Uint8Array>;
  readonly onGone: (leave: () => void) => void;
} {
  const encoder = new TextEncoder();
  let leave: (() => void) | undefined;
  let hasRoom = () => {};
  let isOver = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = () => {
    if (isOver) return;
    isOver = true;
    controller?.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
        // a phone that lost its line comes back soon
        opened.enqueue(encoder.encode("retry: 2000\n\n"));
      },
      pull: () => hasRoom(),
      cancel: () => {
        isOver = true;
        leave?.();
      },
    },
    { highWaterMark: 16 },
  );
  return {
    body,
    onGone: (then) => {
      leave = then;
      if (isOver) then();
    },
    stream: {
      send: ({ id, event, data }) => {
        if (isOver || !controller || (controller.desiredSize ?? 0) <= 0) return false;
        const head = id === undefined ? "" : `id: ${id}\n`;
        controller.enqueue(encoder.encode(`${head}event: ${event}\ndata: ${data}\n\n`));
        return true;
      },
      onRoom: (then) => {
        hasRoom = then;
      },
      end,
    },
  };
}
