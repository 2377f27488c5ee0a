import { BALLOT_METHODS, BALLOT_SUBJECTS } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { aboutSubject, byMethod } from "./ballotPlan.ts";

const plans = BALLOT_METHODS.flatMap((method) => BALLOT_SUBJECTS.map((on) => ({ method, on })));

describe("the vote that is planned for a step", () => {
  it("[V77] weighs links by their own method, whichever of the two is chosen", () => {
    expect(byMethod("links", { method: "dots", on: "factor" })).toEqual({ method: "links", on: "links" });
    expect(byMethod("ranked", { method: "links", on: "links" })).toEqual({ method: "ranked", on: "expectation" });
    expect(byMethod("ranked", { method: "dots", on: "strategy" })).toEqual({ method: "ranked", on: "strategy" });
    expect(byMethod("links", undefined)).toEqual({ method: "links", on: "links" });
    expect(aboutSubject("links", { method: "dots", on: "factor" })).toEqual({ method: "links", on: "links" });
    expect(aboutSubject("factor", { method: "links", on: "links" })).toEqual({ method: "dots", on: "factor" });
    expect(aboutSubject("factor", { method: "ranked", on: "strategy" })).toEqual({ method: "ranked", on: "factor" });
  });

  it("[V77] is one that can be opened, whatever was planned before", () => {
    const next = plans.flatMap((plan) => [
      ...BALLOT_METHODS.map((method) => byMethod(method, plan)),
      ...BALLOT_SUBJECTS.map((on) => aboutSubject(on, plan)),
    ]);
    expect(next.filter(({ method, on }) => (method === "links") !== (on === "links"))).toEqual([]);
  });
});
