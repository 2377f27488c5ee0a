import { newCardId, type Ballot, type Paper } from "@palabre/shared/terms";
import { tallyBallot } from "@palabre/shared/facilitation/ballots";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { pictureOf } from "./pictures.ts";
import { verdictWords } from "./verdictWords.ts";

const en = await textIn("en", "en-GB");
const fr = await textIn("fr", "fr-FR");
const [a, b] = [newCardId(), newCardId()];
const saying = (on: typeof a, says: readonly ("yes" | "objection")[]): readonly Paper[] =>
  says.map((say) => ({ method: "consent", answers: { [on]: { say, reason: "because" } } }));

function consent(papers: readonly Paper[]) {
  const ballot: Ballot = {
    method: "consent",
    question: "",
    options: [a, b].map((on) => ({ on, title: on === a ? "Evenings" : "Mornings" })),
    settings: {},
    isAnonymous: true,
    openedAt: 0,
    state: "published",
  };
  const tally = tallyBallot(ballot, papers, { of: 20, at: 1, receipts: [] });
  return { ballot, tally, words: [en, fr].map((text) => verdictWords(ballot, tally, text)) };
}

describe("what a ballot came to, in a sentence", () => {
  it("[V71] speaks of objections only where enough people spoke", () => {
    const objected = saying(a, ["yes", "yes", "yes", "yes", "objection"]);
    // three people on each: nothing is told of either
    expect(consent([...saying(a, ["yes", "yes", "yes"]), ...saying(b, ["yes", "yes", "yes"])]).words).toEqual([
      "Too few people spoke of each of them to tell whether somebody objects.",
      "Trop peu de personnes se sont exprimées sur chaque proposition pour dire si quelqu’un objecte.",
    ]);
    expect(consent([...objected, ...saying(b, ["yes"])]).words).toEqual([
      "1 of 2 meets an objection; of the rest too few people spoke to tell.",
      "1 proposition sur 2 rencontre une objection\u202f; sur le reste, trop peu de personnes se sont exprimées pour le dire.",
    ]);
    expect(consent([...objected, ...saying(b, ["yes", "yes", "yes", "yes", "objection"])]).words).toEqual([
      "Each of them meets an objection.",
      "Chaque proposition rencontre une objection.",
    ]);
    expect(consent([...objected, ...saying(b, ["yes", "yes", "yes", "yes", "yes"])]).words[0]).toBe(
      "Nobody objects to “Mornings”.",
    );
  });

  it("[V72] one person is written as one, in both languages", () => {
    const { ballot, tally } = consent(saying(a, ["yes", "yes", "yes", "yes", "objection"]));
    const moreOf = (figures: object, text = fr) => pictureOf(ballot, tally, { n: 5, ...figures }, text).more;
    expect(moreOf({ yes: 4, reserve: 0, objection: 1 })).toBe("4 consentent · 0 avec réserve · 1 objecte");
    expect(moreOf({ yes: 1, reserve: 1, objection: 3 })).toBe("1 consent · 1 avec réserve · 3 objectent");
    expect(moreOf({ yes: 1, reserve: 1, objection: 3 }, en)).toBe("1 consents · 1 with a reserve · 3 object");
    const agreement: Ballot = { ...ballot, method: "agreement" };
    const voted = (text: typeof fr) => pictureOf(agreement, tally, { n: 5, agree: 1, pass: 1, disagree: 3 }, text).more;
    expect(voted(fr)).toBe("1 d’accord · 1 passe · 3 pas d’accord");
    expect(voted(en)).toBe("1 agrees · 1 passes · 3 disagree");
    const links: Ballot = { ...ballot, method: "links" };
    const weighed = { n: 5, median: 2, low: 1, high: 3, plus: 4, minus: 1, none: 0 };
    expect(pictureOf(links, tally, weighed, fr).more).toBe(
      "la moitié entre +1 et +3 · plus\u202f: 4 · moins\u202f: 1 · aucun effet\u202f: 0",
    );
  });

  it("[V73] answers of Kano's that contradict themselves are told where they are many, once a class is", () => {
    const { ballot, tally } = consent(saying(a, ["yes", "yes", "yes", "yes", "yes"]));
    const kano: Ballot = { ...ballot, method: "rating", settings: { rating: "kano" } };
    const moreOf = (n: number, Q: number, text = en) =>
      pictureOf(
        kano,
        tally,
        { n, kano: { M: n - Q, O: 0, A: 0, I: 0, R: 0, Q }, ...(n < 20 ? {} : { kanoClass: "M", isSettled: true }) },
        text,
      ).more;
    expect(moreOf(20, 2)).toBe("");
    expect(moreOf(20, 3)).toBe("more than one answer in ten contradicts itself: ask in other words");
    expect(moreOf(20, 3, fr)).toBe("plus d’une réponse sur dix se contredit\u202f: posez la question autrement");
    expect(moreOf(19, 3)).toBe("");
  });
});
