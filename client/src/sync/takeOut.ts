import { applyUpdate, createBoardDoc } from "@palabre/shared/documents";
import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { DeviceStore } from "./deviceStore.ts";
import { copyName } from "./indexedStore.ts";
import { openKeptCopy } from "./keptCopy.ts";
import type { Outbox } from "./outbox.ts";
import { shownBy } from "./shown.ts";

/**
 * For who may not write any more: what they wrote while they might and the server never got is taken out of the device's copy, which
 * shows it as if all had it, and waits to be judged like anything that is to be done again.
 */
export async function takeOut(
  device: Pick<DeviceStore, "acts">,
  outbox: Outbox,
  board: BoardId,
  person: PersonId,
): Promise<void> {
  const acts = await device.acts(board).catch(() => []);
  // what another open tab made is that tab's to tell, and no more on the board for it
  if (!acts.some((act) => act.person === person && act.state !== "told")) return;
  const doc = createBoardDoc();
  const copy = openKeptCopy(copyName(board, person), doc);
  await copy.loaded;
  for (const { update } of outbox.made()) applyUpdate(doc, update);
  outbox.turn(shownBy(doc));
  outbox.settle();
  await copy.clear();
  doc.destroy();
}
