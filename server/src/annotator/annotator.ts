import { randomUUID } from "node:crypto";
import type { BoardId } from "@palabre/shared/terms";
import { NO_VOTES } from "@palabre/shared/analysis";
import type { Ballots } from "../ballots/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import type { Hearing } from "../hearing/index.ts";
import type { Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { PostStore } from "../stores/index.ts";
import { openAnalysis, type Analysis } from "./analysis.ts";
import { followBoard, periodEnd, type BoardFollower } from "./boardFollower.ts";

export interface Annotator {
  /** Resolves when nothing more will be written and the analysis thread is gone; may be called twice. */
  close(): Promise<void>;
}

/** How often it is looked whether an hour has passed, and which boards rest. */
const LOOK_MS = 10_000;
const REST_MS = 20_000;

/**
 * Annotates the boards that somebody has open: all of it when the first person comes, then what changes make stale.
 *
 * A board that nobody has open is left as it was; nobody sees it, and whoever comes next has it made true. A small one on which nothing
 * happens is let go as well, and told again with whatever happens next: most boards that are open lie on a screen and wait.
 */
export function createAnnotator(deps: {
  conductor: Conductor;
  listening: Pick<Listening, "sources" | "onNews">;
  store: Pick<PostStore, "page">;
  /** tells what was published, and how people weighed the links */
  ballots?: Pick<Ballots, "votes" | "onTold">;
  /** tells of posts that were read */
  hearing?: Pick<Hearing, "onRead" | "comparedBy">;
  log: Log;
  now?: () => number;
  /** how long nothing has to happen on a small board before it is let go, ms */
  restMs?: number;
  /** the thread that measures; closed with the annotator */
  analysis?: Analysis;
}): Annotator {
  const { now = Date.now, restMs = REST_MS, analysis = openAnalysis(), ballots } = deps;
  const votesOf = async (board: BoardId) => (ballots ? ballots.votes(board) : NO_VOTES);
  const followers = new Map<BoardId, BoardFollower>();
  /** open, and let go */
  const asleep = new Set<BoardId>();
  const ending = new Set<Promise<void>>();

  const follow = (board: BoardId): void => {
    // counted by this annotator, it would be another's too: they may share the thread
    const key = randomUUID();
    followers.set(
      board,
      followBoard(board, { ...deps, comparedBy: deps.hearing?.comparedBy, key, analysis, votesOf, now }),
    );
  };
  const leave = (board: BoardId): void => {
    const ended = followers.get(board)?.close();
    followers.delete(board);
    if (ended === undefined) return;
    ending.add(ended);
    void ended.finally(() => ending.delete(ended));
  };
  /** Whoever begins to follow a board reads all of it: what woke it needs no telling. */
  const tell = (board: BoardId, news: (follower: BoardFollower) => void): void => {
    const follower = followers.get(board);
    if (follower) news(follower);
    else if (asleep.delete(board)) follow(board);
  };
  const stops = [
    deps.conductor.onLive((board, isLive) => {
      leave(board);
      asleep.delete(board);
      if (isLive) follow(board);
    }),
    // who follows hears of the board by itself
    deps.conductor.onKept((board) => tell(board, () => {})),
    deps.conductor.onBudget((board) => tell(board, (follower) => follower.spend())),
    ballots?.onTold((board) => tell(board, (follower) => follower.vote())),
    deps.listening.onNews((board, { posts }) => tell(board, (follower) => follower.hear(posts))),
    // posts come twice: when they are stored, and when they were read
    deps.hearing?.onRead((board, posts) => tell(board, (follower) => follower.hear(posts))),
  ];

  let end = periodEnd(now());
  const clock = setInterval(
    () => {
      for (const [board, { restsSince }] of followers) {
        if (restsSince === undefined || now() - restsSince < restMs) continue;
        leave(board);
        asleep.add(board);
      }
      if (periodEnd(now()) === end) return;
      end = periodEnd(now());
      for (const board of [...followers.keys(), ...asleep]) tell(board, (follower) => follower.turn());
    },
    Math.min(LOOK_MS, restMs),
  );
  clock.unref();

  return {
    close: async () => {
      for (const stop of stops) stop?.();
      clearInterval(clock);
      for (const board of followers.keys()) leave(board);
      await Promise.all(ending);
      await analysis.close();
    },
  };
}
