import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newPhaseId, type Phase, type PhaseNow } from "@palabre/shared/terms";
import { foresee, planned } from "./foresee.ts";

const step = (minutes: number | undefined): Phase => ({
  id: newPhaseId(),
  title: { en: "A step" },
  instruction: {},
  ...(minutes === undefined ? {} : { minutes }),
});
const MIN = 60_000;
const standing = (now: PhaseNow | undefined) => ({ now, endedAt: undefined });

describe("the run sheet", () => {
  it("[P92] foresees when each step begins, from the present one's timer on", () => {
    const phases = [step(5), step(10), step(15), step(20)];
    const now = { phase: phases[1]?.id ?? newPhaseId(), startedAt: 100 * MIN, endsAt: 112 * MIN };
    expect(foresee(phases, standing(now), 105 * MIN).map(({ at, state }) => [at, state])).toEqual([
      [undefined, "over"],
      [100 * MIN, "now"],
      [112 * MIN, "coming"],
      [127 * MIN, "coming"],
    ]);
    // a pause pushes all the rest on, and so does a step that goes on when its time is up
    const paused = { phase: now.phase, startedAt: 100 * MIN, left: 4 * MIN };
    expect(foresee(phases, standing(paused), 120 * MIN).at(-1)?.at).toBe(139 * MIN);
    expect(foresee(phases, standing({ ...now, isTimeUp: true }), 130 * MIN)[2]?.at).toBe(130 * MIN);
  });

  it("[P92] reckons from now before the first step, and tells nothing after a step without a length", () => {
    const phases = [step(5), step(undefined), step(10)];
    expect(foresee(phases, standing(undefined), 60 * MIN).map(({ at }) => at)).toEqual([60 * MIN, 65 * MIN, undefined]);
    expect(planned(phases)).toEqual({ minutes: 15, open: 1 });
  });

  it("[F131] gives all steps as over once the last was ended, and no time at which one begins", () => {
    const phases = [step(5), step(10)];
    expect(
      foresee(phases, { now: undefined, endedAt: 50 * MIN }, 60 * MIN).map(({ at, state }) => [at, state]),
    ).toEqual([
      [undefined, "over"],
      [undefined, "over"],
    ]);
  });

  it("[P92] never foresees a step before the one that comes first", () => {
    const agenda = fc.array(fc.option(fc.integer({ min: 1, max: 1_440 }), { nil: undefined }), { maxLength: 50 });
    fc.assert(
      fc.property(agenda, fc.nat(), fc.nat(), (minutes, from, at) => {
        const phases = minutes.map(step);
        const phase = phases[from % Math.max(1, phases.length)]?.id ?? newPhaseId();
        const times = foresee(phases, standing({ phase, startedAt: at }), at).flatMap((one) =>
          one.at === undefined ? [] : [one.at],
        );
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });
});
