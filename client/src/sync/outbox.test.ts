import {
  actSchema,
  applyEdits,
  createBoardDoc,
  observeActs,
  openCardText,
  type Act,
  type BoardDoc,
} from "@palabre/shared/documents";
import { newBoardId, newCardId, newCommentId, newPersonId, type PersonId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { createMemoryStore, type DeviceStore } from "./deviceStore.ts";
import { openOutbox, type Outbox } from "./outbox.ts";
import { seenAlone } from "./seenAlone.ts";
import { shownBy } from "./shown.ts";

const board = newBoardId();
const person = newPersonId();
const card = newCardId();

/** A device that keeps things, as far as the outbox can tell, and may be made to fail or to wait. */
function createDevice() {
  const memory = createMemoryStore();
  let answer: () => Promise<void> = () => Promise.resolve();
  const device: DeviceStore = {
    ...memory,
    isLasting: true,
    change: (change) => answer().then(() => memory.change(change)),
  };
  return { device, answers: (next: () => Promise<void>) => (answer = next) };
}
const open = (device: DeviceStore, tab = "one", openTabs: readonly string[] = [], who: PersonId = person) =>
  openOutbox({
    device,
    board,
    person: who,
    tab,
    isOpen: (name) => Promise.resolve(openTabs.includes(name)),
    seenAlone,
    isAct: (act) => actSchema.safeParse(act).success,
    now: () => 5,
  });
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A document whose acts go to the outbox. */
function writing(outbox: Outbox): BoardDoc {
  const doc = createBoardDoc();
  observeActs(doc, outbox.add);
  applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: "Tools", at: 1, by: person }]);
  return doc;
}
const typesOf = (acts: readonly { readonly act: Act }[]) =>
  acts.map(({ act }) => act.map(({ type }) => type).join("+"));

describe("the outbox", () => {
  it("[R42] keeps each act at once, gives it back to the next page in order, and lets go of what was acknowledged", async () => {
    const { device } = createDevice();
    const first = await open(device);
    const doc = writing(first);
    const text = openCardText(doc, card)!;
    text.edit("Tools!");
    text.edit("Tools!!");
    applyEdits(doc, [{ type: "moveCards", moves: [{ card, to: [3, 3] }] }]);
    await settled();
    expect(first.waiting()).toEqual({ changes: 3, kept: 3, isKeeping: true });

    const next = await open(device, "two");
    expect(typesOf(next.made())).toEqual(["addCard", "write", "write", "moveCards"]);
    expect(next.made()).toEqual(first.made().map((act) => ({ ...act, holder: "two" })));
    next.remove(next.made().slice(0, 3));
    await settled();
    expect(typesOf((await open(device, "three")).made())).toEqual(["moveCards"]);
  });

  it("[R42] claims to keep only what the device has confirmed", async () => {
    const { device, answers } = createDevice();
    const outbox = await open(device);
    let confirm = () => {};
    answers(() => new Promise((resolve) => (confirm = resolve)));
    const doc = writing(outbox);
    await settled();
    expect(outbox.waiting()).toEqual({ changes: 1, kept: 0, isKeeping: true });
    confirm();
    await settled();
    expect(outbox.waiting()).toEqual({ changes: 1, kept: 1, isKeeping: true });

    answers(() => Promise.reject(new Error("no space left on device")));
    applyEdits(doc, [{ type: "moveCards", moves: [{ card, to: [3, 3] }] }]);
    await settled();
    expect(outbox.waiting()).toEqual({ changes: 2, kept: 1, isKeeping: false });
    answers(() => Promise.resolve());
    outbox.remove(outbox.made());
    await settled();
    expect(outbox.waiting()).toEqual({ changes: 0, kept: 0, isKeeping: true });
  });

  it("[R42] letters typed in one card are kept once the device has confirmed the last of them", async () => {
    const { device, answers } = createDevice();
    const outbox = await open(device);
    const text = openCardText(writing(outbox), card)!;
    text.edit("Tools!");
    await settled();
    expect(outbox.waiting()).toEqual({ changes: 2, kept: 2, isKeeping: true });
    let confirm = () => {};
    answers(() => new Promise((resolve) => (confirm = resolve)));
    text.edit("Tools!!");
    await settled();
    expect(outbox.waiting()).toEqual({ changes: 2, kept: 1, isKeeping: true });
    confirm();
    await settled();
    expect(outbox.waiting()).toEqual({ changes: 2, kept: 2, isKeeping: true });
  });

  it("[R42] without a device everything waits on the page, and is said to", async () => {
    const outbox = await open(createMemoryStore());
    writing(outbox);
    await settled();
    expect(outbox.waiting().isKeeping).toBe(false);
    expect(outbox.made()).toHaveLength(1);
  });

  it("[R42] leaves another open tab what it made, and takes over what a closed one left", async () => {
    const { device } = createDevice();
    writing(await open(device, "one"));
    await settled();
    expect((await open(device, "two", ["one"])).made()).toEqual([]);
    expect(typesOf((await open(device, "two")).made())).toEqual(["addCard"]);
  });

  it("[R114] what a tab that is gone left is one tab’s to send, and to do again, however many open after it", async () => {
    const { device } = createDevice();
    writing(await open(device, "gone"));
    await settled();
    const first = await open(device, "first", ["first"]);
    expect(typesOf(first.made())).toEqual(["addCard"]);
    expect((await open(device, "second", ["first", "second"])).made()).toEqual([]);
    // nor once the document is refused that all of them show
    first.turn(shownBy(createBoardDoc()));
    await settled();
    expect((await open(device, "third", ["first", "second", "third"])).again()).toEqual([]);
    // of two that open at once neither knows of the other yet
    const beside = await Promise.all(["fourth", "fifth"].map((tab) => open(device, tab, ["fourth", "fifth"])));
    expect(beside.flatMap((outbox) => typesOf(outbox.again()))).toEqual(["addCard"]);
    expect(typesOf((await open(device, "last")).again())).toEqual(["addCard"]);
  });

  it("[R114] a device that can't note who sends what was left gives it all the same", async () => {
    const { device } = createDevice();
    writing(await open(device, "gone"));
    await settled();
    const full = { ...device, take: () => Promise.reject(new Error("no space left on device")) };
    expect(typesOf((await open(full, "next")).made())).toEqual(["addCard"]);
  });

  it("[R42] what was left under another session of this device is done again in the name of this one", async () => {
    const { device } = createDevice();
    openCardText(writing(await open(device, "one")), card)?.edit("Tools for all");
    await settled();
    const later = newPersonId();
    const outbox = await open(device, "two", [], later);
    expect(outbox.made()).toEqual([]);
    // should it not be possible, it is told in their words
    expect(outbox.again().map(({ seen }) => seen)).toEqual(Array(2).fill([{ title: "", text: "Tools for all" }]));
    expect(outbox.again().map(({ act }) => act)).toMatchObject([
      [{ type: "addCard", id: card, by: later }],
      [{ type: "write", card }],
    ]);
  });

  it("[R43] what can't be done is told with the person's own words, also after a reload, until it is dismissed", async () => {
    const { device } = createDevice();
    const outbox = await open(device);
    const doc = writing(outbox);
    openCardText(doc, card)?.edit("Tools for all");
    applyEdits(doc, [{ type: "addComment", id: newCommentId(), on: card, text: "Which?", at: 2, by: person }]);
    outbox.turn(shownBy(doc));
    const [born, typed, said] = outbox.again();
    outbox.tell(born!, [{ part: born!.act[0]!, reason: "frozen" }]);
    outbox.tell(typed!, [{ part: typed!.act[0]!, reason: "gone" }]);
    outbox.tell(said!, [{ part: said!.act[0]!, reason: "frozen" }]);
    await settled();
    const next = await open(device, "two");
    expect(next.told()).toMatchObject([
      { ids: ["one/1/0"], what: { type: "addCard" }, seen: { title: "", text: "Tools for all" }, reason: "frozen" },
      { ids: ["one/3/0"], what: { type: "addComment" }, seen: { title: "Tools for all", text: "Which?" } },
    ]);
    expect(next.waiting().changes).toBe(0);
    next.dismiss(["one/1/0"]);
    await settled();
    expect((await open(device, "three")).told()).toHaveLength(1);
  });

  it("[F138] what is told of a card holds what was written in it while its document was being changed, after a reload too", async () => {
    const { device } = createDevice();
    const outbox = await open(device);
    const doc = writing(outbox);
    outbox.turn(shownBy(doc));
    openCardText(doc, card)?.edit("Tools for all");
    await settled();
    const next = await open(device, "two");
    expect(next.again().map(({ seen }) => seen?.[0]?.text)).toEqual(["Tools for all", "Tools for all"]);
    outbox.turn(shownBy(doc));
    // of a document that does not hold it, nothing is learnt of it
    outbox.turn(shownBy(createBoardDoc()));
    const [born] = outbox.again();
    outbox.tell(born!, [{ part: born!.act[0]!, reason: "frozen" }]);
    expect(outbox.told().map(({ seen }) => seen.text)).toEqual(["Tools for all"]);
  });

  it("[F93] what is taken over from a draft is told as drafted, after a reload too; what was made on the board is not", async () => {
    const { device } = createDevice();
    const [draft, outbox] = [await open(createMemoryStore(), "draft"), await open(device)];
    for (const each of [draft, outbox]) {
      writing(each);
      const [born] = each.made();
      each.tell(born!, [{ part: born!.act[0]!, reason: "phase" }]);
    }
    outbox.adopt(draft.toldActs());
    await settled();
    const next = await open(device, "two");
    expect(next.told().map(({ wasDrafted }) => wasDrafted)).toEqual([false, true]);
  });

  it.each(["one by one", "together"])(
    "[R92] a new card of a draft is told once, with all that was written in it, though birth and words are handed over %s",
    async (how) => {
      const [draft, outbox] = [await open(createMemoryStore(), "draft"), await open(createDevice().device)];
      const doc = writing(draft);
      openCardText(doc, card)?.edit("Tools for all");
      applyEdits(doc, [{ type: "setAttributes", on: card, values: { colour: "leaf" } }]);
      draft.turn(shownBy(doc));
      const acts = draft.again().map((act) => ({ ...act, reasons: ["phase"] }));
      for (const each of how === "together" ? [acts] : acts.map((act) => [act])) outbox.adopt(each);
      expect(outbox.told()).toMatchObject([
        { what: { type: "addCard", id: card }, seen: { text: "Tools for all" }, reason: "phase" },
      ]);
      expect(outbox.toldActs()).toHaveLength(1);
    },
  );

  it("[R92] what was written in a new card that is told already is told with it", async () => {
    const outbox = await open(createDevice().device);
    const { id: _, ...part } = { id: card, kind: "note", position: [0, 0], text: "", at: 1 } as const;
    const told = {
      board,
      person,
      tab: "draft",
      at: 1,
      update: new Uint8Array(),
      state: "told",
      reasons: ["phase"],
    } as const;
    outbox.adopt([
      { ...told, id: "draft/1", n: 1, act: [{ type: "addCard", id: card, ...part }], seen: [{ title: "", text: "" }] },
    ]);
    const write = { type: "write", card, splices: [] } as const;
    outbox.adopt([{ ...told, id: "draft/2", n: 2, act: [write], seen: [{ title: "", text: "Evening" }] }]);
    expect(outbox.told()).toMatchObject([{ what: { type: "addCard" }, seen: { text: "Evening" } }]);
    expect(outbox.toldActs()).toHaveLength(1);
  });

  it("[R92] a card that the server lost is told once, though what was written in it last is told already", async () => {
    const { device } = createDevice();
    const outbox = await open(device);
    const write = { type: "write", card, splices: [] } as const;
    outbox.add([write], new Uint8Array());
    outbox.turn({ seen: () => [{ title: "Tues", text: "Tuesday" }], holds: () => true });
    const [typed] = outbox.again();
    outbox.tell(typed!, [{ part: write, reason: "gone" }]);
    const born = { type: "addCard", id: card, kind: "note", position: [0, 0], text: "Tues", at: 1 } as const;
    outbox.lose([{ part: born, seen: { title: "Tues", text: "Tues" } }], "put-back");
    expect(outbox.told()).toMatchObject([
      { what: { type: "addCard", id: card }, seen: { text: "Tuesday" }, reason: "put-back" },
    ]);
    expect(outbox.told()).toHaveLength(1);
    await settled();
    expect(await device.acts(board)).toHaveLength(1);
  });

  it("[F136] what is handed over as soon as it is told is on the device no more, and the next page does not tell it again", async () => {
    const { device } = createDevice();
    const outbox = await open(device);
    writing(outbox);
    outbox.subscribe(() => outbox.remove(outbox.toldActs()));
    const [born] = outbox.made();
    outbox.tell(born!, [{ part: born!.act[0]!, reason: "phase" }]);
    await settled();
    expect(await device.acts(board)).toEqual([]);
  });
});
