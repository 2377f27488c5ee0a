import { describe, expect, it } from "vitest";
import { newCardId, newLinkId } from "../terms/index.ts";
import { budgeting, readConducted, spotlighting } from "./conducted.ts";
import { createStateDoc } from "./doc.ts";
import { writeState } from "./state.ts";
import type { StateChange } from "./stateChange.ts";

describe("what facilitators set for all", () => {
  it("[F13, F14] is read as it was written, until it is taken away", () => {
    const doc = createStateDoc();
    expect(readConducted(doc)).toEqual({ budget: undefined, spotlight: undefined });
    const [card, link] = [newCardId(), newLinkId()];
    const budget = { amount: 3_000, unit: "euro" } as const;
    writeState(doc, [budgeting(budget), spotlighting({ cards: [card, card], links: [link], loop: "reinforcing" }, 5)]);
    expect(readConducted(doc)).toEqual({
      budget,
      spotlight: { cards: [card], links: [link], loop: "reinforcing", at: 5 },
    });
    writeState(doc, [budgeting(undefined), spotlighting({ cards: [], links: [] }, 6)]);
    expect(readConducted(doc)).toEqual({ budget: undefined, spotlight: undefined });
  });

  it("[F13, F14] is nothing when it is malformed", () => {
    const doc = createStateDoc();
    const wrong: StateChange[] = [
      { map: "about", key: "budget", value: { amount: -1, unit: "euro" } },
      { map: "about", key: "spotlight", value: { cards: ["x"], links: [], at: 1 } },
    ];
    writeState(doc, wrong);
    expect(readConducted(doc)).toEqual({ budget: undefined, spotlight: undefined });
  });
});
