import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BALLOT_METHODS,
  BALLOT_SUBJECTS,
  newCardId,
  newPhaseId,
  TIME_UP,
  type Agenda,
  type Phase,
  type PhaseNow,
} from "../terms/index.ts";
import { readAgenda, settingAgenda, settingEndedAt, settingNow } from "./agenda.ts";
import { readRules } from "./boardRules.ts";
import { createStateDoc } from "./doc.ts";
import { writeState } from "./state.ts";

const text = fc.string({ minLength: 1, maxLength: 60 }).filter((value) => value.trim() === value);
const words = fc.record({ fr: text, en: text }, { requiredKeys: ["fr"] });
const reach = fc.constantFrom("all", "own", "none");
const rules = fc.record({
  add: fc.oneof(fc.constant("all" as const), fc.array(fc.constantFrom("note", "factor", "expectation", "wish"))),
  edit: reach,
  move: reach,
  trash: reach,
  link: fc.boolean(),
  comment: fc.boolean(),
});
const phase: fc.Arbitrary<Phase> = fc.record(
  {
    id: fc.constant(0).map(newPhaseId),
    title: words,
    instruction: fc.oneof(words, fc.constant({})),
    minutes: fc.double({ min: 0.01, max: 1_440, noNaN: true }),
    timeUp: fc.constantFrom(...TIME_UP),
    may: fc.record({ participant: rules, facilitator: rules }, { requiredKeys: [] }),
    look: fc.constant(0).map(newCardId),
    writing: fc.constant("silent" as const),
    signed: fc.boolean(),
    fewTools: fc.boolean(),
    ballot: fc.record({ method: fc.constantFrom(...BALLOT_METHODS), on: fc.constantFrom(...BALLOT_SUBJECTS) }),
  },
  { requiredKeys: ["id", "title", "instruction"] },
);

describe("the agenda of a workshop", () => {
  it("[F20] reads as it was written, and so does the phase that is under way", () => {
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (phases, revision, at) => {
        const doc = createStateDoc();
        const [first] = phases;
        const now: PhaseNow = { phase: first?.id ?? newPhaseId(), startedAt: at, endsAt: at + 1 };
        writeState(doc, [settingAgenda({ revision, phases }), settingNow(now)]);
        expect(readAgenda(doc)).toEqual({ agenda: { revision, phases }, now });
        expect(readRules(doc).phase?.id).toBe(first?.id);
        writeState(doc, [settingNow(undefined)]);
        expect(readAgenda(doc).now).toBeUndefined();
        expect(readRules(doc).phase).toBeUndefined();
      }),
    );
  });

  it("[F131] that the phases are over reads as it was written; a document older than that says nothing of it", () => {
    const doc = createStateDoc();
    expect(readAgenda(doc).endedAt).toBeUndefined();
    writeState(doc, [settingEndedAt(5)]);
    expect(readAgenda(doc).endedAt).toBe(5);
    writeState(doc, [settingEndedAt(undefined)]);
    expect(readAgenda(doc).endedAt).toBeUndefined();
  });

  it("[F20] a phase that is malformed is left out, and one that nobody can read is no rule", () => {
    const good: Phase = { id: newPhaseId(), title: { fr: "Accueil" }, instruction: {} };
    const bad = { ...good, id: newPhaseId(), may: { participant: "nothing" } };
    const doc = createStateDoc();
    // as a later version might have written it
    writeState(doc, [settingAgenda({ revision: 3, phases: [bad, good] } as unknown as Agenda)]);
    writeState(doc, [settingNow({ phase: bad.id, startedAt: 1 })]);
    expect(readAgenda(doc).agenda).toEqual({ revision: 3, phases: [good] });
    expect(readRules(doc).phase).toBeUndefined();
  });

  it("[F20] whatever else stands in its place reads as no agenda", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (phases, now) => {
        const doc = createStateDoc();
        doc.getMap("agenda").set("phases", phases);
        doc.getMap("agenda").set("now", now);
        expect(readAgenda(doc)).toEqual({ agenda: { revision: 0, phases: [] }, now: undefined });
      }),
    );
  });
});
