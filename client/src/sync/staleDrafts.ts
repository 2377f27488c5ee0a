import type { Seen } from "@palabre/shared/documents";
import type { BoardId, PhaseId } from "@palabre/shared/terms";
import { isAct } from "./device.ts";
import { draftKeyOf, holderOf, type DeviceStore, type KeptAct } from "./deviceStore.ts";
import { openDeviceStore } from "./indexedStore.ts";
import { seenAlone } from "./seenAlone.ts";
import { seenNow, type Shown } from "./shown.ts";
import { openTab } from "./tab.ts";

export interface StaleDrafts {
  readonly board: BoardId;
  /** the drafts in which people write, or wait for, now: what is kept of them is sent when they are opened */
  readonly current: { readonly phase: PhaseId; readonly round: number } | undefined;
  /** whether nobody is there any more to be told */
  readonly isOver: () => boolean;
  /** Takes what is to be told, and keeps it; tells whether it did. */
  readonly handOver: (told: readonly KeptAct[]) => boolean;
}

/**
 * What an earlier page had no time to save of a draft that is over by now: its person is told, in their own words. What another open tab
 * made is that tab's to tell.
 */
export async function tellStaleDrafts(drafts: StaleDrafts): Promise<void> {
  const [device, tab] = [await openDeviceStore(), openTab()];
  try {
    await takeStale(device, tab.isOpen, drafts);
  } catch {
    // what can't be read now is there the next time
  } finally {
    device.close();
    tab.close();
  }
}

/** Takes them off the device once they are handed over: whoever gets them keeps them. */
export async function takeStale(
  device: Pick<DeviceStore, "draftActs" | "change">,
  isOpen: (tab: string) => Promise<boolean>,
  { board, current, isOver, handOver }: StaleDrafts,
): Promise<void> {
  const kept = current && draftKeyOf(board, current.phase, current.round);
  const found = (await device.draftActs(board)).filter((act) => act.board !== kept && isAct(act.act));
  const tabs = new Map<string, boolean>();
  for (const holder of found.map(holderOf)) if (!tabs.has(holder)) tabs.set(holder, await isOpen(holder));
  const stale = found.filter((act) => tabs.get(holderOf(act)) !== true).toSorted((a, b) => a.at - b.at || a.n - b.n);
  if (stale.length === 0 || isOver()) return;
  const shown = seenAlone(stale);
  // in this order, with nothing between: what is told twice is not lost
  const told = stale.map((act) => ({ ...act, seen: wordsOf(act, shown), reasons: act.act.map(() => "revealed") }));
  if (!handOver(told)) return;
  await device.change({ remove: stale.map(({ id }) => id) });
}

/** Those of what is to be told already are all that is left of it. */
const wordsOf = (act: KeptAct, shown: Shown): readonly Seen[] =>
  act.state === "told" && act.seen ? act.seen : seenNow(act, shown);
