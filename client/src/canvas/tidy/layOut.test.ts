import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type Link,
  type Pair,
} from "@palabre/shared/terms";
import ELK from "elkjs/lib/elk.bundled.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, type Box } from "../box.ts";
import { layOut } from "./layOut.ts";
import { planTidy } from "./planTidy.ts";

const elk = new ELK();
const cardOf = (kind: string, position: Pair, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: kind,
  attributes,
  extra: {},
});
const linkOf = (from: Card, to: Card): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 0,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
});
const boardOf = (cards: readonly Card[], links: readonly Link[] = []): BoardSnapshot => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
  comments: new Map(),
  skipped: 0,
});
async function tidy(board: BoardSnapshot, scope?: readonly Card[]): Promise<ReadonlyMap<Card["id"], Card>> {
  const isLocked = (id: Card["id"]) => board.cards.get(id)?.attributes.locked === true;
  const { moves, sizes } = await layOut(elk, planTidy(board, scope && new Set(scope.map(({ id }) => id)), isLocked));
  return new Map(
    [...board.cards].map(([id, card]) => {
      const [dx, dy] = moves.get(id) ?? [0, 0];
      const size = sizes.get(id);
      const attributes = size ? { ...card.attributes, size } : card.attributes;
      return [id, { ...card, position: [card.position[0] + dx, card.position[1] + dy], attributes }];
    }),
  );
}
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const holdsBox = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** A board of heaped cards: a few frames, cards in and out of them, some locked, links at random. */
const heap = fc
  .record({
    cards: fc.array(
      fc.record({
        kind: fc.constantFrom("factor", "note", "strategy"),
        x: fc.integer({ min: 0, max: 900 }),
        y: fc.integer({ min: 0, max: 700 }),
        frame: fc.option(fc.nat(1), { nil: undefined }),
        isLocked: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      }),
      { minLength: 1, maxLength: 16 },
    ),
    links: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 20 }),
  })
  .map(({ cards, links }) => {
    const frames = [cardOf("frame", [0, 0]), cardOf("frame", [1_200, 0])];
    const all = cards.map(({ kind, x, y, frame, isLocked }) =>
      cardOf(kind, [x, y], {
        ...(frame === undefined ? {} : { frame: frames[frame]!.id }),
        ...(isLocked ? { locked: true } : {}),
      }),
    );
    const drawn = links.flatMap(([from, to]) => {
      const [a, b] = [all[from], all[to]];
      return a && b && a !== b ? [linkOf(a, b)] : [];
    });
    return { frames, all, board: boardOf([...frames, ...all], drawn) };
  });

describe("a board that is tidied", () => {
  it("[B30] has no card over another, each in its frame, and what is locked where it was", async () => {
    await fc.assert(
      fc.asyncProperty(heap, async ({ frames, all, board }) => {
        const after = await tidy(board);
        const stuck = new Set(
          all.filter(({ attributes }) => attributes.locked).map(({ attributes }) => attributes.frame),
        );
        for (const card of [...frames, ...all]) {
          const stays =
            card.attributes.locked === true ||
            stuck.has(card.id) ||
            (card.attributes.frame !== undefined && stuck.has(card.attributes.frame));
          if (stays) expect(after.get(card.id)?.position).toEqual(card.position);
        }
        const placed = all.filter(
          ({ attributes: { frame, locked } }) => locked !== true && !(frame !== undefined && stuck.has(frame)),
        );
        const boxes = placed.map(({ id }) => boxOf(after.get(id)!));
        for (const [at, box] of boxes.entries())
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        for (const {
          id,
          attributes: { frame },
        } of placed)
          if (frame !== undefined) expect(holdsBox(boxOf(after.get(frame)!), boxOf(after.get(id)!))).toBe(true);
        // what is free lies over nothing that stays
        for (const {
          id,
          attributes: { frame },
        } of placed) {
          if (frame !== undefined) continue;
          for (const other of all)
            if (other.attributes.locked) expect(overlap(boxOf(after.get(id)!), boxOf(other))).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("[B30] leads from left to right along its links, and begins where it began", async () => {
    const [a, b, c] = [cardOf("factor", [500, 300]), cardOf("factor", [100, 900]), cardOf("factor", [120, 200])];
    const after = await tidy(boardOf([a, b, c], [linkOf(a, b), linkOf(b, c)]));
    const [x, y, z] = [a, b, c].map(({ id }) => after.get(id)!.position[0]) as [number, number, number];
    expect(x < y && y < z).toBe(true);
    expect([Math.min(x, y, z), Math.min(...[...after.values()].map(({ position }) => position[1]))]).toEqual([
      100, 200,
    ]);
  });

  it("[B30] keeps a group as it is within, and lays what is chosen over nothing else", async () => {
    const group = [cardOf("note", [0, 0], { group: "g" }), cardOf("note", [200, 40], { group: "g" })];
    const [loose, other] = [cardOf("note", [10, 10]), cardOf("note", [20, 120])];
    const after = await tidy(boardOf([...group, loose, other]), [...group, loose]);
    const [one, two] = group.map(({ id }) => after.get(id)!.position) as [Pair, Pair];
    expect([two[0] - one[0], two[1] - one[1]]).toEqual([200, 40]);
    expect(after.get(other.id)?.position).toEqual(other.position);
    for (const { id } of [...group, loose]) expect(overlap(boxOf(after.get(id)!), boxOf(other))).toBe(false);
  });
});
