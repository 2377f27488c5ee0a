import { newBoardId } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import type { ServerStore } from "../stores/index.ts";
import { openKeepers } from "./keepers.ts";

const own = { id: "own", address: "127.0.0.1:1" };
const other = { id: "other", address: "127.0.0.1:2" };

/** A server to which nothing comes of itself; its beat is the test's. */
function openOne(keeperOf: ServerStore["keeperOf"]) {
  let beats = 0;
  const beat = async () => {
    beats += 1;
    return [own];
  };
  const store: ServerStore = {
    beat,
    keeperOf,
    giveUpSilent: async () => 0,
    takeFree: async () => 0,
    sharedKey: async () => new Uint8Array(),
    leave: async () => {},
    close: async () => {},
  };
  let look = (): void => {};
  const bus = {
    tell: () => {},
    onTold: (listener: () => void) => {
      look = listener;
      return () => {};
    },
    close: async () => {},
  };
  const keepers = openKeepers({ store, own, bus, onGivenUp: () => {}, log: createLog("silent") });
  onTestFinished(() => keepers.close());
  let told = 0;
  keepers.onTaken(() => (told += 1));
  const lookTwice = async () => {
    for (const goal of [beats + 1, beats + 2])
      await expect
        .poll(() => {
          look();
          return beats;
        })
        .toBeGreaterThanOrEqual(goal);
  };
  return { keepers, lookTwice, told: () => told };
}

it("[S82] boards that a request brings to this server are looked after as those that it takes, all at once", async () => {
  const { keepers, lookTwice, told } = openOne(async () => ({ keeper: own, isTaken: true }));
  await Promise.all([newBoardId(), newBoardId()].map((board) => keepers.keeperOf(board)));
  await expect.poll(told, { timeout: 3_000 }).toBe(1);
  await lookTwice();
  expect(told()).toBe(1);
});

it("[S82] a board that is kept already, here or elsewhere, is not looked after anew", async () => {
  for (const keeper of [own, other]) {
    const { keepers, lookTwice, told } = openOne(async () => ({ keeper, isTaken: false }));
    await keepers.keeperOf(newBoardId());
    await lookTwice();
    expect(told()).toBe(0);
  }
});
