import type { LinkAttributes } from "@palabre/shared/terms";
import { collectPasted, type Pasted } from "./pasted.ts";
import { webLinkOf } from "./webLink.ts";

/** Lines as cards: what is indented is linked from what it stands under, `a -> b` are two cards and their link, a lone address a page. */
export function readLines(text: string): Pasted {
  const found = collectPasted();
  /** the lines that the next one may stand under, by how far they are indented */
  const above: { readonly indent: number; readonly place: number }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line.replace(BULLET, "").trim();
    if (words === "") continue;
    const chain = linkedIn(words);
    if (chain) {
      const places = chain.map(({ name }) => found.named(name.toLocaleLowerCase(), { text: name }));
      for (const [i, { by }] of chain.entries()) {
        const [from, to] = [places[i - 1], places[i]];
        if (by && from !== undefined && to !== undefined) found.link(from, to, by);
      }
      above.length = 0;
      continue;
    }
    const indent = indentOf(line);
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const page = webLinkOf(words);
    // a name that arrows spoke of is that card; two like lines of a list are two thoughts
    const place = page ? found.add(page) : found.add({ text: words });
    const parent = above.at(-1);
    if (parent) found.link(parent.place, place);
    above.push({ indent, place });
  }
  return found;
}

/** Signs, numbers and letters that lists begin with; some of them only where a tab follows, as word processors write them. */
const BULLET =
  /^\s*(?:[-*•–—·◦▪▫‣⁃●○■□❖➢➤►☐☑☒]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|\p{L}\)\s+|(?:[^\p{L}\p{N}\s]|o|[\p{L}\d]{1,4}[.)]|(?:\d+\.)+\d*)\t\s*)/u;
/** Whether a cell before a tab is nothing but such a mark. */
export const isMark = (cell: string): boolean => BULLET.exec(`${cell}\t`)?.[0].length === cell.length + 1;

/** How far a line is indented: a tab is as much as four spaces, a single space a slip of the hand. */
const indentOf = (line: string): number => {
  const [blank = ""] = /^\s*/.exec(line) ?? [];
  const indent = blank.split("").reduce((sum, sign) => sum + (sign === "\t" ? 4 : 1), 0);
  return indent < 2 ? 0 : indent;
};

/** `a -> b -| c` as its names, each with the link that leads to it; undefined when a line has no arrow between two names. */
function linkedIn(line: string): readonly { readonly name: string; readonly by?: LinkAttributes }[] | undefined {
  const parts = line.replaceAll(/\s+/g, " ").split(ARROW);
  if (parts.length < 3) return undefined;
  const names: { readonly name: string; readonly by?: LinkAttributes }[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    // "(-)" after a name is the sign of the link that leads there
    const [, name = "", sign] = /^(.*?)(?:\s*\(([+\-−–])\))?$/.exec((parts[i] ?? "").trim()) ?? [];
    if (name === "") return undefined;
    const arrow = parts[i - 1];
    if (arrow === undefined) names.push({ name });
    else names.push({ name, by: HINDERS.test(arrow) || (sign !== undefined && sign !== "+") ? { polarity: "-" } : {} });
  }
  return names;
}
/** Arrows as people type them; those that end in a bar or a cross hinder. */
const ARROW = /\s(\+?-{1,3}>|\+?={1,2}>|→|⟶|➔|-{1,3}\||⊣|-{1,3}[xX]|-\(-\)->|--\(-\)-->|[−–]>)\s/u;
const HINDERS = /\||⊣|[xX]$|\(-\)/u;
