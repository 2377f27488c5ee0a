/** A part of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Characters of a quote at most: it is read on a card, at a glance. */
export const QUOTE_LENGTH = 280;
/** A sentence shorter than this says little alone ("Le soir !"): its neighbours come with it. */
const SHORT = 60;

/** What ends a sentence where a space follows; a line break always does, and the full stops of Chinese and Japanese. */
const SENTENCE_END = /[.!?…]+["'’”»)\]]*\s+|[。！？]+|\n+/gu;
/** "M. Dupont", "J. Doe", "cf. la notice": a full stop that ends nothing. */
const ABBREVIATION = /(?:^|[\s(])(?:\p{L}|mme|mlle|mr|mrs|ms|dr|st|cf|ex|env|vs|n°)\.\s+$/iu;

/**
 * Chooses the part of a text to be shown as its evidence.
 *
 * The sentence that holds the most different terms; among equals one that fits whole, then the first. It grows by the
 * sentences beside it while it is short, and is cut around its first hit when it is longer than `QUOTE_LENGTH`.
 * @param hits for each term of a query, where it stands in the text
 * @returns undefined when no term stands anywhere
 */
export function findQuote(text: string, hits: readonly (readonly TextRange[])[]): TextRange | undefined {
  const sentences = findSentences(text);
  let best: { index: number; terms: number; whole: boolean; hit: TextRange } | undefined;
  for (const [index, sentence] of sentences.entries()) {
    const inside = hits.map((ranges) => ranges.find((hit) => hit.start >= sentence.start && hit.start < sentence.end));
    const held = inside.filter((hit) => hit !== undefined).toSorted((a, b) => a.start - b.start);
    const hit = held[0];
    if (!hit) continue;
    const whole = sentence.end - sentence.start <= QUOTE_LENGTH;
    if (!best || held.length > best.terms || (held.length === best.terms && whole && !best.whole)) {
      best = { index, terms: held.length, whole, hit };
    }
  }
  if (!best) return undefined;
  return best.whole ? widen(text, sentences, best.index) : cutAround(text, sentences[best.index] ?? best.hit, best.hit);
}

/** The sentences of a text in order, without the spaces around them. A text without any sign is one sentence. */
function findSentences(text: string): readonly TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  const close = (end: number): void => {
    const range = trim(text, { start, end });
    if (range.end > range.start) sentences.push(range);
    start = end;
  };
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const goesOn = !match[0].includes("\n") && /^\p{Ll}/u.test(text.slice(end, end + 2)) && match[0].startsWith(".");
    if (goesOn || ABBREVIATION.test(text.slice(Math.max(0, end - 12), end))) continue;
    close(end);
  }
  close(text.length);
  return sentences;
}

/** A short sentence with those that follow it, then those before, on the same line, as long as they fit. */
function widen(text: string, sentences: readonly TextRange[], index: number): TextRange {
  let range = sentences[index] ?? { start: 0, end: 0 };
  const rest = [...sentences.slice(index + 1), ...sentences.slice(0, index).toReversed()];
  for (const other of rest) {
    if (range.end - range.start >= SHORT) break;
    const wider = { start: Math.min(range.start, other.start), end: Math.max(range.end, other.end) };
    const between = other.start > range.start ? text.slice(range.end, other.start) : text.slice(other.end, range.start);
    // a sentence further on may only come when the one before it came
    if (between.trim() !== "" || between.includes("\n") || wider.end - wider.start > QUOTE_LENGTH) continue;
    range = wider;
  }
  return range;
}

/** A window of `QUOTE_LENGTH` into a long sentence, a third of its room before the hit, cut between words. */
function cutAround(text: string, sentence: TextRange, hit: TextRange): TextRange {
  const room = Math.max(0, QUOTE_LENGTH - (hit.end - hit.start));
  const earliest = Math.max(sentence.start, sentence.end - QUOTE_LENGTH);
  let start = Math.max(sentence.start, Math.min(hit.start - Math.floor(room / 3), earliest));
  if (start > sentence.start) start = nextWord(text, start, hit.start);
  const limit = Math.min(sentence.end, start + QUOTE_LENGTH);
  const end = limit < sentence.end ? previousWord(text, limit, Math.min(hit.end, limit)) : limit;
  return trim(text, { start, end });
}

/** The first place from `from` on where a word begins, at most `most`; where there is none, the next whole character. */
function nextWord(text: string, from: number, most: number): number {
  for (let at = from; at <= most; at += 1) if (/\s/.test(text[at - 1] ?? " ")) return at;
  return isInsideCharacter(text, from) ? from + 1 : from;
}

/** The last place up to `from` where a word has ended, at least `least`; where there is none, the whole character before. */
function previousWord(text: string, from: number, least: number): number {
  for (let at = from; at >= least; at -= 1) if (/\s/.test(text[at] ?? " ")) return at;
  return isInsideCharacter(text, from) ? from - 1 : from;
}

/** Whether a cut at `at` would part the two halves of a character beyond U+FFFF. */
const isInsideCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");

function trim(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && /\s/.test(text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return { start, end };
}
