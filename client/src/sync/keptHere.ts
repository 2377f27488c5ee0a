import type { BoardId } from "@palabre/shared/terms";
import { openDeviceStore } from "./indexedStore.ts";
import { byAge, runsOf } from "./outbox.ts";

/** How many changes this device keeps that a board has not got, counted as a person would; none where they can't be read. */
export async function keptHere(board: BoardId): Promise<number> {
  const device = await openDeviceStore();
  try {
    const acts = [...(await device.acts(board)), ...(await device.draftActs(board))];
    return runsOf(acts.filter(({ state }) => state !== "told").toSorted(byAge)).length;
  } catch {
    return 0;
  } finally {
    device.close();
  }
}
