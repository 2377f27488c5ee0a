import { expect, it } from "vitest";
import { newAlertId, newCardId, type DecisionFacts } from "../terms/index.ts";
import { deciding, nextReviewAt, readDecisions, reopening } from "./decisions.ts";
import { createStateDoc } from "./doc.ts";
import { writeState } from "./state.ts";

const FACTS: DecisionFacts = { outcome: "decided", rule: "consent", for: ["It is near"], against: [] };

it("[V60] a decision reads as it was recorded; one that is malformed is left out", () => {
  const doc = createStateDoc();
  const [card, other] = [newCardId(), newCardId()];
  writeState(doc, [deciding(card, { ...FACTS, owner: "Awa", reviewAt: 90 }, 10)]);
  doc.getMap("decisions").set(other, { outcome: "maybe" });
  expect([...readDecisions(doc)]).toEqual([[card, { ...FACTS, owner: "Awa", reviewAt: 90, at: 10 }]]);
  writeState(doc, [deciding(card, undefined, 20)]);
  expect(readDecisions(doc).size).toBe(0);
});

it("[V61, V62] a decision is opened again by its day or by an alert raised since, once, and closed by being recorded anew", () => {
  const doc = createStateDoc();
  const [dated, alarmed, quiet] = [newCardId(), newCardId(), newCardId()];
  const alarm = (at: number) => ({ name: "Loud", on: { card: alarmed }, is: "burst", at, posts: 9 });
  writeState(doc, [
    deciding(dated, { ...FACTS, reviewAt: 50 }, 10),
    deciding(alarmed, { ...FACTS, reviewAt: 70 }, 10),
    deciding(quiet, FACTS, 10),
    // it was there when the group decided
    { map: "alerts", key: newAlertId(), value: alarm(5) },
  ]);
  expect(nextReviewAt(doc)).toBe(50);
  expect(reopening(doc, 49)).toEqual([]);
  writeState(doc, reopening(doc, 50));
  expect(readDecisions(doc).get(dated)?.reopened).toEqual({ why: "date", at: 50 });
  expect(reopening(doc, 51)).toEqual([]);
  expect(nextReviewAt(doc)).toBe(70);
  writeState(doc, [{ map: "alerts", key: newAlertId(), value: alarm(60) }]);
  writeState(doc, reopening(doc, 61));
  expect(readDecisions(doc).get(alarmed)?.reopened).toEqual({ why: "alert", at: 61 });
  expect(nextReviewAt(doc)).toBe(undefined);
  writeState(doc, [deciding(alarmed, FACTS, 62)]);
  expect(reopening(doc, 63)).toEqual([]);
});

it("[V61] a decision that is recorded with a day that is past is not opened again by it", () => {
  const doc = createStateDoc();
  const card = newCardId();
  writeState(doc, [deciding(card, { ...FACTS, reviewAt: 50 }, 10)]);
  writeState(doc, reopening(doc, 50));
  writeState(doc, [deciding(card, { ...FACTS, reviewAt: 50 }, 60)]);
  expect(nextReviewAt(doc)).toBe(undefined);
  expect(reopening(doc, 61)).toEqual([]);
});
