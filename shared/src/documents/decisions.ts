import { cardIdSchema, decisionSchema, type CardId, type Decision, type DecisionFacts } from "../terms/index.ts";
import type { StateDoc } from "./doc.ts";
import { readAlerts } from "./heardThemes.ts";
import type { StateChange } from "./stateChange.ts";
import { readEntries } from "./stateEntries.ts";

/** `decisions` of `workshop`: a card → what was decided of it. */
const MAP = "decisions";

/** What was decided, by card; what is malformed is left out. */
export const readDecisions = (workshop: StateDoc): ReadonlyMap<CardId, Decision> =>
  readEntries(workshop, MAP, cardIdSchema, decisionSchema);

/** What to write to record a decision; undefined takes it back. What was recorded before it is no longer open. */
export const deciding = (card: CardId, facts: DecisionFacts | undefined, at: number): StateChange => ({
  map: MAP,
  key: card,
  value: facts && { ...facts, at },
});

/** When the next decision is to be looked at again; undefined: none is. */
export function nextReviewAt(workshop: StateDoc): number | undefined {
  const dates = [...readDecisions(workshop).values()].flatMap((decision) => {
    const reviewAt = decision.reopened === undefined ? reviewOf(decision) : undefined;
    return reviewAt === undefined ? [] : [reviewAt];
  });
  return dates.length === 0 ? undefined : Math.min(...dates);
}

/** What to write to open again the decisions whose day has come, and those whose card has an alert that was raised since. */
export function reopening(workshop: StateDoc, now: number): readonly StateChange[] {
  const alarms = [...readAlerts(workshop).values()].flatMap(({ on, at }) =>
    "card" in on ? [{ card: on.card, at }] : [],
  );
  return [...readDecisions(workshop)].flatMap(([card, decision]): StateChange[] => {
    if (decision.reopened) return [];
    const isAlarmed = alarms.some((alarm) => alarm.card === card && alarm.at > decision.at);
    const reviewAt = reviewOf(decision);
    const isDue = reviewAt !== undefined && reviewAt <= now;
    if (!isAlarmed && !isDue) return [];
    const why = isAlarmed ? "alert" : "date";
    return [{ map: MAP, key: card, value: { ...decision, reopened: { why, at: now } } }];
  });
}

/** A day that was past when the decision was recorded never comes. */
const reviewOf = ({ reviewAt, at }: Decision): number | undefined =>
  reviewAt !== undefined && reviewAt > at ? reviewAt : undefined;

/** Whether a change says that an alert is raised. */
export const isAlarm = ({ map, value }: StateChange): boolean => map === "alerts" && value !== undefined;
