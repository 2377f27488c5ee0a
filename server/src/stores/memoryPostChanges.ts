import { fold } from "@palabre/shared/listening";
import type { BoardId, Engagement, Post, SourceId } from "@palabre/shared/terms";
import type { CountedAt, PostsUpdated, RecountLater } from "./postChanges.ts";
import { sameCounts, toKept, updated } from "./postRecords.ts";

/** What of a kept post changes after it was added. */
export interface ChangingPost {
  post: Post;
  folded: string;
  copyOf?: string | undefined;
  theme?: unknown;
  /** only those after the ones that it came with */
  counts?: readonly CountedAt[] | undefined;
  recountAt?: number | undefined;
}
type Posts<Kept extends ChangingPost> = (board: BoardId) => Map<string, Kept>;

/** What becomes of posts after they were added, in memory. The contract is `PostStore`'s. */
export class MemoryPostChanges<Kept extends ChangingPost> {
  readonly #posts: Posts<Kept>;

  constructor(posts: Posts<Kept>) {
    this.#posts = posts;
  }

  update(board: BoardId, posts: readonly Post[], at: number): PostsUpdated {
    const texts: Post[] = [];
    const facts: Post[] = [];
    for (const post of posts.map(toKept)) {
      const kept = this.#posts(board).get(post.id);
      if (kept?.post.source !== post.source) continue;
      const before = kept.post;
      const after = updated(before, post);
      if (after === undefined) continue;
      (after.text === before.text ? facts : texts).push(after);
      if (after.text !== before.text) {
        // what repeated the old text stands for itself
        this.#part(board, new Set([post.id]));
        Object.assign(kept, { folded: fold(after.text), copyOf: undefined, theme: undefined });
      }
      if (after.engagement) kept.counts = counted(kept, before, after.engagement, at);
      kept.post = after;
    }
    return { texts, facts };
  }

  delete(board: BoardId, source: SourceId, ids: readonly string[]): number {
    const posts = this.#posts(board);
    const gone = new Set(ids.filter((id) => posts.get(id)?.post.source === source));
    for (const id of gone) posts.delete(id);
    this.#part(board, gone);
    return gone.size;
  }

  /** The near-copies of some posts are none any more. */
  #part(board: BoardId, originals: ReadonlySet<string>): void {
    for (const kept of this.#posts(board).values())
      if (kept.copyOf !== undefined && originals.has(kept.copyOf)) kept.copyOf = undefined;
  }

  textsOf(board: BoardId, ids: readonly string[]): ReadonlyMap<string, string> {
    const posts = this.#posts(board);
    return new Map(ids.flatMap((id) => posts.get(id)?.post ?? []).map(({ id, text }) => [id, text]));
  }

  recountLater(board: BoardId, posts: readonly RecountLater[]): void {
    for (const { id, at } of posts) {
      const kept = this.#posts(board).get(id);
      if (kept) kept.recountAt = at;
    }
  }

  dueRecounts(board: BoardId, source: SourceId, now: number, limit: number): readonly Post[] {
    const dueAt = ({ recountAt = Infinity }: ChangingPost): number => recountAt;
    return [...this.#posts(board).values()]
      .filter((kept) => kept.post.source === source && dueAt(kept) <= now)
      .toSorted((a, b) => dueAt(a) - dueAt(b) || (a.post.id < b.post.id ? -1 : 1))
      .slice(0, limit)
      .map(({ post }) => post);
  }

  countsOf(board: BoardId, id: string): readonly CountedAt[] {
    const kept = this.#posts(board).get(id);
    if (!kept) return [];
    if (kept.counts) return kept.counts;
    return kept.post.engagement ? [{ at: kept.post.at, ...kept.post.engagement }] : [];
  }
}

function counted(kept: ChangingPost, before: Post, after: Engagement, at: number): readonly CountedAt[] | undefined {
  if (sameCounts(before.engagement, after)) return kept.counts;
  const first = before.engagement ? [{ at: before.at, ...before.engagement }] : [];
  // of what is said twice of one moment, the last holds
  return [...(kept.counts ?? first).filter((count) => count.at !== at), { at, ...after }];
}
