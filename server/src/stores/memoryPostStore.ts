import { AppError } from "@palabre/shared/errors";
import { fold, heldElsewhere, holds } from "@palabre/shared/listening";
import type { BoardId, Post, SourceId, ThemeId } from "@palabre/shared/terms";
import { MemoryPostChanges, type ChangingPost } from "./memoryPostChanges.ts";
import type { CountedAt, PostsUpdated, RecountLater } from "./postChanges.ts";
import { toKept, toSourceRecord } from "./postRecords.ts";
import type {
  FoundPost,
  HourCount,
  LabelledPost,
  Period,
  PostFilter,
  PostReading,
  PostStore,
  SourceChange,
  SourceRecord,
  SourceStates,
  Tally,
  ThemeCount,
  ThemeHour,
} from "./postStore.ts";

interface KeptPost extends ChangingPost {
  theme?: ThemeId | undefined;
  label?: boolean;
}
interface KeptBoard {
  readonly sources: Map<SourceId, SourceRecord>;
  readonly posts: Map<string, KeptPost>;
  readonly facts: Map<string, unknown>;
}

/** Sources and posts in this process, for tests and trials: nothing outlives it, and each question looks at all posts of a board. */
export class MemoryPostStore implements PostStore {
  readonly #boards = new Map<BoardId, KeptBoard>();
  readonly #changes = new MemoryPostChanges((board) => this.#board(board).posts);
  #closed = false;

  async addSource(source: SourceRecord): Promise<void> {
    this.#mustBeOpen();
    const board = this.#board(source.board);
    if (board.sources.has(source.id)) throw new AppError("store-failed", `Source ${source.id} is there already`);
    board.sources.set(source.id, toSourceRecord(source.board, structuredClone(source)));
    this.#boards.set(source.board, board);
  }

  async changeSource(board: BoardId, id: SourceId, change: SourceChange): Promise<SourceRecord | undefined> {
    this.#mustBeOpen();
    const { sources } = this.#board(board);
    const before = sources.get(id);
    if (!before) return undefined;
    sources.set(id, toSourceRecord(board, structuredClone({ ...before, ...change })));
    return this.#counted(board, sources.get(id) ?? before);
  }

  async deleteSource(board: BoardId, id: SourceId): Promise<void> {
    this.#mustBeOpen();
    const { sources, posts } = this.#board(board);
    sources.delete(id);
    for (const { post } of posts.values()) if (post.source === id) posts.delete(post.id);
    for (const kept of posts.values()) {
      if (kept.copyOf !== undefined && !posts.has(kept.copyOf)) kept.copyOf = undefined;
    }
  }

  async sources(board: BoardId): Promise<readonly SourceRecord[]> {
    this.#mustBeOpen();
    return [...this.#board(board).sources.values()]
      .map((source) => this.#counted(board, source))
      .toSorted((a, b) => a.addedAt - b.addedAt || compareText(a.id, b.id));
  }

  async cutSources(): Promise<readonly SourceRecord[]> {
    this.#mustBeOpen();
    const all = [...this.#boards].flatMap(([board, { sources }]) =>
      [...sources.values()].map((source) => this.#counted(board, source)),
    );
    return all
      .filter(({ kind, state }) => kind === "csv" && state === "waiting")
      .toSorted((a, b) => compareText(a.id, b.id));
  }

  async sourceStates(): Promise<SourceStates> {
    this.#mustBeOpen();
    const counts = { waiting: 0, fresh: 0, empty: 0, late: 0, refused: 0 };
    for (const { sources } of this.#boards.values()) for (const { state } of sources.values()) counts[state] += 1;
    return counts;
  }

  async dueSources(now: number, limit: number): Promise<readonly SourceRecord[]> {
    this.#mustBeOpen();
    const due: { readonly nextAt: number; readonly source: SourceRecord }[] = [];
    for (const [board, { sources }] of this.#boards) {
      for (const source of sources.values()) {
        const { nextAt } = source;
        if (nextAt !== undefined && nextAt <= now) {
          due.push({ nextAt, source: this.#counted(board, source) });
        }
      }
    }
    due.sort((a, b) => a.nextAt - b.nextAt || compareText(a.source.id, b.source.id));
    return due.slice(0, limit).map(({ source }) => source);
  }

  async addPosts(board: BoardId, posts: readonly Post[]): Promise<readonly Post[]> {
    this.#mustBeOpen();
    const kept = this.#board(board);
    for (const { source } of posts) {
      if (!kept.sources.has(source)) throw new AppError("unknown-source", `There is no source ${source}: add it first`);
    }
    return posts.map(toKept).filter((post) => {
      if (kept.posts.has(post.id)) return false;
      kept.posts.set(post.id, { post, folded: fold(post.text) });
      return true;
    });
  }

  async updatePosts(board: BoardId, posts: readonly Post[], at: number): Promise<PostsUpdated> {
    this.#mustBeOpen();
    return this.#changes.update(board, posts, at);
  }

  async deletePosts(board: BoardId, source: SourceId, ids: readonly string[]): Promise<number> {
    this.#mustBeOpen();
    return this.#changes.delete(board, source, ids);
  }

  async textsOf(board: BoardId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.#mustBeOpen();
    return this.#changes.textsOf(board, ids);
  }

  async forget(): Promise<void> {
    this.#mustBeOpen();
  }

  async recountLater(board: BoardId, posts: readonly RecountLater[]): Promise<void> {
    this.#mustBeOpen();
    this.#changes.recountLater(board, posts);
  }

  async dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): Promise<readonly Post[]> {
    this.#mustBeOpen();
    return this.#changes.dueRecounts(board, source, now, limit);
  }

  async countsOf(board: BoardId, post: string): Promise<readonly CountedAt[]> {
    this.#mustBeOpen();
    return this.#changes.countsOf(board, post);
  }

  async match(board: BoardId, filter: PostFilter): Promise<readonly Post[]> {
    this.#mustBeOpen();
    return this.#heldOnce(board, filter, filter.isMerged === true)
      .filter((kept) => passes(kept, filter))
      .map(({ post }) => post)
      .toSorted((a, b) => b.at - a.at || compareText(a.id, b.id));
  }

  async page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): Promise<{ readonly posts: readonly FoundPost[]; readonly total: number }> {
    const { posts } = this.#board(board);
    const once = this.#heldOnce(board, {}, true);
    const matching = (await this.match(board, filter)).map((post): FoundPost => {
      const { theme, label } = posts.get(post.id) ?? {};
      const copies = once.filter(({ copyOf }) => copyOf === post.id).length;
      return { ...post, ...(theme === undefined ? {} : { theme }), ...(label === undefined ? {} : { label }), copies };
    });
    const total = matching.length;
    if (filter.before === undefined) return { posts: matching.slice(0, filter.limit), total };
    const last = this.#board(board).posts.get(filter.before)?.post;
    const after = matching.filter(
      ({ at, id }) => last && (at < last.at || (at === last.at && compareText(id, last.id) > 0)),
    );
    return { posts: after.slice(0, filter.limit), total };
  }

  async newestAt(board: BoardId): Promise<number | undefined> {
    const [newest] = await this.match(board, {});
    return newest?.at;
  }

  async unreadBoards(): Promise<readonly BoardId[]> {
    this.#mustBeOpen();
    return [...this.#boards].filter(([, { posts }]) => [...posts.values()].some(isUnread)).map(([board]) => board);
  }

  async unread(board: BoardId, limit: number): Promise<readonly Post[]> {
    this.#mustBeOpen();
    const unread = [...this.#board(board).posts.values()].filter(isUnread);
    return unread
      .toReversed()
      .slice(0, limit)
      .map(({ post }) => post);
  }

  async setHeard(board: BoardId, readings: readonly PostReading[]): Promise<readonly string[]> {
    this.#mustBeOpen();
    const { posts } = this.#board(board);
    const ids: string[] = [];
    for (const { id, heard, text, copyOf } of readings) {
      const kept = posts.get(id);
      if (!kept || kept.post.text !== (text ?? kept.post.text)) continue;
      ids.push(id);
      kept.post = { ...kept.post, heard };
      const original = copyOf === undefined ? undefined : posts.get(copyOf);
      if (original) kept.copyOf = original.copyOf ?? original.post.id;
    }
    return ids;
  }

  async setThemes(board: BoardId, themes: readonly (readonly [string, ThemeId | undefined])[]): Promise<void> {
    this.#mustBeOpen();
    for (const [post, theme] of themes) {
      const kept = this.#board(board).posts.get(post);
      if (kept) kept.theme = theme;
    }
  }

  async themeCounts(board: BoardId, { before, from, to }: Period): Promise<readonly ThemeCount[]> {
    this.#mustBeOpen();
    const counts = new Map<string, ThemeCount>();
    for (const { post, theme, copyOf } of this.#heldOnce(board, {}, true)) {
      if (!post.heard || theme === undefined || copyOf !== undefined) continue;
      const { kind, feeling, language } = post.heard;
      const key = JSON.stringify([theme, kind, feeling, language]);
      const count = counts.get(key);
      counts.set(key, {
        theme,
        kind,
        feeling,
        language,
        posts: (count?.posts ?? 0) + 1,
        current: (count?.current ?? 0) + Number(post.at > from && post.at <= to),
        previous: (count?.previous ?? 0) + Number(post.at > before && post.at <= from),
        firstAt: Math.min(count?.firstAt ?? post.at, post.at),
        lastAt: Math.max(count?.lastAt ?? post.at, post.at),
      });
    }
    return [...counts.values()];
  }

  async themeHours(board: BoardId, from: number, to: number): Promise<readonly ThemeHour[]> {
    this.#mustBeOpen();
    const hours = new Map<string, ThemeHour>();
    for (const { post, theme, copyOf } of this.#heldOnce(board, {}, true)) {
      const hour = Math.floor(post.at / 3_600_000);
      if (theme === undefined || copyOf !== undefined || hour < from || hour > to) continue;
      const key = `${theme} ${hour}`;
      hours.set(key, { theme, hour, posts: (hours.get(key)?.posts ?? 0) + 1 });
    }
    return [...hours.values()];
  }

  async tally(board: BoardId, filter: PostFilter): Promise<Tally> {
    const feelings = { positive: 0, neutral: 0, negative: 0 };
    const posts = this.#figure(board, filter);
    for (const { heard } of posts) if (heard) feelings[heard.feeling] += 1;
    return { posts: posts.length, feelings };
  }

  async hours(board: BoardId, filter: PostFilter): Promise<readonly HourCount[]> {
    const hours = new Map<number, number>();
    for (const { at } of this.#figure(board, filter)) {
      const hour = Math.floor(at / 3_600_000);
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    return [...hours].map(([hour, posts]) => ({ hour, posts }));
  }

  async boardsWith(name: string): Promise<readonly BoardId[]> {
    this.#mustBeOpen();
    return [...this.#boards].filter(([, { facts }]) => facts.get(name) !== undefined).map(([board]) => board);
  }

  async label(board: BoardId, post: string, isExpectation: boolean): Promise<Post | undefined> {
    this.#mustBeOpen();
    const kept = this.#board(board).posts.get(post);
    if (kept) kept.label = isExpectation;
    return kept?.post;
  }

  async labels(board: BoardId): Promise<readonly LabelledPost[]> {
    this.#mustBeOpen();
    return [...this.#board(board).posts.values()].flatMap(({ post, label }) =>
      label === undefined ? [] : [{ post, isExpectation: label }],
    );
  }

  async fact(board: BoardId, name: string): Promise<unknown> {
    this.#mustBeOpen();
    return structuredClone(this.#board(board).facts.get(name));
  }

  async setFact(board: BoardId, name: string, value: unknown): Promise<void> {
    this.#mustBeOpen();
    const kept = this.#board(board);
    kept.facts.set(name, structuredClone(value));
    this.#boards.set(board, kept);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #board(board: BoardId): KeptBoard {
    return this.#boards.get(board) ?? { sources: new Map(), posts: new Map(), facts: new Map() };
  }

  /** Posts, those that several sources hold once if `isOnce`: that of the first source, or one that repeats no other post. */
  #heldOnce(board: BoardId, { source }: PostFilter, isOnce: boolean): readonly KeptPost[] {
    const { posts, sources } = this.#board(board);
    const all = [...posts.values()];
    const places = [...sources.keys()];
    if (!isOnce || source !== undefined) return all;
    const own = all
      .filter(({ post }) => sources.get(post.source)?.kind !== "csv")
      .toSorted(
        (a, b) =>
          Number(a.copyOf !== undefined) - Number(b.copyOf !== undefined) ||
          places.indexOf(a.post.source) - places.indexOf(b.post.source),
      );
    const elsewhere = heldElsewhere(own.map(({ post }) => post));
    return all.filter(({ post }) => !elsewhere.has(post));
  }

  #figure(board: BoardId, filter: PostFilter): readonly Post[] {
    this.#mustBeOpen();
    return this.#heldOnce(board, filter, true)
      .filter((kept) => passes(kept, filter))
      .map(({ post }) => post);
  }

  #counted(board: BoardId, source: SourceRecord): SourceRecord {
    let posts = 0;
    for (const { post } of this.#board(board).posts.values()) if (post.source === source.id) posts += 1;
    return structuredClone({ ...source, posts });
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new AppError("store-failed", "The store is closed: open it again");
  }
}

const isUnread = ({ post }: KeptPost): boolean => post.heard === undefined;

function passes({ post, folded, copyOf, theme }: KeptPost, filter: PostFilter): boolean {
  const { heard, at } = post;
  const { query, kinds } = filter;
  const isAs = <T>(asked: T | undefined, found: T | undefined): boolean => asked === undefined || asked === found;
  return (
    isAs(filter.source, post.source) &&
    isAs(filter.language, heard?.language) &&
    isAs(filter.feeling, heard?.feeling) &&
    isAs(filter.theme, theme) &&
    (kinds === undefined || (heard !== undefined && kinds.includes(heard.kind))) &&
    at >= (filter.from ?? at) &&
    at < (filter.to ?? Infinity) &&
    !(filter.isMerged === true && copyOf !== undefined) &&
    (query === undefined || holds(folded, query))
  );
}

/** In the order of code points, as databases do; `<` goes by UTF-16 units and puts emoji before U+E000. */
const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
