import { newCardId, newPersonId, type Card, type CardId, type Pair } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Other } from "../state/index.ts";
import { createHere } from "./here.ts";
import { createRemoteDrags, LANDING_MS } from "./remoteDrags.ts";

const user = { person: newPersonId(), name: "Amina", role: "participant", colour: 1 } as const;
const other = (presence: Partial<Other["presence"]>): Other => ({ client: 1, presence: { user, ...presence } });
const card = (position: Pair, attributes: Card["attributes"] = {}, kind = "note"): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: "",
  attributes,
  extra: {},
});
const mapOf = (...cards: readonly Card[]) => new Map<CardId, Card>(cards.map((each) => [each.id, each]));

describe("somebody else's drag", () => {
  it("is shown as far as they show it, with what lies in a dragged frame", () => {
    const frame = card([0, 0], {}, "frame");
    const inside = card([10, 10], { frame: frame.id });
    const { moved } = createRemoteDrags()(
      [other({ drag: { cards: [frame.id], by: [5, 6] } })],
      mapOf(frame, inside),
      0,
    );
    expect([...moved]).toEqual([
      [frame.id, [5, 6]],
      [inside.id, [5, 6]],
    ]);
  });

  it("lands once: a card that was written is not shown carried on top, though the drag is still told", () => {
    const drags = createRemoteDrags();
    const here = card([0, 0]);
    const dragging = [other({ drag: { cards: [here.id], by: [50, 0] } })];
    drags(dragging, mapOf(here), 0);
    expect(drags(dragging, mapOf({ ...here, position: [50, 0] }), 10).moved.size).toBe(0);
  });

  it("waits for its write when its end is told first, and gives up after a while", () => {
    const drags = createRemoteDrags();
    const here = card([0, 0]);
    drags([other({ drag: { cards: [here.id], by: [50, 0] } })], mapOf(here), 0);
    const waiting = drags([other({})], mapOf(here), 100);
    expect([...waiting.moved.values(), waiting.until]).toEqual([[50, 0], 100 + LANDING_MS]);
    expect(drags([other({})], mapOf(here), 100 + LANDING_MS).moved.size).toBe(0);
  });

  it("that began again after landing starts from where the card lies now", () => {
    const drags = createRemoteDrags();
    const here = card([0, 0]);
    const landed = { ...here, position: [50, 0] as const };
    drags([other({ drag: { cards: [here.id], by: [50, 0] } })], mapOf(here), 0);
    drags([other({})], mapOf(landed), 50);
    const again = drags([other({ drag: { cards: [here.id], by: [1, 2] } })], mapOf(landed), 100);
    expect([...again.moved.values()]).toEqual([[1, 2]]);
  });
});

describe("who is at a card", () => {
  it("is who writes in it before who chose it, and stays the same object while cursors move", () => {
    const here = createHere();
    const id = newCardId();
    const yann = { ...user, name: "Yann" };
    const both = (cursor: Pair): readonly Other[] => [
      { client: 1, presence: { user: yann, selection: [id], cursor } },
      { client: 2, presence: { user, editing: id } },
    ];
    const first = here(both([0, 0])).get(id);
    expect(first).toEqual({ name: "Amina", colour: 1, isWriting: true });
    expect(here(both([9, 9])).get(id)).toBe(first);
  });
});
