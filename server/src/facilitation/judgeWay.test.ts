import { AppError } from "@palabre/shared/errors";
import { newPhaseId, type Phase } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { judgeWay } from "./judgeWay.ts";

const step = (): Phase => ({ id: newPhaseId(), title: { en: "A step" }, instruction: {} });
const [one, two, three] = [step(), step(), step()];
const agenda = { revision: 1, phases: [one, two, three] };
const under = (phase: Phase) => ({ agenda, now: { phase: phase.id, startedAt: 1 }, endedAt: undefined });
const none = { agenda, now: undefined, endedAt: undefined };
const over = { ...none, endedAt: 9 };

describe("the way from one phase to another", () => {
  it("[F131] ends the phases after the last, and after another one that a program ends with; not before the first", () => {
    expect(judgeWay(under(three), { from: three.id, to: null })).toEqual({ phase: undefined, isOver: true });
    expect(judgeWay(under(two), { from: two.id, to: null }).isOver).toBe(true);
    expect(judgeWay(under(one), { from: one.id, to: null }).isOver).toBe(false);
    expect(judgeWay(under(one), { from: one.id, to: two.id })).toEqual({ phase: two, isOver: false });
    const alone = { ...under(one), agenda: { revision: 1, phases: [one] } };
    expect(judgeWay(alone, { from: one.id, to: null }).isOver).toBe(true);
  });

  it("[F131] leads to the first from none as long as nothing ended, and after that only for who says that it begins", () => {
    const toFirst = { from: null, to: one.id };
    expect(judgeWay(none, toFirst).phase).toBe(one);
    expect(() => judgeWay(over, toFirst)).toThrow(AppError);
    expect(judgeWay(over, { ...toFirst, begins: true }).phase).toBe(one);
    // who goes back into the last, or to another, means that one
    expect(judgeWay(over, { from: null, to: three.id }).phase).toBe(three);
  });
});
