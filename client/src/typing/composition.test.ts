import { describe, expect, it } from "vitest";
import type { TextChange } from "../state/index.ts";
import { joinComposition, type Typed } from "./composition.ts";

/** A text with | where the caret stands. */
const typed = (marked: string): Typed => ({
  text: marked.replace("|", ""),
  start: marked.indexOf("|"),
  end: marked.indexOf("|"),
});
const shown = ({ text, start }: Typed) => `${text.slice(0, start)}|${text.slice(start)}`;

describe("a composition", () => {
  it.each<[string, string, string, readonly TextChange[], string, string]>([
    ["alone", "ab", "aê|b", [], "ab", "aê|b"],
    ["with letters before it", "ab", "aê|b", [[{ insert: "XY" }]], "XYab", "XYaê|b"],
    ["with letters behind it", "ab", "aê|b", [[{ keep: 2 }, { insert: "Z" }]], "abZ", "aê|bZ"],
    ["with letters at its very place", "ab", "aê|b", [[{ keep: 1 }, { insert: "Z" }]], "aZb", "aê|Zb"],
    ["after what others took away", "abcd", "abcê|d", [[{ remove: 2 }]], "cd", "cê|d"],
    ["that replaced what others took away too", "abcd", "aê|d", [[{ keep: 1 }, { remove: 2 }]], "ad", "aê|d"],
    ["through several changes", "ab", "aê|b", [[{ insert: "X" }], [{ insert: "Y" }]], "YXab", "YXaê|b"],
    ["that came to nothing", "ab", "a|b", [[{ insert: "X" }]], "Xab", "Xa|b"],
  ])("[B16] %s", (_, before, field, meanwhile, text, expected) => {
    expect(shown(joinComposition(before, typed(field), meanwhile, text))).toBe(expected);
  });

  it("[B16] keeps what is marked behind it", () => {
    const joined = joinComposition("ab", { text: "êab", start: 2, end: 3 }, [[{ keep: 1 }, { insert: "X" }]], "aXb");
    expect([joined.text, joined.text.slice(joined.start, joined.end)]).toEqual(["êaXb", "Xb"]);
  });
});
