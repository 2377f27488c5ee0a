import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { LIMITS, newCardId } from "../terms/index.ts";
import { moveCaret, openCardText, spliceBetween } from "./cardText.ts";
import type { TextChange } from "./textDiff.ts";
import { applyUpdate, createBoardDoc, encodeDoc } from "./doc.ts";
import { applyEdits } from "./edit.ts";
import { readBoard } from "./read.ts";

/** Yjs takes its clock when it is loaded: it is set forward from there. */
const clock = vi.hoisted(() => {
  const [now, clock] = [Date.now, { aheadMs: 0 }];
  Date.now = () => now() + clock.aheadMs;
  return clock;
});

const texts = fc.string({ unit: fc.constantFrom("a", "b", "é", "🌳", "\n"), maxLength: 12 });

/** no half of a surrogate pair stands alone */
const isWellFormed = (text: string) => Buffer.from(text, "utf8").toString("utf8") === text;

describe("a card's text", () => {
  it("[B1] half a letter, pasted or left over at the limit, is not written: it would read otherwise on every other copy", () => {
    const doc = createBoardDoc();
    const card = newCardId();
    applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: "", at: 1 }]);
    const text = openCardText(doc, card)!;
    for (const [typed, kept] of [
      ["tree \ud83c!", "tree !"],
      [`${"x".repeat(LIMITS.textLength - 1)}🌳`, "x".repeat(LIMITS.textLength - 1)],
      ["🌳", "🌳"],
    ] as const) {
      text.edit(typed);
      const copy = createBoardDoc();
      applyUpdate(copy, encodeDoc(doc));
      expect([text.value(), openCardText(copy, card)?.value()]).toEqual([kept, kept]);
    }
  });

  it("[B12] the splice found turns the one text into the other, and never cuts a surrogate pair", () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(24), (before, after, caret) => {
        const { start, removed, inserted } = spliceBetween(before, after, caret);
        expect(before.slice(0, start) + inserted + before.slice(start + removed)).toBe(after);
        for (const part of [before.slice(0, start), before.slice(start, start + removed), inserted])
          expect(isWellFormed(part)).toBe(true);
      }),
    );
  });

  it("[B12] of equal letters, the one at the caret is the one that was typed", () => {
    expect(spliceBetween("aa", "aaa", 1)).toEqual({ start: 0, removed: 0, inserted: "a" });
    expect(spliceBetween("aa", "aaa", 3)).toEqual({ start: 2, removed: 0, inserted: "a" });
    expect(spliceBetween("aaa", "aa", 1)).toEqual({ start: 1, removed: 1, inserted: "" });
  });

  it("[B12] a caret stays before the letter it stood before, whatever others insert or remove", () => {
    const cases: [number, TextChange, number][] = [
      [3, [{ insert: "zz" }], 5],
      [3, [{ keep: 3 }, { insert: "zz" }], 3],
      [3, [{ keep: 1 }, { remove: 1 }], 2],
      [3, [{ keep: 1 }, { remove: 9 }], 1],
      [0, [{ insert: "zz" }], 0],
      [4, [{ remove: 2 }, { keep: 1 }, { insert: "q" }], 3],
    ];
    for (const [index, change, expected] of cases) expect(moveCaret(index, change)).toBe(expected);
  });

  it("[B12] two people typing in one card keep every letter", () => {
    const id = newCardId();
    const one = createBoardDoc();
    applyEdits(one, [{ type: "addCard", id, kind: "note", position: [0, 0], text: "tree", at: 1 }]);
    const two = createBoardDoc();
    applyUpdate(two, encodeDoc(one));
    const [mine, theirs] = [openCardText(one, id)!, openCardText(two, id)!];
    const heard: TextChange[] = [];
    mine.subscribe((change) => heard.push(change));
    mine.edit("the tree");
    theirs.edit("trees");
    applyUpdate(one, encodeDoc(two));
    applyUpdate(two, encodeDoc(one));
    expect(mine.value()).toBe("the trees");
    expect(theirs.value()).toBe("the trees");
    expect(heard).toEqual([[{ keep: 8 }, { insert: "s" }]]);
  });

  it("[B12] undo inside the text takes back one's own letters only", () => {
    const id = newCardId();
    const one = createBoardDoc();
    applyEdits(one, [{ type: "addCard", id, kind: "note", position: [0, 0], text: "", at: 1 }]);
    const two = createBoardDoc();
    applyUpdate(two, encodeDoc(one));
    const [mine, theirs] = [openCardText(one, id)!, openCardText(two, id)!];
    mine.edit("abc");
    applyUpdate(two, encodeDoc(one));
    theirs.edit("abcXYZ");
    applyUpdate(one, encodeDoc(two));
    expect(mine.undo()).toBe(true);
    expect(mine.value()).toBe("XYZ");
    expect(mine.undo()).toBe(false);
    expect(mine.redo()).toBe(true);
    expect(mine.value()).toBe("abcXYZ");
  });

  it("[B113] what was taken back while it was written is not brought back by a redo of the whole", () => {
    const id = newCardId();
    const doc = createBoardDoc();
    applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [0, 0], text: "", at: 1 }]);
    const text = openCardText(doc, id)!;
    text.edit(" abc");
    // a pause parts what is typed into two steps
    clock.aheadMs += 5_000;
    text.edit(" abc def");
    expect([text.undo(), text.value()]).toEqual([true, " abc"]);
    const typed = text.close()!;
    const value = () => readBoard(doc).cards.get(id)?.text;
    const may = () => true;
    expect([typed.undo(may).done, value()]).toEqual([1, ""]);
    expect([typed.redo(may).done, value()]).toEqual([1, " abc"]);
    expect([typed.undo(may).done, value()]).toEqual([1, ""]);
  });
});
