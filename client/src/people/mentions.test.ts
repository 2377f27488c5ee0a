import * as fc from "fast-check";
import { expect, it } from "vitest";
import { mentionAt, partsOf, peopleNamed, speaksTo } from "./mentions.ts";

const names = ["Ana", "Ana Lopez", "Yann"];

it("[B49] a comment speaks to whom it names after an @, the longest name that fits", () => {
  expect(partsOf("Hi @ana lopez, see @Yann: not @Yannick nor me@Ana.org", names)).toEqual([
    { text: "Hi ", isMention: false },
    { text: "@ana lopez", isMention: true },
    { text: ", see ", isMention: false },
    { text: "@Yann", isMention: true },
    { text: ": not @Yannick nor me@Ana.org", isMention: false },
  ]);
  expect(speaksTo("@Ana Lopez", "Ana", names)).toBe(false);
  expect(speaksTo("so, @ANA?", "Ana", names)).toBe(true);
});

it("[B49] no letter of a comment is lost by looking for names in it", () => {
  const words = fc.array(fc.constantFrom("@", "Ana", " ", "Lopez", "é", "\n", "@Yann", "x"), { maxLength: 20 });
  fc.assert(
    fc.property(words, (each) => {
      const text = each.join("");
      expect(
        partsOf(text, names)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

it("[B49] names are offered while they are typed after an @", () => {
  expect(mentionAt("Hello @lo", 9)).toEqual({ from: 6, typed: "lo" });
  expect(mentionAt("a@b", 3)).toBeUndefined();
  expect(peopleNamed("lo", names, "en")).toEqual(["Ana Lopez"]);
  expect(peopleNamed("a", names, "en")).toEqual(["Ana", "Ana Lopez"]);
  expect(peopleNamed("Yann", names, "en")).toEqual([]);
});

it("[B114] names are offered whatever the accents, those that are typed and those that are left out", () => {
  const trees = ["Érable", "Cyprès", "Marie-Hélène Chêne"];
  expect(peopleNamed("er", trees, "fr")).toEqual(["Érable"]);
  expect(peopleNamed("cypres", trees, "fr")).toEqual(["Cyprès"]);
  expect(peopleNamed("çhe", trees, "fr")).toEqual(["Marie-Hélène Chêne"]);
  expect(peopleNamed("E\u0301R", trees, "fr")).toEqual(["Érable"]);
  // without its accent it names nobody yet: it is offered until it is whole
  expect(peopleNamed("erable", trees, "fr")).toEqual(["Érable"]);
  expect(peopleNamed("érable", trees, "fr")).toEqual([]);
});
