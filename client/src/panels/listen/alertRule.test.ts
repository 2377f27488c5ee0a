import { newAlertId, newCardId, newThemeId, type AlertRule, type Card, type RaisedAlert } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { ALERT_FIELDS, draftOf, newDraft, ruleOf, type DraftAlert } from "./alertRule.ts";
import { conditionWords, filterOf, raisedWords, subjectWords } from "./alertWords.ts";

const ZONE = "Europe/Paris";
const fr = await textIn("fr", "fr-FR");
const en = await textIn("en", "en-GB");
const rule = (part: Partial<AlertRule>): AlertRule => ({
  id: newAlertId(),
  name: "Evenings",
  on: { query: "evening*" },
  when: { is: "mentions", atLeast: 5, hours: 24 },
  timeZone: ZONE,
  ...part,
});

describe("the form of an alert", () => {
  it("[P111] gives back the alert that it was opened with, whatever it watches and waits for", () => {
    const rules = [
      rule({}),
      rule({ on: { card: newCardId() }, when: { is: "burst" } }),
      rule({ on: { theme: newThemeId() }, when: { is: "feeling", below: -0.5, hours: 168 } }),
      rule({ quiet: { from: "22:00", to: "07:00" }, webhook: "https://example.org/hook" }),
    ];
    for (const each of rules) expect(ruleOf(draftOf(each), ZONE)).toEqual(each);
  });
  it("[P111] names what is missing or can't be", () => {
    expect(ruleOf(newDraft(), ZONE)).toEqual({ wanting: ["name", "query"] });
    expect(ruleOf({ ...draftOf(rule({})), atLeast: 0 }, ZONE)).toEqual({ wanting: ["atLeast"] });
    expect(ruleOf({ ...draftOf(rule({})), quiet: { from: "", to: "07:00" } }, ZONE)).toEqual({ wanting: ["quiet"] });
  });
});

describe("what the form of an alert lacks", () => {
  it("[P111] is named by a field that says so, whatever it is", () => {
    const full = draftOf(rule({ quiet: { from: "22:00", to: "07:00" }, webhook: "https://example.org/hook" }));
    const lacking: readonly Partial<DraftAlert>[] = [
      { name: " " },
      { query: "" },
      { atLeast: 0 },
      { atLeast: 1.5 },
      { quiet: { from: "", to: "07:00" } },
      { quiet: { from: "22:00", to: "" } },
      { quiet: { from: "", to: "" } },
      { webhook: `https://example.org/${"x".repeat(2_000)}` },
    ];
    for (const part of lacking) {
      expect(ruleOf({ ...full, ...part }, ZONE)).toEqual({ wanting: Object.keys(part) });
      expect(ALERT_FIELDS).toEqual(expect.arrayContaining(Object.keys(part)));
    }
    // what no field is about is said below the form
    expect(ruleOf({ ...full, subject: "card of nothing", hours: 0 }, ZONE)).toEqual({ wanting: [""] });
    expect(ruleOf(full, "x".repeat(61))).toEqual({ wanting: [""] });
  });
});

describe("an alert in words", () => {
  it("[P112] says what it waits for, and what raised it", () => {
    expect(conditionWords({ is: "mentions", atLeast: 5, hours: 24 }, en)).toBe("at least 5 posts in 24 hours");
    expect(conditionWords({ is: "feeling", below: -0.5, hours: 168 }, en)).toBe("felt below −50% over 7 days");
    expect(conditionWords({ is: "burst" }, fr)).toBe("bien plus que d’habitude");
    expect(raisedWords({ name: "x", on: { query: "x" }, is: "mentions", at: 0, posts: 12 }, en)).toBe("12 posts");
    expect(raisedWords({ name: "x", on: { query: "x" }, is: "feeling", at: 0, posts: 9, value: -0.61 }, en)).toBe(
      "felt −61%, from 9 posts",
    );
  });
});

describe("what an alert watches", () => {
  it("[L176] is gone while its card is in the trash", () => {
    const id = newCardId();
    const card = { id, kind: "expectation", at: 0, position: [0, 0], text: "Evenings", extra: {} } as const;
    const words = (attributes: Card["attributes"]) =>
      subjectWords({ card: id }, { cards: new Map([[id, { ...card, attributes }]]) }, new Map(), en);
    expect(words({})).toBe("Evenings");
    expect(words({ trashedAt: 5 })).toBeUndefined();
  });
});

describe("the posts of a raised alert", () => {
  const NOW = Date.UTC(2026, 2, 10, 12);
  const HOUR = 3_600_000;
  const raised = (part: Partial<RaisedAlert>): RaisedAlert => ({
    name: "x",
    on: { query: "evening*" },
    is: "mentions",
    at: 0,
    posts: 12,
    ...part,
  });
  const read = (part: Partial<RaisedAlert>) => filterOf(raised(part), () => "of the card", NOW);
  it("[L175] are those that it counted: of its hours, or of its burst", () => {
    expect(read({ hours: 6 })).toEqual({ query: "evening*", from: NOW - 6 * HOUR });
    const theme = newThemeId();
    expect(read({ on: { theme }, is: "burst", from: NOW - HOUR, to: NOW })).toEqual({
      theme,
      from: NOW - HOUR,
      to: NOW,
    });
    expect(read({ on: { card: newCardId() }, is: "feeling", hours: 168 })).toEqual({
      query: "of the card",
      from: NOW - 168 * HOUR,
    });
  });
  it("[L175] are all that it watches where it was raised before that was told", () => {
    expect(read({})).toEqual({ query: "evening*" });
  });
});
