import { newPhaseId, type PhaseNow } from "@palabre/shared/terms";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginPhase, changeTimer, isTimeDue } from "./phaseTimer.ts";

const phase = newPhaseId();
const at = 1_700_000_000_000;
const resting: PhaseNow = { phase, startedAt: at };
const DAY_MS = 86_400_000;

describe("the timer of a phase", () => {
  it("[F26] starts with the phase where that has minutes, and else when it is told for how long", () => {
    const words = { id: phase, title: { en: "one" }, instruction: {} };
    expect(beginPhase(words, at)).toEqual(resting);
    expect(beginPhase({ ...words, minutes: 1.5 }, at)).toEqual({ ...resting, endsAt: at + 90_000 });
    expect(changeTimer(resting, 2, { do: "start" }, at)).toEqual({ ...resting, endsAt: at + 120_000 });
    expect(changeTimer(resting, undefined, { do: "start", seconds: 5 }, at)).toEqual({
      ...resting,
      endsAt: at + 5_000,
    });
    expect(() => changeTimer(resting, undefined, { do: "start" }, at)).toThrow("no minutes");
  });

  it("[F26] paused and resumed, it has as much left as before; what is added is added", () => {
    const ms = fc.integer({ min: 1, max: 3_600_000 });
    fc.assert(
      fc.property(ms, ms, fc.integer({ min: 1, max: 3_600 }), (left, rest, seconds) => {
        const running: PhaseNow = { ...resting, endsAt: at + left };
        const paused = changeTimer(running, undefined, { do: "pause" }, at);
        expect(paused).toEqual({ ...resting, left });
        const longer = changeTimer(paused, undefined, { do: "add", seconds }, at + rest);
        expect(changeTimer(longer, undefined, { do: "resume" }, at + rest)).toEqual({
          ...resting,
          endsAt: at + rest + left + seconds * 1_000,
        });
        expect(changeTimer(running, undefined, { do: "add", seconds }, at)).toEqual({
          ...resting,
          endsAt: at + left + seconds * 1_000,
        });
      }),
    );
  });

  it("[F26] never runs for longer than a day, and stopped it is none", () => {
    const running = { ...resting, endsAt: at + DAY_MS - 1 };
    expect(changeTimer(running, 1, { do: "add", seconds: 60 }, at).endsAt).toBe(at + DAY_MS);
    const paused = { ...resting, left: DAY_MS };
    expect(changeTimer(paused, 1, { do: "add" }, at).left).toBe(DAY_MS);
    for (const now of [running, paused, resting]) expect(changeTimer(now, 1, { do: "stop" }, at)).toEqual(resting);
  });

  it("[F26, F27] that has run out is due once, can't be paused, and runs again when time is added", () => {
    const out: PhaseNow = { ...resting, endsAt: at };
    expect([isTimeDue(out, at - 1), isTimeDue(out, at), isTimeDue({ ...out, isTimeUp: true }, at)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(isTimeDue({ ...resting, left: 5 }, at)).toBe(false);
    for (const now of [resting, out, { ...out, isTimeUp: true }, { ...resting, left: 5 }])
      expect(() => changeTimer(now, 1, { do: "pause" }, at)).toThrow("running");
    for (const now of [resting, out]) expect(() => changeTimer(now, 1, { do: "resume" }, at)).toThrow("paused");
    expect(changeTimer({ ...out, isTimeUp: true }, 1, { do: "add" }, at + 7)).toEqual({
      ...resting,
      endsAt: at + 60_007,
    });
  });
});
