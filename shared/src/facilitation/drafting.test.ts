import { describe, expect, it } from "vitest";
import {
  newCardId,
  newPersonId,
  newPhaseId,
  rulesOfPhase,
  type BoardRules,
  type Deed,
  type Phase,
  type Role,
  type RoleRules,
} from "../terms/index.ts";
import { isDrafted, mayDraft } from "./drafting.ts";
import { mayDo, OPEN_RULES } from "./rules.ts";

const me = newPersonId();
const id = newPhaseId();
const nothing: RoleRules = { add: ["note"], edit: "none", move: "none", trash: "none", link: true, comment: true };
const phase: Phase = { id, title: { en: "Ideas" }, instruction: {}, writing: "silent", may: { participant: nothing } };
const silent: BoardRules = { ...OPEN_RULES, phase: rulesOfPhase(phase) };
const on = (type: "move" | "write" | "set" | "trash" | "bringBack"): Deed => ({ type, on: newCardId(), thing: "card" });
const DEEDS: readonly Deed[] = [
  { type: "addCard", kind: "note" },
  on("move"),
  on("write"),
  on("set"),
  on("trash"),
  on("bringBack"),
  { type: "addCard", kind: "factor" },
  { type: "addCard", kind: "frame" },
  { type: "addLink" },
  { type: "addComment" },
  { type: "set", on: newCardId(), thing: "link" },
];
const answers = (role: Role, rules: BoardRules, of = id) =>
  DEEDS.map((deed) => {
    const answer = mayDraft(deed, { role, person: me }, rules, of);
    return answer.ok ? "yes" : answer.reason;
  });
const OWN = Array.from({ length: 6 }, () => "yes");
const REST = Array.from({ length: 5 }, () => "phase");

describe("mayDraft", () => {
  it.each(["participant", "facilitator"] as const)(
    "[F42] a %s does with own cards of the phase what they like",
    (role) => {
      expect(answers(role, silent)).toEqual([...OWN, ...REST]);
    },
  );

  it("[F42] nobody drafts out of the phase, viewers never, participants neither when frozen nor when muted", () => {
    const all = (reason: string) => DEEDS.map(() => reason);
    expect(answers("viewer", silent)).toEqual(all("role"));
    expect(answers("participant", silent, newPhaseId())).toEqual(all("phase"));
    expect(answers("participant", OPEN_RULES)).toEqual(all("phase"));
    expect(answers("participant", { ...OPEN_RULES, phase: rulesOfPhase({ ...phase, writing: undefined }) })).toEqual(
      all("phase"),
    );
    expect(answers("participant", { ...silent, frozen: true })).toEqual(all("frozen"));
    expect(answers("facilitator", { ...silent, frozen: true })).toEqual([...OWN, ...REST]);
    expect(answers("participant", { ...silent, muted: new Set([me]) })).toEqual(all("muted"));
  });

  it("[F42] what goes to drafts is what participants may add, but never a frame; the board takes no card of theirs", () => {
    expect(["note", "factor", "frame"].map((kind) => isDrafted(kind, silent))).toEqual([true, false, false]);
    const { may: _, ...anything } = phase;
    const open: BoardRules = { ...OPEN_RULES, phase: rulesOfPhase(anything) };
    expect(["note", "of a later version", "frame"].map((kind) => isDrafted(kind, open))).toEqual([true, true, false]);
    expect(isDrafted("note", OPEN_RULES)).toBe(false);
    for (const rules of [silent, open])
      expect(mayDo({ type: "addCard", kind: "note" }, { role: "participant", person: me }, rules).ok).toBe(false);
  });
});
