import type { Outline, OutlineEntry, OutlineSection, OutlineTie } from "@palabre/shared/outline";
import { titleOf, type Card } from "@palabre/shared/terms";

/** What the outline says in the reader's language. */
export interface OutlineWords {
  /** the board's title */
  readonly title: string;
  readonly untitled: string;
  /** the title of what lies in no frame; empty when that needs none */
  readonly outside: string;
  readonly kindOf: (card: Card) => string;
  readonly tie: (tie: OutlineTie) => string;
  /** one sentence on what is measured of a card; undefined while nothing is */
  readonly measured: (card: Card) => string | undefined;
}

/** The outline as Markdown, as it is read: a heading for each frame, a list of cards, under each what it does to others. Ends with a line break. */
export function toMarkdown({ sections }: Outline, words: OutlineWords): string {
  const parts = sections.map((section) => writeSection(section, words, sections.length > 1));
  return `${[`# ${escape(words.title)}`, ...parts].join("\n\n")}\n`;
}

function writeSection({ frame, depth, entries }: OutlineSection, words: OutlineWords, isOneOfSeveral: boolean): string {
  const title = frame ? titleOf(frame.card) || words.untitled : isOneOfSeveral ? words.outside : "";
  const heading = title === "" ? [] : [`${"#".repeat(Math.min(depth + 2, 6))} ${escape(title)}`];
  const ties = frame ? frame.ties.map((tie) => `- ${escape(words.tie(tie))}`).join("\n") : "";
  const list = entries.map((entry) => writeEntry(entry, words)).join("\n");
  return [...heading, ties, list].filter((part) => part !== "").join("\n\n");
}

function writeEntry({ card, ties }: OutlineEntry, words: OutlineWords): string {
  const [title = "", ...rest] = card.text.split("\n");
  const measured = words.measured(card);
  const lines = [
    `- **${escape(title.trim() || words.untitled)}** (${escape(words.kindOf(card))})`,
    ...rest.filter((line) => line.trim() !== "").map((line) => `  ${escape(line.trim())}  `),
    ...(measured === undefined ? [] : [`  *${escape(measured)}*`]),
    ...ties.map((tie) => `  - ${escape(words.tie(tie))}`),
  ];
  return lines.join("\n");
}

/** Signs that would be read as Markdown or HTML stand as they were written. */
const escape = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, "\\$&")
    .replace(/^(\s*)(\d+)([.)])/, "$1$2\\$3")
    .replace(/^(\s*)([-+])(?=\s)/, "$1\\$2");
