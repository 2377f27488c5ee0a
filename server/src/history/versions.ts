import { AppError } from "@palabre/shared/errors";
import { newVersionId, type BoardComparison, type BoardId, type PersonId, type VersionId } from "@palabre/shared/terms";
import type { BoardStore, VersionRecord } from "../stores/index.ts";
import type { TaskRunner } from "./taskRunner.ts";
import type { BoardBytes } from "./tasks.ts";

/** What a version is kept for. */
export interface NewVersion {
  readonly kind: VersionRecord["kind"];
  /** what people call it; empty for those that nobody named */
  readonly label?: string | undefined;
  /** who asked for it; undefined = the server by itself */
  readonly person?: PersonId | undefined;
}

/** States of a board that are kept beside it. They are made of what is on disk: the board in memory is not held up by any of it. */
export interface Versions {
  /** Keeps the board as it is on disk now, or as it was when it was read. */
  keep(board: BoardId, about: NewVersion, state?: BoardState): Promise<VersionRecord>;
  /** Newest first. */
  list(board: BoardId): Promise<readonly VersionRecord[]>;
  /** As one Yjs update. @throws AppError `unknown-version` */
  open(board: BoardId, version: VersionId): Promise<{ readonly record: VersionRecord; readonly bytes: Uint8Array }>;
  /** @throws AppError `unknown-version`, `damaged-document` */
  contents(board: BoardId, version: VersionId): Promise<{ readonly record: VersionRecord; readonly json: string }>;
  /** The way from a version to another, or to the board as it is now. @throws AppError `unknown-version`, `damaged-document` */
  compare(board: BoardId, version: VersionId, to: VersionId | "now"): Promise<BoardComparison>;
  /** Only those that somebody kept by hand. @throws AppError `unknown-version`, `bad-request` */
  drop(board: BoardId, version: VersionId): Promise<void>;
  /** The board as it is on disk now. */
  present(board: BoardId): Promise<BoardState>;
}
export interface BoardState {
  readonly bytes: BoardBytes;
  /** of the newest journal entry in it */
  readonly seq: number;
}

export function createVersions(deps: {
  readonly store: BoardStore;
  readonly tasks: TaskRunner;
  readonly now: () => number;
}): Versions {
  const { store, tasks, now } = deps;
  const present: Versions["present"] = async (board) => {
    const { checkpoint, updates, seq } = await store.load(board, "board");
    return { bytes: checkpoint ? [checkpoint, ...updates] : updates, seq };
  };
  const open: Versions["open"] = async (board, id) => {
    const found = await store.version(board, id);
    if (found) return found;
    throw new AppError("unknown-version", "there is no such version of this board: it may have been dropped");
  };
  const stateOf = async (board: BoardId, at: VersionId | "now"): Promise<BoardBytes> =>
    at === "now" ? (await present(board)).bytes : [(await open(board, at)).bytes];
  return {
    present,
    open,
    keep: async (board, { kind, label = "", person }, state) => {
      const at = now();
      const { bytes: updates, seq } = state ?? (await present(board));
      // a checkpoint with nothing after it is one update already
      const bytes = updates.length === 1 && updates[0] ? updates[0] : await tasks.run("pack", updates);
      const record: VersionRecord = {
        id: newVersionId(),
        board,
        at,
        kind,
        label,
        ...(person === undefined ? {} : { person }),
        seq,
        bytes: bytes.length,
      };
      await store.saveVersion(record, bytes);
      return record;
    },
    list: (board) => store.versions(board),
    contents: async (board, id) => {
      const { record, bytes } = await open(board, id);
      return { record, json: await tasks.run("contents", [bytes]) };
    },
    compare: async (board, from, to) => {
      const [before, after] = await Promise.all([stateOf(board, from), stateOf(board, to)]);
      return tasks.run("compare", before, after);
    },
    drop: async (board, id) => {
      const { record } = await open(board, id);
      if (record.kind !== "manual")
        throw new AppError("bad-request", "only versions kept by hand can be dropped: others go with their time");
      await store.deleteVersion(board, id);
    },
  };
}
