import { describe, expect, it } from "vitest";
import {
  newCardId,
  newCommentId,
  newPersonId,
  reactionOf,
  type BoardRules,
  type Deed,
  type Forbidden,
  type PersonId,
  type Role,
  type RoleRules,
} from "../terms/index.ts";
import { mayDo, OPEN_RULES } from "./rules.ts";

const me = newPersonId();
const you = newPersonId();
const card = newCardId();

/** On a card of mine, of yours, or of the server. */
const on = (type: "move" | "write" | "trash" | "bringBack", madeBy?: PersonId): Deed => ({
  type,
  on: card,
  thing: "card",
  kind: "note",
  madeBy,
});
const set = (name: string, madeBy?: PersonId, thing: "card" | "link" | "comment" = "card"): Deed => ({
  type: "set",
  on: card,
  thing,
  madeBy,
  name,
});

/** Every deed, by the head of its column. */
const DEEDS = {
  note: { type: "addCard", kind: "note" },
  factor: { type: "addCard", kind: "factor" },
  newKind: { type: "addCard", kind: "of a later version" },
  link: { type: "addLink" },
  comment: { type: "addComment" },
  moveMine: on("move", me),
  moveYours: on("move", you),
  moveIts: on("move"),
  writeMine: on("write", me),
  writeYours: on("write", you),
  writeIts: on("write"),
  setMine: set("colour", me),
  setYours: set("colour", you),
  frameYours: set("frame", you),
  setIts: set("colour"),
  setLink: set("strength", you, "link"),
  resolve: set("resolvedAt", you, "comment"),
  lock: set("locked", me),
  react: set(reactionOf(me), you),
  reactFor: set(reactionOf(you), me),
  trashMine: on("trash", me),
  trashYours: on("trash", you),
  trashIts: on("trash"),
  backMine: on("bringBack", me),
  backYours: on("bringBack", you),
} satisfies Record<string, Deed>;
type Name = keyof typeof DEEDS;
const names = Object.keys(DEEDS) as Name[];

const withPhase = (rules: Partial<RoleRules>): RoleRules => ({
  add: "all",
  edit: "all",
  move: "all",
  trash: "all",
  link: true,
  comment: true,
  ...rules,
});
const phase = (rules: Partial<RoleRules>, role: "participant" | "facilitator" = "participant"): BoardRules => ({
  ...OPEN_RULES,
  phase: { [role]: withPhase(rules) },
});
const frozen: BoardRules = { ...OPEN_RULES, frozen: true };
const locked: BoardRules = { ...OPEN_RULES, locks: new Set([card]) };
const muted: BoardRules = { ...OPEN_RULES, muted: new Set([me]) };
const nothing = { add: [], edit: "none", move: "none", trash: "none", link: false, comment: false } as const;

const lists = (text: string): Name[] => text.split(" ").filter(Boolean) as Name[];
const all = names.join(" ");
const things =
  "moveMine moveYours moveIts frameYours writeMine writeYours writeIts setMine setYours setIts setLink resolve";
const trashes = "trashMine trashYours trashIts";
const backs = "backMine backYours";

/** [what holds, role, rules, what is forbidden and why]; all other deeds are allowed */
type Row = readonly [string, Role, BoardRules, Partial<Record<Forbidden, string>>];
const TABLE: readonly Row[] = [
  ["nothing", "facilitator", OPEN_RULES, { "not-yours": "reactFor" }],
  ["nothing", "participant", OPEN_RULES, { "not-yours": "reactFor" }],
  ["nothing", "viewer", OPEN_RULES, { role: all }],
  ["a freeze", "facilitator", frozen, { "not-yours": "reactFor" }],
  ["a freeze", "participant", frozen, { frozen: all }],
  ["a freeze", "viewer", frozen, { role: all }],
  ["a facilitator's lock", "facilitator", locked, { "not-yours": "reactFor" }],
  ["a facilitator's lock", "participant", locked, { "not-yours": "reactFor", locked: `${things} ${trashes} lock` }],
  [
    "a freeze, a lock and a phase that forbids all",
    "participant",
    { ...frozen, ...locked, frozen: true, phase: { participant: nothing } },
    { frozen: all },
  ],
  ["a phase that forbids all", "participant", phase(nothing), { phase: all }],
  ["a phase that forbids all to the other role", "facilitator", phase(nothing), { "not-yours": "reactFor" }],
  ["a phase that forbids all", "facilitator", phase(nothing, "facilitator"), { phase: all }],
  [
    "a phase that forbids all to the other role",
    "participant",
    phase(nothing, "facilitator"),
    { "not-yours": "reactFor" },
  ],
  ["a phase that forbids all", "viewer", phase(nothing), { role: all }],
  ["a phase of notes", "participant", phase({ add: ["note"] }), { phase: "factor newKind", "not-yours": "reactFor" }],
  [
    "a phase of own cards",
    "participant",
    phase({ edit: "own", move: "own", trash: "own" }),
    {
      "not-yours":
        "reactFor moveYours moveIts frameYours writeYours writeIts setYours setIts setLink trashYours trashIts backYours",
    },
  ],
  [
    "a phase without moving",
    "participant",
    phase({ move: "none" }),
    { phase: "moveMine moveYours moveIts frameYours", "not-yours": "reactFor" },
  ],
  [
    "a phase without editing",
    "participant",
    phase({ edit: "none" }),
    { phase: "writeMine writeYours writeIts setMine setYours setIts setLink lock", "not-yours": "reactFor" },
  ],
  [
    "a phase without deleting",
    "participant",
    phase({ trash: "none" }),
    { phase: `${trashes} ${backs}`, "not-yours": "reactFor" },
  ],
  ["a phase without links", "participant", phase({ link: false }), { phase: "link", "not-yours": "reactFor" }],
  ["a phase without comments", "participant", phase({ comment: false }), { phase: "comment resolve react reactFor" }],
  [
    "a phase of own cards and a lock",
    "participant",
    { ...phase({ edit: "own", move: "own", trash: "own" }), locks: new Set([card]) },
    {
      "not-yours":
        "reactFor moveYours moveIts frameYours writeYours writeIts setYours setIts setLink trashYours trashIts backYours",
      locked: "moveMine writeMine setMine lock trashMine resolve",
    },
  ],
];

const expected = (row: Partial<Record<Forbidden, string>>) => {
  const reasons = new Map<string, string>();
  for (const [reason, forbidden] of Object.entries(row)) for (const name of lists(forbidden)) reasons.set(name, reason);
  return Object.fromEntries(names.map((name) => [name, reasons.get(name) ?? "yes"]));
};
const answers = (role: Role, rules: BoardRules, change: (deed: Deed) => Deed = (deed) => deed) =>
  Object.fromEntries(
    names.map((name) => {
      const answer = mayDo(change(DEEDS[name]), { role, person: me }, rules);
      return [name, answer.ok ? "yes" : answer.reason];
    }),
  );

describe("mayDo", () => {
  it.each(TABLE)("[F5] under %s, a %s may do this and no more", (_what, role, rules, forbidden) => {
    expect(answers(role, rules)).toEqual(expected(forbidden));
  });

  const lockedByCourtesy = (deed: Deed): Deed => ("on" in deed ? { ...deed, isLocked: true } : deed);
  it.each(["facilitator", "participant"] as const)(
    "[F6] a card's own lock holds for a %s too, until it is taken off; a locked card can be reacted to and brought back",
    (role) => {
      expect(answers(role, OPEN_RULES, lockedByCourtesy)).toEqual(
        expected({ "not-yours": "reactFor", locked: `${things} ${trashes}` }),
      );
    },
  );

  const MUTED: readonly Row[] = [
    ["one's own mute", "participant", muted, { muted: all }],
    ["one's own mute and a freeze", "participant", { ...muted, frozen: true }, { muted: all }],
    [
      "one's own mute and a phase that forbids all",
      "participant",
      { ...phase(nothing), muted: new Set([me]) },
      { muted: all },
    ],
    ["one's own mute", "facilitator", muted, { "not-yours": "reactFor" }],
    ["one's own mute", "viewer", muted, { role: all }],
    ["another's mute", "participant", { ...OPEN_RULES, muted: new Set([you]) }, { "not-yours": "reactFor" }],
  ];
  it.each(MUTED)("[F60] under %s, a %s may do this and no more", (_what, role, rules, forbidden) => {
    expect(answers(role, rules)).toEqual(expected(forbidden));
  });

  it.each(["trash", "bringBack"] as const)(
    "[F119] %s of a comment: its author may wherever comments may be made, others only where things are deleted",
    (type) => {
      const answer = (madeBy: PersonId, rules: Partial<RoleRules>, change: Partial<BoardRules> = {}) => {
        const deed: Deed = { type, on: newCommentId(), thing: "comment", madeBy };
        return mayDo(deed, { role: "participant", person: me }, { ...phase(rules), ...change });
      };
      const no = (reason: Forbidden) => ({ ok: false, reason });
      expect(answer(me, { ...nothing, comment: true })).toEqual({ ok: true });
      expect(answer(you, { ...nothing, comment: true })).toEqual(no("phase"));
      expect(answer(you, { ...nothing, comment: true, trash: "own" })).toEqual(no("not-yours"));
      expect(answer(you, { ...nothing, comment: true, trash: "all" })).toEqual({ ok: true });
      expect(answer(me, nothing)).toEqual(no("phase"));
      expect(answer(me, { ...nothing, trash: "own" })).toEqual({ ok: true });
      expect(answer(me, { ...nothing, comment: true }, { frozen: true })).toEqual(no("frozen"));
    },
  );

  it("[F7] a person reacts for nobody else, wherever comments may be made", () => {
    const react = (rules: BoardRules, of: PersonId) =>
      mayDo(set(reactionOf(of), you), { role: "participant", person: me }, rules);
    for (const rules of [OPEN_RULES, locked, phase({ ...nothing, comment: true })]) {
      expect(react(rules, me)).toEqual({ ok: true });
      expect(react(rules, you)).toEqual({ ok: false, reason: "not-yours" });
    }
    expect(react(phase({ comment: false }), me)).toEqual({ ok: false, reason: "phase" });
  });
});
