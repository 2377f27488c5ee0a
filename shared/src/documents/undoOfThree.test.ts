import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, type BoardSnapshot, type CardId } from "../terms/index.ts";
import { openCardText } from "./cardText.ts";
import { applyUpdate, createBoardDoc, encodeDoc } from "./doc.ts";
import { applyEdits, type Edit } from "./edit.ts";
import { readBoard } from "./read.ts";
import { createUndoHistory, inverseOf } from "./undo.ts";

/** Whoever writes a value marks it as theirs: a position by its last digit, a tag and a letter by their initial. */
const INITIALS = ["a", "b", "c"] as const;

type Step =
  | { readonly do: "add" | "move" | "tag" | "write" | "trash" | "link"; readonly who: number; readonly on: number }
  | { readonly do: "undo" | "redo"; readonly who: number }
  | { readonly do: "meet"; readonly who: number; readonly other: number };
const who = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("add", "move", "tag", "write", "trash", "link" as const),
      who,
      on: fc.nat({ max: 9 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("undo" as const, "redo" as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("meet" as const), who, other: who }) },
);

function openThree() {
  let moment = 0;
  const first = createBoardDoc();
  const shared = newCardId();
  applyEdits(first, [{ type: "addCard", id: shared, kind: "note", position: [0, 0], text: "", at: 1 }]);
  return INITIALS.map((initial, i) => {
    const doc = createBoardDoc();
    applyUpdate(doc, encodeDoc(first));
    const history = createUndoHistory();
    const make = (...edits: Edit[]) => history.did(inverseOf(doc, applyEdits(doc, edits)));
    const cardAt = (on: number): CardId => {
      const ids = [...readBoard(doc).cards.keys()].toSorted();
      return ids[on % ids.length] ?? shared;
    };
    const next = () => (moment += 1);
    const acts = {
      add: () =>
        make({
          type: "addCard",
          id: newCardId(),
          kind: "note",
          position: [next() * 10 + i, 0],
          text: initial,
          at: 1,
        }),
      move: (on: number) => make({ type: "moveCards", moves: [{ card: cardAt(on), to: [next() * 10 + i, 0] }] }),
      tag: (on: number) => make({ type: "setAttributes", on: cardAt(on), values: { tags: [`${initial}${next()}`] } }),
      write: (on: number) => {
        const text = openCardText(doc, cardAt(on));
        if (!text) return;
        const before = text.value();
        const at = on % (before.length + 1);
        text.edit(before.slice(0, at) + initial + before.slice(at), at + 1);
        history.did(text.close());
      },
      trash: (on: number) => make({ type: "trash", things: [cardAt(on)], at: next() }),
      link: (on: number) =>
        make({ type: "addLink", id: newLinkId(), from: cardAt(on), to: cardAt(on + 1), polarity: "+", at: 1 }),
    };
    return { doc, history, acts };
  });
}

/** What a board holds that others wrote: letters, tags and places that are not this person's. */
function ofOthers(board: BoardSnapshot, person: number) {
  const own = INITIALS[person] ?? "";
  return [...board.cards.values()].map(({ id, text, position, attributes }) => ({
    id,
    letters: Array.from(text)
      .filter((letter) => letter !== own)
      .join(""),
    tags: (attributes.tags ?? []).filter((tag) => !tag.startsWith(own)),
    place: position[0] % 10 === person ? undefined : position[0],
  }));
}

describe("three people who undo at random", () => {
  it("[B76] nobody's undo or redo takes a letter, a tag or a place that somebody else wrote, and all copies end equal", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: "max" }), (steps) => {
        const people = openThree();
        for (const each of steps) {
          const person = people[each.who];
          if (!person) continue;
          if (each.do === "meet") {
            const other = people[each.other];
            if (other && other !== person) {
              applyUpdate(other.doc, encodeDoc(person.doc));
              applyUpdate(person.doc, encodeDoc(other.doc));
            }
          } else if (each.do === "undo" || each.do === "redo") {
            const before = ofOthers(readBoard(person.doc), each.who);
            person.history[each.do]();
            const after = new Map(ofOthers(readBoard(person.doc), each.who).map((card) => [card.id, card]));
            for (const card of before) {
              const now = after.get(card.id);
              expect(now?.letters).toBe(card.letters);
              // who does again what they took back does it over what was there before, which may be anybody's
              if (each.do === "redo") continue;
              if (card.tags.length > 0) expect(now?.tags).toEqual(card.tags);
              if (card.place !== undefined) expect(now?.place).toBe(card.place);
            }
          } else if ("on" in each) person.acts[each.do](each.on);
        }
        for (const from of people) for (const to of people) if (from !== to) applyUpdate(to.doc, encodeDoc(from.doc));
        for (const from of people) for (const to of people) if (from !== to) applyUpdate(to.doc, encodeDoc(from.doc));
        const [first, ...rest] = people.map(({ doc }) => readBoard(doc));
        for (const board of rest) expect(board).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });
});
