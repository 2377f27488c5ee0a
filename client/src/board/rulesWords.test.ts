import { allowsNothing, OPEN_RULES, type BoardRules } from "@palabre/shared/facilitation";
import { newPersonId, type Role, type RoleRules } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { rulesWords } from "./rulesWords.ts";

const person = newPersonId();
const NOTHING: RoleRules = { add: [], edit: "none", move: "none", trash: "none", link: false, comment: false };
const wordsFor = (role: Role, rules: Partial<BoardRules>) => rulesWords({ ...OPEN_RULES, ...rules }, { role, person });

it("[E21] a freeze is heard as its banner shows it: made by the time only where the time made it, and of who leads that they can still edit", () => {
  expect(wordsFor("participant", { frozen: true }).frozen).toBe("board.frozen");
  expect(wordsFor("facilitator", { frozen: true }).frozen).toBe("board.frozenByYou");
  for (const role of ["facilitator", "participant", "viewer"] as const)
    expect(wordsFor(role, { frozen: true, isFrozenByTimer: true }).frozen).toBe("board.frozenByTime");
});

it("[E21] that one can write again is told to who can now, and could not", () => {
  const again = { thawed: "board.thawed", unmuted: "board.unmuted" };
  const only = { thawed: "board.released", unmuted: "board.unmutedOnly" };
  expect(allowsNothing(NOTHING)).toBe(true);
  expect(wordsFor("participant", {})).toMatchObject(again);
  expect(wordsFor("participant", { phase: { participant: { ...NOTHING, comment: true } } })).toMatchObject(again);
  expect(wordsFor("participant", { phase: { participant: NOTHING, drafts: ["note"] } })).toMatchObject(again);
  expect(wordsFor("participant", { phase: { participant: NOTHING } })).toMatchObject(only);
  expect(wordsFor("participant", { muted: new Set([person]) })).toMatchObject(only);
  expect(wordsFor("participant", { frozen: true })).toMatchObject(only);
  expect(wordsFor("viewer", {})).toMatchObject(only);
  expect(wordsFor("facilitator", {})).toMatchObject(only);
});
