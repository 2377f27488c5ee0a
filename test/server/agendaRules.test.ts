import { applyEdits, createBoardDoc, readBoard, type BoardDoc, type Edit } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import {
  newCardId,
  newCommentId,
  newLinkId,
  reactionOf,
  type BoardSnapshot,
  type PersonId,
  type RoleRules,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Text } from "yjs";
import { addNote } from "../helpers/cards.ts";
import { connect, saved, synced, type Peer } from "../helpers/client.ts";
import { refusalOf } from "../helpers/refusal.ts";
import { until } from "../helpers/until.ts";
import { NOTHING, openWorkshop, phaseOf } from "../helpers/workshop.ts";

/** What stands on the board before: all of it Awa's, but one card. */
const [hers, second, gone, his] = [newCardId(), newCardId(), newCardId(), newCardId()];
const [link, comment] = [newLinkId(), newCommentId()];
const at = 1;
const place = { kind: "note", position: [0, 0], text: "a thought", at } as const;
const asked = (by: PersonId): readonly Edit[] => [
  { type: "addCard", id: hers, ...place, by },
  { type: "addCard", id: second, ...place, by },
  { type: "addCard", id: gone, ...place, by },
  { type: "trash", things: [gone], at },
  { type: "addLink", id: link, from: hers, to: second, at, by },
  { type: "addComment", id: comment, on: hers, text: "why?", at, by },
];

type Deed = (doc: BoardDoc, by: PersonId) => void;
const edits =
  (edit: (by: PersonId) => Edit): Deed =>
  (doc, by) =>
    applyEdits(doc, [edit(by)]);
const types =
  (card: string): Deed =>
  (doc) =>
    (doc.getMap("text").get(card) as Text).insert(0, "x");

/** Each deed, what alone lets a participant do it, and why it is refused while they may do nothing. */
const DEEDS: readonly (readonly [name: string, deed: Deed, allowedBy: Partial<RoleRules>])[] = [
  ["adds a note", edits((by) => ({ type: "addCard", id: newCardId(), ...place, by })), { add: ["factor", "note"] }],
  ["adds a frame", edits((by) => ({ type: "addCard", id: newCardId(), ...place, kind: "frame", by })), { add: "all" }],
  ["links", edits((by) => ({ type: "addLink", id: newLinkId(), from: second, to: hers, at, by })), { link: true }],
  [
    "comments",
    edits((by) => ({ type: "addComment", id: newCommentId(), on: hers, text: "so?", at, by })),
    { comment: true },
  ],
  ["moves", edits(() => ({ type: "moveCards", moves: [{ card: hers, to: [5, 5] }] })), { move: "all" }],
  ["writes", types(hers), { edit: "all" }],
  ["colours a card", edits(() => ({ type: "setAttributes", on: hers, values: { colour: "ochre" } })), { edit: "all" }],
  ["signs a link", edits(() => ({ type: "setAttributes", on: link, values: { polarity: "-" } })), { edit: "all" }],
  [
    "resolves a comment",
    edits(() => ({ type: "setAttributes", on: comment, values: { resolvedAt: 5 } })),
    { comment: true },
  ],
  [
    "reacts",
    edits((by) => ({ type: "setAttributes", on: hers, values: { [reactionOf(by)]: "heart" } })),
    { comment: true },
  ],
  ["throws a card away", edits(() => ({ type: "trash", things: [hers], at })), { trash: "all" }],
  ["throws a link away", edits(() => ({ type: "trash", things: [link], at })), { trash: "all" }],
  ["brings back", edits(() => ({ type: "bringBack", things: [gone] })), { trash: "all" }],
];
/** What others' things are safe from while one may do it to one's own. */
const OWN: readonly (readonly [name: string, deed: (card: typeof hers) => Deed, allowedBy: Partial<RoleRules>])[] = [
  ["moves", (card) => edits(() => ({ type: "moveCards", moves: [{ card, to: [7, 7] }] })), { move: "own" }],
  ["writes", types, { edit: "own" }],
  ["throws away", (card) => edits(() => ({ type: "trash", things: [card], at: 2 })), { trash: "own" }],
];

const plain = ({ cards, links, comments }: BoardSnapshot) => ({
  cards: [...cards.values()],
  links: [...links.values()],
  comments: [...comments.values()],
});

/** A workshop in which what participants may do is set at will, and the grace is over at once. */
async function ruled() {
  const workshop = await openWorkshop();
  const { server, board, awa, bo, set, go, pass } = workshop;
  const phase = phaseOf("ruled", { may: { participant: NOTHING } });
  await set(0, [phase]);
  const facilitator = connect(server, board.id, awa.session, "board");
  await synced(facilitator);
  applyEdits(facilitator.doc, asked(awa.person));
  const mine = connect(server, board.id, bo.session, "board");
  await synced(mine);
  applyEdits(mine.doc, [{ type: "addCard", id: his, ...place, by: bo.person }]);
  await Promise.all([saved(facilitator, 1), saved(mine, 1)]);
  mine.provider.destroy();
  await go(null, phase.id);
  pass(3_000);
  let revision = 1;
  let barrier = 1;
  const tried = async (deed: Deed): Promise<"let in" | { code: number; reason: string }> => {
    const peer = connect(server, board.id, bo.session, "board");
    await synced(peer);
    const refused = refusalOf(peer);
    deed(peer.doc, bo.person);
    const answer = await Promise.race([refused, saved(peer, 1).then(() => "let in" as const)]);
    peer.provider.destroy();
    return answer;
  };
  return {
    tried,
    allow: async (rules: Partial<RoleRules>) => {
      await set(revision, [{ ...phase, may: { participant: { ...NOTHING, ...rules } } }]);
      revision += 1;
      pass(3_000);
    },
    /** the board as it is for everybody, once all that was said is heard */
    present: async () => {
      await saved(facilitator, (barrier += 1));
      return plain(readBoard(facilitator.doc));
    },
  };
}

describe("what a phase forbids", () => {
  it("[F23] is taken of no participant, each deed by itself, and changes nothing", async () => {
    const { tried, present } = await ruled();
    const before = await present();
    for (const [name, deed] of DEEDS)
      expect([name, await tried(deed)]).toEqual([name, { code: CLOSE.forbidden, reason: "phase" }]);
    expect(await present()).toEqual(before);
  });

  it("[F23] is let in by the one rule that allows it, and by no other", async () => {
    const { tried, allow } = await ruled();
    for (const [name, deed, rules] of DEEDS) {
      await allow({ ...ALL, ...refusing(rules) });
      expect([name, await tried(deed)]).toEqual([name, { code: CLOSE.forbidden, reason: "phase" }]);
      await allow(rules);
      expect([name, await tried(deed)]).toEqual([name, "let in"]);
      // what it did is done again by the next ones
      await allow(ALL);
      await tried(edits(() => ({ type: "bringBack", things: [hers, link] })));
      await tried(edits(() => ({ type: "trash", things: [gone], at })));
    }
  });

  it("[F23] one's own things are one's own, and others' are not", async () => {
    const { tried, allow } = await ruled();
    for (const [name, deed, rules] of OWN) {
      await allow(rules);
      expect([name, await tried(deed(hers))]).toEqual([name, { code: CLOSE.forbidden, reason: "not-yours" }]);
      expect([name, await tried(deed(his))]).toEqual([name, "let in"]);
    }
  });

  it("[F23] hides in nothing: of an update of many deeds none is taken", async () => {
    const { tried, allow, present } = await ruled();
    await allow({ add: ["note"] });
    const before = await present();
    const hidden: Deed = (doc, by) =>
      doc.transact(() => {
        addNote(doc, "may be added", by);
        applyEdits(doc, [{ type: "moveCards", moves: [{ card: hers, to: [9, 9] }] }]);
        addNote(doc, "may be added too", by);
      });
    expect(await tried(hidden)).toEqual({ code: CLOSE.forbidden, reason: "phase" });
    expect(await present()).toEqual(before);
  });
});

const ALL: RoleRules = { add: "all", edit: "all", move: "all", trash: "all", link: true, comment: true };
/** The same rules, each as what refuses. */
const refusing = (rules: Partial<RoleRules>): Partial<RoleRules> =>
  Object.fromEntries(Object.keys(rules).map((name) => [name, NOTHING[name as keyof RoleRules]]));

describe("a phase that begins while people write", () => {
  it.each([0, 3, 9])("[F23] loses none of fifty edits silently when it comes after %i rounds", async (round) => {
    const { server, board, awa, bo, set, go, pass } = await openWorkshop();
    const phase = phaseOf("look on", { may: { participant: NOTHING } });
    await set(0, [phase]);
    const writers = Array.from({ length: 5 }, () => connect(server, board.id, bo.session, "board"));
    await Promise.all(writers.map(synced));
    const told = new Map<Peer, { code: number; reason: string }>();
    for (const writer of writers) void refusalOf(writer).then((refusal) => told.set(writer, refusal));
    const made = new Map<string, Peer>();
    const write = (n: number) => {
      for (const writer of writers) made.set(addNote(writer.doc, `idea ${n}`), writer);
    };
    for (let n = 0; n < 10; n += 1) {
      write(n);
      if (n === round) {
        await go(null, phase.id);
        pass(3_000);
      }
    }
    const reader = connect(server, board.id, awa.session, "board");
    await synced(reader);
    const kept = () => readBoard(reader.doc).cards;
    const isSettled = () => [...made].every(([id, writer]) => kept().has(id as never) || told.has(writer));
    await until(isSettled, "each edit to be kept, or its writer to be told");
    // what came too late is told with its reason, to each of those who wrote it
    write(10);
    await until(() => told.size === writers.length, "each writer to be told");
    for (const refusal of told.values()) expect(refusal).toEqual({ code: CLOSE.forbidden, reason: "phase" });
    expect([...made.keys()].filter((id) => !kept().has(id as never)).length).toBeGreaterThan(0);
  });

  it("[F23] takes all fifty edits of those who had not heard of it, within three seconds", async () => {
    const { server, board, awa, bo, set, go, pass } = await openWorkshop();
    const phase = phaseOf("look on", { may: { participant: NOTHING } });
    await set(0, [phase]);
    const writers = Array.from({ length: 5 }, () => connect(server, board.id, bo.session, "board"));
    await Promise.all(writers.map(synced));
    const made: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      if (n === 2) await go(null, phase.id);
      if (n === 5) pass(2_999);
      for (const writer of writers) made.push(addNote(writer.doc, `idea ${n}`));
    }
    await Promise.all(writers.map((writer) => saved(writer, 1)));
    const reader = connect(server, board.id, awa.session, "board");
    await synced(reader);
    expect([...readBoard(reader.doc).cards.keys()].sort()).toEqual(made.sort());
    // who missed the three seconds brings it in vain, and is told
    pass(1);
    const late = connect(server, board.id, bo.session, "board", createBoardDoc());
    await synced(late);
    const refused = refusalOf(late);
    addNote(late.doc, "too late", bo.person);
    expect(await refused).toEqual({ code: CLOSE.forbidden, reason: "phase" });
  });
});
