import { fold } from "./fold.ts";

/**
 * The query of an expectation: which posts speak of it.
 *
 *     query   = all *( ( "," | OR | OU ) all )        any of them is enough
 *     all     = part *( [ AND | ET ] part )           all of them are needed
 *     part    = [ NOT | SAUF ] ( term | "(" query ")" )
 *     term    = word *( " " word ) [ "*" ]            the words in a row; "*" lets the last one end in any way
 *             | '"' any words '"' [ "*" ]             the same, whatever stands between the quotes
 *
 * "rendez-vous, soir*, après le travail" matches "en soirée" and "APRES LE TRAVAIL", not "travail après"; "vélo* SAUF (location OU
 * vol)" matches what speaks of bicycles, but not of hiring or stealing them. Operators are in capitals, so that "et" and "or" stay
 * words. Case, accents and signs don't count (`fold.ts`), nor do emoji, nor an asterisk that ends no term. A semicolon or a line
 * break is a comma. Whatever is written is a query: a term without a word is left out, as is an operator or a parenthesis that has
 * no partner.
 */
export type Query =
  /** a folded string to look for in a folded text: " rendez vous ", " soir" (any ending) */
  | { readonly term: string }
  | { readonly any: readonly Query[] }
  | { readonly all: readonly Query[] }
  | { readonly not: Query };

/**
 * The same with each term as it was written, to be shown: what stands in quotes keeps them, and an asterisk stays that counts. Other
 * asterisks and emoji, which somebody may believe to count, are left out.
 */
export type WrittenQuery =
  | { readonly term: string; readonly written: string }
  | { readonly any: readonly WrittenQuery[] }
  | { readonly all: readonly WrittenQuery[] }
  | { readonly not: WrittenQuery };

const OPERATORS: ReadonlyMap<string, "or" | "and" | "not"> = new Map([
  ["OR", "or"],
  ["OU", "or"],
  ["AND", "and"],
  ["ET", "and"],
  ["NOT", "not"],
  ["SAUF", "not"],
]);
/** Parentheses in parentheses; deeper ones count for nothing: nobody could read them, and no database takes them. */
const MOST_NESTED = 12;

type Token =
  | { readonly is: "or" | "and" | "not" | "(" | ")" }
  | { readonly is: "term"; readonly term: string; readonly written: string };

/** @returns undefined for a query without words */
export function parseQuery(written: string): Query | undefined {
  const read = readQuery(written);
  return read && withoutWritten(read);
}

function withoutWritten(query: WrittenQuery): Query {
  if ("term" in query) return { term: query.term };
  if ("not" in query) return { not: withoutWritten(query.not) };
  return "any" in query ? { any: query.any.map(withoutWritten) } : { all: query.all.map(withoutWritten) };
}

/** A query as it is understood, to be shown. @returns undefined for a query without words */
export function readQuery(written: string): WrittenQuery | undefined {
  const tokens = balance([...tokensOf(written)]);
  let at = 0;
  const takes = (is: Token["is"]): boolean => {
    if (tokens[at]?.is !== is) return false;
    at += 1;
    return true;
  };
  const readAny = (): WrittenQuery | undefined => {
    const parts: WrittenQuery[] = [];
    do {
      const part = readAll();
      if (part) parts.push(part);
    } while (takes("or"));
    return join("any", parts);
  };
  const readAll = (): WrittenQuery | undefined => {
    const parts: WrittenQuery[] = [];
    for (;;) {
      const next = tokens[at]?.is;
      if (next === undefined || next === "or" || next === ")") return join("all", parts);
      if (takes("and")) continue;
      const part = readPart();
      if (part) parts.push(part);
    }
  };
  const readPart = (): WrittenQuery | undefined => {
    let isNot = false;
    while (tokens[at]?.is === "not" || (isNot && tokens[at]?.is === "and")) {
      if (tokens[at]?.is === "not") isNot = !isNot;
      at += 1;
    }
    const token = tokens[at];
    let part: WrittenQuery | undefined;
    if (token?.is === "term") {
      at += 1;
      part = { term: token.term, written: token.written };
    } else if (takes("(")) {
      part = readAny();
      takes(")");
    }
    return part && isNot ? { not: part } : part;
  };
  return readAny();
}

/** The terms that a text may hold to match, each once, in the order of the query: not those that it must not. */
export function positiveTerms(query: Query): readonly string[] {
  const terms = new Set<string>();
  const gather = (part: Query, isWanted: boolean): void => {
    if ("term" in part) {
      if (isWanted) terms.add(part.term);
    } else if ("not" in part) gather(part.not, !isWanted);
    else for (const inner of "any" in part ? part.any : part.all) gather(inner, isWanted);
  };
  gather(query, true);
  return [...terms];
}

/** Parts of one kind side by side, each once; one alone is itself. */
function join(kind: "any" | "all", parts: readonly WrittenQuery[]): WrittenQuery | undefined {
  const flat = parts.flatMap((part) =>
    kind === "any" && "any" in part ? part.any : kind === "all" && "all" in part ? part.all : [part],
  );
  const seen = new Map<string, WrittenQuery>();
  for (const part of flat) {
    const key = JSON.stringify(withoutWritten(part));
    if (!seen.has(key)) seen.set(key, part);
  }
  const distinct = [...seen.values()];
  if (distinct.length <= 1) return distinct[0];
  return kind === "any" ? { any: distinct } : { all: distinct };
}

const COUNTS_FOR_NOTHING =
  /\*|(?![\p{L}\p{N}])[\p{Extended_Pictographic}\p{Regional_Indicator}][\p{Emoji_Modifier}\uFE0F\u200D\u20E3]*/gu;
const SIGNS = /[,;，；\n]|[()]|["«“]([^"»”]*)(?:["»”](\*)?|$)/g;

function* tokensOf(written: string): Generator<Token> {
  let from = 0;
  for (const match of written.matchAll(SIGNS)) {
    yield* wordsOf(written.slice(from, match.index));
    from = match.index + match[0].length;
    const [sign, quoted, star] = match;
    if (quoted !== undefined) yield* termOf(quoted, star !== undefined, true);
    else if (sign === "(" || sign === ")") yield { is: sign };
    else yield { is: "or" };
  }
  yield* wordsOf(written.slice(from));
}

/** Words between signs: operators, and the terms between them. */
function* wordsOf(written: string): Generator<Token> {
  let words: string[] = [];
  for (const word of written.split(/\s+/)) {
    const operator = OPERATORS.get(word);
    if (operator === undefined) {
      words.push(word);
      continue;
    }
    yield* bareTermOf(words);
    words = [];
    yield { is: operator };
  }
  yield* bareTermOf(words);
}
const bareTermOf = (words: readonly string[]): Iterable<Token> => {
  const written = words.join(" ").trimEnd();
  return termOf(written, written.endsWith("*"), false);
};

function* termOf(words: string, isOpen: boolean, isQuoted: boolean): Generator<Token> {
  const folded = fold(words);
  if (folded === " ") return;
  const shown = words.replaceAll(COUNTS_FOR_NOTHING, " ").replaceAll(/\s+/g, " ").trim();
  // what is left may read as an operator, which it was not: "*OU"
  const quotes = isQuoted || shown.split(" ").some((word) => OPERATORS.has(word));
  const written = quotes ? `"${shown.replaceAll(/["»”]/g, " ").trim()}"` : shown;
  yield { is: "term", term: isOpen ? folded.trimEnd() : folded, written: `${written}${isOpen ? "*" : ""}` };
}

/** Without parentheses that have no partner, or lie too deep. */
function balance(tokens: readonly Token[]): readonly Token[] {
  const kept = new Set<number>();
  const open: number[] = [];
  for (const [place, { is }] of tokens.entries()) {
    if (is === "(") open.push(place);
    else if (is === ")") {
      const partner = open.pop();
      if (partner === undefined || open.length >= MOST_NESTED) continue;
      kept.add(partner);
      kept.add(place);
    }
  }
  return tokens.filter(({ is }, place) => (is !== "(" && is !== ")") || kept.has(place));
}
