import {
  applyEdits,
  isAlarm,
  isBudgetChange,
  readAnnotations,
  readDesk,
  readThemes,
  readWorkshop,
  writeState,
  type Annotations,
  type BoardDoc,
  type Desk,
  type Edit,
  type StateChange,
  type StateDoc,
  type Workshop,
} from "@palabre/shared/documents";
import type { BoardId, Theme, ThemeId } from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";
import { createBoardViews, type BoardListener } from "./boardViews.ts";

/** The one writer of `workshop` and `desk`, and the server's own hand on `board`. */
export interface Conductor {
  /** Writes facts of `workshop` or `desk`; resolves with how many changed, once they are on disk. */
  change(board: BoardId, document: "workshop" | "desk", changes: readonly StateChange[]): Promise<number>;
  /** Edits the board as the server (no `by`). */
  edit(board: BoardId, edits: readonly Edit[]): Promise<void>;
  workshop(board: BoardId): Promise<Workshop>;
  annotations(board: BoardId): Promise<Annotations>;
  /** What `workshop` says that posts voice, by theme. */
  themes(board: BoardId): Promise<ReadonlyMap<ThemeId, Theme>>;
  desk(board: BoardId): Promise<Desk>;
  /** Takes off the disk what was overwritten in `workshop`, or deleted from it. */
  forget(board: BoardId): Promise<void>;
  /**
   * Follows a board and keeps it open: called once with the whole snapshot (`change` undefined), then after each change; resolves with the undoing.
   *
   * When the board had to be read afresh from disk, the listener hears the whole snapshot once more.
   */
  watch(board: BoardId, listener: BoardListener): Promise<() => void>;
  /** Called after the budget of a board was written by `change`; returns the undoing. */
  onBudget(listener: (board: BoardId) => void): () => void;
  /** Called after an alert of a board was raised, or said again, by `change`; returns the undoing. */
  onAlarm(listener: (board: BoardId) => void): () => void;
  /** Called when a board gets its first connection (true) and when its last one is gone (false); returns the undoing. */
  onLive(listener: (board: BoardId, live: boolean) => void): () => void;
  /** Called after something of a board is on disk, whoever wrote it; returns the undoing. */
  onKept(listener: (board: BoardId) => void): () => void;
}

export function createConductor(rooms: Rooms): Conductor {
  const budgetListeners = new Set<(board: BoardId) => void>();
  const alarmListeners = new Set<(board: BoardId) => void>();
  return {
    // the name of a document says what it is: `board` opens as BoardDoc, the others as StateDoc
    change: async (board, document, changes) => {
      const written = await rooms.write(board, document, (doc) => writeState(doc as StateDoc, changes));
      const isBudget = document === "workshop" && written > 0 && changes.some(isBudgetChange);
      if (isBudget) for (const listener of budgetListeners) listener(board);
      const isRaised = document === "workshop" && written > 0 && changes.some(isAlarm);
      if (isRaised) for (const listener of alarmListeners) listener(board);
      return written;
    },
    onAlarm: (listener) => {
      alarmListeners.add(listener);
      return () => alarmListeners.delete(listener);
    },
    onBudget: (listener) => {
      budgetListeners.add(listener);
      return () => budgetListeners.delete(listener);
    },
    edit: (board, edits) => rooms.write(board, "board", (doc) => void applyEdits(doc as BoardDoc, edits)),
    workshop: (board) => readHeld(rooms, board, "workshop", readWorkshop),
    annotations: (board) => readHeld(rooms, board, "workshop", readAnnotations),
    themes: (board) => readHeld(rooms, board, "workshop", readThemes),
    forget: (board) => rooms.rewrite(board, "workshop"),
    desk: (board) => readHeld(rooms, board, "desk", readDesk),
    watch: createBoardViews(rooms).watch,
    onLive: rooms.onLive,
    onKept: rooms.onKept,
  };
}

async function readHeld<T>(
  rooms: Rooms,
  board: BoardId,
  document: "workshop" | "desk",
  read: (doc: StateDoc) => T,
): Promise<T> {
  const held = await rooms.hold(board, document);
  try {
    return read(held.doc as StateDoc);
  } finally {
    held.release();
  }
}
