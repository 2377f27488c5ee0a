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

/** How often the clock is looked at, to see whether an hour has passed. */
const LOOK_MS = 60_000;

/**
 * Annotates the boards that somebody has open: all of it when the first person comes, then what changes make stale.
 *
 * A board that nobody has open is left as it was; nobody sees it, and whoever comes next has it made true.
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
  /** the thread that measures; closed with the annotator */
  analysis?: Analysis;
}): Annotator {
  const { now = Date.now, analysis = openAnalysis(), ballots } = deps;
  const votesOf = async (board: BoardId) => (ballots ? ballots.votes(board) : NO_VOTES);
  const followers = new Map<BoardId, BoardFollower>();
  const ending = new Set<Promise<void>>();
  let lastKey = 0;

  const leave = (board: BoardId): void => {
    const ended = followers.get(board)?.close();
    followers.delete(board);
    if (ended === undefined) return;
    ending.add(ended);
    void ended.finally(() => ending.delete(ended));
  };
  const stopLive = deps.conductor.onLive((board, isLive) => {
    leave(board);
    if (!isLive) return;
    lastKey += 1;
    followers.set(
      board,
      followBoard(board, { ...deps, comparedBy: deps.hearing?.comparedBy, key: lastKey, analysis, votesOf, now }),
    );
  });
  const stopBudget = deps.conductor.onBudget((board) => followers.get(board)?.spend());
  const stopVotes = ballots?.onTold((board) => followers.get(board)?.vote());
  const stopNews = deps.listening.onNews((board, { posts }) => followers.get(board)?.hear(posts));

  // posts come twice: when they are stored, and when they were read
  const stopRead = deps.hearing?.onRead((board, posts) => followers.get(board)?.hear(posts));

  let end = periodEnd(now());
  const clock = setInterval(() => {
    if (periodEnd(now()) === end) return;
    end = periodEnd(now());
    for (const follower of followers.values()) follower.turn();
  }, LOOK_MS);
  clock.unref();

  return {
    close: async () => {
      stopLive();
      stopBudget();
      stopNews();
      stopVotes?.();
      stopRead?.();
      clearInterval(clock);
      for (const board of followers.keys()) leave(board);
      await Promise.all(ending);
      await analysis.close();
    },
  };
}
