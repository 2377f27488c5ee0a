import { applyEdits, createBoardDoc, encodeDoc, observeActs, openCardText, type Act } from "@palabre/shared/documents";
import { newBoardId, newCardId, newPersonId, newPhaseId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { createMemoryStore, draftKeyOf, type KeptAct } from "./deviceStore.ts";
import { takeStale } from "./staleDrafts.ts";

it("[F46] what was kept of a draft that is over is taken off the device with its words, what is current or another tab's stays", async () => {
  const [board, person, phase] = [newBoardId(), newPersonId(), newPhaseId()];
  const device = createMemoryStore();
  const doc = createBoardDoc();
  const made: { act: Act; update: Uint8Array }[] = [];
  observeActs(doc, (act, update) => made.push({ act, update }));
  const id = newCardId();
  applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [0, 0], text: "", at: 1, by: person }]);
  const text = openCardText(doc, id);
  text?.edit("more benches");
  text?.close();
  const keep = (round: number, tab: string): readonly KeptAct[] =>
    made.map((each, n) => ({
      ...each,
      id: `${tab}/${round}/${n}`,
      board: draftKeyOf(board, phase, round),
      person,
      tab,
      n,
      at: n,
      state: "made",
    }));
  const [before, current, others] = [keep(0, "gone"), keep(1, "gone too"), keep(0, "open")];
  // made in a tab that is no more, and taken over by one that is open
  const taken = keep(2, "left").map((act) => ({ ...act, holder: "open" }));
  await device.change({ put: [...before, ...current, ...others, ...taken] });
  const isOpen = (tab: string) => Promise.resolve(tab === "open");
  const stale: KeptAct[] = [];
  const handOver = (acts: readonly KeptAct[]) => stale.push(...acts) > 0;
  const isOver = () => false;
  await takeStale(device, isOpen, { board, current: { phase, round: 1 }, isOver, handOver });
  expect(stale.map((act) => act.id)).toEqual(before.map((act) => act.id));
  expect(stale.flatMap(({ seen }) => seen?.map((each) => each.text))).toEqual(["more benches", "more benches"]);
  expect(stale.flatMap(({ reasons }) => reasons)).toEqual(["revealed", "revealed"]);
  expect((await device.draftActs(board)).map((act) => act.id).toSorted()).toEqual(
    [...current, ...others, ...taken].map((act) => act.id).toSorted(),
  );
  // letters typed in a card that is not here are still one's own
  const other = createMemoryStore();
  await other.change({ put: keep(0, "late").slice(1) });
  await takeStale(other, isOpen, { board, current: undefined, isOver, handOver });
  expect(stale.at(-1)?.seen).toMatchObject([{ text: "more benches" }]);
});

it("[F138] what was written in a draft while its document was being replaced is told with all its words by a later page", async () => {
  const [board, person] = [newBoardId(), newPersonId()];
  const device = createMemoryStore();
  const doc = createBoardDoc();
  const made: { act: Act; update: Uint8Array }[] = [];
  observeActs(doc, (act, update) => made.push({ act, update }));
  const id = newCardId();
  applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [0, 0], text: "more", at: 1, by: person }]);
  const text = openCardText(doc, id);
  text?.edit("more benches");
  text?.close();
  const own = { board: draftKeyOf(board, newPhaseId(), 0), person, tab: "gone", state: "again" } as const;
  const put = made.map((each, n) => ({ ...each, ...own, id: `gone/${n}`, n, at: n }));
  // the document was looked at before the rest was written
  await device.change({ put: put.map((act, n) => (n === 0 ? { ...act, seen: [{ title: "", text: "more" }] } : act)) });
  const told: KeptAct[] = [];
  const handOver = (acts: readonly KeptAct[]) => told.push(...acts) > 0;
  await takeStale(device, () => Promise.resolve(false), { board, current: undefined, isOver: () => false, handOver });
  expect(told[0]?.seen).toEqual([{ title: "", text: "more benches" }]);
});

describe("what was kept of a draft that is over", () => {
  const [board, person, phase] = [newBoardId(), newPersonId(), newPhaseId()];
  const id = newCardId();
  const kept: KeptAct = {
    id: "gone/1",
    board: draftKeyOf(board, phase, 0),
    person,
    tab: "gone",
    n: 1,
    at: 1,
    act: [{ type: "addCard", id, kind: "note", position: [0, 0], text: "more benches", at: 1, by: person }],
    update: encodeDoc(createBoardDoc()),
    state: "made",
  };

  it("[F135] stays on the device when the board closes while it is looked up", async () => {
    const device = createMemoryStore();
    await device.change({ put: [kept] });
    let isClosed = false;
    const isOpen = () => {
      isClosed = true;
      return Promise.resolve(false);
    };
    let told = 0;
    const handOver = () => (told += 1) > 0;
    await takeStale(device, isOpen, { board, current: undefined, isOver: () => isClosed, handOver });
    expect([told, await device.draftActs(board)]).toEqual([0, [kept]]);
  });

  it("[F135] stays on the device when it is not taken", async () => {
    const device = createMemoryStore();
    await device.change({ put: [kept] });
    const isOpen = () => Promise.resolve(false);
    const handOver = () => false;
    await takeStale(device, isOpen, { board, current: undefined, isOver: () => false, handOver });
    expect(await device.draftActs(board)).toEqual([kept]);
  });

  it("[F135] is in the hands of who tells it before it leaves the device", async () => {
    const memory = createMemoryStore();
    await memory.change({ put: [kept] });
    const order: string[] = [];
    const device = {
      ...memory,
      change: (change: Parameters<typeof memory.change>[0]) => {
        order.push("removed");
        return memory.change(change);
      },
    };
    const handOver = () => order.push("told") > 0;
    const isOpen = () => Promise.resolve(false);
    await takeStale(device, isOpen, { board, current: undefined, isOver: () => false, handOver });
    expect([order, await device.draftActs(board)]).toEqual([["told", "removed"], []]);
  });
});
