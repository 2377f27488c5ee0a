import { newPhaseId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { wayOf } from "./wayOf.ts";

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
