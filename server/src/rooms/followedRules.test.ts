import { OPEN_RULES, type BoardRules } from "@palabre/shared/facilitation";
import { describe, expect, it } from "vitest";
import { FollowedRules } from "./followedRules.ts";

const FROZEN: BoardRules = { frozen: true, muted: new Set(), locks: new Set() };

describe("FollowedRules", () => {
  it("[F9] holds the rules of now, and for three seconds those that they replaced", () => {
    let now = 1_000;
    const rules = new FollowedRules(() => now);
    rules.begin(OPEN_RULES);
    expect(rules.inForce()).toEqual({ now: OPEN_RULES, earlier: [] });
    rules.take(FROZEN);
    expect(rules.inForce()).toEqual({ now: FROZEN, earlier: [OPEN_RULES] });
    now += 2_999;
    expect(rules.inForce()).toEqual({ now: FROZEN, earlier: [OPEN_RULES] });
    now += 1;
    expect(rules.inForce()).toEqual({ now: FROZEN, earlier: [] });
  });

  it("[F9] a clock that is set back makes no grace longer", () => {
    let now = 100_000;
    const rules = new FollowedRules(() => now);
    rules.begin(OPEN_RULES);
    rules.take(FROZEN);
    now -= 86_400;
    expect(rules.inForce()).toEqual({ now: FROZEN, earlier: [] });
  });

  it("[F9] a change that comes while the board is being opened is not undone by what was read before it", () => {
    const rules = new FollowedRules(() => 1_000);
    rules.take(FROZEN);
    rules.begin(OPEN_RULES);
    expect(rules.inForce()).toEqual({ now: FROZEN, earlier: [OPEN_RULES] });
  });

  it("[F9] a board that is frozen when it is opened gives no grace", () => {
    const rules = new FollowedRules(() => 1_000);
    rules.begin(FROZEN);
    expect(rules.inForce()).toEqual({ now: FROZEN, earlier: [] });
  });
});
