import { runWhatIf } from "@palabre/shared/analysis/scenario";
import type { MapLink, SignedMap } from "@palabre/shared/analysis/structure";
import { newCardId, newLinkId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { whyStill } from "./whyStill.ts";

const cards = (["strategy", "factor", "expectation"] as const).map((kind) => ({ id: newCardId(), kind }));
const link = (from: number, to: number, weight: number): MapLink => ({
  id: newLinkId(),
  from,
  to,
  polarity: weight < 0 ? -1 : 1,
  strength: Math.abs(weight),
  isDelayed: false,
});
const supposing = (map: SignedMap) => {
  const levels = new Map(cards.slice(0, 1).map(({ id }) => [id, 1]));
  return whyStill(map, levels, runWhatIf(map, levels).effects);
};

describe("why nothing moves", () => {
  it("[P132] is told apart: no link, none that has an effect, effects that cancel out, effects too small to see", () => {
    expect(supposing({ cards, links: [link(1, 2, 3)] })).toBe("unlinked");
    expect(supposing({ cards, links: [link(1, 2, 3)], silent: [link(0, 1, 0)] })).toBe("silent");
    expect(supposing({ cards, links: [link(0, 2, 3), link(0, 2, -3)] })).toBe("cancels");
    expect(supposing({ cards, links: [link(0, 1, 0.01)] })).toBe("small");
  });
});
