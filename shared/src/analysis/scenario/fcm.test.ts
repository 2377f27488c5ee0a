import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runFcm, type FcmInput } from "./index.ts";

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** a –1→ b –(−0.5)→ c */
const chain: FcmInput = {
  labels: ["a", "b", "c"],
  weights: [
    [0, 1, 0],
    [0, 0, -0.5],
    [0, 0, 0],
  ],
  initial: [1, 0, 0],
  rule: "kosko",
  transfer: "tanh",
  lambda: 1,
  maxSteps: 2,
};

describe("a fuzzy cognitive map", () => {
  it("[M34] follows its rule, all concepts at once: worked by hand for two steps", () => {
    const one = Math.tanh(1);
    expect(runFcm(chain).trajectory).toEqual([
      [1, 0, 0],
      [0, one, 0],
      [0, 0, Math.tanh(-one / 2)],
    ]);
    const kept = runFcm({ ...chain, rule: "modified-kosko", transfer: "sigmoid", maxSteps: 1 });
    expect(kept.trajectory[1]).toEqual([sigmoid(1), sigmoid(1), sigmoid(0)]);
    // (2 · 1 − 1) = 1 of a, and −1 of b and c, which are at 0
    const rescaled = runFcm({ ...chain, rule: "rescaled", transfer: "sigmoid", maxSteps: 1 });
    expect(rescaled.trajectory[1]).toEqual([sigmoid(1), sigmoid(-1 + 1), sigmoid(-1 + 0.5)]);
    const steep = runFcm({ ...chain, lambda: 3, maxSteps: 1 });
    expect(steep.trajectory[1]).toEqual([0, Math.tanh(3), 0]);
  });

  it("[M35] reads a row as what acts and a column as what is acted on", () => {
    const transposed = chain.weights.map((_, row) => chain.weights.map((line) => line[row] ?? 0));
    expect(runFcm(chain).finalState.get("c")).toBeLessThan(0);
    // the other way round nothing acts on b and c
    expect(runFcm({ ...chain, weights: transposed }).finalState).toEqual(
      new Map([
        ["a", 0],
        ["b", 0],
        ["c", 0],
      ]),
    );
  });

  it("[M36] stops after the first step within the threshold, else after all of them", () => {
    const still: FcmInput = { ...chain, initial: [0, 0, 0], maxSteps: 7 };
    expect(runFcm(still).steps).toBe(7);
    expect(runFcm({ ...still, threshold: 0 })).toMatchObject({ steps: 1 });
    const { maxSteps: _, ...unbounded } = still;
    expect(runFcm(unbounded).steps).toBe(100);
    // changes of the chain: 1, then tanh 1, then the rest of c
    expect(runFcm({ ...chain, maxSteps: 50, threshold: 0.4 }).steps).toBe(3);
    expect(runFcm({ ...chain, maxSteps: 0 })).toMatchObject({ steps: 0, trajectory: [[1, 0, 0]] });
  });

  it("[M36] holds clamped concepts from the start, and runs scenarios from the start or from the baseline", () => {
    const run = runFcm({
      ...chain,
      clamp: { a: 0.5 },
      maxSteps: 10,
      threshold: 1e-9,
      scenarios: [
        { name: "more", start: "initial", clamp: { a: 1 } },
        { name: "held too", start: "baseline", clamp: { b: 0 } },
        { name: "pushed", start: "baseline", impact: { c: 0.25 } },
      ],
    });
    const b = Math.tanh(0.5);
    expect(run.trajectory[0]).toEqual([0.5, 0, 0]);
    expect([...run.finalState.values()]).toEqual([0.5, b, Math.tanh(-b / 2)]);
    const scenario = (name: string) => [...(run.scenarios.get(name)?.finalState.values() ?? [])];
    expect(scenario("more")).toEqual([1, Math.tanh(1), Math.tanh(-Math.tanh(1) / 2)]);
    expect(scenario("held too")).toEqual([0.5, 0, Math.tanh(-0)].map((x) => x + 0));
    expect(scenario("pushed")).toEqual([0.5, b, Math.tanh(-b / 2 + 0.25)]);
    expect(run.scenarios.get("pushed")?.difference.get("c")).toBe(Math.tanh(-b / 2 + 0.25) - Math.tanh(-b / 2));
    expect(run.scenarios.get("pushed")?.steps).toBe(2);
  });

  it("[M59] has an empty state when it is empty, and knows a concept called constructor", () => {
    const empty = { ...chain, labels: [], weights: [], initial: [] };
    expect(runFcm({ ...empty, threshold: 0.1 })).toMatchObject({
      trajectory: [[], []],
      steps: 1,
      finalState: new Map(),
    });
    const named = { ...chain, labels: ["constructor", "b", "c"], clamp: {}, maxSteps: 1 };
    expect(runFcm(named).trajectory).toEqual(runFcm({ ...chain, maxSteps: 1 }).trajectory);
  });

  it("[M34] stays within the bounds of its transfer, however it is wired", () => {
    const level = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(level, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        fc.constantFrom("kosko", "modified-kosko", "rescaled"),
        fc.constantFrom("sigmoid", "tanh"),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (weights, rule, transfer, lambda) => {
          const run = runFcm({
            labels: ["a", "b", "c", "d"],
            weights,
            initial: [1, 0, 0.5, 0],
            rule,
            transfer,
            lambda,
          });
          const low = transfer === "tanh" ? -1 : 0;
          for (const value of run.trajectory.slice(1).flat()) expect(value >= low && value <= 1).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
