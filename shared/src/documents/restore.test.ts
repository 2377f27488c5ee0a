import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  newCardId,
  newCommentId,
  newLinkId,
  newPersonId,
  type CardId,
  type CommentId,
  type Json,
  type LinkId,
} from "../terms/index.ts";
import { compareBoards } from "./compare.ts";
import { applyUpdate, createBoardDoc, encodeDoc, type BoardDoc } from "./doc.ts";
import { applyServerEdits, type ServerEdit } from "./serverEdit.ts";
import { purgeTrash } from "./purge.ts";
import { readBoard } from "./read.ts";
import { restoreEdits } from "./restore.ts";

const amina = newPersonId();
const cards: readonly CardId[] = Array.from({ length: 6 }, newCardId);
const links: readonly LinkId[] = Array.from({ length: 5 }, newLinkId);
const comments: readonly CommentId[] = Array.from({ length: 4 }, newCommentId);
const [one, two, three] = cards as readonly [CardId, CardId, CardId, ...CardId[]];
const [link] = links as readonly [LinkId, ...LinkId[]];
const [comment] = comments as readonly [CommentId, ...CommentId[]];

const card = (id: CardId, text = "Fast answers"): ServerEdit => ({
  type: "addCard",
  id,
  kind: "expectation",
  position: [1, 2],
  text,
  attributes: { tags: ["soir"] },
  at: 1,
  by: amina,
});
const boardWith = (...edits: ServerEdit[]): BoardDoc => {
  const doc = createBoardDoc();
  applyServerEdits(doc, edits);
  return doc;
};
const restore = (doc: BoardDoc, version: ReturnType<typeof readBoard>, at = 99): ServerEdit[] => {
  // as the server does: what is born again must not wear an orphan's facts
  purgeTrash(doc, -1);
  const edits = restoreEdits(readBoard(doc), version, at);
  applyServerEdits(doc, edits);
  return edits;
};
const nothing = { added: [], removed: [], changed: [] };
const same = { cards: nothing, links: nothing, comments: nothing };

const id = <T>(ids: readonly T[]) => fc.constantFrom(...ids);
const anyThing = fc.oneof(id(cards), id(links), id(comments));
const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "👏", "\n"), maxLength: 8 });
const anyEdit: fc.Arbitrary<ServerEdit | { readonly type: "purge"; readonly before: number }> = fc.oneof(
  fc.record({
    type: fc.constant("addCard" as const),
    id: id(cards),
    kind: fc.constantFrom("factor" as const),
    position: fc.tuple(fc.nat(9), fc.nat(9)),
    text,
    at: fc.constant(3),
  }),
  fc.record({
    type: fc.constant("addLink" as const),
    id: id(links),
    from: id(cards),
    to: id(cards),
    at: fc.constant(4),
  }),
  fc.record({
    type: fc.constant("addComment" as const),
    id: id(comments),
    on: fc.oneof(id(cards), id(links)),
    text: fc.constant("Why?"),
    at: fc.constant(5),
  }),
  fc.record({
    type: fc.constant("moveCards" as const),
    moves: fc.array(fc.record({ card: id(cards), to: fc.tuple(fc.nat(9), fc.nat(9)) }), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant("setAttributes" as const),
    on: anyThing,
    values: fc.dictionary(
      fc.constantFrom("colour", "label", "polarity", "resolvedAt", "constructor", "__proto__"),
      fc.option(fc.constantFrom<Json>("+", "-", 7), { nil: undefined }),
    ),
  }),
  fc.record({ type: fc.constant("writeText" as const), card: id(cards), text }),
  fc.record({ type: fc.constant("trash" as const), things: fc.array(anyThing, { maxLength: 2 }), at: fc.nat(20) }),
  fc.record({ type: fc.constant("bringBack" as const), things: fc.array(anyThing, { maxLength: 2 }) }),
  fc.record({ type: fc.constant("purge" as const), before: fc.nat(20) }),
);
const play = (doc: BoardDoc, edits: readonly (ServerEdit | { type: "purge"; before: number })[]) => {
  for (const edit of edits) {
    if (edit.type === "purge") purgeTrash(doc, edit.before);
    else applyServerEdits(doc, [edit]);
  }
};

describe("compareBoards", () => {
  it("[H1] says what was added, removed and changed, and by which facts", () => {
    const doc = boardWith(
      card(one),
      card(two, "Trust\nand more"),
      { type: "addLink", id: link, from: one, to: two, polarity: "+", at: 2 },
      { type: "addComment", id: comment, on: one, text: "Really?", at: 3 },
    );
    const before = readBoard(doc);
    applyServerEdits(doc, [
      card(three, "New"),
      { type: "trash", things: [comment], at: 9 },
      { type: "moveCards", moves: [{ card: one, to: [5, 5] }] },
      { type: "writeText", card: two, text: "Trust" },
      { type: "setAttributes", on: two, values: { tags: undefined, mood: "sunny" } },
      { type: "setAttributes", on: link, values: { polarity: "-" } },
    ]);
    const end = (id: CardId, title: string, position = [1, 2]) => ({ id, kind: "expectation", title, position });
    expect(compareBoards(before, readBoard(doc))).toEqual({
      cards: {
        added: [end(three, "New")],
        removed: [],
        changed: expect.toSatisfy((changed: { id: CardId; facts: string[] }[]) =>
          changed.every(({ id, facts }) =>
            id === one
              ? facts.join() === "position"
              : id === two && facts.toSorted().join() === ["mood", "tags", "text"].join(),
          ),
        ),
      },
      links: {
        added: [],
        removed: [],
        changed: [{ id: link, from: end(one, "Fast answers", [5, 5]), to: end(two, "Trust"), facts: ["polarity"] }],
      },
      comments: { added: [], removed: [{ id: comment, on: one, title: "Fast answers", text: "Really?" }], changed: [] },
    });
  });

  it("[H1] what is in the trash, or hangs on what is, does not live", () => {
    const doc = boardWith(card(one), card(two), { type: "addLink", id: link, from: one, to: two, at: 2 });
    const before = readBoard(doc);
    applyServerEdits(doc, [{ type: "trash", things: [one], at: 9 }]);
    const { cards: differing, links: joined } = compareBoards(before, readBoard(doc));
    expect(differing.removed.map((gone) => gone.id)).toEqual([one]);
    expect(joined.removed.map((gone) => gone.id)).toEqual([link]);
    expect(differing.changed).toEqual([]);
  });

  it("[H1] a board is the same as itself, and the way back is the way there, turned", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 30 }), fc.array(anyEdit, { maxLength: 30 }), (first, then) => {
        const doc = createBoardDoc();
        play(doc, first);
        const before = readBoard(doc);
        play(doc, then);
        const after = readBoard(doc);
        expect(compareBoards(after, readBoard(doc))).toEqual(same);
        const [there, back] = [compareBoards(before, after), compareBoards(after, before)];
        const ids = (things: readonly { readonly id: string }[]) => things.map((thing) => thing.id).toSorted();
        for (const kind of ["cards", "links", "comments"] as const) {
          expect(ids(back[kind].removed)).toEqual(ids(there[kind].added));
          expect(ids(back[kind].added)).toEqual(ids(there[kind].removed));
          expect(ids(back[kind].changed)).toEqual(ids(there[kind].changed));
        }
      }),
    );
  });
});

describe("restoreEdits", () => {
  it("[H2] brings back all that lived, and nothing else, whatever happened since", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), fc.array(anyEdit, { maxLength: 40 }), (first, then) => {
        const doc = createBoardDoc();
        play(doc, first);
        const version = readBoard(doc);
        play(doc, then);
        restore(doc, version);
        expect(compareBoards(version, readBoard(doc))).toEqual(same);
        expect(restoreEdits(readBoard(doc), version, 99)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("[H2] goes forward: a copy that was away merges with it, and keeps what it added", () => {
    const doc = boardWith(card(one));
    const version = readBoard(doc);
    applyServerEdits(doc, [{ type: "writeText", card: one, text: "Fast and true answers" }]);
    const away = createBoardDoc();
    applyUpdate(away, encodeDoc(doc));
    applyServerEdits(away, [card(two, "Made far away"), { type: "moveCards", moves: [{ card: one, to: [7, 7] }] }]);
    restore(doc, version);
    applyUpdate(doc, encodeDoc(away));
    const { cards: there } = readBoard(doc);
    expect(there.get(one)).toMatchObject({ text: "Fast answers", position: [7, 7] });
    expect(there.get(two)?.text).toBe("Made far away");
  });

  it("[H3] what was purged is born again as it was, under its own id, with its links", () => {
    const doc = boardWith(card(one), card(two), {
      type: "addLink",
      id: link,
      from: one,
      to: two,
      polarity: "-",
      at: 2,
    });
    applyServerEdits(doc, [{ type: "addComment", id: comment, on: link, text: "Really?", at: 3, by: amina }]);
    const version = readBoard(doc);
    applyServerEdits(doc, [{ type: "trash", things: [one], at: 9 }]);
    purgeTrash(doc, 9);
    // somebody who was away still links to it, and colours it
    applyServerEdits(doc, [
      { type: "addLink", id: links[1] as LinkId, from: one, to: two, at: 10 },
      { type: "setAttributes", on: one, values: { colour: "red" } },
    ]);
    restore(doc, version);
    expect(readBoard(doc)).toEqual(version);
  });

  it("[H2] writes only what differs", () => {
    const doc = boardWith(card(one), card(two));
    const version = readBoard(doc);
    applyServerEdits(doc, [
      { type: "setAttributes", on: two, values: { colour: "red", tags: ["matin"] } },
      card(three),
    ]);
    expect(restore(doc, version)).toEqual([
      { type: "setAttributes", on: two, values: { colour: undefined, tags: ["soir"] } },
      { type: "trash", things: [three], at: 99 },
    ]);
  });
});

describe("purgeTrash", () => {
  it("[H6] deletes what is old with all that hangs on it, and nothing else", () => {
    const doc = boardWith(
      card(one),
      card(two),
      card(three),
      { type: "addLink", id: link, from: one, to: two, polarity: "-", at: 2 },
      { type: "addLink", id: links[1] as LinkId, from: two, to: three, at: 2 },
      { type: "addComment", id: comment, on: link, text: "Really?", at: 3 },
      { type: "trash", things: [one], at: 10 },
      { type: "trash", things: [three], at: 11 },
    );
    expect(purgeTrash(doc, 10)).toEqual({ cards: 1, links: 1, comments: 1 });
    for (const map of ["cards", "position", "text", "attributes", "links", "comments"]) {
      const keys = [...doc.getMap(map).keys()];
      expect(keys.filter((key) => [one, link, comment].some((gone) => key.startsWith(gone)))).toEqual([]);
    }
    const { cards: left, links: joined } = readBoard(doc);
    expect([...left.keys()].toSorted()).toEqual([two, three].toSorted());
    expect([...joined.keys()]).toEqual([links[1]]);
    expect(purgeTrash(doc, 10)).toEqual({ cards: 0, links: 0, comments: 0 });
  });

  it("[H6] leaves no orphans, whatever was trashed in which order", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), (edits) => {
        const doc = createBoardDoc();
        play(doc, edits);
        const living = readBoard(doc);
        purgeTrash(doc, 1_000);
        const things = new Set(["cards", "links", "comments"].flatMap((map) => [...doc.getMap(map).keys()]));
        for (const key of doc.getMap("attributes").keys()) expect(things.has(key.split("/")[0] ?? "")).toBe(true);
        expect(compareBoards(living, readBoard(doc))).toEqual(same);
      }),
    );
  });

  it("[H6] comes to the same in parts", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), (edits) => {
        const [whole, inParts] = [createBoardDoc(), createBoardDoc()];
        for (const doc of [whole, inParts]) play(doc, edits);
        purgeTrash(whole, 1_000);
        for (let more = true; more;) {
          const purged = purgeTrash(inParts, 1_000, { atMost: 1 });
          more = purged.cards + purged.links + purged.comments > 0;
        }
        for (const map of ["cards", "position", "text", "attributes", "links", "comments"])
          expect([...inParts.getMap(map).keys()].toSorted()).toEqual([...whole.getMap(map).keys()].toSorted());
      }),
    );
  });

  it("[H6] spares what it is asked to", () => {
    const doc = boardWith(card(one), card(two), { type: "trash", things: [one, two], at: 1 });
    expect(purgeTrash(doc, 5, { isSpared: (id) => id === one })).toEqual({ cards: 1, links: 0, comments: 0 });
    expect([...readBoard(doc).cards.keys()]).toEqual([one]);
  });
});
