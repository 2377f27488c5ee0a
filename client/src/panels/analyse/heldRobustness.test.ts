import type { Robustness } from "@palabre/shared/analysis/decision";
import { newCardId, newLinkId, type Annotation, type LinkAnnotation, type Reading } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { noneDecidesWords, peopleWords } from "./choiceWords.ts";
import { heldRobustness } from "./heldRobustness.ts";

const [a, b] = [newCardId(), newCardId()];
const link = newLinkId();
const weights = new Map([[link, { n: 6 }]]);
const own: Robustness = {
  draws: 500,
  people: 0,
  word: "robust",
  strategies: new Map([a, b].map((id) => [id, { best: 0.5, low: 0, high: 1, regret: 0, worth: 1, ranks: [] }])),
  deciding: [],
  isWhole: true,
};
const fresh = { answer: own, isFresh: true };
const best = (rest: Partial<Reading>): Reading => ({ measure: "best", state: "known", n: 6, origin: [], ...rest });
const known = (rest: Partial<Reading> = {}) => best({ value: 0.5, draws: 500, robustness: "open", ...rest });
const saying = (reading: Reading, weighedBy = 6) => ({
  cards: new Map([a, b].map((id): [typeof id, Annotation] => [id, { readings: [reading], quotes: [] }])),
  links: new Map<typeof link, LinkAnnotation>([[link, { strength: 2, n: weighedBy, reinforcing: 0, balancing: 0 }]]),
});
const nothing: Parameters<typeof heldRobustness>[1] = { cards: new Map(), links: new Map() };

describe("how well the choice holds", () => {
  it("[P138] is what the page draws until people weigh the links, whole when each link was tried", () => {
    expect(heldRobustness(fresh, nothing, new Map())).toEqual(own);
    expect(heldRobustness({ answer: own, isFresh: false }, nothing, new Map())).toMatchObject({ isWhole: false });
    expect(heldRobustness({ answer: undefined, isFresh: false }, nothing, new Map())).toBeUndefined();
    // figures of a ballot that was taken away are nobody's
    expect(heldRobustness(fresh, saying(known()), new Map())).toEqual(own);
  });

  it("[P138] is what the server drew from papers once people weighed them, and never the page's own meanwhile", () => {
    expect(heldRobustness(fresh, saying(known()), weights)).toMatchObject({ people: 6, isWhole: true });
    expect(heldRobustness(fresh, saying(known({ isPartial: true })), weights)).toMatchObject({ isWhole: false });
    expect(heldRobustness(fresh, saying(best({ state: "pending", n: 0 })), weights)).toBe("computing");
    // the server has not heard of the ballot yet: these are figures of the map as it was drawn
    expect(heldRobustness(fresh, saying(known({ n: 1 }), 1), weights)).toBe("computing");
    const beyond = saying({ measure: "effect", state: "beyond", n: 0, origin: [] });
    expect(heldRobustness(fresh, beyond, weights)).toBe("beyond");
    expect(heldRobustness(fresh, nothing, weights)).toBeUndefined();
  });

  it("[P138] is drawn around the group's medians where its papers count no longer", () => {
    expect(heldRobustness(fresh, saying(known({ n: 1 })), weights)).toEqual(own);
  });

  it("[P138] says that nobody weighed the links, or that none decides, only where that is so", async () => {
    for (const text of [await textIn("en", "en-GB"), await textIn("fr", "fr-FR")]) {
      const none = text.t("choice.peopleNone", { draws: 500 });
      expect(peopleWords(own, false, text)).toBe(none);
      expect(peopleWords(own, true, text)).not.toBe(none);
      expect(peopleWords({ ...own, people: 6 }, true, text)).toBe(text.t("choice.people", { n: 6, draws: 500 }));
      expect(noneDecidesWords(own, text)).toBe(text.t("choice.decidesNone"));
      expect(noneDecidesWords({ isWhole: false }, text)).not.toBe(text.t("choice.decidesNone"));
    }
  });
});
