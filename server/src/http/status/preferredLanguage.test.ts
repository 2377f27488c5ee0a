import { expect, it } from "vitest";
import { preferredLanguage } from "./preferredLanguage.ts";

it.each([
  [undefined, "en"],
  ["", "en"],
  ["de", "en"],
  ["fr-CA, fr;q=0.8, en;q=0.5", "fr"],
  ["de, en;q=0.4, fr;q=0.6", "fr"],
  ["fr;q=0, en", "en"],
  ["FR", "fr"],
  ["en, fr", "en"],
  ["fr;q=nothing, en;q=0.1", "en"],
])("[U5] of %s the status page speaks %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
