import { ERROR_CODES } from "@palabre/shared/errors";
import { describe, expect, it } from "vitest";
import { en as firstEn } from "./messages.en.ts";
import { fr as firstFr } from "./messages.fr.ts";
import { PARTS } from "./parts.ts";
import { textIn } from "./textIn.ts";
import type { Message } from "./translate.ts";

type Texts = Readonly<Record<string, Message>>;

/** What a file of a part exports by the part's name. */
const textsOf = (part: string, file: Readonly<Record<string, Texts>>): Texts => file[part] ?? {};
const later = await Promise.all(
  Object.entries(PARTS).map(async ([part, files]) => ({
    part,
    en: textsOf(part, await files.en()),
    fr: textsOf(part, await files.fr()),
  })),
);
const en: Texts = Object.assign({}, firstEn, ...later.map((each) => each.en));
const fr: Texts = Object.assign({}, firstFr, ...later.map((each) => each.fr));

const formsOf = (message: Message): readonly string[] =>
  typeof message === "string" ? [message] : Object.values(message);
const placeholdersOf = (message: Message): readonly string[] =>
  [...new Set(formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].toSorted();
const keysWhere = (messages: Readonly<Record<string, Message>>, isSo: (form: string) => boolean): readonly string[] =>
  Object.entries(messages)
    .filter(([, message]) => formsOf(message).some(isSo))
    .map(([key]) => key);

describe("the messages", () => {
  it("have a sentence for every fault, in both languages", () => {
    const keys = ERROR_CODES.map((code) => `error.${code}`).toSorted();
    for (const messages of [en, fr])
      expect(
        Object.keys(messages)
          .filter((key) => key.startsWith("error."))
          .toSorted(),
      ).toEqual(keys);
  });

  it("have the same keys, with the same placeholders, in both languages", () => {
    const shapeOf = (messages: Readonly<Record<string, Message>>) =>
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, placeholdersOf(message)] as const));
    expect(shapeOf(fr)).toEqual(shapeOf(en));
  });

  it("stand in the part that their key names", () => {
    for (const { part, en: source } of later)
      expect(Object.keys(source).filter((key) => !key.startsWith(`${part}.`))).toEqual([]);
  });

  it("are never empty, nor spaced by hand at their ends", () => {
    for (const messages of [en, fr])
      expect(keysWhere(messages, (form) => form.trim() === "" || form.trim() !== form)).toEqual([]);
  });

  it("in French have a narrow space before ? ! : ; % and inside « »", () => {
    const plain = /[^\u202f?!]([?!;%]|:(?!\/))|«[^\u202f]|[^\u202f]»/;
    expect(keysWhere(fr, (form) => plain.test(form.replaceAll(/https?:/g, "")))).toEqual([]);
  });

  it("[F99] in French call who leads “l’animation”, and each reader by forms that hold for all", () => {
    expect(keysWhere(fr, (form) => /animat(eur|rice)/i.test(form))).toEqual([]);
    expect(keysWhere(fr, (form) => /(vous êtes|êtes-vous|je suis) prêts?(?!·)/i.test(form))).toEqual([]);
    expect(keysWhere(fr, (form) => /vous a (amené|retiré|mis)(?!·)/.test(form))).toEqual([]);
    expect(keysWhere(fr, (form) => /sauvegard/i.test(form))).toEqual([]);
    expect(keysWhere(fr, (form) => /personne qui anime/i.test(form))).toEqual([]);
  });

  it("[F99] in French put before a name or a title no word that would have to lose its e", () => {
    expect(keysWhere(fr, (form) => /\b(de|que) \{(name|title)\}/i.test(form))).toEqual([]);
  });

  it("[F99] in French agree with things of any gender, and count one as one", async () => {
    const { t } = await textIn("fr", "fr-FR");
    expect(t("panel.trashedWhen", { when: "hier" })).toBe("à la corbeille (hier)");
    expect([1, 2, 3].map((n) => t("choice.rankth", { n }))).toEqual(["1ᵉʳ", "2ᵉ", "3ᵉ"]);
    expect(t("reasons.whyTrend", { n: 1, before: 2 })).toMatch(/^1 publication sur la période contre 2 /);
    expect(t("reasons.whyTrendFew", { n: 1, needs: 5 })).toMatch(/^1 publication sur/);
    expect(t("reasons.whyTrendNew", { n: 2 })).toMatch(/^2 publications sur/);
  });

  it("use typographic apostrophes, dots and minus signs", () => {
    for (const messages of [en, fr])
      expect(keysWhere(messages, (form) => /['"]|\.\.\.|(?:^|\s)-\d/.test(form))).toEqual([]);
  });
});
