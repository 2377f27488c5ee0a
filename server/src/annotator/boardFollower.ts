import { affectedBy, heardUntil, type BoardFact, type Stale, type Votes } from "@palabre/shared/analysis";
import type { BoardChange, StateChange } from "@palabre/shared/documents";
import type { BoardId, BoardSnapshot, CardId, LinkId, Post, Source, SourceId } from "@palabre/shared/terms";
import { openRuns } from "../background/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import type { Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { PostStore } from "../stores/index.ts";
import type { Analysis } from "./analysis.ts";
import { mayMatter, patchOf, wholeBoard, type BoardPatch } from "./boardPatch.ts";
import type { Annotated } from "./messages.ts";
import { sourceChanges, summaryOf } from "./sourceFacts.ts";

/** Keeps what is said of one live board true. */
export interface BoardFollower {
  /** Posts that were stored, none when only a source changed; `undefined` when posts went away. */
  hear(posts: readonly Post[] | undefined): void;
  /** The budget is another. */
  spend(): void;
  /** Ballots say something else than they did. */
  vote(): void;
  /** Measures anew what hangs on the time. */
  turn(): void;
  /** Since when nothing is left to be done for a board so small that it is told again in no time; undefined while either is not so. */
  readonly restsSince: number | undefined;
  /** Resolves when nothing more will be written; may be called twice. */
  close(): Promise<void>;
}
export interface FollowerDeps {
  /** of this following, told to the analysis: no two have the same, whoever follows */
  readonly key: string;
  readonly conductor: Conductor;
  readonly listening: Pick<Listening, "sources">;
  readonly store: Pick<PostStore, "page">;
  readonly analysis: Analysis;
  /** what the published ballots of a board say */
  readonly votesOf: (board: BoardId) => Promise<Votes>;
  /** what compares themes across languages, if anything does: all are told of it */
  readonly comparedBy?: string | undefined;
  readonly log: Log;
  readonly now: () => number;
}

/** Things in one message to the thread: about a millisecond of copying, after which others have their turn. */
const CHUNK = 500;
const HOUR_MS = 3_600_000;
/** Cards, links and posts of a board that is told in a few messages. */
const SMALL = 1_000;

/** Until when figures speak: to the end of the running hour, so that measuring again within it gives the same to the letter. */
export const periodEnd = (now: number): number => (Math.floor(now / HOUR_MS) + 1) * HOUR_MS - 1;

/**
 * Follows one live board.
 *
 * Whatever happens (a change of the board, news of posts, the hour) is noted at once and worked off by one run at a time, a
 * moment later; what comes during a run waits for the next. A run tells the analysis what is new, asks it what came out
 * differently, and writes that. After a failure the next run starts from nothing: the whole board and all posts are told again.
 */
export function followBoard(board: BoardId, deps: FollowerDeps): BoardFollower {
  const { key, conductor, listening, store, analysis, votesOf, log, now } = deps;
  let unwatch: (() => void) | undefined;
  let snapshotOf: (() => BoardSnapshot) | undefined;
  let last: BoardSnapshot | undefined;
  // what waits for the next run
  let facts: BoardFact[] = [];
  let posts: Post[] = [];
  let hasNews = true;
  let hasTurned = false;
  let hasBudget = false;
  let hasVotes = false;
  /** the analysis has not said all yet: it was asked to stop for what came in between */
  let isUnsaid = false;
  /** the analysis has to be told all: it was told nothing yet, or something that is no longer true */
  let isAfresh = true;
  /** the start of the thread that was told */
  let toldIn = 0;
  /** posts that it was told of */
  let heard = 0;
  let restsSince: number | undefined;
  // what is written
  let sources: readonly Source[] = [];
  let shownSources: ReadonlySet<SourceId> = new Set();
  /** cards that had an annotation before this following began, as long as nothing was said of them since */
  let inherited = new Set<CardId>();
  let inheritedLinks = new Set<LinkId>();

  const onBoard = (snapshot: () => BoardSnapshot, change: BoardChange | undefined): void => {
    snapshotOf = snapshot;
    if (change === undefined) isAfresh = true;
    else {
      const mattering = change.facts.filter((fact) => mayMatter(fact, last));
      if (mattering.length === 0) return;
      facts = facts.concat(mattering);
    }
    runs.want();
  };

  const run = async (): Promise<void> => {
    restsSince = undefined;
    unwatch ??= await conductor.watch(board, onBoard);
    await follow();
    if (!runs.isWanted) restsSince = now();
  };

  const follow = async (): Promise<void> => {
    if (isAfresh || toldIn !== analysis.starts) await tellAll();
    else if (!(await tellNews())) return;
    const isNews = hasNews;
    hasNews = false;
    hasTurned = false;
    if (isNews) sources = await listening.sources(board);
    const told = sources.map((source) => {
      const { id, name, kind, addedAt } = source;
      return [id, name, kind, addedAt, heardUntil(source)] as const;
    });
    const until = periodEnd(now());

    do {
      const annotated = await analysis.ask({ type: "annotate", key, until, sources: told });
      isUnsaid = annotated.left > 0;
      await write(annotated);
      // thinking takes a while: what comes in meanwhile goes first
    } while (isUnsaid && !runs.closed && !runs.isWanted);
    await Promise.all([...(isUnsaid ? [] : [writeInherited()]), ...(isNews ? [writeSummary(), writeDesk()] : [])]);
    if (isUnsaid) runs.want();
  };

  const tellAll = async (): Promise<void> => {
    isAfresh = false;
    hasNews = true;
    facts = [];
    hasBudget = false;
    hasVotes = false;
    // those that wait are in the store already, or will be when it is read
    posts = [];
    last = snapshotOf?.();
    const [{ language, budget }, annotations, desk] = await Promise.all([
      conductor.workshop(board),
      conductor.annotations(board),
      conductor.desk(board),
    ]);
    inherited = new Set(annotations.cards.keys());
    inheritedLinks = new Set(annotations.links.keys());
    shownSources = new Set(desk.sources.keys());
    await analysis.ask({ type: "open", key, language });
    await analysis.ask({ type: "budget", key, budget });
    await analysis.ask({ type: "votes", key, votes: await votesOf(board) });
    toldIn = analysis.starts;
    const whole = last ? wholeBoard(last) : { cards: [], links: [] };
    await draw(whole, { cards: new Set(whole.cards.map(([id]) => id)), map: true, choice: true });
    heard = 0;
    for (let before: string | undefined; !runs.closed;) {
      const page = await store.page(board, { limit: CHUNK, before });
      await analysis.ask({ type: "hear", key, posts: page.posts });
      heard += page.posts.length;
      if (page.posts.length < CHUNK) break;
      before = page.posts.at(-1)?.id;
    }
  };

  /** @returns whether there is anything to be measured again */
  const tellNews = async (): Promise<boolean> => {
    const [newFacts, newPosts] = [facts, posts];
    heard += newPosts.length;
    facts = [];
    posts = [];
    let isStale = hasNews || hasTurned || isUnsaid;
    if (hasBudget) {
      hasBudget = false;
      isStale = true;
      await analysis.ask({ type: "budget", key, budget: (await conductor.workshop(board)).budget });
    }
    if (hasVotes) {
      hasVotes = false;
      isStale = true;
      await analysis.ask({ type: "votes", key, votes: await votesOf(board) });
    }
    if (newFacts.length > 0 && snapshotOf) {
      last = snapshotOf();
      const stale = affectedBy(newFacts, last);
      if (stale.cards.size > 0 || stale.map || stale.choice) {
        isStale = true;
        await draw(patchOf(newFacts, last), stale);
      }
    }
    for (const chunk of chunksOf(newPosts)) await analysis.ask({ type: "hear", key, posts: chunk });
    return isStale;
  };

  const draw = async ({ cards, links }: BoardPatch, stale: Stale): Promise<void> => {
    const tell = (part: Partial<BoardPatch>, spoilt: Stale = NOTHING_STALE) =>
      analysis.ask({ type: "draw", key, cards: [], links: [], ...part, stale: spoilt });
    for (const chunk of chunksOf(cards)) await tell({ cards: chunk });
    for (const chunk of chunksOf(links)) await tell({ links: chunk });
    await tell({}, stale);
  };

  const write = async ({ changes, links }: Annotated): Promise<void> => {
    for (const [id] of changes) inherited.delete(id);
    for (const [id] of links) inheritedLinks.delete(id);
    await writeWorkshop([
      ...changes.map(([key, value]): StateChange => ({ map: "annotations", key, value })),
      ...links.map(([key, value]): StateChange => ({ map: "linkAnnotations", key, value })),
    ]);
  };
  /** Takes away what was said before of things that nothing is said of now. */
  const writeInherited = async (): Promise<void> => {
    const gone = [...inherited].map((key): StateChange => ({ map: "annotations", key, value: undefined }));
    const goneLinks = [...inheritedLinks].map((key): StateChange => ({
      map: "linkAnnotations",
      key,
      value: undefined,
    }));
    await writeWorkshop([...gone, ...goneLinks]);
    inherited.clear();
    inheritedLinks.clear();
  };
  const writeSummary = () =>
    writeWorkshop([{ map: "listening", key: "summary", value: summaryOf(sources, deps.comparedBy) }]);
  const writeWorkshop = async (facts: readonly StateChange[]): Promise<void> => {
    if (facts.length > 0 && !runs.closed) await conductor.change(board, "workshop", facts);
  };
  const writeDesk = async (): Promise<void> => {
    if (!runs.closed) await conductor.change(board, "desk", sourceChanges(sources, shownSources));
    shownSources = new Set(sources.map(({ id }) => id));
  };

  const runs = openRuns(run, (error) => {
    isAfresh = true;
    log.error({ board, error }, "the board could not be annotated; its figures stay as they were");
  });
  runs.want();

  return {
    hear: (news) => {
      hasNews = true;
      if (news) posts = posts.concat(news);
      else {
        posts = [];
        isAfresh = true;
      }
      runs.wantNow();
    },
    spend: () => {
      hasBudget = true;
      runs.want();
    },
    vote: () => {
      hasVotes = true;
      runs.want();
    },
    turn: () => {
      hasTurned = true;
      runs.want();
    },
    get restsSince() {
      const things = (last?.cards.size ?? 0) + (last?.links.size ?? 0) + heard;
      return things <= SMALL && !runs.isWanted ? restsSince : undefined;
    },
    close: async () => {
      await runs.close();
      unwatch?.();
      unwatch = undefined;
      // a thread that can't be asked has forgotten already
      await analysis.ask({ type: "forget", key }).catch(() => []);
    },
  };
}

const NOTHING_STALE: Stale = { cards: new Set(), map: false, choice: false };

function* chunksOf<T>(things: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < things.length; at += CHUNK) yield things.slice(at, at + CHUNK);
}
