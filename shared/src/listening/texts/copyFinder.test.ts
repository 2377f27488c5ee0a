import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCopyFinder, findNearCopies } from "./index.ts";

const LONG = "On voudrait vraiment que l'atelier ouvre aussi le soir, après le travail, au moins une fois par semaine";

describe("near-copies among texts that come one by one", () => {
  it("[L136] a text is a copy of the first one that it nearly repeats", () => {
    const finder = createCopyFinder(100);
    expect(finder.add("a", LONG)).toBeUndefined();
    expect(finder.add("b", `RT @zoe: ${LONG.toUpperCase()} https://example.org/1`)).toBe("a");
    expect(finder.add("c", LONG.replace("vraiment ", ""))).toBe("a");
    expect(finder.add("d", "Tout autre chose, qui ne parle de rien de tout cela")).toBeUndefined();
    expect(finder.add("e", "merci")).toBeUndefined();
    expect(finder.add("f", "merci")).toBeUndefined();
  });

  it("[L170] a text that says something else by now is repeated by none that says what it said", () => {
    const finder = createCopyFinder(100);
    expect(finder.add("a", LONG)).toBeUndefined();
    expect(finder.add("a", "Tout autre chose, qui ne parle de rien de tout cela")).toBeUndefined();
    expect(finder.add("b", LONG)).toBeUndefined();
    expect(finder.add("c", `${LONG} !`)).toBe("b");
    expect(finder.add("d", "Tout autre chose, qui ne parle de rien de tout cela")).toBe("a");
    expect(finder.add("b", "oui")).toBeUndefined();
    expect(finder.add("e", LONG)).toBeUndefined();
  });

  it("[L136] only so many texts are kept", () => {
    const finder = createCopyFinder(10);
    finder.add("first", LONG);
    const words = (at: number) =>
      Array.from({ length: 8 }, (_, word) => `${((at + 1) * (word + 7) * 7919) % 99_991}x`).join(" ");
    for (let at = 0; at < 9; at += 1) expect(finder.add(String(at), words(at))).toBeUndefined();
    expect(finder.add("again", LONG)).toBe("first");
    for (let at = 9; at < 40; at += 1) expect(finder.add(String(at), words(at))).toBeUndefined();
    expect(finder.add("last", LONG)).toBeUndefined();
    expect(finder.add("after", LONG)).toBe("last");
  });

  it("[L81, L136] one by one or all at once, texts that repeat each other exactly are one group, and no group holds strangers", () => {
    const sentence = fc
      .array(fc.constantFrom("velo", "atelier", "soir", "ouvrir", "merci", "reparer", "gratuit", "samedi"), {
        minLength: 3,
        maxLength: 12,
      })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 15 }), (texts) => {
        const finder = createCopyFinder(100);
        const found = texts.map((text, at) => finder.add(String(at), text));
        const groupOf = new Map(
          findNearCopies(texts).flatMap((group, at) => group.map((place) => [place, at] as const)),
        );
        for (const [at, original] of found.entries()) {
          if (original !== undefined) expect(groupOf.get(at)).toBe(groupOf.get(Number(original)));
          const same = texts.indexOf(texts[at] ?? "");
          if (same < at && (texts[at] ?? "").length >= 12) expect(original).toBeDefined();
        }
      }),
    );
  });
});
