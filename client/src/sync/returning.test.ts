import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  observeActs,
  openCardText,
  purgeTrash,
  type Edit,
} from "@palabre/shared/documents";
import { newBoardId, newCardId, newCommentId, newPersonId, type CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "./deviceStore.ts";
import { seenAlone } from "./seenAlone.ts";
import { openOutbox } from "./outbox.ts";
import { openReturning } from "./returning.ts";

const person = newPersonId();

/** A board with cards that all have, and somebody who is cut off from it. */
async function openAway(...texts: readonly string[]) {
  const server = createBoardDoc();
  const cards = texts.map((): CardId => newCardId());
  const births = cards.map((id, at): Edit => ({
    type: "addCard",
    id,
    kind: "note",
    position: [0, 0],
    text: texts[at] ?? "",
    at: 1,
    by: person,
  }));
  applyEdits(server, births);
  const doc = createBoardDoc();
  applyUpdate(doc, encodeDoc(server));
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
  observeActs(doc, outbox.add);
  const putAway: string[] = [];
  const returning = openReturning(
    () => doc,
    outbox,
    (things) => void putAway.push(...things),
  );
  return {
    server,
    doc,
    cards,
    outbox,
    putAway,
    returning,
    write: (card: CardId | undefined, text: string) => {
      const open = openCardText(doc, card!);
      for (let length = open!.value().length + 1; length <= text.length; length++) open!.edit(text.slice(0, length));
      open!.close();
    },
    /** The line is there again, and all that was written is acknowledged. */
    comeBack: () => {
      returning.note();
      applyUpdate(server, encodeDoc(doc));
      applyUpdate(doc, encodeDoc(server));
      returning.answered(outbox.made());
    },
  };
}
const trash = (...things: readonly CardId[]): Edit => ({ type: "trash", things, at: 5 });

describe("what was written while away", () => {
  it("[R91] on a card that was deleted for good meanwhile is told, once, with its whole text; a comment too", async () => {
    const { server, doc, cards, outbox, write, comeBack } = await openAway("Hours", "Tools", "Trust");
    const [hours, tools, trust] = cards as [CardId, CardId, CardId];
    write(hours, "Hours of the evening");
    write(trust, "Trust, and time");
    write(hours, "Hours of the evening, and the night");
    applyEdits(doc, [{ type: "addComment", id: newCommentId(), on: tools, text: "Which ones?", at: 2, by: person }]);
    applyEdits(doc, [{ type: "moveCards", moves: [{ card: hours, to: [9, 9] }] }]);
    applyEdits(server, [trash(hours, tools)]);
    purgeTrash(server, 10);
    comeBack();
    expect(outbox.told()).toMatchObject([
      { what: { type: "write" }, seen: { text: "Hours of the evening, and the night" }, reason: "gone" },
      { what: { type: "addComment" }, seen: { title: "Tools", text: "Which ones?" }, reason: "gone" },
    ]);
    expect(outbox.waiting().changes).toBe(0);
  });

  it("[R91] on a card that others put in the trash is there: which cards these are is told, and nothing of one's own doing", async () => {
    const { server, doc, cards, outbox, putAway, returning, write, comeBack } = await openAway(
      "Hours",
      "Tools",
      "Trust",
    );
    const [hours, tools, trust] = cards as [CardId, CardId, CardId];
    for (const card of cards) write(card, "Hours, tools, trust and time");
    applyEdits(doc, [trash(tools)]);
    applyEdits(server, [trash(hours)]);
    comeBack();
    expect(putAway).toEqual([hours]);
    expect(outbox.told()).toEqual([]);
    expect(outbox.made()).toEqual([]);
    // what happens under one's eyes is told then
    write(trust, "Hours, tools, trust and time, and more");
    applyEdits(server, [trash(trust)]);
    applyUpdate(doc, encodeDoc(server));
    returning.answered(outbox.made());
    expect(putAway).toEqual([hours]);
  });

  it("[R91] what is on the board is done with, in silence", async () => {
    const { cards, outbox, putAway, write, comeBack } = await openAway("Hours");
    write(cards[0], "Hours of the evening");
    comeBack();
    expect([outbox.made(), outbox.told(), putAway]).toEqual([[], [], []]);
  });
});
