import { AppError } from "@palabre/shared/errors";
import { fold, holdsAny } from "@palabre/shared/listening";
import type { BoardId, Post, SourceId } from "@palabre/shared/terms";
import { toKept, toSourceRecord } from "./postRecords.ts";
import type { PostFilter, PostStore, SourceChange, SourceRecord } from "./postStore.ts";

interface KeptBoard {
  readonly sources: Map<SourceId, SourceRecord>;
  readonly posts: Map<string, { readonly post: Post; readonly folded: string }>;
}

/** Sources and posts in this process, for tests and trials: nothing outlives it, and each question looks at all posts of a board. */
export class MemoryPostStore implements PostStore {
  readonly #boards = new Map<BoardId, KeptBoard>();
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
  }

  async sources(board: BoardId): Promise<readonly SourceRecord[]> {
    this.#mustBeOpen();
    return [...this.#board(board).sources.values()]
      .map((source) => this.#counted(board, source))
      .toSorted((a, b) => a.addedAt - b.addedAt || compareText(a.id, b.id));
  }

  async dueSources(now: number, limit: number): Promise<readonly SourceRecord[]> {
    this.#mustBeOpen();
    const due: { readonly nextAt: number; readonly source: SourceRecord }[] = [];
    for (const [board, { sources }] of this.#boards) {
      for (const source of sources.values()) {
        const { kind, nextAt } = source;
        if (kind === "feed" && nextAt !== undefined && nextAt <= now) {
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

  async match(board: BoardId, { source, terms = [] }: PostFilter): Promise<readonly Post[]> {
    this.#mustBeOpen();
    return [...this.#board(board).posts.values()]
      .filter(({ post }) => source === undefined || post.source === source)
      .filter(({ folded }) => terms.length === 0 || holdsAny(folded, terms))
      .map(({ post }) => post)
      .toSorted((a, b) => b.at - a.at || compareText(a.id, b.id));
  }

  async page(
    board: BoardId,
    filter: PostFilter & { before?: string | undefined; limit: number },
  ): Promise<{ readonly posts: readonly Post[]; readonly total: number }> {
    const matching = await this.match(board, filter);
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

  async close(): Promise<void> {
    this.#closed = true;
  }

  #board(board: BoardId): KeptBoard {
    return this.#boards.get(board) ?? { sources: new Map(), posts: new Map() };
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

/** In the order of code points, as databases do; `<` goes by UTF-16 units and puts emoji before U+E000. */
const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
