import { describe, expect, it } from "vitest";
import { messagesOf } from "./loadMessages.ts";
import type { AddedMessages } from "./messages.ts";
import { loadAdded, SPOKEN } from "./spoken.ts";
import { textIn } from "./textIn.ts";
import type { Message } from "./translate.ts";
import { textOf } from "./useText.ts";

await textIn("en", "en-GB");
const { messages } = messagesOf("en");

const placeholdersOf = (form: string): string => [...new Set(form.match(/\{\w+\}/g))].toSorted().join(" ");
/** What Polish has: 1 karta, 2 karty, 5 kart. */
const POLISH: AddedMessages<"one" | "few" | "many" | "other"> = {
  "board.people": { one: "{n} osoba", few: "{n} osoby", many: "{n} osób", other: "{n} osoby" },
  "frame.close": "Zamknij",
};

/** What the compiler can't see in the messages of an added language: other placeholders than in English, other plural forms than in `Intl`. */
const faultsOf = (tag: string, added: AddedMessages): readonly string[] => {
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted().join(" ");
  const source: Readonly<Record<string, Message>> = messages;
  return Object.entries<Message>(added).flatMap(([key, message]) => {
    const english = source[key] ?? "";
    if (typeof message === "string")
      return typeof english === "string" && placeholdersOf(message) === placeholdersOf(english)
        ? []
        : [`${key}: other placeholders than in English`];
    const foreign = placeholdersOf(Object.values(english).join(" "));
    return [
      ...(Object.keys(message).toSorted().join(" ") === forms ? [] : [`${key}: ${tag} has the forms ${forms}`]),
      // a form may leave the number out: "one card"
      ...(Object.values(message).every((form) => placeholdersOf(`${form} {n}`) === placeholdersOf(`${foreign} {n}`))
        ? []
        : [`${key}: other placeholders than in English`]),
    ];
  });
};

describe("a language that is added by a file", () => {
  const { t, tag, language, number, date } = textOf(
    { messages: { ...messages, ...POLISH }, added: POLISH },
    "pl",
    "pl-PL",
  );

  it("[E6] says its own words in its own plural forms, and what it lacks in English, with English plurals", () => {
    expect([1, 3, 5, 1.5].map((n) => t("board.people", { n }))).toEqual(["1 osoba", "3 osoby", "5 osób", "1,5 osoby"]);
    expect(t("frame.close")).toBe("Zamknij");
    expect(t("frame.save")).toBe("Save");
    expect([1, 3].map((n) => t("twin.cards", { n }))).toEqual(["1 card", "3 cards"]);
    // Japanese has one form for all numbers: English keeps its two
    const japanese = textOf({ messages, added: {} }, "ja", "ja");
    expect([1, 3].map((n) => japanese.t("twin.cards", { n }))).toEqual(["1 card", "3 cards"]);
  });

  it("[E6] writes numbers and dates as its tag does; templates and agendas are read in English", () => {
    expect(number(-1234.5)).toBe("\u22121234,5");
    expect(date(Date.UTC(2026, 10, 22, 12))).toBe("22 listopada 2026");
    expect([tag, language]).toEqual(["pl", "en"]);
  });

  it("[E6] may hold keys that there are, with the forms that it says it has, and no others", () => {
    const wrong: AddedMessages<"one" | "other"> = {
      // @ts-expect-error TS2322 -- a sentence without a number has no forms
      "frame.close": { one: "Zamknij", other: "Zamknij" },
      // @ts-expect-error TS2741 -- a form is missing
      "board.people": { other: "{n} osób" },
      // @ts-expect-error TS2353 -- a form too many
      "twin.cards": { one: "{n} karta", few: "{n} karty", other: "{n} kart" },
    };
    // @ts-expect-error TS2353 -- there is no such key
    const unknown: AddedMessages = { "frame.nothing": "Nic" };
    expect([wrong, unknown].map((each) => Object.keys(each).length)).toEqual([3, 1]);
  });

  it("[E6] has the placeholders of the English messages, and the plural forms of Intl", async () => {
    expect(faultsOf("pl", POLISH)).toEqual([]);
    expect(
      faultsOf("pl", {
        "board.people": { other: "{n} osób" },
        "home.menu": "Więcej o „{tytuł}”",
        "twin.cards": { ...POLISH["board.people"], other: "{count} karty" },
      }),
    ).toEqual([
      "board.people: pl has the forms few many one other",
      "home.menu: other placeholders than in English",
      "twin.cards: other placeholders than in English",
    ]);
    const there = await Promise.all([...SPOKEN.keys()].map(async (one) => faultsOf(one, await loadAdded(one))));
    expect(there.flat()).toEqual([]);
  });
});
