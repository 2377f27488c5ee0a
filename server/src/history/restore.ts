import {
  applyServerEdits,
  purgeTrash,
  undoPersonEdits,
  unlessChanged,
  type BoardDoc,
  type PersonUndo,
  type Purged,
} from "@palabre/shared/documents";
import type { BoardId, PersonId, VersionId } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";
import { changesAround } from "./changes.ts";
import type { BoardStore, VersionRecord } from "../stores/index.ts";
import { inParts } from "./inParts.ts";
import { purge, THINGS_AT_ONCE } from "./purge.ts";
import type { TaskRunner } from "./taskRunner.ts";
import type { Versions } from "./versions.ts";

/** What taking back a person's acts came to, in things and facts. */
export type UndonePerson = Omit<PersonUndo, "edits"> & {
  /** the board as it was before, which is kept where anything changes; undefined when nothing did, or it was a try */
  readonly kept?: VersionRecord | undefined;
};

/** What changes a board as a whole. Each keeps the board as it is before, and writes edits: nothing is ever set under anybody's hands. */
export interface Restoring {
  /** @returns the version kept before. @throws AppError `unknown-version`, `damaged-document`, `store-failed` */
  restore(board: BoardId, version: VersionId, by: PersonId): Promise<VersionRecord>;
  /** @param isTry only say what it would come to */
  undoPerson(
    board: BoardId,
    person: PersonId,
    options: { readonly since?: number | undefined; readonly isTry?: boolean | undefined; readonly by: PersonId },
  ): Promise<UndonePerson>;
  emptyTrash(board: BoardId): Promise<Purged>;
}

export function createRestoring(deps: {
  readonly store: BoardStore;
  readonly versions: Versions;
  readonly tasks: TaskRunner;
  readonly rooms: Rooms;
  readonly now: () => number;
}): Restoring {
  const { store, versions, tasks, rooms, now } = deps;
  const write = <T>(board: BoardId, change: (doc: BoardDoc) => T): Promise<T> =>
    // the name of a document says what it is
    rooms.write(board, "board", (doc) => change(doc as BoardDoc));
  return {
    restore: async (board, id, by) => {
      const { bytes } = await versions.open(board, id);
      const present = await versions.present(board);
      const [kept, { edits, seen }] = await Promise.all([
        versions.keep(board, { kind: "restore", person: by }, present),
        tasks.run("wayBack", present.bytes, [bytes], now()),
      ]);
      await write(board, (doc) => void purgeTrash(doc, Number.NEGATIVE_INFINITY));
      for (const part of inParts(edits, THINGS_AT_ONCE))
        // what was changed while this was worked out counts as done after the restore: no version holds it
        await write(board, (doc) => applyServerEdits(doc, unlessChanged(doc, part, seen)));
      return kept;
    },
    undoPerson: async (board, person, { since = 0, isTry = false, by }) => {
      const changes = await changesAround(store, board, { person, since });
      const work = (doc: BoardDoc) => undoPersonEdits(doc, changes, { person, since, at: now() });
      const held = await rooms.hold(board, "board");
      let tried: PersonUndo;
      try {
        tried = work(held.doc as BoardDoc);
      } finally {
        held.release();
      }
      if (isTry || tried.edits.length === 0) return countsOf(tried);
      const kept = await versions.keep(board, { kind: "restore", person: by });
      const done = await write(board, (doc) => {
        // once more: what others did in the meantime is theirs
        const undone = work(doc);
        applyServerEdits(doc, undone.edits);
        return undone;
      });
      return { ...countsOf(done), kept };
    },
    emptyTrash: (board) => purge(rooms, board, Number.POSITIVE_INFINITY),
  };
}

const countsOf = ({ trashed, setBack, skipped }: PersonUndo): UndonePerson => ({ trashed, setBack, skipped });
