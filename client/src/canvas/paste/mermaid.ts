import { LIMITS, type LinkAttributes } from "@palabre/shared/terms";
import { readLines } from "./lines.ts";
import { collectPasted, signedLabel, type Collected, type Pasted } from "./pasted.ts";

/** A flowchart or a mind map in Mermaid; undefined for all else. Styles and classes are left out, so is what can't be read. */
export function readMermaid(text: string): Pasted | undefined {
  // looked at first: all other texts are spared what follows
  if (!/^\s*(?:```|---|%%|graph|flowchart|mindmap)/.test(text)) return undefined;
  const lines = text
    .replace(/^\s*```(?:mermaid)?\s*\n/, "")
    .trimEnd()
    .replace(/\n[ \t]*```$/, "")
    .replace(/^\s*---\n[\s\S]*?\n---\n/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !/^\s*%%/.test(line));
  const [first = "", ...rest] = lines;
  if (/^\s*mindmap\s*$/.test(first)) return readMindMap(rest);
  if (!/^(?:graph|flowchart)(?:\s+(?:TB|TD|BT|RL|LR))?\s*;?$/.test(first.trim())) return undefined;
  const found = collectPasted();
  for (const line of rest.flatMap((each) => each.split(";"))) {
    if (!/^\s*(?:subgraph|end|style|class|classDef|click|linkStyle|direction)\b/.test(line)) readStatement(line, found);
  }
  return found;
}

const readMindMap = (lines: readonly string[]): Pasted =>
  readLines(
    lines
      .filter((line) => !/^\s*::/.test(line))
      .map((line) => {
        const [, blank = "", words = ""] = /^(\s*)(.*)$/.exec(line) ?? [];
        return blank + (readNode(words)?.words ?? words);
      })
      .join("\n"),
  );

/** `A[One] & B --> C -- label --> D`. */
function readStatement(line: string, found: Collected): void {
  // patterns that meet a long blank would try each part of it; one that does not break stays
  let rest = line.trim().replaceAll(/\s{2,}/g, " ");
  const missing = new Set<string>();
  let before: ReadonlySet<number> = new Set();
  let words: string | undefined;
  while (rest !== "") {
    const group = new Set<number>();
    for (;;) {
      const node = readNode(rest, missing);
      if (!node) return;
      const card = { text: node.words ?? node.id };
      const place = found.named(node.id, card);
      if (node.words !== undefined) found.rename(node.id, card);
      group.add(place);
      rest = rest.slice(node.length).trimStart();
      if (!rest.startsWith("&")) break;
      rest = rest.slice(1).trimStart();
    }
    if (words !== undefined) linkAll(before, group, signedLabel(words), found);
    const edge = EDGE.exec(rest);
    if (!edge) return;
    const [whole, inLine, endInLine, plainEnd, inBars] = edge;
    words = inBars ?? inLine ?? "";
    if (/[xX]$/.test(endInLine ?? plainEnd ?? "") && words === "") words = "-";
    before = group;
    rest = rest.slice(whole.length).trimStart();
  }
}

function linkAll(
  before: ReadonlySet<number>,
  group: ReadonlySet<number>,
  attributes: LinkAttributes,
  found: Collected,
): void {
  for (const from of before)
    for (const to of group) {
      if (found.links.length >= LIMITS.linksPerBoard) return;
      found.link(from, to, attributes);
    }
}

/** `-- words -->`, `-. words .->`, or an arrow that `|words|` may follow. Words are bounded: else each arrow is looked for to the end of the line. */
const EDGE =
  /^(?:<?(?:--|==|-\.)\s+([^-=.|>][^|>]{0,500}?)\s+(-{2,}[>xo]?|={2,}[>xo]?|\.-+[>xo]?)|<?(-{2,}[>xo]?|={2,}[>xo]?|-\.+-[>xo]?)(?:\s*\|([^|]*)\|)?)/;

/** An id, and the words that brackets of any shape around it hold; `missing` keeps what the rest of the line is known not to hold. */
function readNode(
  text: string,
  missing = new Set<string>(),
): { readonly id: string; readonly words: string | undefined; readonly length: number } | undefined {
  const [id] = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>]))*/u.exec(text) ?? [];
  if (id === undefined) return undefined;
  const after = text.slice(id.length);
  for (const [open, close] of SHAPES) {
    if (!after.startsWith(open)) continue;
    const quoted = after.slice(open.length).trimStart().startsWith('"');
    const sought = quoted ? `"${close}` : close;
    if (missing.has(sought)) continue;
    const end = after.indexOf(sought, quoted ? after.indexOf('"') + 1 : open.length);
    if (end < 0) {
      missing.add(sought);
      continue;
    }
    const words = plain(after.slice(open.length, end));
    return { id, words, length: id.length + end + (quoted ? 1 : 0) + close.length };
  }
  const [style = ""] = /^:::\w+/.exec(after) ?? [];
  return { id, words: undefined, length: id.length + style.length };
}
/** Longer brackets first: `((` begins with `(`. */
const SHAPES = [
  ["(((", ")))"],
  ["((", "))"],
  ["([", "])"],
  ["[[", "]]"],
  ["[(", ")]"],
  ["{{", "}}"],
  ["))", "(("],
  ["[/", "/]"],
  ["[\\", "\\]"],
  [">", "]"],
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
  [")", "("],
] as const;

const plain = (words: string): string =>
  words
    .trim()
    .replaceAll(/^["`]+|(?<!["`])["`]+$/g, "")
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll("#quot;", '"')
    .trim();
