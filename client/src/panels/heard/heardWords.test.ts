import { expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { countWord } from "./heardWords.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");

it("[L153] both numbers are said where near-copies make a difference, one where they don’t", () => {
  expect(countWord(fr.t("heard.matching", { n: 1 }), { withCopies: 10 }, fr)).toBe(
    "1 correspond (10 avec les reprises)",
  );
  expect(countWord(en.t("heard.posts", { n: 3 }), { withCopies: 4 }, en)).toBe("3 posts (4 with near-copies)");
  expect(countWord(en.t("heard.posts", { n: 3 }), { withCopies: undefined }, en)).toBe("3 posts");
});

it("[L135] what people did is counted in the singular and in the plural", () => {
  const say = (react: number, talk: number, { t }: typeof fr): string =>
    [t("heard.reactions", { n: react }), t("heard.talk", { n: talk })].join(", ");
  expect(say(1, 0, fr)).toBe("1 réaction, 0 réponse ou partage");
  expect(say(2, 3, fr)).toBe("2 réactions, 3 réponses et partages");
  expect(say(1, 1, en)).toBe("1 reaction, 1 reply or repost");
  expect(say(0, 2, en)).toBe("0 reactions, 2 replies and reposts");
});
