import { createMatcher } from "@palabre/shared/listening";
import { setVoicesSchema } from "@palabre/shared/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { namedVoices } from "./namedVoices.ts";

it("[P113] a name without a query is looked for word for word, each name once, empty ones not at all", () => {
  const names = namedVoices([
    { name: " Médiathèque Nord ", query: "" },
    { name: "", query: "x" },
    { name: "médiathèque nord", query: "y" },
    { name: "Gare", query: " gare* NOT train " },
  ]);
  expect(names).toEqual([
    { name: "Médiathèque Nord", query: '"Médiathèque Nord"' },
    { name: "Gare", query: "gare* NOT train" },
  ]);
  expect(createMatcher(names[0]?.query ?? "").matches("la mediatheque nord ferme")).toBe(true);
  const text = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(fc.array(fc.record({ name: text, query: text }), { maxLength: 10 }), (drafts) => {
      expect(setVoicesSchema.safeParse({ names: namedVoices(drafts) }).success).toBe(true);
    }),
  );
});
