import { newPhaseId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { isInTime, wayOf } from "./wayOf.ts";

it("[K17] an idea that was not taken is offered as what the step takes: its own kind, else a note, else the first; else nothing", () => {
  const draft = { phase: newPhaseId(), round: 0, signed: false };
  const ways = [
    wayOf({ kind: "factor" }, { kinds: ["expectation", "factor", "note"] }),
    wayOf({ kind: "factor" }, { kinds: ["expectation", "note"] }),
    wayOf({ kind: "factor" }, { kinds: ["expectation"] }),
    wayOf({ kind: "factor" }, { kinds: [], bar: "phase" }),
    wayOf({ kind: "factor" }, { kinds: ["factor"], draft }),
  ];
  expect(ways).toEqual([
    { kind: "factor", draft: undefined },
    { kind: "note", draft: undefined },
    { kind: "expectation", draft: undefined },
    undefined,
    { kind: "factor", draft },
  ]);
});

it("[K44] an idea is in time as long as the silent step that it was written for goes on", () => {
  const [phase, kinds] = [newPhaseId(), ["note"] as const];
  const during = (round: number) => ({ kinds, draft: { phase, round, signed: true } });
  const idea = { draft: { phase, round: 1 } };
  expect([isInTime(idea, during(1)), isInTime(idea, during(2)), isInTime(idea, { kinds })]).toEqual([
    true,
    false,
    false,
  ]);
  // what was written openly was promised to no silence
  expect([isInTime({}, during(1)), isInTime({}, { kinds })]).toEqual([false, false]);
});
