import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  observeActs,
  openCardText,
  purgeTrash,
  readBoard,
  type BoardDoc,
  type Edit,
} from "@palabre/shared/documents";
import { newBoardId, newCardId, newPersonId, type BoardSnapshot, type CardId, type Deed } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { createMemoryStore, type KeptAct } from "./deviceStore.ts";
import type { Refusal } from "./liveBoard.ts";
import { seenAlone } from "./seenAlone.ts";
import { openOutbox } from "./outbox.ts";
import { restore, type Fresh } from "./restore.ts";

const person = newPersonId();
const note = (id: CardId, text: string, by = person): Edit => ({
  type: "addCard",
  id,
  kind: "note",
  position: [0, 0],
  text,
  at: 1,
  by,
});

/** A server of one board that refuses a document as soon as it would hold what it must not, and a person who writes on it. */
async function openRoom(
  accepts: (board: BoardSnapshot) => boolean,
  forbids: (deed: Deed) => string | undefined = () => undefined,
) {
  const server = createBoardDoc();
  const outbox = await openOutbox({
    device: createMemoryStore(),
    board: newBoardId(),
    person,
    tab: "one",
    isOpen: () => Promise.resolve(false),
    isAct: () => true,
    seenAlone,
    now: () => 0,
  });
  const refusal: Refusal = { code: 4403, reason: "value" };
  let begun = 0;
  let doc: BoardDoc;
  let meanwhile = () => {};
  const begin = (): Promise<Fresh> => {
    begun += 1;
    meanwhile();
    const fresh = createBoardDoc();
    doc = fresh;
    applyUpdate(fresh, encodeDoc(server));
    observeActs(fresh, outbox.add);
    return Promise.resolve({
      doc: fresh,
      settled: () => {
        const would = createBoardDoc();
        applyUpdate(would, encodeDoc(fresh));
        if (!accepts(readBoard(would))) return Promise.resolve(refusal);
        applyUpdate(server, encodeDoc(fresh));
        outbox.remove(outbox.made());
        return Promise.resolve("saved" as const);
      },
    });
  };
  const first = await begin();
  begun = 0;
  return {
    server,
    outbox,
    doc: first.doc,
    begun: () => begun,
    /** Done while a fresh document is awaited. */
    meanwhile: (does: () => void) => (meanwhile = does),
    restore: (code = 4403, waiting: readonly KeptAct[] = []) => {
      const device = {
        person,
        acts: () => Promise.resolve([...waiting, ...outbox.made(), ...outbox.again(), ...outbox.toldActs()]),
      };
      return restore({ ...refusal, code }, { outbox, refused: () => doc, begin, forbids, device });
    },
  };
}
const titles = (doc: BoardDoc) => [...readBoard(doc).cards.values()].map(({ text }) => text);
const withoutPoison = ({ cards }: BoardSnapshot) => [...cards.values()].every(({ text }) => !text.includes("poison"));

describe("a refused document", () => {
  it("[R43] what was not saved is done again on a fresh one; what is refused alone is told, and not tried again", async () => {
    const room = await openRoom(withoutPoison);
    for (const text of ["one", "two", "poison", "three", "four", "five"])
      applyEdits(room.doc, [note(newCardId(), text)]);
    expect(await room.restore()).toBeUndefined();
    expect(titles(room.server).toSorted()).toEqual(["five", "four", "one", "three", "two"]);
    expect(room.outbox.told()).toMatchObject([
      { what: { type: "addCard" }, seen: { text: "poison" }, reason: "value" },
    ]);
    expect(room.outbox.waiting().changes).toBe(0);
    expect(room.begun()).toBeLessThan(6);
  });

  it("[R110] one's own cards that were saved, and that the server has no more, are told once with their words; no others", async () => {
    const room = await openRoom(() => true);
    const [mine, gone, ofAnotherTab, anew] = [newCardId(), newCardId(), newCardId(), newCardId()];
    // what all have, and one that is deleted for good on the server meanwhile
    applyEdits(room.server, [note(gone, "deleted")]);
    applyUpdate(room.doc, encodeDoc(room.server));
    applyEdits(room.server, [{ type: "trash", things: [gone], at: 1 }]);
    purgeTrash(room.server, 2);
    // what the server of before had acknowledged
    const before = createBoardDoc();
    applyEdits(before, [
      note(mine, "Tuesday\nat noon"),
      note(ofAnotherTab, "on its way"),
      note(anew, "made anew"),
      note(newCardId(), "another’s", newPersonId()),
    ]);
    applyUpdate(room.doc, encodeDoc(before));
    applyEdits(room.server, [note(anew, "made anew")]);
    applyEdits(room.doc, [note(newCardId(), "under way")]);
    const [sending] = room.outbox.made();
    const kept = { ...sending!, id: "two/1", tab: "two", act: [note(ofAnotherTab, "on its way")] } as KeptAct;
    expect(await room.restore(4409, [kept])).toBeUndefined();
    expect(room.outbox.told()).toMatchObject([
      { what: { type: "addCard", id: mine }, seen: { title: "Tuesday", text: "Tuesday\nat noon" }, reason: "put-back" },
    ]);
    expect(titles(room.server).toSorted()).toEqual(["made anew", "under way"]);
    expect(room.outbox.waiting().changes).toBe(0);
    room.outbox.dismiss(room.outbox.told()[0]!.ids);
    expect(room.outbox.told()).toEqual([]);
  });

  it("[R43] the only change that was under way is to blame at once", async () => {
    const room = await openRoom(withoutPoison);
    applyEdits(room.doc, [note(newCardId(), "poison")]);
    expect(await room.restore()).toBeUndefined();
    expect(room.begun()).toBe(1);
    expect(room.outbox.told()).toHaveLength(1);
  });

  it("[R43] a refusal that is about the document and not about what was written costs nothing", async () => {
    const room = await openRoom(() => true);
    applyEdits(room.doc, [note(newCardId(), "kept")]);
    expect(await room.restore(4410)).toBeUndefined();
    expect(titles(room.server)).toEqual(["kept"]);
    expect(room.outbox.told()).toEqual([]);
  });

  it("[R43] what the rules forbid by now is told without asking the server", async () => {
    const room = await openRoom(
      () => true,
      ({ type }) => (type === "move" ? "locked" : undefined),
    );
    const id = newCardId();
    applyEdits(room.doc, [note(id, "here")]);
    applyEdits(room.doc, [{ type: "moveCards", moves: [{ card: id, to: [9, 9] }] }]);
    expect(await room.restore(4409)).toBeUndefined();
    expect(readBoard(room.server).cards.get(id)?.position).toEqual([0, 0]);
    expect(room.outbox.told()).toMatchObject([
      { what: { type: "moveCards" }, seen: { title: "here" }, reason: "locked" },
    ]);
  });

  it("[R92] a new card that may not be made is told once, with all that was written in it and the one reason", async () => {
    const room = await openRoom(
      () => true,
      ({ type }) => (type === "addCard" ? "frozen" : undefined),
    );
    const id = newCardId();
    applyEdits(room.doc, [note(id, "")]);
    const text = openCardText(room.doc, id)!;
    for (const value of ["E", "Ev", "Eve"]) text.edit(value);
    text.close();
    applyEdits(room.doc, [{ type: "moveCards", moves: [{ card: id, to: [9, 9] }] }]);
    applyEdits(room.doc, [{ type: "setAttributes", on: id, values: { colour: "leaf" } }]);
    expect(await room.restore()).toBeUndefined();
    expect(room.outbox.told()).toMatchObject([{ what: { type: "addCard" }, seen: { text: "Eve" }, reason: "frozen" }]);
    expect(room.outbox.told()).toHaveLength(1);
    expect(room.outbox.waiting().changes).toBe(0);
  });

  it("[F138] what was written while a fresh document was awaited is told with its words", async () => {
    const room = await openRoom(
      () => true,
      ({ type }) => (type === "addCard" ? "frozen" : undefined),
    );
    const [id, other] = [newCardId(), newCardId()];
    applyEdits(room.doc, [note(id, "Ev")]);
    room.meanwhile(() => {
      const text = openCardText(room.doc, id)!;
      text.edit("Evening hours");
      text.close();
      applyEdits(room.doc, [note(other, "")]);
      const words = openCardText(room.doc, other)!;
      words.edit("Trees");
      words.close();
    });
    expect(await room.restore(4409)).toBeUndefined();
    expect(room.outbox.told().map(({ seen }) => seen.text)).toEqual(["Evening hours", "Trees"]);
  });

  it("[F138] a card that the server has no room for is told with what was written in it", async () => {
    const room = await openRoom(({ cards }) => cards.size === 0);
    const id = newCardId();
    applyEdits(room.doc, [note(id, "")]);
    const text = openCardText(room.doc, id)!;
    for (const value of ["E", "Evening"]) text.edit(value);
    text.close();
    expect(await room.restore()).toBeUndefined();
    expect(room.outbox.told().map(({ seen }) => seen.text)).toEqual(["Evening"]);
  });

  it("[F138] what waits while another is found to blame keeps the words of the document it was written in", async () => {
    const room = await openRoom(withoutPoison, ({ type }) => (type === "write" ? "frozen" : undefined));
    const id = newCardId();
    applyEdits(room.server, [note(id, "Tools")]);
    applyUpdate(room.doc, encodeDoc(room.server));
    applyEdits(room.doc, [note(newCardId(), "poison")]);
    const text = openCardText(room.doc, id)!;
    text.edit("Tools for all");
    text.close();
    expect(await room.restore()).toBeUndefined();
    expect(room.begun()).toBe(2);
    expect(room.outbox.told().map(({ seen }) => seen.text)).toEqual(["Tools for all", "poison"]);
  });

  it("[R43] letters typed in one card stand or fall together, and what the server has is not typed twice", async () => {
    const room = await openRoom(withoutPoison);
    const id = newCardId();
    applyEdits(room.doc, [note(id, "a")]);
    openCardText(room.doc, id)?.edit("ab");
    applyUpdate(room.server, encodeDoc(room.doc));
    const text = openCardText(room.doc, id)!;
    for (const value of ["abc", "abcd", "abcde"]) text.edit(value);
    text.close();
    applyEdits(room.doc, [note(newCardId(), "poison")]);
    expect(await room.restore()).toBeUndefined();
    expect(titles(room.server)).toEqual(["abcde"]);
  });

  it("[R43] a server that refuses whatever it is sent ends it: everything is told, nothing goes round in circles", async () => {
    const room = await openRoom(({ cards }) => cards.size === 0);
    for (let n = 0; n < 40; n++) applyEdits(room.doc, [note(newCardId(), `card ${n}`)]);
    expect(await room.restore()).toBeUndefined();
    expect(room.begun()).toBeLessThan(20);
    expect(room.outbox.told()).toHaveLength(40);
    expect(room.outbox.waiting().changes).toBe(0);
  });
});
