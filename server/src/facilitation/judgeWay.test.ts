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

  it("[F22] leads to any from where the workshop stands, also once the phases are over, and nowhere from elsewhere", () => {
    for (const stand of [none, over])
      for (const to of [one, three])
        expect(judgeWay(stand, { from: null, to: to.id })).toEqual({ phase: to, isOver: false });
    expect(() => judgeWay(over, { from: three.id, to: one.id })).toThrow(AppError);
    expect(() => judgeWay(under(one), { from: null, to: one.id })).toThrow(AppError);
  });
});
