import { createBoardDoc, createStateDoc, settingAgenda, settingNow, writeState } from "@palabre/shared/documents";
import {
  newCardId,
  newPersonId,
  newPhaseId,
  type Card,
  type CardAttributes,
  type CardId,
  type Pair,
  type Phase,
  type Role,
  type RoleRules,
} from "@palabre/shared/terms";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { connectAlone, someoneOn } from "../state/alone.ts";
import { boardStateOver, type BoardState } from "../state/index.ts";
import { clustersOf } from "./clustersOf.ts";
import { gather } from "./gather.ts";
import { layClusters, type Box } from "./layClusters.ts";
import { scopeOf } from "./scope.ts";

const en = await textIn("en", "en-GB");
const AWA = newPersonId();
const cardOf = (kind: string, attributes: CardAttributes = {}, rest: Partial<Card> = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  text: "",
  position: [0, 0],
  attributes,
  extra: {},
  ...rest,
});
const reacted = (n: number) => cardOf("note", {}, { extra: reactionsOf(n) });
const reactionsOf = (n: number) =>
  Object.fromEntries(Array.from({ length: n }, () => [`reaction:${newPersonId()}`, "yes"]));
const sourceOf = (cards: readonly Card[]) => ({
  cards,
  nameOf: (person: string) => (person === AWA ? "Awa" : undefined),
  annotationOf: () => undefined,
  structureOf: undefined,
});

describe("clusters", () => {
  it("[B82] are the groups of a reading in its order, and last the cards of which it says nothing", () => {
    const cards = [
      cardOf("factor", { tags: ["b"] }),
      cardOf("note"),
      cardOf("note", { tags: ["a", "b"] }),
      cardOf("note", { tags: ["a"] }),
      cardOf("note", { tags: ["b"] }),
    ];
    const [one, two, three, four, five] = cards.map(({ id }) => id);
    expect(clustersOf("tag", sourceOf(cards), en)).toEqual([
      { name: "b", cards: [one, three, five] },
      { name: "a", cards: [four] },
      { name: "All others", cards: [two] },
    ]);
  });
  it("[B82] by author bear the names that are known, and what was written without a name stands apart", () => {
    const cards = [cardOf("note", {}, { by: AWA }), cardOf("note"), cardOf("note", {}, { by: newPersonId() })];
    expect(
      clustersOf("author", sourceOf(cards), en)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["All others", "Awa", "somebody"]);
  });
  it("[B82] of a figure begin with the highest, each named by the figures in it; none where it says nothing", () => {
    const cards = [reacted(1), reacted(9), reacted(10), reacted(0)];
    const [few, many, most, none] = cards.map(({ id }) => id);
    expect(clustersOf("reactions", sourceOf(cards), en)).toEqual([
      { name: "9 to 10", cards: [most, many] },
      { name: "1", cards: [few] },
      { name: "All others", cards: [none] },
    ]);
    expect(clustersOf("mentions", sourceOf(cards), en)).toEqual([]);
  });
});

describe("what is put together", () => {
  /** A board in a step with these rights, its person, and a card of theirs beside two of somebody else. */
  const inStep = (rights: Partial<RoleRules>) => {
    const [doc, workshop] = [createBoardDoc(), createStateDoc()];
    const as = (role: Role) => boardStateOver(connectAlone({ board: doc, workshop }), someoneOn(role));
    const [board, host] = [as("participant"), as("facilitator")];
    const write = ({ commands }: BoardState, x: number) =>
      commands.addCard({ kind: "note", position: [x, 0], text: "A" }) ?? expect.fail("the card was refused");
    const [own, other, third] = [write(board, 0), write(host, 400), write(host, 800)];
    const all: RoleRules = { add: "all", edit: "all", move: "all", trash: "all", link: true, comment: true };
    const phase: Phase = {
      id: newPhaseId(),
      title: { en: "Step" },
      instruction: {},
      may: { facilitator: all, participant: { ...all, ...rights } },
    };
    writeState(workshop, [
      settingAgenda({ revision: 1, phases: [phase] }),
      settingNow({ phase: phase.id, startedAt: 0 }),
    ]);
    board.commands.select([]);
    const scope = () => scopeOf(board, [...board.snapshot().cards.values()]);
    const ids = () => scope().cards.map(({ id }) => id);
    return { board, own, other, third, scope, ids };
  };
  const sorted = (ids: readonly CardId[]) => ids.toSorted();

  it("[B152] is what the step lets its person move, of the chosen cards or of all", () => {
    const { board, own, other, ids } = inStep({ move: "own" });
    expect(ids()).toEqual([own]);
    board.commands.select([own, other]);
    expect(ids()).toEqual([own]);
    const free = inStep({});
    expect(sorted(free.ids())).toEqual(sorted([free.own, free.other, free.third]));
    free.board.commands.select([free.own, free.third]);
    expect(sorted(free.ids())).toEqual(sorted([free.own, free.third]));
    free.board.commands.setCard(free.own, { locked: true });
    expect(free.ids()).toEqual([free.third]);
  });
  it("[B152] gets no frames where none may be added, and is put together without", () => {
    const { board, own, other, scope } = inStep({ add: [] });
    expect(scope().mayFrame).toBe(false);
    const groups = [{ name: "Both", cards: [own, other] }];
    expect(gather(board, groups, [], true)).toBeUndefined();
    expect(gather(board, groups, [], scope().mayFrame)).toBeDefined();
    expect(board.snapshot().cards.size).toBe(3);
    expect(inStep({ add: ["frame"] }).scope().mayFrame).toBe(true);
  });
});

describe("clusters on the board", () => {
  const px = fc.integer({ min: -3_000, max: 3_000 });
  const length = fc.integer({ min: 40, max: 600 });
  const box: fc.Arbitrary<Box> = fc.record({ x: px, y: px, width: length, height: length });
  const meets = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const isWithin = (a: Box, b: Box) =>
    a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

  it("[B82] no card lies over another, each lies in its cluster's frame and in no other, and none over what stays", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(box, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 6 }),
        fc.array(box, { maxLength: 4 }),
        (groups, still) => {
          const ids: CardId[][] = groups.map((group) => group.map(() => newCardId()));
          const boxes = new Map(ids.flatMap((group, i) => group.map((id, j) => [id, groups[i]![j]!] as const)));
          const { places, frames } = layClusters(ids, boxes, still);
          expect(places.size).toBe(boxes.size);
          const lying = (id: CardId): Box => {
            const [x, y]: Pair = places.get(id)!;
            return { ...boxes.get(id)!, x, y };
          };
          const all = ids.flat().map(lying);
          for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) expect(meets(a, b)).toBe(false);
          for (const [i, group] of ids.entries())
            for (const id of group) {
              expect(isWithin(lying(id), frames[i]!)).toBe(true);
              for (const [j, frame] of frames.entries()) expect(i !== j && meets(lying(id), frame)).toBe(false);
            }
          for (const frame of frames) for (const other of still) expect(meets(frame, other)).toBe(false);
        },
      ),
    );
  });
  it("[B82] nothing to put together goes nowhere", () => {
    expect(layClusters([], new Map(), [])).toEqual({ places: new Map(), frames: [] });
  });
});
