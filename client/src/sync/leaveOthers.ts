import { createBoardDoc, type BoardDoc } from "@palabre/shared/documents";
import type { BoardId, PersonId } from "@palabre/shared/terms";
import { untilFetched } from "../parts/index.ts";
import type { DeviceStore } from "./deviceStore.ts";
import { copyName, deleteCopy } from "./indexedStore.ts";
import { openKeptCopy } from "./keptCopy.ts";
import { loadRestore } from "./loadRestore.ts";
import type { Outbox } from "./outbox.ts";

/**
 * A device is one person on a board: what it kept as others, before a link was opened anew, is this one's by now. What they wrote and the
 * server has no more, because it was put back to a time before they came, is told; then their copies go.
 * @param fresh the board as the server has it
 */
export async function leaveOthers(
  device: DeviceStore,
  outbox: Outbox,
  board: BoardId,
  others: readonly PersonId[],
  fresh: () => BoardDoc,
): Promise<void> {
  const { tellLost } = await untilFetched(loadRestore);
  try {
    for (const other of others) {
      const acts = await device.acts(board);
      // another tab, or the draft that they were written in, has yet to send them: the copy goes at the next opening
      if ([...acts, ...(await device.draftActs(board))].some((act) => act.person === other)) continue;
      const doc = createBoardDoc();
      const copy = openKeptCopy(copyName(board, other), doc);
      await copy.loaded;
      await tellLost(doc, fresh(), { outbox, device: { person: other, acts: () => Promise.resolve(acts) } });
      copy.close();
      doc.destroy();
      await device.forget(board, other);
      deleteCopy(board, other);
    }
  } catch {
    // nothing is kept from here on, and the status line says so
  }
}
