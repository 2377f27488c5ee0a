import { newCardId, newPersonId, type BoardSnapshot, type Card } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { scopeChoices } from "./scopes.ts";
import { plannedBallot, whyNotOpened } from "./whyNotOpened.ts";

const texts = [await textIn("en", "en-GB"), await textIn("fr", "fr-FR")] as const;
const [en] = texts;
const by = newPersonId();
const card = (text: string, kind: Card["kind"], attributes: Card["attributes"] = {}): Card => ({
  id: newCardId(),
  kind,
  by,
  at: 1,
  position: [0, 0],
  text,
  attributes,
  extra: {},
});
const snapshotOf = (cards: readonly Card[]): BoardSnapshot => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(),
  comments: new Map(),
  skipped: 0,
});
const many = (n: number, kind: Card["kind"] = "expectation") =>
  Array.from({ length: n }, (_, place) => card(`Card ${place}`, kind));

describe("what a ballot can be about", () => {
  it("[V76] more than a hundred can't be voted on at once, and the page says so; what is not written counts for nothing", () => {
    const cards = [...many(100), card("", "expectation"), ...many(3, "factor")];
    const choices = (more: readonly Card[]) => scopeChoices("dots", snapshotOf([...cards, ...more]), new Set(), en);
    expect(choices([]).map(({ label, disabledReason }) => [label, disabledReason])).toEqual([
      ["All 100 expectations", undefined],
      ["All 3 factors", undefined],
    ]);
    const [kind] = choices(many(1));
    expect([kind?.label, kind?.disabledReason]).toEqual([
      "All 101 expectations",
      "All 101 expectations: a vote asks about 100 at most, and here are 101. Select some of them on the board, or ask about a frame.",
    ]);
  });

  it("[V76] a frame with too little in it can't be voted on, and the page says so", () => {
    const frame = card("Nights", "frame");
    const inside = card("Sleep", "expectation", { frame: frame.id });
    const reason = (method: "dots" | "ranked", cards: readonly Card[]) =>
      scopeChoices(method, snapshotOf(cards), new Set(), en).find(({ id }) => id === frame.id)?.disabledReason;
    expect(reason("dots", [frame])).toBe("What lies in “Nights”: nothing is written there yet to vote on.");
    expect(reason("dots", [frame, inside])).toBeUndefined();
    expect(reason("ranked", [frame, inside])).toBe(
      "What lies in “Nights”: to compare takes two written cards at least.",
    );
  });
});

describe("the vote that a step planned", () => {
  const why = (plan: Parameters<typeof plannedBallot>[0], cards: readonly Card[]) =>
    texts.map((text) => whyNotOpened(plannedBallot(plan), text.t(`vote.on.${plan.on}`), snapshotOf(cards), text));

  it("[V76] says before it is opened why it can't be", () => {
    expect(why({ method: "dots", on: "expectation" }, many(2))).toEqual([undefined, undefined]);
    expect(why({ method: "dots", on: "expectation" }, many(123))).toEqual([
      "Expectations: a vote asks about 100 at most, and here are 123. Select some of them on the board, or ask about a frame.",
      "Les attentes\u202f: un vote porte sur 100 cartes au plus, et il y en a ici 123. Sélectionnez-en sur le tableau, ou faites porter le vote sur un cadre.",
    ]);
    expect(why({ method: "ranked", on: "strategy" }, many(1, "strategy"))).toEqual([
      "Strategies: to compare takes two written cards at least.",
      "Les choix stratégiques\u202f: pour comparer, il faut au moins deux cartes écrites.",
    ]);
    expect(why({ method: "dots", on: "factor" }, [])[0]).toBe("Factors: nothing is written there yet to vote on.");
    expect(why({ method: "links", on: "links" }, many(2))[0]).toBe(en.t("vote.noLinks"));
    expect(why({ method: "dots", on: "links" }, many(2))).toEqual([
      "Links are voted on by weighing them, and in no other way. Change the vote of this step in the agenda.",
      "Les liens se votent en les pesant, et pas autrement. Changez le vote de cette étape dans le déroulé.",
    ]);
  });
});
