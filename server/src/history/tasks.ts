import {
  applyUpdate,
  compareBoards,
  createBoardDoc,
  encodeDoc,
  factsSeen,
  oldestTrash,
  purgeTrash,
  readBoard,
  restoreEdits,
  trashDue,
  type BoardDoc,
  type FactsSeen,
  type ServerEdit,
} from "@palabre/shared/documents";
import type { BoardComparison } from "@palabre/shared/terms";

/** A board as bytes: updates that are applied one after the other. */
export type BoardBytes = readonly Uint8Array[];

export interface WayBack {
  readonly edits: readonly ServerEdit[];
  readonly seen: FactsSeen;
}

/** What takes long on a large board. Bytes in, plain values out: it runs here or in a thread, and comes out the same. */
export const TASKS = {
  /** as one update */
  pack: (board: BoardBytes): Uint8Array => encodeDoc(open(board)),
  /** what can be read of it as JSON, `{"cards":…,"links":…,"comments":…,"skipped":…}`: so many values are slow to hand over one by one */
  contents: (board: BoardBytes): string => {
    const { cards, links, comments, skipped } = readBoard(open(board));
    return JSON.stringify({
      cards: [...cards.values()],
      links: [...links.values()],
      comments: [...comments.values()],
      skipped,
    });
  },
  compare: (before: BoardBytes, after: BoardBytes): BoardComparison =>
    compareBoards(readBoard(open(before)), readBoard(open(after))),
  /** the edits that lead from one board to another, once the orphans of earlier purges are swept, and what they would set anew */
  wayBack: (now: BoardBytes, version: BoardBytes, at: number): WayBack => {
    const doc = open(now);
    purgeTrash(doc, Number.NEGATIVE_INFINITY);
    const edits = restoreEdits(readBoard(doc), readBoard(open(version)), at);
    return { edits, seen: factsSeen(doc, edits) };
  },
  oldestTrash: (board: BoardBytes): number | undefined => oldestTrash(open(board)),
  trashDue: (board: BoardBytes, before: number): readonly string[] => trashDue(open(board), before),
} as const;
export type Tasks = typeof TASKS;

function open(updates: BoardBytes): BoardDoc {
  const doc = createBoardDoc();
  doc.transact(() => {
    for (const update of updates) applyUpdate(doc, update);
  });
  return doc;
}
