import { describe, expect, it } from "vitest";
import { HeldMessages, Holding } from "./heldMessages.ts";

const update = (bytes: number) => ({ type: "update", update: new Uint8Array(bytes) }) as const;

/** Connections that hold what they sent, and those of them that were asked to come back. */
function hall(limits: { heldBytes: number; heldMs?: number }, now: () => number = () => 0) {
  const holding = new Holding({ heldMs: 30_000, ...limits }, now);
  const left: string[] = [];
  return {
    left,
    holding,
    join: (name: string) => new HeldMessages(400_000, holding, () => left.push(name)),
  };
}

describe("HeldMessages", () => {
  it("[R3] are given in the order in which they came, once", () => {
    const held = hall({ heldBytes: 1_000_000 }).join("Ada");
    const sent = [update(10), { type: "barrier", n: 1 } as const, update(20)];
    for (const message of sent) held.add(message);
    expect(held.take()).toEqual(sent);
  });

  it("[R83] of all connections together have room for so much: those that hold most are asked to come back", () => {
    const { join, left } = hall({ heldBytes: 600_000 });
    const [ada, eve, mallory] = [join("Ada"), join("Eve"), join("Mallory")];
    mallory.add(update(300_000));
    eve.add(update(200_000));
    ada.add(update(1_000));
    expect(left).toEqual([]);
    ada.add(update(99_500));
    expect(left).toEqual(["Mallory"]);
    eve.add(update(190_000));
    ada.add(update(100_000));
    expect(left).toEqual(["Mallory"]);
    ada.add(update(100_000));
    expect(left).toEqual(["Mallory", "Eve"]);
    // what was given up, and what was taken, leaves its room to others
    expect(ada.take()).toHaveLength(4);
    join("Bo").add(update(390_000));
    expect(left).toEqual(["Mallory", "Eve"]);
  });

  it("[R83] of one connection have room for so much", () => {
    const { join, left } = hall({ heldBytes: 10_000_000 });
    const mallory = join("Mallory");
    for (let sent = 0; sent < 9; sent += 1) mallory.add(update(100_000));
    expect(left).toEqual(["Mallory"]);
  });

  it("[R83] are held for so long, unless they are few: a large answer takes its time on a slow line", () => {
    let time = 0;
    const { holding, join, left } = hall({ heldBytes: 10_000_000, heldMs: 30_000 }, () => time);
    const [ada, mallory] = [join("Ada"), join("Mallory")];
    ada.add(update(1_000));
    mallory.add(update(1_000));
    time = 20_000;
    mallory.add(update(100_000));
    holding.sweep();
    expect(left).toEqual([]);
    time = 30_000;
    holding.sweep();
    expect(left).toEqual(["Mallory"]);
    time = 600_000;
    holding.sweep();
    expect(left).toEqual(["Mallory"]);
  });
});
