import { newCardId, type Card } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { settlesWords } from "./settlesWords.ts";

const en = await textIn("en", "en-GB");
const cards = ["Evenings", "Waiting", "Trust", ""].map((text, i): Card => ({
  id: newCardId(),
  kind: i === 0 ? "strategy" : "factor",
  at: 0,
  text,
  position: [0, 0],
  attributes: {},
  extra: {},
}));
const figures = (...values: readonly number[]) => new Map(values.map((value, i) => [cards[i]!.id, value] as const));

it("[P58] the sentence says what moves most, whatever is supposed in the hypothesis that it is compared with", () => {
  const says = (...effects: readonly number[]) => settlesWords(cards, figures(1), figures(1, ...effects), en);
  expect(says(-0.7, 0.3, 0.9)).toBe("“Untitled” goes very strongly up; “Waiting” goes strongly down.");
  expect(says(-0.7)).toBe("Nothing rises; “Waiting” goes strongly down.");
  expect(says(0, 0.3)).toBe("“Trust” goes a little up; nothing falls.");
  expect(says(0.001)).toBeUndefined();
});
