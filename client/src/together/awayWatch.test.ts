import { describe, expect, it } from "vitest";
import type { WhatChanged } from "@palabre/shared/protocol";
import { newCardId, newPersonId } from "@palabre/shared/terms";
import { createAwayWatch, type ChangedWhileAway } from "./awayWatch.ts";
import { readSeen, writeSeen, type Seen } from "../offline/index.ts";

const MINUTE = 60_000;
/** The server's clock when the page opens. */
const START = 100 * MINUTE;
const CHANGES: WhatChanged = {
  changes: [{ thing: newCardId(), person: newPersonId(), did: ["made"], at: START - MINUTE }],
  isMore: false,
};

/** A page that was seen so long ago, on a device whose clock is an hour slow. */
const openPage = (agoMs: number | undefined) =>
  openSeen(agoMs === undefined ? undefined : { at: START - agoMs, unreadSince: undefined });

/** @param at  when it opens */
function openSeen(seen: Seen | undefined, at = START) {
  const world = { at, isLooking: true, isConnected: true, isReached: true };
  const told: ChangedWhileAway["since"][] = [];
  const asked = { time: 0, changes: 0 };
  let remembered: Seen | undefined;
  const answer = async <T>(value: T): Promise<T> => {
    await Promise.resolve();
    if (!world.isReached) throw new Error("nobody answers");
    return value;
  };
  const watch = createAwayWatch({
    seen,
    remember: (now) => (remembered = readSeen(writeSeen(now))),
    isLooking: () => world.isLooking,
    isConnected: () => world.isConnected,
    time: () => {
      asked.time += 1;
      return answer(world.at);
    },
    whatChanged: () => {
      asked.changes += 1;
      return answer(CHANGES);
    },
    tell: ({ since }) => told.push(since),
    device: () => world.at - 60 * MINUTE,
  });
  return {
    world,
    watch,
    told,
    asked,
    kept: () => remembered,
    remembered: () => remembered?.at,
    settled: async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
}

describe("who was away for more than five minutes", () => {
  it("[F68] is told what they missed, once, and it is noted that they saw it", async () => {
    const { world, watch, told, remembered, settled } = openPage(10 * MINUTE);
    watch.look();
    await settled();
    world.at += 20_000;
    watch.tick();
    await settled();
    expect(told).toEqual([START - 10 * MINUTE]);
    expect(remembered()).toBe(START + 20_000);
  });

  it("[F68] is told as soon as the server can be asked, and until then nothing counts as seen", async () => {
    const { world, watch, told, remembered, settled } = openPage(10 * MINUTE);
    world.isReached = false;
    watch.look();
    await settled();
    world.at += 20_000;
    watch.tick();
    watch.leave();
    await settled();
    expect([told, remembered()]).toEqual([[], undefined]);
    world.isReached = true;
    watch.tick();
    await settled();
    expect([told, remembered()]).toEqual([[START - 10 * MINUTE], START + 20_000]);
  });

  it("[F68] is told also where the page was looked at all the while and only its connection was gone", async () => {
    const { world, watch, told, settled } = openPage(undefined);
    watch.look();
    await settled();
    world.isConnected = false;
    world.at += 6 * MINUTE;
    watch.tick();
    await settled();
    world.isConnected = true;
    watch.tick();
    await settled();
    expect(told).toEqual([START]);
  });

  it("[F68] is asked for by one look at a time, and not told twice what can't be noted yet", async () => {
    const { world, watch, told, asked, remembered, settled } = openPage(10 * MINUTE);
    world.isConnected = false;
    watch.look();
    watch.look();
    await settled();
    world.isConnected = true;
    world.at += 20_000;
    watch.tick();
    await settled();
    expect(asked).toEqual({ time: 1, changes: 1 });
    expect(told).toEqual([START - 10 * MINUTE]);
    expect(remembered()).toBe(START + 20_000);
  });

  it("[F125] is told again what was not read when they missed more, and what was read no more", async () => {
    const { world, watch, told, settled } = openPage(10 * MINUTE);
    const goAway = async () => {
      watch.leave();
      world.isLooking = false;
      world.at += 6 * MINUTE;
      world.isLooking = true;
      watch.look();
      await settled();
    };
    watch.look();
    await settled();
    // a glance at another page tells nothing again
    watch.leave();
    watch.look();
    await settled();
    await goAway();
    expect(told).toEqual([START - 10 * MINUTE, START - 10 * MINUTE]);
    watch.read();
    await goAway();
    expect(told.slice(2)).toEqual([START + 6 * MINUTE]);
  });

  it("[F125] is told again after a reload what was not read, and what was read no more, even as more is missed", async () => {
    const before = openPage(10 * MINUTE);
    before.watch.look();
    await before.settled();
    before.world.at += 60_000;
    before.watch.leave();
    before.watch.close();
    const after = openSeen(before.kept(), START + 2 * MINUTE);
    after.watch.look();
    await after.settled();
    expect(after.told).toEqual([START - 10 * MINUTE]);
    after.world.at += 6 * MINUTE;
    after.watch.read();
    expect(after.kept()).toEqual({ at: START + 2 * MINUTE, unreadSince: undefined });
  });

  it("[F68] hears nothing on a first visit, or after less; until they leave, all of it was seen", async () => {
    for (const ago of [undefined, 4 * MINUTE]) {
      const { world, watch, told, asked, remembered, settled } = openPage(ago);
      watch.look();
      await settled();
      world.at += 7_000;
      watch.leave();
      expect({ told, changes: asked.changes, seen: remembered() }).toEqual({
        told: [],
        changes: 0,
        seen: START + 7_000,
      });
    }
  });
});
