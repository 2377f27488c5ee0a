import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { Dress } from "../state/index.ts";
import { createWardrobe } from "./wardrobe.ts";

const dressOf = (words: string): Dress => ({ words, className: "", style: {}, tags: null, colour: undefined });
const ids = Array.from({ length: 120 }, () => newCardId());
const all = (words: string) => new Map(ids.map((id) => [id, dressOf(words)]));

/** A wardrobe whose later steps are taken by hand. */
function openWardrobe() {
  const shown: (readonly (string | undefined)[])[] = [];
  const waiting = new Set<() => void>();
  const wardrobe = createWardrobe(
    (dress) => void shown.push(ids.map((id) => dress.get(id)?.words)),
    (act) => {
      waiting.add(act);
      return () => void waiting.delete(act);
    },
  );
  const goOn = (): boolean => {
    const [act] = waiting;
    if (act) waiting.delete(act);
    act?.();
    return act !== undefined;
  };
  return { wardrobe, shown, goOn };
}
const dressedIn = (shown: readonly (string | undefined)[] | undefined, words: string | undefined): number =>
  (shown ?? []).filter((each) => each === words).length;

describe("what cards are dressed in", () => {
  it("[P59] is put on some cards at a time, until all have it, and not again on those that have", () => {
    const { wardrobe, shown, goOn } = openWardrobe();
    const first = all("up");
    wardrobe.put(first);
    while (goOn());
    expect(shown.map((each) => dressedIn(each, "up"))).toEqual([25, 50, 75, 100, 120]);
    wardrobe.put(new Map(first).set(ids[7]!, dressOf("down")));
    expect(shown).toHaveLength(6);
    expect(dressedIn(shown.at(-1), "down")).toBe(1);
    wardrobe.put(first);
    wardrobe.put(first);
    expect(shown).toHaveLength(7);
  });

  it("[P59] gives way to what comes next, and is taken off as it was put on", () => {
    const { wardrobe, shown, goOn } = openWardrobe();
    wardrobe.put(all("up"));
    wardrobe.put(all("down"));
    while (goOn());
    expect(dressedIn(shown.at(-1), "down")).toBe(120);
    wardrobe.put(new Map());
    expect(dressedIn(shown.at(-1), undefined)).toBe(25);
    wardrobe.close();
    expect(goOn()).toBe(false);
  });
});
