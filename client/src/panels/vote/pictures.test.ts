import { newCardId, newLinkId, type Ballot, type OptionTally, type Tally } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { pictureOf } from "./pictures.ts";
import { weighings } from "./weighings.ts";

const en = await textIn("en", "en-GB");
const fr = await textIn("fr", "fr-FR");
const [card, link] = [newCardId(), newLinkId()];

function published(method: Ballot["method"], figures: OptionTally, settings: Ballot["settings"] = {}) {
  const on = method === "links" ? link : card;
  const tally: Tally = {
    method,
    publishedAt: 1,
    n: 9,
    of: 9,
    abstentions: 0,
    perOption: { [on]: figures },
    winners: [],
    ties: [],
    receipts: [],
  };
  const ballot: Ballot = {
    method,
    question: "",
    options: [{ on, title: "" }],
    settings,
    isAnonymous: true,
    openedAt: 0,
    state: "published",
    tally,
  };
  return { ballot, tally, figures };
}
const pictured = ({ ballot, tally, figures }: ReturnType<typeof published>, text = en) =>
  pictureOf(ballot, tally, figures, text);

describe("the figures of an option", () => {
  it("[V16] are told of five people or more; of fewer only how many they are, also where an older tally says more", () => {
    const few = { parts: [], words: "3 answers", more: "5 needed to say more" };
    const all = { numbers: [1, 0, 0, 0, 2], grade: 4, above: 0, below: 1, sign: "-" } as const;
    expect(pictured(published("judgment", { n: 3 }, { grades: 5 }))).toEqual(few);
    expect(pictured(published("judgment", { n: 3, ...all }, { grades: 5 }))).toEqual(few);
    for (const method of ["ranked", "pairwise", "agreement", "consent", "rating", "links"] as const)
      expect(pictured(published(method, { n: 3 }))).toEqual(few);
    // enough said how much it matters, and few how well it is served
    expect(pictured(published("rating", { n: 6 }, { rating: "importance" }))).toMatchObject({
      parts: [],
      words: "6 answers",
    });
    // enough compared it, and few with what enough spoke of
    expect(pictured(published("pairwise", { n: 6 }))).toMatchObject({ parts: [], words: "6 answers" });
    expect(pictured(published("agreement", { n: 0 }))).toEqual({ parts: [], words: "nothing said", more: "" });
  });

  it("[V16] are of dots their sum, and from how many people from five on", () => {
    expect(pictured(published("dots", { dots: 12 }), fr)).toMatchObject({
      words: "12 points",
      more: "de moins de cinq personnes",
    });
    expect(pictured(published("dots", { n: 2, dots: 12, largestShare: 0.9 }))).toMatchObject({
      more: "from fewer than five people",
    });
    expect(pictured(published("dots", { n: 5, dots: 12, largestShare: 2 / 3 }))).toMatchObject({
      more: "from 5 people, one of them gave 67%",
    });
    expect(pictured(published("dots", { n: 0, dots: 0 }))).toMatchObject({ words: "0 points", more: "from 0 people" });
  });

  it("[V16] of a link that few weighed are none on it", () => {
    const { ballot } = published("links", { n: 3 });
    expect([...weighings(new Map([["b" as never, ballot]]))]).toEqual([]);
  });
});
