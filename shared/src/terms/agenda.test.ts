import { describe, expect, it } from "vitest";
import { currentPhase, newPhaseId, phaseSchema, rulesOfPhase, wordsIn, type Phase, type RoleRules } from "./index.ts";

const welcome: Phase = { id: newPhaseId(), title: { en: "Welcome" }, instruction: {} };
const own: RoleRules = { add: ["note"], edit: "own", move: "all", trash: "own", link: false, comment: true };

describe("a phase", () => {
  it("[F20] says what was written in the language asked for, else in the other, else nothing", () => {
    expect(wordsIn({ fr: "Bonjour", en: "Hello" }, "en")).toBe("Hello");
    expect(wordsIn({ fr: "Bonjour" }, "en")).toBe("Bonjour");
    expect(wordsIn({ en: "Hello" }, "fr")).toBe("Hello");
    expect(wordsIn({}, "fr")).toBe("");
  });

  it("[F20] is refused without a title, with times that are none, and with words it does not know", () => {
    const wrong: readonly object[] = [
      { title: {} },
      { title: { fr: "  " } },
      { title: { fr: "x".repeat(121) } },
      { instruction: { en: "x".repeat(1_001) } },
      { minutes: 0 },
      { minutes: 1_441 },
      { minutes: Number.NaN },
      { timeUp: "explode" },
      { writing: "open" },
      { may: { participant: { ...own, edit: "some" } } },
      { may: { participant: { ...own, link: undefined } } },
      { look: "here" },
      { ballot: { method: "dots", on: "people" } },
      { id: "one" },
    ];
    const isRead = (change: object) => phaseSchema.safeParse({ ...welcome, ...change }).success;
    expect(wrong.filter(isRead)).toEqual([]);
    expect(isRead({ minutes: 0.5, timeUp: "freeze", may: { participant: own }, writing: "silent" })).toBe(true);
  });

  it("[F24] that is silent lets facilitators add cards, and participants do all else that it lets them", () => {
    const may = { participant: own };
    expect(rulesOfPhase({ ...welcome, may })).toEqual({ id: welcome.id, participant: own });
    const silent = rulesOfPhase({ ...welcome, may, writing: "silent" });
    expect(silent).toEqual({ id: welcome.id, participant: { ...own, add: [] }, drafts: ["note"] });
    const { participant, facilitator } = rulesOfPhase({ ...welcome, writing: "silent" });
    expect(facilitator).toBeUndefined();
    expect(participant).toEqual({ add: [], edit: "all", move: "all", trash: "all", link: true, comment: true });
  });

  it("[F20] is under way when the workshop is in it", () => {
    const agenda = { revision: 1, phases: [welcome] };
    expect(currentPhase(agenda, { phase: welcome.id, startedAt: 1 })).toBe(welcome);
    expect(currentPhase(agenda, { phase: newPhaseId(), startedAt: 1 })).toBeUndefined();
    expect(currentPhase(agenda, undefined)).toBeUndefined();
  });
});
