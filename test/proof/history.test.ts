import { applyEdits, createBoardDoc, openCardText, readBoard } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { attributeKeyOf, findBroken, markSeen, positionKey, type Act, type Entry } from "../helpers/history.ts";

const card = newCardId();
const owner = attributeKeyOf(card, "owner");
const promised = (act: Act, writer = "a"): Entry => ({ act, writer, isPromised: true });
const issued = (act: Act, writer = "a"): Entry => ({ act, writer, isPromised: false });
const wrote = (value: string | undefined, over: string | undefined, key = owner): Act => ({
  type: "write",
  key,
  value: value === undefined ? undefined : JSON.stringify(value),
  over: over === undefined ? undefined : JSON.stringify(over),
});

function boardWith(facts: { owner?: string; text?: string }) {
  const doc = createBoardDoc();
  const attributes = facts.owner === undefined ? {} : { owner: facts.owner };
  applyEdits(doc, [
    { type: "addCard", id: card, kind: "note", position: [1, 2], text: facts.text ?? "", attributes, at: 1 },
  ]);
  return readBoard(doc);
}

describe("the checker of histories", () => {
  it("misses a card that was added, and a word that was written", () => {
    const gone = newCardId();
    const history = [
      promised({ type: "add", id: gone }),
      promised({ type: "insert", card, word: "‹1›" }),
      issued({ type: "insert", card, word: "‹2›" }),
      promised({ type: "remove", card, word: "‹3›" }),
    ];
    expect(findBroken(history, boardWith({ text: "‹3›" }))).toEqual([
      `a: ${gone} was added and is gone`,
      "a: ‹1› was written and is gone",
      "a: ‹3› was removed and is back",
    ]);
    expect(findBroken(history.slice(1), boardWith({ text: "‹1›" }))).toEqual([]);
  });

  it("lets nothing stand that a promised write had replaced, by whomever", () => {
    const history = [
      issued(wrote("one", undefined)),
      promised(wrote("two", "one"), "b"),
      issued(wrote("three", "two"), "c"),
    ];
    expect(findBroken(history, boardWith({ owner: "one" }))).toHaveLength(1);
    expect(findBroken(history, boardWith({}))).toHaveLength(1);
    expect(findBroken(history, boardWith({ owner: "four" }))).toHaveLength(1);
    for (const owner of ["two", "three"]) expect(findBroken(history, boardWith({ owner }))).toEqual([]);
  });

  it("lets either of two writes stand that did not know of each other", () => {
    const history = [promised(wrote("one", undefined)), promised(wrote("two", undefined), "b")];
    for (const owner of ["one", "two"]) expect(findBroken(history, boardWith({ owner }))).toEqual([]);
    expect(findBroken(history, boardWith({}))).toHaveLength(1);
  });

  it("lets nothing come back that was unset for good", () => {
    const history = [promised(wrote("one", undefined)), promised(wrote(undefined, "one"))];
    expect(findBroken(history, boardWith({ owner: "one" }))).toHaveLength(1);
    expect(findBroken(history, boardWith({}))).toEqual([]);
  });

  it("takes what a reader saw for promised", () => {
    const doc = createBoardDoc();
    applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [3, 4], text: "", at: 1 }]);
    openCardText(doc, card)?.edit("‹1›");
    const moved: Act = { type: "write", key: positionKey(card), value: "[3,4]", over: "[1,2]" };
    const history = [issued({ type: "add", id: card }), issued(moved), issued({ type: "insert", card, word: "‹1›" })];
    markSeen(history, readBoard(doc));
    expect(history.every(({ isPromised }) => isPromised)).toBe(true);
    expect(findBroken(history, boardWith({}))).toHaveLength(2);
  });
});
