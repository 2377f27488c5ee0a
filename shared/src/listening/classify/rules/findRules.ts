import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import type { Rule, RuleList, Says } from "./rule.ts";

/** Where a rule was met in a marked text, first place only. */
export interface Hit {
  readonly name: string;
  readonly says: Says;
  readonly start: number;
  readonly end: number;
}

const compile = (list: RuleList): readonly Rule[] =>
  Object.entries(list).map(([name, { says, phrases }]) => {
    const written = phrases
      .split(/ \/ |\n/)
      .map((phrase) => phrase.trimStart().replace(/^\^/, "[.!?] ").replaceAll("~", "[^ .!?]+"))
      .filter((phrase) => phrase.trim() !== "");
    return { name, says, pattern: new RegExp(`(?<= )(?:${written.join("|")})(?:(?= )|(?<= ))`) };
  });

const RULES: Readonly<Record<"en" | "fr", readonly Rule[]>> = { en: compile(ENGLISH), fr: compile(FRENCH) };
const BOTH = [...RULES.fr, ...RULES.en];

/** The names of all rules; both languages have the same. */
export const RULE_NAMES: readonly string[] = RULES.en.map(({ name }) => name);

/**
 * The rules that a text meets, each once per language, in the order of the lists.
 * @param marked   from `markSentences`
 * @param language a tag; rules of both languages are tried where it is neither French nor English
 */
export function findRules(marked: string, language: string): readonly Hit[] {
  const spoken = language.slice(0, 2);
  const rules = spoken === "fr" || spoken === "en" ? RULES[spoken] : BOTH;
  return rules.flatMap(({ name, says, pattern }) => {
    const match = pattern.exec(marked);
    return match ? [{ name, says, start: match.index, end: match.index + match[0].trimEnd().length }] : [];
  });
}
