import { AppError } from "@palabre/shared/errors";
import type { SourceRead } from "@palabre/shared/protocol";
import type { BoardId, Post, SourceId } from "@palabre/shared/terms";
import type { PostStore, SourceChange, SourceRecord } from "../stores/index.ts";
import type { NewsListener } from "./listening.ts";
import { recountAfter } from "./recountAfter.ts";
import { pulledKind } from "./sources/index.ts";
import { toSource } from "./sourceState.ts";

/** Posts handed to the store at once: more would hold this thread while they are copied. */
const BATCH = 500;

/** What was read of a source, on its way into the store. */
export interface Heard {
  readonly posts: readonly Post[];
  readonly skipped: number;
  readonly gone?: readonly string[] | undefined;
  readonly revises?: ((post: Post) => boolean) | undefined;
}

/** Posts as they are now that say something else or are counted otherwise; `isOther` when a text is another one, or is gone. */
interface Changed {
  readonly isOther: boolean;
  readonly posts: readonly Post[];
}
const UNCHANGED: Changed = { isOther: false, posts: [] };

/** Keeps what was heard and tells of it. */
export interface Intake {
  /** Adds a source with its first posts, all or nothing. @param then what changes once they are kept */
  addSource(source: SourceRecord, heard: Heard, then: SourceChange): Promise<SourceRead>;
  /**
   * Adds posts to a source, and changes or deletes those that it says otherwise or no more. What the next look will ask for (`then`)
   * is kept after them: a crash in between costs a second look, not the posts.
   * @throws AppError `unknown-source` when the source was removed meanwhile
   */
  addPosts(source: SourceRecord, heard: Heard, then: (added: number) => SourceChange): Promise<SourceRead>;
  /** Changes posts that are there, deletes those that are gone, and tells of it. */
  revise(source: SourceRecord, heard: Pick<Heard, "posts" | "gone">): Promise<void>;
}

export function createIntake(store: PostStore, tell: NewsListener, now: () => number): Intake {
  const keep = async (source: SourceRecord, posts: readonly Post[]): Promise<readonly Post[]> => {
    const { board, kind } = source;
    const recount = pulledKind(kind)?.recount;
    const isOwed = recount?.isOwed?.(source) === true;
    const added: Post[] = [];
    for (let at = 0; at < posts.length; at += BATCH) {
      const batch = await store.addPosts(board, posts.slice(at, at + BATCH));
      for (const post of batch) added.push(post);
      const laterOf = ({ id, at: written }: Post) => ({ id, at: isOwed ? now() : recountAfter(written, now()) });
      const later = recount ? batch.map(laterOf) : [];
      if (later.some((post) => post.at !== undefined)) await store.recountLater(board, later);
    }
    return added;
  };
  const change = async (
    { board, id }: SourceRecord,
    { posts, gone = [] }: Pick<Heard, "posts" | "gone">,
  ): Promise<Changed> => {
    let isOther = gone.length > 0 && (await store.deletePosts(board, id, gone)) > 0;
    const changed: Post[] = [];
    for (let at = 0; at < posts.length; at += BATCH) {
      const { texts, facts } = await store.updatePosts(board, posts.slice(at, at + BATCH), now());
      if (texts.length > 0) isOther = true;
      changed.push(...texts, ...facts);
    }
    return { isOther, posts: changed };
  };
  /** What went, or says something else, is told first: who listens then begins anew, and hears the rest after it. */
  const tellOf = (board: BoardId, added: readonly Post[], { isOther, posts }: Changed): void => {
    if (isOther) tell(board, { posts: undefined });
    tell(board, { posts: [...added, ...posts] });
  };
  const finish = async (
    { board, id }: SourceRecord,
    heard: Heard,
    added: readonly Post[],
    then: SourceChange,
    changed: Changed,
  ): Promise<SourceRead> => {
    const kept = await store.changeSource(board, id, then);
    if (!kept) throw unknownSource(id);
    tellOf(board, added, changed);
    return {
      source: toSource(kept),
      added: added.length,
      known: heard.posts.length - added.length,
      skipped: heard.skipped,
    };
  };
  return {
    addSource: async (source, heard, then) => {
      await store.addSource(source);
      try {
        return await finish(source, heard, await keep(source, heard.posts), then, UNCHANGED);
      } catch (error) {
        await store.deleteSource(source.board, source.id);
        throw error;
      }
    },
    addPosts: async (source, heard, then) => {
      const added = await keep(source, heard.posts);
      const isNew = new Set(added.map(({ id }) => id));
      const known = heard.posts.filter((post) => !isNew.has(post.id) && heard.revises?.(post) !== false);
      const changed = await change(source, { ...heard, posts: known });
      return finish(source, heard, added, then(added.length), changed);
    },
    revise: async (source, heard) => {
      const changed = await change(source, heard);
      if (changed.isOther || changed.posts.length > 0) tellOf(source.board, [], changed);
    },
  };
}

export const unknownSource = (id: SourceId): AppError =>
  new AppError("unknown-source", "The board has no such source: it may have been removed", { details: { source: id } });
