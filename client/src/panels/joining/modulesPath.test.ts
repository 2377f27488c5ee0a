import { describe, expect, it } from "vitest";
import { modulesPath } from "./modulesPath.ts";

describe("the path of a code", () => {
  it("has one bar for each run of dark cells", () => {
    expect(
      modulesPath([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, true, true],
      ]),
    ).toBe("M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z");
  });
});
