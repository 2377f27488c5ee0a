import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newCommentId, newLinkId } from "../terms/index.ts";
import { createBoardDoc } from "./doc.ts";
import { applyEdits } from "./edit.ts";
import { readBoard } from "./read.ts";

describe("reading a board", () => {
  it("[B2] an empty document is an empty board", () => {
    expect(readBoard(createBoardDoc())).toEqual({
      cards: new Map(),
      links: new Map(),
      comments: new Map(),
      skipped: 0,
    });
  });

  it("[P65] what a strategy needs and can't go with is a list of at most twenty cards; what is no such list is not read", () => {
    const doc = createBoardDoc();
    const strategy = newCardId();
    const others = Array.from({ length: 21 }, () => newCardId());
    applyEdits(doc, [{ type: "addCard", id: strategy, kind: "strategy", position: [0, 0], text: "Evenings", at: 1 }]);
    const read = (name: string, value: unknown) => {
      doc.getMap("attributes").set(`${strategy}/${name}`, value);
      return readBoard(doc).cards.get(strategy)?.attributes;
    };
    expect(read("requires", others.slice(1))).toEqual({ requires: others.slice(1) });
    expect(read("requires", others)).toEqual({});
    expect(read("requires", "everything")).toEqual({});
    expect(read("excludes", ["not an id"])).toEqual({});
    expect(read("excludes", [others[0]])).toEqual({ excludes: [others[0]] });
  });

  it("[B2] wrong entries are skipped and counted, wrong attributes left out, torn cards stay reachable", () => {
    const doc = createBoardDoc();
    const [good, torn] = [newCardId(), newCardId()];
    applyEdits(doc, [{ type: "addCard", id: good, kind: "factor", position: [0, 0], text: "Trust", at: 1 }]);
    doc.getMap("cards").set(torn, { kind: "note", at: 2 });
    doc.getMap("cards").set("not an id", { kind: "note", at: 3 });
    doc.getMap("cards").set(newCardId(), "not a birth");
    doc.getMap("attributes").set(`${good}/level`, "galaxy");
    doc.getMap("attributes").set(`${good}/tags`, ["ok"]);
    doc.getMap("attributes").set("no slash", 1);
    const { cards, skipped } = readBoard(doc);
    expect([...cards.keys()]).toEqual([good, torn]);
    expect(cards.get(good)?.attributes).toEqual({ tags: ["ok"] });
    expect(cards.get(torn)).toEqual({
      id: torn,
      kind: "note",
      at: 2,
      position: [0, 0],
      text: "",
      attributes: {},
      extra: {},
    });
    // the two unreadable cards, the level, and the torn card's position and text
    expect(skipped).toBe(5);
    expect(doc.getMap("cards").size).toBe(4);
  });

  it("[B2] a link or comment on a card that is gone is left out of the snapshot", () => {
    const doc = createBoardDoc();
    const [here, gone] = [newCardId(), newCardId()];
    applyEdits(doc, [
      { type: "addCard", id: here, kind: "note", position: [0, 0], at: 1 },
      { type: "addLink", id: newLinkId(), from: here, to: gone, at: 2 },
      { type: "addComment", id: newCommentId(), on: gone, text: "?", at: 3 },
    ]);
    expect(readBoard(doc)).toMatchObject({ links: new Map(), comments: new Map(), skipped: 0 });
  });

  it("[B2] whatever a stranger writes under any key, reading gives a valid snapshot", () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.uint8Array({ maxLength: 4 }));
    const key = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        "A".repeat(21),
        `${"A".repeat(21)}/size`,
        `${"A".repeat(21)}/trashedAt`,
        "__proto__",
        "constructor/x",
      ),
    );
    const map = fc.constantFrom("cards", "position", "text", "attributes", "links", "comments");
    fc.assert(
      fc.property(fc.array(fc.tuple(map, key, value), { maxLength: 40 }), (entries) => {
        const doc = createBoardDoc();
        doc.getMap("cards").set("A".repeat(21), { kind: "note", at: 1 });
        for (const [name, at, what] of entries) doc.getMap(name).set(at, what);
        const { cards, skipped } = readBoard(doc);
        for (const card of cards.values()) {
          expect(card.position.every(Number.isFinite)).toBe(true);
          expect(typeof card.text).toBe("string");
          expect(Object.getPrototypeOf(card.attributes)).toBe(Object.prototype);
        }
        expect(skipped).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
