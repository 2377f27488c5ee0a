import type { StateChange } from "@palabre/shared/documents";
import type { ThemeList } from "@palabre/shared/protocol";
import {
  themeIdSchema,
  themeSchema,
  type BoardId,
  type ListedTheme,
  type Post,
  type ThemeId,
} from "@palabre/shared/terms";
import { z } from "zod";
import { openRuns, type Thread } from "../background/index.ts";
import type { Conductor } from "../facilitation/index.ts";
import type { Listening } from "../listening/index.ts";
import type { Log } from "../log.ts";
import type { FoundPost, PostStore } from "../stores/index.ts";
import { describeThemes } from "./boardThemes.ts";
import { workOnEach } from "./eachBoard.ts";
import type { Embeddings } from "./embeddings.ts";
import { joinLanguages } from "./joinLanguages.ts";
import type { FoundTheme, GatheredPost, ThemeAnswer, ThemeRequest } from "./themeMessages.ts";

/** Newest posts from which themes are found; older ones join what is found. */
const FOUND_IN = 20_000;
/** Before, there is nothing to group. */
const LEAST_POSTS = 12;
/** Themes are found anew once so many posts, and such a part of the board, have come since. */
const ANEW = { posts: 30, share: 0.25 };
/** While posts pour in, themes are found anew no sooner than this after the last time. */
const POURING_MS = 10_000;
/** Figures are written once in this time at most; while posts pour in, reading them comes first. */
const PACE_MS = { usual: 1_000, pouring: 3_000 };
const CHUNK = 500;
/** The fact by which a board waits for its themes, through a stop of the server too. */
const DUE = "themesDue";

/** What the posts of boards speak of: found in a thread of its own, written into `workshop`. */
export interface Themes {
  /** Posts were read: they join what they are like. */
  hear(board: BoardId, posts: readonly Post[]): void;
  /** Nothing waits to be read on the board any more. */
  rest(board: BoardId): void;
  /** Posts of the board are gone. */
  lose(board: BoardId): void;
  /** Looks for what was left due: this server may have come to more boards. */
  lookAgain(): void;
  list(board: BoardId): Promise<ThemeList>;
  /** Resolves when nothing more will be written; may be called twice. */
  close(): Promise<void>;
}

const keptSchema = z.object({
  posts: z.number(),
  themes: z.array(z.intersection(z.object({ id: themeIdSchema }), themeSchema)),
});

interface BoardState {
  readonly waiting: Post[];
  /** themes that went into one of another language when themes were found last, and into which */
  into: ReadonlyMap<ThemeId, ThemeId>;
  /** posts since themes were found */
  news: number;
  /** posts that themes were found of; undefined = by another start of the thread, or never */
  foundOf: number | undefined;
  foundAt: number;
  isPouring: boolean;
  kept: readonly ListedTheme[];
  /** themes that the workshop may hold still, since what was told last did not come through */
  untold: readonly ThemeId[];
}

/** Begins with what was due when a server stopped. */
export function openThemes(deps: {
  readonly store: PostStore;
  readonly conductor: Pick<Conductor, "change">;
  readonly listening: Pick<Listening, "sources">;
  readonly log: Log;
  readonly now: () => number;
  /** compares themes across languages, where the operator has such a service */
  readonly embeddings?: Embeddings | undefined;
  /** closed with the themes */
  readonly thread: Thread<ThemeRequest, ThemeAnswer>;
}): Themes {
  const { store, conductor, listening, log, now, embeddings, thread } = deps;
  const states = new Map<BoardId, BoardState>();
  const wanted = new Set<BoardId>();
  /** boards of which the store knows that something is due */
  const noted = new Set<BoardId>();
  let pause: NodeJS.Timeout | undefined;
  let pauseEnd = 0;
  let ranAt = 0;

  const read = async (board: BoardId): Promise<ThemeList> =>
    keptSchema.catch({ posts: 0, themes: [] }).parse((await store.fact(board, "themes")) ?? {});
  const stateOf = (board: BoardId): BoardState => {
    const known = states.get(board);
    if (known) return known;
    const state: BoardState = {
      waiting: [],
      into: new Map(),
      news: 0,
      foundOf: undefined,
      foundAt: now(),
      isPouring: true,
      kept: [],
      untold: [],
    };
    states.set(board, state);
    return state;
  };

  const run = async (): Promise<void> => {
    await workOnEach(wanted, (board) => work(board, stateOf(board)), {
      isClosed: () => runs.closed,
      onFailure: (board, error) => log.error({ board, error }, "themes of a board could not be found, or not be told"),
    });
    ranAt = now();
  };
  const work = async (board: BoardId, state: BoardState): Promise<void> => {
    let themes: readonly ListedTheme[];
    try {
      themes = await keep(board, await find(board, state), state);
    } catch (error) {
      // posts that waited were taken already: they are found again with all others
      state.foundOf = undefined;
      throw error;
    }
    if (runs.closed) return;
    await conductor.change(board, "workshop", changesOf(themes, state.untold));
    state.untold = [];
    if (state.isPouring || wanted.has(board)) return;
    noted.delete(board);
    await store.setFact(board, DUE, undefined);
  };
  const find = async (board: BoardId, state: BoardState): Promise<readonly FoundTheme[]> => {
    state.kept = (await read(board)).themes;
    const news = state.waiting.splice(0);
    const isKnown = await join(board, news, state.into);
    if (!isKnown) state.foundOf = undefined;
    const isDue = state.news >= Math.max(ANEW.posts, ANEW.share * (state.foundOf ?? 0)) || state.foundOf === undefined;
    const isAnew = isDue && (!state.isPouring || now() - state.foundAt > POURING_MS);
    return isAnew ? findAnew(board, state, state.kept) : state.kept;
  };
  /** @returns whether the thread knows themes of the board */
  const join = async (
    board: BoardId,
    posts: readonly Post[],
    into: ReadonlyMap<ThemeId, ThemeId>,
  ): Promise<boolean> => {
    let isKnown = true;
    for (let at = 0; at < Math.max(1, posts.length); at += CHUNK) {
      const gathered = posts.slice(at, at + CHUNK).map((post) => gather(post));
      const answer = await thread.ask({ type: "join", board, posts: gathered });
      await store.setThemes(
        board,
        answer.changes.map(([post, theme]) => [post, theme && (into.get(theme) ?? theme)] as const),
      );
      isKnown = answer.isKnown;
    }
    return isKnown;
  };
  const findAnew = async (
    board: BoardId,
    state: BoardState,
    before: readonly FoundTheme[],
  ): Promise<readonly FoundTheme[]> => {
    const startedAt = now();
    state.news = 0;
    let posts = 0;
    let found: ThemeAnswer | undefined;
    for (let after: string | undefined; !runs.closed;) {
      const page: readonly FoundPost[] = (await store.page(board, { isMerged: true, before: after, limit: CHUNK }))
        .posts;
      // what is not read yet comes once it is
      const gathered = page.filter(({ heard }) => heard !== undefined).map((post) => gather(post));
      const isLast = page.length < CHUNK;
      if (!found) await thread.ask({ type: "gather", board, posts: gathered, isFirst: posts === 0 });
      else await store.setThemes(board, (await thread.ask({ type: "join", board, posts: gathered })).changes);
      posts += page.length;
      after = page.at(-1)?.id;
      if (!found && (isLast || posts >= FOUND_IN)) {
        if (posts < LEAST_POSTS) return before;
        found = await thread.ask({ type: "find", board });
        for (let at = 0; at < found.changes.length; at += CHUNK) {
          await store.setThemes(board, found.changes.slice(at, at + CHUNK));
        }
      }
      if (isLast) break;
    }
    let themes = found?.themes;
    state.into = new Map();
    if (embeddings && themes) {
      try {
        const joined = await joinLanguages(board, themes, { store, embeddings });
        themes = joined.themes;
        state.into = joined.into;
      } catch (error) {
        log.warn({ board, error }, "themes could not be compared across languages: each language keeps its own");
      }
    }
    state.foundOf = posts;
    state.foundAt = now();
    log.debug({ board, posts, themes: themes?.length, ms: now() - startedAt }, "themes were found");
    return themes ?? before;
  };
  const keep = async (
    board: BoardId,
    found: readonly FoundTheme[],
    state: BoardState,
  ): Promise<readonly ListedTheme[]> => {
    const sources = await listening.sources(board);
    const before = new Map(state.kept.map((theme) => [theme.id, theme]));
    const themes = await describeThemes(board, found, before, { store, sources, now: now() });
    const { total } = await store.page(board, { isMerged: true, limit: 0 });
    state.untold = [...new Set([...state.untold, ...before.keys()])];
    await store.setFact(board, "themes", { posts: total, themes });
    return themes;
  };

  const note = (board: BoardId): void => {
    if (noted.has(board)) return;
    noted.add(board);
    store.setFact(board, DUE, true).catch((error: unknown) => {
      noted.delete(board);
      log.warn({ board, error }, "that themes are due could not be noted: a stop now would leave them as they were");
    });
  };

  // each failure is logged with its board
  const runs = openRuns(run, () => {});
  const want = (board: BoardId): void => {
    wanted.add(board);
    note(board);
    const pace = stateOf(board).isPouring ? PACE_MS.pouring : PACE_MS.usual;
    const at = Math.max(now(), ranAt + pace);
    // the shorter of two pauses holds
    if (pause && pauseEnd <= at) return;
    clearTimeout(pause);
    pauseEnd = at;
    pause = setTimeout(() => {
      pause = undefined;
      runs.want();
    }, at - now());
  };

  const lose = (board: BoardId): void => {
    const state = stateOf(board);
    state.foundOf = undefined;
    state.isPouring = false;
    want(board);
  };
  const lookAgain = (): void => {
    store.boardsWith(DUE).then(
      (boards) => {
        if (!runs.closed) for (const board of boards) if (!noted.has(board)) lose(board);
      },
      (error: unknown) => log.error({ error }, "the boards whose themes are due could not be asked for"),
    );
  };
  lookAgain();

  return {
    lookAgain,
    hear: (board, posts) => {
      const state = stateOf(board);
      state.waiting.push(...posts);
      state.news += posts.length;
      state.isPouring = true;
      want(board);
    },
    rest: (board) => {
      stateOf(board).isPouring = false;
      want(board);
    },
    lose,
    list: read,
    close: async () => {
      clearTimeout(pause);
      await runs.close();
      await thread.close();
    },
  };
}

const gather = ({
  id,
  text,
  language,
  heard,
  theme,
}: Post & { readonly theme?: ThemeId | undefined }): GatheredPost => ({
  id,
  text,
  language: heard?.language ?? language,
  ...(theme === undefined ? {} : { theme }),
});

/** Facts for the workshop: the themes as they are, and away with those that are no more. */
function changesOf(themes: readonly ListedTheme[], before: Iterable<ThemeId>): readonly StateChange[] {
  const here = new Set(themes.map(({ id }) => id));
  return [
    ...themes.map(({ id, ...theme }): StateChange => ({ map: "themes", key: id, value: theme })),
    ...[...before].filter((id) => !here.has(id)).map((key): StateChange => ({ map: "themes", key, value: undefined })),
  ];
}
