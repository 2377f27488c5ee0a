import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { emptiedWords, emptyTrashWords } from "./trashWords.ts";

const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");

describe("emptying the trash", () => {
  it("[B6, B164] asks of cards and of links that were thrown away by themselves, each as what they are", () => {
    expect(emptyTrashWords({ cards: 2, links: 1 }, en)).toBe(
      "2 cards are deleted for good, with their links and comments. 1 link that was thrown away by itself is deleted for good, with its comments. Versions kept earlier still show what they have of it until they go.",
    );
    expect(emptyTrashWords({ cards: 0, links: 2 }, fr)).toBe(
      "2 liens jetés seuls sont supprimés pour de bon, avec leurs commentaires. Les versions gardées avant montrent encore ce qu’elles en ont jusqu’à leur terme.",
    );
    expect(emptyTrashWords({ cards: 1, links: 0 }, fr)).toBe(
      "1 carte est supprimée pour de bon, avec ses liens et ses commentaires. Les versions gardées avant montrent encore ce qu’elles en ont jusqu’à leur terme.",
    );
  });

  it("[B6] tells all the cards and links that it deleted", () => {
    expect(emptiedWords({ cards: 1, links: 3 }, en)).toBe("1 card is deleted for good. 3 links are deleted for good.");
    expect(emptiedWords({ cards: 0, links: 1 }, fr)).toBe("1 lien est supprimé pour de bon.");
    expect(emptiedWords({ cards: 0, links: 0 }, en)).toBe("0 cards are deleted for good.");
  });
});
