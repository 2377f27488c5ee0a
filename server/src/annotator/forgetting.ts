import type { StateChange } from "@palabre/shared/documents";
import type { BoardId, Quote } from "@palabre/shared/terms";
import { openDeadlines } from "../background/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import type { Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { PostStore } from "../stores/index.ts";

/**
 * Rids the server's own documents of posts that are no more: deleted by their source, edited, or removed from the board.
 *
 * Where somebody has the board open what is said of it is measured anew at once; what was said before still stands in the document's
 * history on the disk, and on a board that nobody has open in the document itself. So a little later whatever still quotes such a post is
 * taken out, and the history is written anew without what was overwritten. Boards that wait for this are known after a restart.
 */
export interface Forgetting {
  /** Looks for boards that wait: this server may have come to more. */
  lookAgain(): void;
  /** Waits for what is being done; may be called twice. */
  close(): Promise<void>;
}

/** So late that what is measured anew has been written; and no more often, since a board's posts may be edited all day long. */
const PACE_MS = { first: 10_000, again: 300_000 } as const;
/** Under which the store remembers boards that wait. */
const FACT = "forget";

export function openForgetting(deps: {
  readonly conductor: Pick<Conductor, "annotations" | "themes" | "change" | "forget">;
  readonly listening: Pick<Listening, "onNews">;
  readonly store: Pick<PostStore, "textsOf" | "forget" | "setFact" | "boardsWith">;
  readonly log: Log;
  readonly now: () => number;
  readonly pace?: { readonly first: number; readonly again: number };
}): Forgetting {
  const { conductor, listening, store, log, now, pace = PACE_MS } = deps;
  /** when a board may be next, of those that wait or were done lately */
  const nextAt = new Map<BoardId, number>();
  const waiting = new Set<BoardId>();
  /** whose documents are done: they are not written anew with each try, while the posts' file is being read by somebody */
  const rewritten = new Set<BoardId>();
  const noting = new Set<Promise<void>>();

  const rewrite = async (board: BoardId): Promise<void> => {
    if (rewritten.has(board)) return;
    // what goes meanwhile takes it away again
    rewritten.add(board);
    try {
      const changes = await quotingGone(board, deps);
      if (changes.length > 0) await conductor.change(board, "workshop", changes);
      await conductor.forget(board);
    } catch (error) {
      rewritten.delete(board);
      throw error;
    }
  };
  const forget = async (board: BoardId): Promise<undefined> => {
    // what goes meanwhile waits for the next time
    waiting.delete(board);
    try {
      await rewrite(board);
      await store.forget();
    } catch (error) {
      waiting.add(board);
      throw error;
    }
    rewritten.delete(board);
    nextAt.set(board, now() + pace.again);
    if (!waiting.has(board)) await store.setFact(board, FACT, undefined);
  };
  const deadlines = openDeadlines({ meet: forget, what: "quotes of posts that are gone", log, now });
  const want = (board: BoardId): void => {
    if (waiting.has(board)) return;
    waiting.add(board);
    deadlines.set(board, Math.max(now() + pace.first, nextAt.get(board) ?? 0));
  };
  const note = (noted: Promise<void>): void => {
    const ended = noted.catch((error: unknown) => {
      log.error({ error }, "it could not be noted that quotes are to be forgotten: a restart would not know of it");
    });
    noting.add(ended);
    void ended.finally(() => noting.delete(ended));
  };
  const stopNews = listening.onNews((board, { posts }) => {
    if (posts !== undefined) return;
    rewritten.delete(board);
    note(store.setFact(board, FACT, true));
    want(board);
  });
  let isClosed = false;
  const look = (): void => {
    if (isClosed) return;
    note(
      store.boardsWith(FACT).then((boards) => {
        for (const board of boards) want(board);
      }),
    );
  };
  look();
  return {
    lookAgain: look,
    close: async () => {
      isClosed = true;
      stopNews();
      await Promise.all(noting);
      await deadlines.close();
    },
  };
}

/** What takes out of `workshop` the quotes that are no longer word for word what a post says. */
async function quotingGone(
  board: BoardId,
  { conductor, store }: { conductor: Pick<Conductor, "annotations" | "themes">; store: Pick<PostStore, "textsOf"> },
): Promise<readonly StateChange[]> {
  const [{ cards }, themes] = await Promise.all([conductor.annotations(board), conductor.themes(board)]);
  const quoted = [...cards.values(), ...themes.values()].flatMap(({ quotes }) => quotes.map(({ post }) => post));
  const texts = await store.textsOf(board, [...new Set(quoted)]);
  const stands = ({ post, start, end, text }: Quote) => texts.get(post)?.slice(start, end) === text;
  const changes: StateChange[] = [];
  for (const [key, annotation] of cards) {
    const quotes = annotation.quotes.filter(stands);
    if (quotes.length < annotation.quotes.length)
      changes.push({ map: "annotations", key, value: { ...annotation, quotes } });
  }
  for (const [key, theme] of themes) {
    const quotes = theme.quotes.filter(stands);
    // a title in the words of a post may be that post's
    if (quotes.length < theme.quotes.length)
      changes.push({ map: "themes", key, value: { ...theme, quotes, statement: theme.name } });
  }
  return changes;
}
