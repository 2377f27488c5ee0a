import { createBoardDoc } from "@palabre/shared/documents";
import { newBoardId, newPersonId, newPhaseId, type BoardId } from "@palabre/shared/terms";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMemoryStore, draftKeyOf, type KeptAct } from "./deviceStore.ts";
import { leaveOthers } from "./leaveOthers.ts";
import { openOutbox } from "./outbox.ts";
import { seenAlone } from "./seenAlone.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // a device whose databases never answer: what was kept there counts as nothing
  vi.stubGlobal("indexedDB", { open: () => ({}), deleteDatabase: () => ({}) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What an earlier person of this device made and never sent, as this person leaves it; and whether their copy went. */
async function leaving(keyOf: (board: BoardId) => BoardId) {
  const [board, earlier, present] = [newBoardId(), newPersonId(), newPersonId()];
  const device = createMemoryStore();
  const forget = vi.spyOn(device, "forget");
  const outbox = await openOutbox({
    device,
    board,
    person: present,
    tab: "now",
    isOpen: () => Promise.resolve(false),
    isAct: () => true,
    seenAlone,
    now: () => 0,
  });
  const kept: KeptAct = {
    id: "gone/1",
    board: keyOf(board),
    person: earlier,
    tab: "gone",
    n: 1,
    at: 0,
    act: [{ type: "trash", things: [], at: 0 }],
    update: new Uint8Array(),
    state: "made",
  };
  await device.change({ put: [kept] });
  const leave = async () => {
    let isLeft = false;
    void leaveOthers(device, outbox, board, [earlier], createBoardDoc).then(() => (isLeft = true));
    await vi.waitFor(async () => {
      await vi.runAllTimersAsync();
      expect(isLeft).toBe(true);
    });
  };
  return { device, board, kept, earlier, forget, leave };
}

it("[A43] what an earlier person of a device wrote in silence and never sent outlives their copy: that one goes once it is sent or told", async () => {
  const draft = newPhaseId();
  const { device, board, kept, earlier, forget, leave } = await leaving((id) => draftKeyOf(id, draft, 0));
  await leave();
  expect(await device.draftActs(board)).toEqual([kept]);
  expect(forget).not.toHaveBeenCalled();
  await device.change({ remove: [kept.id] });
  await leave();
  expect(forget).toHaveBeenCalledWith(board, earlier);
});

it("[A43] so does what they wrote for all and never sent", async () => {
  const { device, board, kept, forget, leave } = await leaving((id) => id);
  await leave();
  expect(await device.acts(board)).toEqual([kept]);
  expect(forget).not.toHaveBeenCalled();
});
