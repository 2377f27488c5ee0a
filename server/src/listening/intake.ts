import { AppError } from "@palabre/shared/errors";
import type { SourceRead } from "@palabre/shared/protocol";
import type { BoardId, Post, SourceId } from "@palabre/shared/terms";
import type { PostStore, SourceChange, SourceRecord } from "../stores/index.ts";
import type { NewsListener } from "./listening.ts";
import { toSource } from "./sourceState.ts";

/** Posts handed to the store at once: more would hold this thread while they are copied. */
const BATCH = 500;

/** What was read of a source, on its way into the store. */
export interface Heard {
  readonly posts: readonly Post[];
  readonly skipped: number;
}

/** Keeps what was heard and tells of it. */
export interface Intake {
  /** Adds a source with its first posts, all or nothing. @param then what changes once they are kept */
  addSource(source: SourceRecord, heard: Heard, then: SourceChange): Promise<SourceRead>;
  /**
   * Adds posts to a source. What the next look will ask for (`then`) is kept after them: a crash in between costs a second
   * look, not the posts.
   * @throws AppError `unknown-source` when the source was removed meanwhile
   */
  addPosts(source: SourceRecord, heard: Heard, then: (added: number) => SourceChange): Promise<SourceRead>;
}

export function createIntake(store: PostStore, tell: NewsListener): Intake {
  const keep = async (board: BoardId, posts: readonly Post[]): Promise<readonly Post[]> => {
    const added: Post[] = [];
    for (let at = 0; at < posts.length; at += BATCH) {
      for (const post of await store.addPosts(board, posts.slice(at, at + BATCH))) added.push(post);
    }
    return added;
  };
  const finish = async (
    { board, id }: SourceRecord,
    heard: Heard,
    added: readonly Post[],
    then: SourceChange,
  ): Promise<SourceRead> => {
    const kept = await store.changeSource(board, id, then);
    if (!kept) throw unknownSource(id);
    tell(board, { posts: added });
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
        return await finish(source, heard, await keep(source.board, heard.posts), then);
      } catch (error) {
        await store.deleteSource(source.board, source.id);
        throw error;
      }
    },
    addPosts: async (source, heard, then) => {
      const added = await keep(source.board, heard.posts);
      return finish(source, heard, added, then(added.length));
    },
  };
}

export const unknownSource = (id: SourceId): AppError =>
  new AppError("unknown-source", "The board has no such source: it may have been removed", { details: { source: id } });
