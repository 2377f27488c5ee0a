import fc from "fast-check";
import type * as Y from "yjs";
import { describe, expect, it } from "vitest";
import {
  newCardId,
  newCommentId,
  newLinkId,
  newPersonId,
  type CardId,
  type ChangeEntry,
  type CommentId,
  type Json,
  type LinkId,
  type PersonId,
} from "../terms/index.ts";
import { recordFacts } from "./changedFacts.ts";
import { compareBoards } from "./compare.ts";
import { createBoardDoc, type BoardDoc } from "./doc.ts";
import { applyServerEdits, type ServerEdit } from "./serverEdit.ts";
import { readBoard } from "./read.ts";
import { undoPersonEdits } from "./undoPerson.ts";

const [amina, bruno] = [newPersonId(), newPersonId()];
const cards: readonly CardId[] = Array.from({ length: 4 }, newCardId);
const links: readonly LinkId[] = Array.from({ length: 3 }, newLinkId);
const comments: readonly CommentId[] = Array.from({ length: 3 }, newCommentId);
const [one, two] = cards as readonly [CardId, CardId, ...CardId[]];
const [link] = links as readonly [LinkId, ...LinkId[]];
const [comment, answer] = comments as readonly [CommentId, CommentId, ...CommentId[]];

/** The facts of a document under the keys of the change log. */
function factsOf(doc: BoardDoc): Map<string, Json> {
  const prefixes = { cards: "card", position: "position", attributes: "attribute", links: "link", comments: "comment" };
  const facts = new Map<string, Json>();
  for (const [map, prefix] of Object.entries(prefixes))
    for (const [key, value] of doc.getMap(map)) facts.set(`${prefix}/${key}`, value as Json);
  for (const [key, value] of doc.getMap("text")) facts.set(`text/${key}`, (value as Y.Text).toJSON());
  return facts;
}
const wordsOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
/** A board with its change log, kept as the server keeps it. */
function logged() {
  const doc = createBoardDoc();
  const log: ChangeEntry[] = [];
  const act = (person: PersonId | undefined, edits: readonly ServerEdit[], at = log.length) => {
    const { facts } = recordFacts(doc, () => applyServerEdits(doc, edits));
    if (facts.length > 0) log.push({ at, person, facts });
  };
  const undo = (person: PersonId, since = 0) => {
    const undone = undoPersonEdits(doc, log, { person, since, at: 999 });
    act(undefined, undone.edits);
    return { trashed: undone.trashed, setBack: undone.setBack, skipped: undone.skipped };
  };
  return { doc, log, act, undo };
}
const card = (id: CardId, by: PersonId, text = "Fast answers"): ServerEdit => ({
  type: "addCard",
  id,
  kind: "note",
  position: [1, 2],
  text,
  at: 1,
  by,
});
const none = { added: [], removed: [], changed: [] };

describe("undoPersonEdits", () => {
  it("[H4] trashes what the person made, and sets back what they set", () => {
    const { doc, act, undo } = logged();
    act(bruno, [card(one, bruno)]);
    const before = readBoard(doc);
    act(amina, [card(two, amina), { type: "addLink", id: link, from: one, to: two, polarity: "-", at: 2, by: amina }]);
    act(amina, [{ type: "moveCards", moves: [{ card: one, to: [9, 9] }] }]);
    act(amina, [{ type: "moveCards", moves: [{ card: one, to: [8, 8] }] }]);
    act(amina, [{ type: "setAttributes", on: one, values: { colour: "red" } }]);
    act(amina, [{ type: "writeText", card: one, text: "Wrong answers" }]);
    act(amina, [{ type: "trash", things: [one], at: 5 }]);
    expect(undo(amina)).toEqual({ trashed: 2, setBack: 4, skipped: 0 });
    expect(compareBoards(before, readBoard(doc))).toEqual({ cards: none, links: none, comments: none });
    expect(readBoard(doc).cards.get(two)?.attributes.trashedAt).toBe(999);
  });

  it("[H4] leaves what others changed since, wrote in, named or answered, and counts it", () => {
    const { doc, act, undo } = logged();
    act(amina, [
      card(one, amina, "Mine"),
      card(two, amina),
      { type: "addLink", id: link, from: one, to: two, at: 2, by: amina },
      { type: "addComment", id: comment, on: one, text: "Why?", at: 2, by: amina },
    ]);
    act(bruno, [{ type: "writeText", card: one, text: "Mine, BUT" }]);
    act(bruno, [{ type: "setAttributes", on: link, values: { label: "slowly" } }]);
    act(bruno, [{ type: "addComment", id: answer, on: one, text: "So.", replyTo: comment, at: 3, by: bruno }]);
    expect(undo(amina)).toEqual({ trashed: 1, setBack: 1, skipped: 3 });
    const { cards: there, links: joined, comments: said } = readBoard(doc);
    expect(there.get(one)).toMatchObject({ text: ", BUT", position: [1, 2], attributes: {} });
    expect(there.get(two)?.attributes.trashedAt).toBe(999);
    expect(joined.get(link)?.attributes).toEqual({ label: "slowly" });
    expect(said.get(comment)?.attributes).toEqual({});
  });

  it("[H4] a value that another person set again to the same is theirs", () => {
    const { doc, act, undo } = logged();
    act(bruno, [card(one, bruno)]);
    for (const [person, colour] of [
      [amina, "red"],
      [bruno, "blue"],
      [bruno, "red"],
    ] as const)
      act(person, [{ type: "setAttributes", on: one, values: { colour } }]);
    expect(undo(amina)).toEqual({ trashed: 0, setBack: 0, skipped: 1 });
    expect(readBoard(doc).cards.get(one)?.attributes.colour).toBe("red");
  });

  it("[H4] goes back to the moment it is asked for, and no further", () => {
    const { doc, act, undo } = logged();
    act(amina, [card(one, amina, "Early")], 10);
    act(amina, [{ type: "writeText", card: one, text: "Early, late" }], 20);
    act(amina, [card(two, amina)], 21);
    expect(undo(amina, 15)).toEqual({ trashed: 1, setBack: 1, skipped: 0 });
    expect(readBoard(doc).cards.get(one)).toMatchObject({ text: "Early", attributes: {} });
  });

  it("[H4] leaves what the log does not tell the whole of", () => {
    const { doc, log, act, undo } = logged();
    act(amina, [card(one, amina)]);
    act(bruno, [{ type: "writeText", card: one, text: "Fast ANSWERS" }]);
    act(amina, [{ type: "writeText", card: one, text: "ANSWERS" }]);
    log.splice(1, 1);
    expect(undo(amina)).toEqual({ trashed: 0, setBack: 0, skipped: 2 });
    expect(readBoard(doc).cards.get(one)).toMatchObject({ text: "ANSWERS", attributes: {} });
  });

  it("[R79] of texts that are told without their letters, the cards in which nobody else wrote go, and the others stay", () => {
    const { doc, log, act, undo } = logged();
    const [mine, shared, theirs] = cards as readonly [CardId, CardId, CardId, CardId];
    act(bruno, [card(theirs, bruno)]);
    act(amina, [card(mine, amina), card(shared, amina)]);
    for (const id of [mine, shared, theirs]) act(amina, [{ type: "writeText", card: id, text: "Wrong answers" }]);
    act(bruno, [{ type: "writeText", card: shared, text: "Wrong ANSWERS" }]);
    for (const [at, entry] of log.entries()) {
      const facts = entry.facts.map((fact) => (fact.key.startsWith("text/") ? { key: fact.key } : fact));
      log[at] = { ...entry, facts };
    }
    // the shared card and its text, and the text of another's
    expect(undo(amina)).toEqual({ trashed: 1, setBack: 0, skipped: 3 });
    const after = readBoard(doc).cards;
    expect([mine, shared, theirs].map((id) => after.get(id)?.attributes.trashedAt)).toEqual([
      999,
      undefined,
      undefined,
    ]);
  });

  // a person writes in letters of their own, so that a text shows who wrote what
  const editBy = (mine: boolean): fc.Arbitrary<ServerEdit> => {
    const by = mine ? amina : bruno;
    const text = fc.string({ unit: mine ? fc.constantFrom("a", "b") : fc.constantFrom("A", "B"), maxLength: 4 });
    const thing = fc.oneof(fc.constantFrom(...cards), fc.constantFrom(...links), fc.constantFrom(...comments));
    return fc.oneof(
      fc.record({
        type: fc.constant("addCard" as const),
        id: fc.constantFrom(...cards),
        kind: fc.constant("note" as const),
        position: fc.constant([0, 0] as const),
        text,
        at: fc.constant(1),
        by: fc.constant(by),
      }),
      fc.record({
        type: fc.constant("addLink" as const),
        id: fc.constantFrom(...links),
        from: fc.constantFrom(...cards),
        to: fc.constantFrom(...cards),
        at: fc.constant(1),
        by: fc.constant(by),
      }),
      fc.record({
        type: fc.constant("addComment" as const),
        id: fc.constantFrom(...comments),
        on: fc.constantFrom(...cards),
        text: fc.constant("?"),
        at: fc.constant(1),
        by: fc.constant(by),
      }),
      fc.record({
        type: fc.constant("setAttributes" as const),
        on: thing,
        values: fc.record({ colour: fc.constantFrom("red", "blue", undefined) }),
      }),
      fc.record({
        type: fc.constant("moveCards" as const),
        moves: fc.tuple(fc.record({ card: fc.constantFrom(...cards), to: fc.tuple(fc.nat(3), fc.nat(3)) })),
      }),
      fc.record({ type: fc.constant("trash" as const), things: fc.tuple(thing), at: fc.nat(9) }),
      fc.record({ type: fc.constant("bringBack" as const), things: fc.tuple(thing) }),
    );
  };
  /** What a random act means; typing is done on the text that is there by then. */
  const actBy = (mine: boolean) =>
    fc.record({
      mine: fc.constant(mine),
      edit: editBy(mine),
      splice: fc.option(
        fc.record({
          card: fc.constantFrom(...cards),
          at: fc.nat(9),
          remove: fc.nat(2),
          insert: fc.string({ unit: mine ? fc.constantFrom("a", "b") : fc.constantFrom("A", "B"), maxLength: 2 }),
        }),
      ),
    });
  type Act = {
    mine: boolean;
    edit: ServerEdit;
    splice: { card: CardId; at: number; remove: number; insert: string } | null;
  };
  const play = ({ doc, act }: ReturnType<typeof logged>, acts: readonly Act[]) => {
    for (const { mine, edit, splice } of acts) {
      const text = splice && readBoard(doc).cards.get(splice.card)?.text;
      const typed =
        splice && typeof text === "string"
          ? text.slice(0, splice.at) + splice.insert + text.slice(splice.at + splice.remove)
          : undefined;
      act(mine ? amina : bruno, [
        splice && typed !== undefined ? { type: "writeText", card: splice.card, text: typed } : edit,
      ]);
    }
  };

  it("[H4] a board on which one person did everything since is as it was before", () => {
    fc.assert(
      fc.property(
        fc.array(actBy(false), { maxLength: 20 }),
        fc.array(actBy(true), { maxLength: 20 }),
        (theirs, mine) => {
          const board = logged();
          play(board, theirs);
          const before = readBoard(board.doc);
          play(board, mine);
          expect(board.undo(amina).skipped).toBe(0);
          // there is nothing left to be taken back
          expect(board.undo(amina)).toMatchObject({ trashed: 0, setBack: 0 });
          expect(compareBoards(before, readBoard(board.doc))).toEqual({ cards: none, links: none, comments: none });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("[H4] never touches what others did since, in whatever order it was done", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(actBy(true), actBy(false)), { maxLength: 30 }), (acts) => {
        const board = logged();
        play(board, acts);
        const before = factsOf(board.doc);
        const lastBy = new Map(
          board.log.flatMap(({ person, facts }) => facts.map(({ key }) => [key, person] as const)),
        );
        const madeByAmina = new Set(
          board.log.flatMap(({ person, facts }) =>
            facts
              .filter(({ key }) => person === amina && /^(card|link|comment)\//.test(key))
              .map(({ key }) => key.split("/")[1]),
          ),
        );
        board.undo(amina);
        const after = factsOf(board.doc);
        for (const [key, value] of before) {
          const isOwnTrash = key.endsWith("/trashedAt") && madeByAmina.has(key.split("/")[1]);
          if (key.startsWith("text/")) {
            const rest = wordsOf(value).replaceAll(/[^AB]/g, "");
            const left = wordsOf(after.get(key));
            let found = 0;
            for (const letter of left) if (letter === rest[found]) found += 1;
            expect(found).toBe(rest.length);
          } else if (lastBy.get(key) === bruno && !isOwnTrash) expect(after.get(key)).toEqual(value);
        }
        // what somebody took away stays away, unless it was Amina
        for (const key of after.keys())
          if (!before.has(key) && !key.endsWith("/trashedAt")) expect(lastBy.get(key)).toBe(amina);
      }),
      { numRuns: 300 },
    );
  });
});
