import { describe, expect, it } from "vitest";
import { addTags } from "./addTags.ts";

describe("tags that are typed", () => {
  it("are parted by commas, trimmed, and stand once whatever their case", () => {
    expect(addTags(["soir"], " Soir , accès  facile,accès facile,", 20)).toEqual(["soir", "accès facile"]);
  });

  it("stop at the most that a card may have", () => {
    expect(addTags(["a", "b"], "c,d", 3)).toEqual(["a", "b", "c"]);
  });
});
