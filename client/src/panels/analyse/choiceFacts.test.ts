import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { unitsOf, unitsToTry } from "./choiceFacts.ts";

describe("the units of a choice", () => {
  it("[P67] the unit that most are costed in comes first", () => {
    const facts = ([["point"], ["hour"], ["hour"], ["euro"]] as const).map(
      ([unit]) => [newCardId(), { cost: 1, unit }] as const,
    );
    expect(unitsOf(facts)).toEqual(["hour", "euro", "point"]);
  });

  it("[P83] any unit can be tried: those of the costs, and those of the group's budget and of what is tried", () => {
    const inEuros = [[newCardId(), { cost: 1, unit: "euro" }]] as const;
    expect(unitsToTry(inEuros, ["hour", "hour"])).toEqual(["euro", "hour"]);
    expect(unitsToTry(inEuros, ["hour", "euro"])).toEqual(["euro", "hour"]);
    expect(unitsToTry(inEuros, [undefined, "euro"])).toEqual(["euro"]);
  });
});
