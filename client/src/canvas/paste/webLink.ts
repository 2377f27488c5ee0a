import type { PastedCard } from "./pasted.ts";

/** A line that is nothing but an address, or a title with its address in Markdown, as a card that keeps it; undefined for all else. */
export function webLinkOf(line: string): PastedCard | undefined {
  const [, title, inBrackets] = /^\[([^\]]+)\]\((\S+)\)$/.exec(line) ?? [];
  const address = inBrackets ?? line;
  if (!/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  // what is not ASCII grows as it is written out
  if (url.href.length > ADDRESS_LENGTH) return undefined;
  // who pastes an address does not mean to show a password to the group
  if (url.username !== "" || url.password !== "") return undefined;
  return { kind: "resource", text: title ?? nameOf(url), attributes: { url: url.href } };
}
const ADDRESS_LENGTH = 2_000;

/** What a page is about, as far as its address says: the last part of its path, else its host. */
function nameOf(url: URL): string {
  const last = url.pathname.split("/").findLast((part) => part !== "") ?? "";
  const words = read(last)
    .replace(/\.(?:html?|php|aspx?|pdf)$/i, "")
    .replaceAll(/[-_+]+/g, " ")
    .trim();
  const host = url.host.replace(/^www\./, "");
  return /\p{L}{3}/u.test(words) ? words.charAt(0).toLocaleUpperCase() + words.slice(1) : host;
}
const read = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
