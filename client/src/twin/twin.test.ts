import { readOutline, roomIn } from "@palabre/shared/outline";
import { newCardId, newLinkId, sizeOf, type Card, type CardKind, type Link } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { findIn } from "./findIn.ts";
import { tieWords } from "./tieWords.ts";
import { toMarkdown } from "./toMarkdown.ts";

const en = await textIn("en", "en-GB");
const fr = await textIn("fr", "fr-FR");

const card = (kind: CardKind, text: string, position: Card["position"] = [0, 0], attributes: Card["attributes"] = {}) =>
  ({ id: newCardId(), kind, text, at: 1, position, attributes, extra: {} }) satisfies Card;
const link = (from: Card, to: Card, how: Partial<Link> = {}): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 1,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
  ...how,
});
const boardOf = (cards: readonly Card[], links: readonly Link[] = []) => ({
  cards: new Map(cards.map((one) => [one.id, one])),
  links: new Map(links.map((one) => [one.id, one])),
});
const words = {
  title: "Café",
  untitled: "Untitled",
  outside: "In no frame",
  kindOf: ({ kind }: Card) => kind,
  tie: (tie: Parameters<typeof tieWords>[0]) => tieWords(tie, en, new Map()),
  measured: () => undefined,
};

describe("the text twin", () => {
  it("[T2] a link is a sentence from either of its cards, in both languages", () => {
    const [waiting, trust] = [card("factor", "Waiting"), card("expectation", "Trust", [300, 0])];
    const { sections } = readOutline(
      boardOf(
        [waiting, trust],
        [link(waiting, trust, { polarity: "-", strength: 3, delay: true, label: "since May" })],
      ),
    );
    const ties = sections[0]?.entries.flatMap((entry) => entry.ties) ?? [];
    expect(ties.map((tie) => tieWords(tie, en, new Map()))).toEqual([
      "hinders Trust, strongly, after a while, since May",
      "is hindered by Waiting, strongly, after a while, since May",
    ]);
    expect(tieWords(ties[0] ?? raise(), fr, new Map())).toContain("freine Trust, fortement");
    expect(tieWords(ties[1] ?? raise(), fr, new Map())).toContain("Waiting y met un frein, fortement");
  });

  it("[P131] a link that the group weighed is told as it counts, and that the group says it", () => {
    const [waiting, trust] = [card("factor", "Waiting"), card("expectation", "Trust", [300, 0])];
    const drawn = link(waiting, trust, { polarity: "+", strength: 3 });
    const ties =
      readOutline(boardOf([waiting, trust], [drawn])).sections[0]?.entries.flatMap((entry) => entry.ties) ?? [];
    const told = (median: number) =>
      [en, fr].flatMap((text) => ties.map((tie) => tieWords(tie, text, new Map([[drawn.id, { median }]]))));
    expect(told(-1.5)).toEqual([
      "hinders Trust, clearly, says the group",
      "is hindered by Waiting, clearly, says the group",
      "freine Trust, nettement, dit le groupe",
      "Waiting y met un frein, nettement, dit le groupe",
    ]);
    expect(told(0)).toEqual([
      "has no effect on Trust, says the group",
      "Waiting has no effect on it, says the group",
      "n’a pas d’effet sur Trust, dit le groupe",
      "Waiting n’y a pas d’effet, dit le groupe",
    ]);
  });

  it("[T5] as Markdown a board is headings, lists and sentences, and signs in texts stay signs", () => {
    const frame = card("frame", "Choices #1");
    const evening = card("strategy", "Open *late*\n1. on Fridays", [10, 60], { frame: frame.id });
    const trust = card("expectation", "Trust", [900, 0]);
    const outline = readOutline(boardOf([frame, evening, trust], [link(evening, trust)]));
    expect(toMarkdown(outline, words)).toBe(
      [
        "# Café",
        "",
        "## Choices \\#1",
        "",
        "- **Open \\*late\\*** (strategy)",
        "  1\\. on Fridays  ",
        "  - helps Trust, clearly",
        "",
        "## In no frame",
        "",
        "- **Trust** (expectation)",
        "  - is helped by Open \\*late\\*, clearly",
        "",
      ].join("\n"),
    );
    expect(toMarkdown(readOutline(boardOf([])), words)).toBe("# Café\n");
  });

  it("[T5] finds what is written whatever the case and the accents, and keeps what is being changed", () => {
    const cards = [card("note", "Été à venir"), card("note", "Hiver", [0, 300])];
    const outline = readOutline(boardOf(cards));
    const foundIn = (sought: string, kept?: Card) =>
      findIn(outline, sought, kept?.id).sections.flatMap(({ entries }) => entries.map((entry) => entry.card.text));
    expect(foundIn("ETE")).toEqual(["Été à venir"]);
    expect(foundIn("ETE", cards[1])).toEqual(["Été à venir", "Hiver"]);
    expect(foundIn("été comme hiver")).toEqual([]);
    expect(findIn(outline, " ", undefined)).toBe(outline);
  });

  it("[T4] a card that goes to a frame lies in it and on no other card, as long as there is room", () => {
    const frame = card("frame", "Here", [100, 100], { size: [700, 500] });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        const cards: Card[] = [frame];
        for (let at = 0; at < count; at += 1)
          cards.push(card("expectation", `${at}`, roomIn(frame, [208, 146], boardOf(cards)), { frame: frame.id }));
        const boxes = cards.slice(1).map((one) => [...one.position, ...sizeOf(one)] as const);
        for (const [i, [x, y, w, h]] of boxes.entries()) {
          for (const [otherX, otherY, otherW, otherH] of boxes.slice(i + 1))
            expect(x + w <= otherX || otherX + otherW <= x || y + h <= otherY || otherY + otherH <= y).toBe(true);
          if (i < 4) expect(x >= 100 && y >= 100 && x + w <= 800 && y + h <= 600).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
    expect(roomIn(undefined, [208, 146], boardOf([]))).toEqual([0, 0]);
  });
});

const raise = (): never => {
  throw new Error("there is no such link");
};
