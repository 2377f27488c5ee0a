import type { Loop } from "@palabre/shared/analysis/structure";
import { newCardId, newLinkId, type Card, type CardId, type Link, type LinkId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { loopName, loopSentence, pathSentence } from "./chainWords.ts";
import { partsOf, plainOf, shortTitle } from "./titles.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
const N = "\u202f";

type How = readonly [polarity: "+" | "-", strength?: 1 | 2 | 3, isDelayed?: boolean];
/** A ring of cards: each link leads from a title to the next, the last back to the first. */
function ring(titles: readonly string[], hows: readonly How[]) {
  const ids = titles.map(() => newCardId());
  const cards = new Map<CardId, Card>(
    ids.map((id, i) => [
      id,
      { id, kind: "factor", at: 1, position: [0, 0], text: titles[i] ?? "", attributes: {}, extra: {} },
    ]),
  );
  const links = new Map<LinkId, Link>();
  for (const [i, [polarity, strength = 2, isDelayed = false]] of hows.entries()) {
    const id = newLinkId();
    const [from, to] = [ids[i], ids[(i + 1) % ids.length]];
    if (from && to)
      links.set(id, {
        id,
        from,
        to,
        at: 1,
        polarity,
        strength,
        delay: isDelayed,
        label: "",
        attributes: {},
        extra: {},
      });
  }
  const minuses = hows.filter(([polarity]) => polarity === "-").length;
  const loop: Loop = {
    cards: ids,
    links: [...links.keys()],
    kind: minuses % 2 === 0 ? "reinforcing" : "balancing",
    strength: 1,
    isDelayed: hows.some(([, , isDelayed]) => isDelayed === true),
  };
  return { loop, things: { cards, links }, lit: { cards: ids, links: loop.links, loop: loop.kind } };
}

const circle = ring(
  ["Bénévoles", "Attente", "Confiance"],
  [
    ["-", 3],
    ["-", 2],
    ["+", 2, true],
  ],
);
const brake = ring(["Trust", "Queue"], [["+"], ["-"]]);

describe("a loop in words", () => {
  it("[P35] is told all the way round, a minus turning more into less from there on, with its delays", () => {
    expect(plainOf(loopSentence(circle.loop, circle.things, fr))).toBe(
      `Plus «${N}Bénévoles${N}» monte, plus «${N}Attente${N}» baisse${N}; plus «${N}Attente${N}» baisse, plus «${N}Confiance${N}» monte${N}; et plus «${N}Confiance${N}» monte, plus «${N}Bénévoles${N}» monte avec un délai${N}: cela se renforce.`,
    );
    expect(plainOf(loopSentence(circle.loop, circle.things, en))).toBe(
      "The more “Bénévoles”, the less “Attente”; the less “Attente”, the more “Confiance”; and the more “Confiance”, the more “Bénévoles” after a while: this reinforces itself.",
    );
  });

  it("[P35] ends in less of what it began with when it holds itself back", () => {
    expect(plainOf(loopSentence(brake.loop, brake.things, en))).toBe(
      "The more “Trust”, the more “Queue”; the more “Queue”, the less “Trust”: this holds itself back.",
    );
    expect(plainOf(loopSentence(brake.loop, brake.things, fr))).toBe(
      `Plus «${N}Trust${N}» monte, plus «${N}Queue${N}» monte${N}; plus «${N}Queue${N}» monte, plus «${N}Trust${N}» baisse${N}: cela se freine.`,
    );
  });

  it("[P35] stays a sentence whatever the titles say: a verb, a question, quotes, nothing, or a page", () => {
    const odd = ring(
      ["Ouvrir le soir ?", "  \nsecond line", 'Dire "oui"\nand more', "x".repeat(90)],
      [["+"], ["+"], ["+"], ["+"]],
    );
    expect(plainOf(loopSentence(odd.loop, odd.things, fr))).toBe(
      `Plus «${N}Ouvrir le soir ?${N}» monte, plus «${N}sans titre${N}» monte${N}; plus «${N}sans titre${N}» monte, plus «${N}Dire "oui"${N}» monte${N}; plus «${N}Dire "oui"${N}» monte, plus «${N}${"x".repeat(59)}…${N}» monte${N}; et plus «${N}${"x".repeat(59)}…${N}» monte, plus «${N}Ouvrir le soir ?${N}» monte${N}: cela se renforce.`,
    );
    expect(shortTitle({ text: "" }, en)).toBe("untitled");
    expect(shortTitle({ text: "A title that is longer than what is asked for" }, en, 24)).toBe(
      "A title that is longer…",
    );
  });

  it("[P35] sets titles apart from what is said of them, whatever they hold", () => {
    expect(partsOf(loopSentence(brake.loop, brake.things, en)).filter(({ isTitle }) => isTitle)).toHaveLength(4);
    const sly = ring(["\ue001{to}\ue000", "$&"], [["+"], ["+"]]);
    expect(plainOf(loopSentence(sly.loop, sly.things, en))).toBe(
      "The more “{to}”, the more “$&”; the more “$&”, the more “{to}”: this reinforces itself.",
    );
  });

  it("[P35] is named after the two cards at which its links weigh most", () => {
    expect(loopName(circle.lit, circle.things, fr)).toBe(`Le cercle «${N}Bénévoles${N}» – «${N}Attente${N}»`);
    expect(loopName(brake.lit, brake.things, en)).toBe("The “Trust” – “Queue” brake");
    expect(loopName({ cards: [], links: [], loop: "balancing" }, circle.things, en)).toBe("a loop");
  });

  it("[P35] of a path, ends where it leads", () => {
    const { loop, things } = circle;
    const path = { cards: loop.cards, links: loop.links.slice(0, 2), polarity: 1, strength: 1 } as const;
    expect(plainOf(pathSentence(path, things, en))).toBe(
      "The more “Bénévoles”, the less “Attente”; the less “Attente”, the more “Confiance”.",
    );
  });

  it("[P35] goes as far as there are links, when one is taken away meanwhile", () => {
    const { loop, things } = circle;
    const links = new Map([...things.links].slice(0, 1));
    expect(plainOf(loopSentence(loop, { ...things, links }, en))).toBe(
      "The more “Bénévoles”, the less “Attente”: this reinforces itself.",
    );
  });
});
