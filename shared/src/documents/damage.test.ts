import { describe, expect, it } from "vitest";
import { damageFound, damageSeen, readDamage } from "./damage.ts";
import { createStateDoc } from "./doc.ts";
import { writeState } from "./state.ts";

describe("the notice of damage", () => {
  it("[R65] says what was set aside until somebody took note, and again only for more", () => {
    const doc = createStateDoc();
    expect(readDamage(doc)).toBeUndefined();
    writeState(doc, damageFound(doc, "board", 2, 10));
    writeState(doc, damageFound(doc, "workshop", 1, 20));
    expect(readDamage(doc)).toEqual({ count: 3, at: 20 });
    expect(damageFound(doc, "board", 2, 30)).toEqual([]);
    writeState(doc, damageSeen(doc));
    expect(readDamage(doc)).toBeUndefined();
    expect(damageFound(doc, "board", 2, 40)).toEqual([]);
    writeState(doc, damageFound(doc, "board", 5, 50));
    expect(readDamage(doc)).toEqual({ count: 3, at: 50 });
  });

  it("[R65] what is malformed is no notice", () => {
    const doc = createStateDoc();
    writeState(doc, [{ map: "notices", key: "damage:board", value: { count: "many" } }]);
    expect(readDamage(doc)).toBeUndefined();
  });
});
