import { describe, expect, it } from "vitest";
import { createGuesses } from "./guesses.ts";

describe("guesses of codes", () => {
  it("[A32] who misses too often is not looked at for a while, and only they", () => {
    let time = 0;
    const guesses = createGuesses(3, () => time);
    const [guesser, venue] = ["203.0.113.7", "198.51.100.1"];
    for (let missed = 0; missed < 3; missed += 1) {
      expect(guesses.mayTry(guesser)).toBe(true);
      guesses.missed(guesser);
    }
    expect([guesses.mayTry(guesser), guesses.mayTry(venue)]).toEqual([false, true]);
    time += 20_000;
    expect(guesses.mayTry(guesser)).toBe(true);
    guesses.missed(guesser);
    expect(guesses.mayTry(guesser)).toBe(false);
  });

  it("[A32] looking costs nothing: a venue's right codes are never counted", () => {
    const guesses = createGuesses(1, () => 0);
    expect(Array.from({ length: 300 }, () => guesses.mayTry("198.51.100.1"))).not.toContain(false);
  });

  it("[A32] many networks together are slowed down too", () => {
    const guesses = createGuesses(2, () => 0);
    for (let network = 0; network < 20; network += 1) guesses.missed(`203.0.113.${network}`);
    expect(guesses.mayTry("198.51.100.1")).toBe(false);
  });

  it("[A32] one network that goes on missing, as with long codes, slows nobody else down", () => {
    const guesses = createGuesses(20, () => 0);
    for (let missed = 0; missed < 1_000; missed += 1) guesses.missed("203.0.113.7");
    expect([guesses.mayTry("203.0.113.7"), guesses.mayTry("198.51.100.1")]).toEqual([false, true]);
  });
});
