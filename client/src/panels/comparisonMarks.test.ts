import { newCardId, newVersionId, type BoardComparison, type ComparedCard } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { comparisonMarks } from "./comparisonMarks.ts";

const none = { added: [], removed: [], changed: [] };
const card = (): ComparedCard => ({ id: newCardId(), kind: "note", title: "Trust", position: [0, 0] });

it("[H8] the two states that are compared are marked, and no version else that is looked at meanwhile", () => {
  const [added, removed, changed] = [card(), card(), card()];
  const cards = { added: [added], removed: [removed], changed: [{ ...changed, facts: ["text" as const] }] };
  const comparison: BoardComparison = { cards, links: none, comments: none };
  const compared = newVersionId();
  const marksOn = (shown: typeof compared | undefined) => [...comparisonMarks(comparison, compared, shown)];
  expect(marksOn(undefined)).toEqual([
    [changed.id, "changed"],
    [added.id, "added"],
  ]);
  expect(marksOn(compared)).toEqual([
    [changed.id, "changed"],
    [removed.id, "removed"],
  ]);
  expect(marksOn(newVersionId())).toEqual([]);
});
