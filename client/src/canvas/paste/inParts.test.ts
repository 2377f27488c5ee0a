import { applyEdits, createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import { MAX_UPDATE_BYTES } from "@palabre/shared/protocol";
import { LIMITS, newCardId, type BoardSnapshot } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { layPasted } from "./layPasted.ts";
import { readPasted } from "./readPasted.ts";

const EMPTY: BoardSnapshot = { cards: new Map(), links: new Map(), comments: new Map(), skipped: 0 };
const lay = (text: string) => layPasted(EMPTY, readPasted(text), "note", [0, 0]);

describe("[B47] what is longer than a card keeps", () => {
  it("[B47] loses no words: what is longer than a card keeps goes on in further cards right behind it", () => {
    const long = `${"word ".repeat(5_000)}end`;
    const signs = `a${"😀".repeat(10_001)}`;
    const texts = lay(`one\n${long}\n${signs}\ntwo`).cards.map(({ text = "" }) => text);
    expect(texts.map((text) => text.length <= LIMITS.textLength && !/\p{Surrogate}/u.test(text))).toEqual(
      texts.map(() => true),
    );
    expect([texts[0], `${texts[1]}${texts[2]}`, `${texts[3]}${texts[4]}`, texts[5]]).toEqual([
      "one",
      long,
      signs,
      "two",
    ]);
    expect(texts[1]).toMatch(/word $/);
    const { cards, links } = lay(`${long}\n\tunder it`);
    expect(links.map(({ from, to }) => [cards[from]?.text?.slice(0, 4), cards[to]?.text])).toEqual([
      ["word", "under it"],
    ]);
  });
  it("[B47] loses no words of a JSON Canvas, and what goes on lies under all that has its place", () => {
    const long = "word ".repeat(5_000);
    const url = `https://example.org/${"a".repeat(2_000)}`;
    const at = { x: 0, width: 300, height: 100 };
    const nodes = [
      { id: "a", type: "text", text: long, y: 50, ...at },
      { id: "g", type: "group", label: "Ideas", ...at, y: 0, height: 200 },
      { id: "b", type: "link", url, y: 250, ...at },
    ];
    const { cards } = lay(JSON.stringify({ nodes }));
    const [first, further, frame, page] = cards;
    expect(cards.map(({ kind, within }) => [kind, within])).toEqual([
      ["note", 2],
      ["note", undefined],
      ["frame", undefined],
      ["note", undefined],
    ]);
    expect([`${first!.text}${further!.text}`, page!.text]).toEqual([long, url]);
    expect(page!.position[1] - frame!.position[1]).toBe(250);
    expect(further!.position[1]).toBeGreaterThan(page!.position[1] + 95);
    const [most, group] = [{ ...nodes[0], text: "a".repeat(LIMITS.textLength * 60) }, nodes[1]];
    const full = lay(JSON.stringify({ nodes: [most, group] }));
    expect([full.cards[0]?.within, full.cards.length, full.left]).toEqual([undefined, 42, 19]);
  });
  it("[B47] takes no more at once than one update may hold, whatever its signs weigh, and says how much is left", () => {
    for (const sign of ["a", "é", "😀"]) {
      const { cards, left } = lay(sign.repeat(1_500_000 / sign.length));
      const doc = createBoardDoc();
      const edits = cards.map(({ kind, position, text = "" }) => ({
        type: "addCard" as const,
        id: newCardId(),
        kind,
        position,
        text,
        at: 1,
      }));
      applyEdits(doc, edits);
      expect([sign, encodeDoc(doc).length < MAX_UPDATE_BYTES, cards.length + left]).toEqual([sign, true, 75]);
    }
    const links = lay(
      Array.from({ length: 500 }, (_, i) => `${"\t".repeat(i % 2)}${"x".repeat(3_000)} ${i}`).join("\n"),
    );
    expect([links.cards.length, links.left]).toEqual([282, 218]);
    expect(links.links).toHaveLength(141);
  });
});
