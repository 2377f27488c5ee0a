import { describe, expect, it } from "vitest";
import { readPost, teach } from "./index.ts";

const label = (text: string, isExpectation: boolean) => ({ text, language: "en", context: {}, isExpectation });
const said = [
  label("The kiln was cold again on Tuesday", true),
  label("Kiln cold on Sunday, no glaze done", true),
  label("Cold kiln, third week in a row", true),
  label("We glazed twelve bowls with the children", false),
  label("Twelve of us came to throw clay", false),
  label("Photos of the bowls are online", false),
];
const chance = (text: string, labels = said) => readPost(text, "en", {}, teach(labels)).expectation.probability;

describe("what a board teaches", () => {
  it("[L137] moves posts like those that were labelled, and less the others", () => {
    const [like, unlike, other] = ["The kiln is cold", "Bowls with the children", "Parking is on the left"];
    const before = (text: string) => readPost(text, "en").expectation.probability;
    expect(chance(like)).toBeGreaterThan(before(like) + 0.1);
    expect(chance(unlike)).toBeLessThan(before(unlike));
    const moved = Math.abs(chance(other) - before(other));
    expect(moved).toBeLessThan(Math.abs(chance(like) - before(like)));
  });

  it("[L137] nothing is taught without labels, and the same labels teach the same", () => {
    expect(teach([])).toBeUndefined();
    expect(chance("The kiln is cold")).toBe(chance("The kiln is cold"));
  });

  it("[L137] a feeling and the reasons stay as they are", () => {
    const text = "The kiln is cold, please mend it";
    const [plain, taught] = [readPost(text, "en"), readPost(text, "en", {}, teach(said))];
    expect(taught.feeling).toEqual(plain.feeling);
    expect(taught.expectation.because).toEqual(plain.expectation.because);
  });
});
