import { collectPasted, type Pasted } from "./pasted.ts";
import { webLinkOf } from "./webLink.ts";

/**
 * An outline in OPML (opml.org, 2.0): an entry is a card, linked from the one that holds it; its note follows its title, and an entry that
 * is only an address is a page. Undefined for all else. What can't be read is left out.
 */
export function readOpml(text: string): Pasted | undefined {
  const bare = withoutComments(text);
  if (!/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>[]*>\s*)*<opml[\s>]/i.test(bare)) return undefined;
  const found = collectPasted();
  /** where what comes next hangs, for each entry that is open: one without words hands its own place on */
  const open: (number | undefined)[] = [];
  for (const [, closing, attributes = "", single] of bare.matchAll(OUTLINE)) {
    if (closing !== undefined) {
      open.pop();
      continue;
    }
    const place = addEntry(found, attributesOf(attributes));
    const parent = open.at(-1);
    if (place !== undefined && parent !== undefined) found.link(parent, place);
    if (single === undefined) open.push(place ?? parent);
  }
  return found;
}
/** By steps: a pattern would search to the end from each comment that is never closed. */
const withoutComments = (text: string): string =>
  text
    .split("<!--")
    .map((part, i) => (i === 0 ? part : part.includes("-->") ? part.slice(part.indexOf("-->") + "-->".length) : ""))
    .join("");
const OUTLINE = /<(?:(\/)outline\s*|outline\b((?:\s+[^\s=>/"']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/)?)>/gi;

function addEntry(
  found: ReturnType<typeof collectPasted>,
  attributes: ReadonlyMap<string, string>,
): number | undefined {
  const title = (attributes.get("text") ?? attributes.get("title") ?? "").trim();
  const note = (attributes.get("_note") ?? "").trim();
  const words = [title, note].filter((each) => each !== "").join("\n");
  if (words !== "") return found.add(webLinkOf(words) ?? { text: words });
  const page = webLinkOf(attributes.get("url") ?? attributes.get("htmlurl") ?? attributes.get("xmlurl") ?? "");
  return page && found.add(page);
}

const attributesOf = (attributes: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, name = "", one, other]) => [
      name.toLowerCase(),
      decoded(one ?? other ?? ""),
    ]),
  );

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LAST_SIGN = 0x10_ff_ff;
/** With what entities stand for; one that stands for nothing stays as it is written. */
const decoded = (words: string): string =>
  words.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= LAST_SIGN ? String.fromCodePoint(code) : whole;
  });
