import {
  applyEdits,
  applyInspected,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  stateVectorOf,
  type BoardDoc,
} from "@palabre/shared/documents";
import { mayDo, OPEN_RULES, type BoardRules } from "@palabre/shared/facilitation";
import { CLOSE } from "@palabre/shared/protocol";
import { newBoardId, newCardId, newPersonId, reactionOf, type CardId, type Json } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Visitor } from "../access/index.ts";
import { ClientIds } from "./clientIds.ts";
import { FollowedRules } from "./followedRules.ts";
import { Gate } from "./gate.ts";

const board = newBoardId();
const visitor = (device: string, role: Visitor["role"] = "participant"): Visitor => ({
  board,
  person: newPersonId(),
  role,
  name: device,
  colour: 1,
  device,
});
const ada = visitor("ada");
const ben = visitor("ben");
const frozen: BoardRules = { ...OPEN_RULES, frozen: true };

/** A gate before a board on which Ada made a card. */
function openGate() {
  const doc = createBoardDoc();
  const card = newCardId();
  let now = 1_000_000;
  const rules = new FollowedRules(() => now);
  rules.take(OPEN_RULES);
  const ids = new ClientIds({ now: () => now, maxPerHour: 3 });
  const gate = new Gate({ may: mayDo, ids, rules, now: () => now });
  /** What comes of what somebody does on a copy of the board. */
  const answer = (who: Visitor, change: (copy: BoardDoc) => void, client?: number): string => {
    const copy = createBoardDoc();
    applyUpdate(copy, encodeDoc(doc));
    // a copy that hears of its own id from elsewhere takes another
    if (client !== undefined) copy.clientID = client;
    const before = stateVectorOf(copy);
    change(copy);
    const verdict = gate.judge(doc, encodeDoc(copy, before), who, 1_000_000);
    if (!verdict.ok) return `${verdict.code} ${verdict.reason}`;
    gate.admitted(applyInspected(doc, verdict).facts);
    return "ok";
  };
  const set = (who: Visitor, name: string, value: Json | undefined, client?: number) =>
    answer(who, (copy) => applyEdits(copy, [{ type: "setAttributes", on: card, values: { [name]: value } }]), client);
  const add = (who: Visitor, id: CardId = newCardId(), client?: number) =>
    answer(
      who,
      (copy) =>
        applyEdits(copy, [{ type: "addCard", id, kind: "note", position: [0, 0], text: "", at: 1, by: who.person }]),
      client,
    );
  expect(add(ada, card, 1)).toBe("ok");
  return {
    set,
    add,
    answer,
    card,
    rule: (next: BoardRules) => rules.take(next),
    wait: (ms: number) => (now += ms),
  };
}

describe("the gate", () => {
  it("[R27] asks the rules of now, and those that were in force just before", () => {
    const { set, rule, wait, card, answer } = openGate();
    expect(set(ben, "colour", "red", 2)).toBe("ok");
    rule(frozen);
    wait(2_999);
    expect(set(ben, "colour", "blue", 2)).toBe("ok");
    wait(1);
    expect(set(ben, "colour", "green", 2)).toBe(`${CLOSE.forbidden} frozen`);
    expect(set(visitor("facilitator", "facilitator"), "colour", "green", 3)).toBe("ok");
    rule({ ...OPEN_RULES, locks: new Set([card]) });
    wait(3_000);
    expect(set(ben, "colour", "blue", 2)).toBe(`${CLOSE.forbidden} locked`);
    rule({
      ...OPEN_RULES,
      phase: { participant: { add: ["note"], edit: "own", move: "own", trash: "none", link: false, comment: true } },
    });
    wait(3_000);
    expect(set(ben, "colour", "blue", 2)).toBe(`${CLOSE.forbidden} not-yours`);
    expect(set(ada, "colour", "blue", 1)).toBe("ok");
    expect(answer(ada, (copy) => applyEdits(copy, [{ type: "trash", things: [card], at: 3 }]), 1)).toBe(
      `${CLOSE.forbidden} phase`,
    );
    // what is on a card that one bears oneself is part of the birth
    expect(
      answer(
        ben,
        (copy) => {
          const id = newCardId();
          const birth = { id, kind: "note", position: [0, 0], text: "", at: 1, by: ben.person } as const;
          applyEdits(copy, [{ type: "addCard", ...birth }]);
          applyEdits(copy, [{ type: "trash", things: [id], at: 2 }]);
        },
        2,
      ),
    ).toBe("ok");
  });

  it("[R27] lets nobody react for another, also on a card of one's own", () => {
    const { set } = openGate();
    expect(set(ben, reactionOf(ben.person), "+1", 2)).toBe("ok");
    expect(set(ben, reactionOf(ada.person), "+1", 2)).toBe(`${CLOSE.forbidden} not-yours`);
    expect(set(ada, reactionOf(ben.person), undefined, 1)).toBe(`${CLOSE.forbidden} not-yours`);
  });

  it("[R27] the lock that a card wears binds who has not heard of it after three seconds, and goes with who takes it off", () => {
    const { set, wait, answer, card } = openGate();
    expect(set(ada, "locked", true, 1)).toBe("ok");
    wait(2_999);
    expect(set(ben, "colour", "red", 2)).toBe("ok");
    wait(1);
    expect(set(ben, "colour", "blue", 2)).toBe(`${CLOSE.forbidden} locked`);
    // unlocked and set offline, sent as one
    expect(
      answer(
        ben,
        (copy) =>
          applyEdits(copy, [{ type: "setAttributes", on: card, values: { locked: undefined, colour: "blue" } }]),
        2,
      ),
    ).toBe("ok");
    expect(set(ada, "colour", "red", 1)).toBe("ok");
  });

  it("[R28] an id belongs to the device it first appeared with; a device takes so many an hour", () => {
    const { set, add, wait } = openGate();
    const foreign = `${CLOSE.foreignClient} client`;
    expect(set(ben, "colour", "red", 1)).toBe(foreign);
    expect(set({ ...ada, device: "ada's phone" }, "colour", "red", 1)).toBe(foreign);
    expect(set(ada, "colour", "red", 1)).toBe("ok");
    expect([11, 12, 13, 14].map((client) => add(ben, newCardId(), client))).toEqual([
      "ok",
      "ok",
      "ok",
      `${CLOSE.later} clients`,
    ]);
    expect(add(ben, newCardId(), 12)).toBe("ok");
    expect(add(ada, newCardId(), 15)).toBe("ok");
    wait(3_600_000);
    expect(add(ben, newCardId(), 14)).toBe("ok");
  });

  it("[R28] an id under which somebody wrote before owners were kept is nobody's", () => {
    const doc = createBoardDoc();
    const gate = new Gate({
      may: mayDo,
      ids: new ClientIds({ now: () => 0, maxPerHour: 60 }),
      rules: new FollowedRules(() => 0),
      now: () => 0,
    });
    const by = ada.person;
    applyEdits(doc, [{ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text: "", at: 1, by }]);
    expect(gate.claim(doc, doc.clientID, ada)).toBe("foreign");
    expect(gate.claim(doc, doc.clientID + 1, ada)).toBe("own");
  });
});
