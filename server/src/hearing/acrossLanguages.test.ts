import { newThemeId } from "@palabre/shared/terms";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinAcrossLanguages, type PlacedTheme } from "./acrossLanguages.ts";
import { createEmbeddings } from "./embeddings.ts";

const theme = (language: string, posts: number, vector: readonly number[]): PlacedTheme => ({
  id: newThemeId(),
  language,
  posts,
  vector,
});

describe("themes of several languages", () => {
  it("[L119] that lie near each other are one, and go by the largest; of one language none are joined", () => {
    const [trams, tramways, evenings, soirs, buses] = [
      theme("en", 9, [1, 0, 0]),
      theme("fr", 20, [0.95, 0.1, 0]),
      theme("en", 12, [0, 1, 0]),
      theme("fr", 4, [0, 0.9, 0.1]),
      theme("en", 30, [0.99, 0.05, 0]),
    ] as const;
    expect(new Map(joinAcrossLanguages([trams, tramways, evenings, soirs]))).toEqual(
      new Map([
        [trams.id, tramways.id],
        [soirs.id, evenings.id],
      ]),
    );
    // the nearer of two English ones has the French one; the other stays by itself
    expect([...joinAcrossLanguages([trams, tramways, buses]).entries()]).toEqual([[tramways.id, buses.id]]);
    expect(joinAcrossLanguages([]).size).toBe(0);
    expect(joinAcrossLanguages([theme("en", 1, [0, 0]), theme("fr", 1, [0, 0])]).size).toBe(0);
  });

  it("[L119] whatever lies where, what is joined has one theme a language, and none goes into one that goes on", () => {
    const placed = fc.array(
      fc.record({
        language: fc.constantFrom("fr", "en", "de"),
        posts: fc.integer({ min: 1, max: 50 }),
        vector: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(placed, (drawn) => {
        const themes = drawn.map(({ language, posts, vector }) => theme(language, posts, vector));
        const into = joinAcrossLanguages(themes);
        for (const whole of new Set(into.values())) {
          expect(into.has(whole)).toBe(false);
          const languages = themes
            .filter(({ id }) => id === whole || into.get(id) === whole)
            .map(({ language }) => language);
          expect(new Set(languages).size).toBe(languages.length);
        }
      }),
    );
  });

  it("[L120] the operator's service is asked in parts, as OpenAI's or as Ollama's, and what is no vector a text is refused", async () => {
    const asked: unknown[] = [];
    const service = (reply: (input: readonly string[]) => unknown) =>
      createEmbeddings({ url: "https://vectors.example/v1/embeddings", model: "small", key: "k" }, (_url, options) => {
        asked.push(options?.headers);
        const { input } = (options?.json ?? { input: [] }) as { input: readonly string[] };
        const body = new TextEncoder().encode(JSON.stringify(reply(input)));
        return Promise.resolve({ status: 200, url: "", body, header: () => undefined });
      });
    const texts = Array.from({ length: 40 }, (_, i) => `${i}`);
    const numbers = (input: readonly string[]) => input.map((text) => [Number(text), 1]);
    const expected = numbers(texts);
    const ollama = service((input) => ({ embeddings: numbers(input) }));
    expect(await ollama.embed(texts)).toEqual(expected);
    const openAi = service((input) => ({
      data: numbers(input)
        .map((embedding, index) => ({ index, embedding }))
        .toReversed(),
    }));
    expect(await openAi.embed(texts)).toEqual(expected);
    expect(asked).toHaveLength(4);
    expect(asked[0]).toEqual({ authorization: "Bearer k" });
    for (const wrong of [{}, { embeddings: [[1]] }, { embeddings: [] }, { data: [{ index: 0, embedding: "x" }] }])
      await expect(service(() => wrong).embed(["a", "b"])).rejects.toMatchObject({ code: "source-answer" });
  });
});
