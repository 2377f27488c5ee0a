import { describe, expect, it } from "vitest";
import { createMatcher } from "../listening/index.ts";
import { newSourceId, type Post, type SourceId } from "../terms/index.ts";
import { chooseQuotes } from "./quotes.ts";

const [loud, quiet, third] = [newSourceId(), newSourceId(), newSourceId()];
const sources = new Map([
  [loud, "Loud"],
  [quiet, "Quiet"],
]);
const listening = { now: 1_000_000, newestAt: 1_000, sources };
const post = (at: number, text: string, source: SourceId = loud): Post => ({
  id: `${source}:${at}`,
  source,
  text,
  at,
  url: `https://forum.example.org/${at}`,
  author: "",
  language: "",
});
const heard = (posts: readonly Post[], query = "soir*") => ({ posts, quote: createMatcher(query).quote });

describe("quotes behind an expectation", () => {
  it("[N4] are verbatim parts of their posts, newest first, five at most", () => {
    const posts = [1, 2, 3, 4, 5, 6, 7].map((at) =>
      post(at, `Bonjour à toutes et à tous, ici le numéro ${at}, je passais.\nUne soirée ${at} ?`),
    );
    const quotes = chooseQuotes(heard(posts), listening);
    expect(quotes.map(({ at }) => at)).toEqual([7, 6, 5, 4, 3]);
    expect(quotes[0]).toEqual({
      post: `${loud}:7`,
      source: loud,
      sourceName: "Loud",
      text: "Une soirée 7 ?",
      start: posts[6]?.text.indexOf("Une"),
      end: posts[6]?.text.length,
      at: 7,
      url: "https://forum.example.org/7",
    });
    for (const { post: id, text, start, end } of quotes) {
      expect(posts.find((one) => one.id === id)?.text.slice(start, end)).toBe(text);
    }
  });

  it("[N4] are taken from the sources in turn, and a source that is gone has no name", () => {
    const posts = [
      ...[20, 21, 22, 23, 24, 25].map((at) => post(at, `Le soir, fil ${at}`)),
      ...[3, 4].map((at) => post(at, `Un soir, forum ${at}`, quiet)),
      post(1, "Chaque soir", third),
    ];
    const quotes = chooseQuotes(heard(posts), listening);
    expect(quotes.map(({ at, sourceName }) => [at, sourceName])).toEqual([
      [25, "Loud"],
      [24, "Loud"],
      [4, "Quiet"],
      [3, "Quiet"],
      [1, ""],
    ]);
  });

  it("[N4] leave out near-copies, what was written after the period, and what has no words", () => {
    const posts = [
      post(1, "Une soirée par mois"),
      post(2, "UNE SOIREE PAR MOIS !!! https://t.example.org/a"),
      post(3, "« Une soirée par mois »", quiet),
      post(2_000_000, "Demain soir"),
    ];
    expect(chooseQuotes(heard(posts), listening).map(({ at }) => at)).toEqual([3]);
    expect(chooseQuotes({ posts: [post(5, "!!!")], quote: () => ({ start: 0, end: 3 }) }, listening)).toEqual([]);
    expect(chooseQuotes(heard([]), listening)).toEqual([]);
  });

  it("[N4] cost no more of a source that repeats itself", () => {
    const posts = Array.from({ length: 1_000 }, (_, at) => post(at + 1, "Le soir"));
    let asked = 0;
    const quote = (text: string) => {
      asked += 1;
      return { start: 0, end: text.length };
    };
    expect(chooseQuotes({ posts, quote }, listening).map(({ at }) => at)).toEqual([1_000]);
    expect(asked).toBe(200);
  });
});
