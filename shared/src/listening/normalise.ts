import { LIMITS } from "../terms/index.ts";
import { decodeEntities } from "./entities.ts";
import { fold } from "./fold.ts";

/** Characters of one item that are read at most; beyond `LIMITS.postLength` of text nothing is kept anyway. */
const READ_LENGTH = 100_000;
/** Elements whose content is not for reading. */
const UNREAD = new Set(["script", "style", "template", "svg", "iframe", "object", "head"]);
/** Lines that a ">" opens, as in mail and Markdown, with the line that says who wrote them; "> 50 %" and ">:(" open none. */
const QUOTED_LINES =
  /^(?:[^\n]{0,200}(?:wrote|a écrit|écrivait)[^\S\n]?:[^\S\n]*\n(?:[^\S\n]*\n)?)?(?:[^\S\n]*>(?:[^\S\n]?>)*(?:(?:[^\S\n]+(?![\d\s])|(?=\p{L}))[^\n]*|[^\S\n]*)(?:\n|$(?![^])))+/gimu;
/** Elements that don't part words: "<b>re</b>pair" is one. All others do. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tt u var wbr".split(
    " ",
  ),
);
// An attribute's value may hold a ">"; where a quote is never closed, the tag ends at the next ">". The bounds keep a text made
// to be slow from being so.
const TAG = /<\/?[a-z](?:"[^"]{0,2000}"|'[^']{0,2000}'|[^'"<>])*>/iy;
const BROKEN_TAG = /<\/?[a-z][^<>]{0,2000}>/iy;

/**
 * The words of a piece of HTML as plain text: entities decoded, tags dropped, a space where a block ends, no text of scripts
 * and styles. Plain text comes out as it went in: a "<" that opens no tag ("a < b", "<3") stays.
 * @param options.isOwn leaves out what stands in elements that quote others, where these are closed; a block then ends in a line end
 */
function htmlToText(html: string, options: { readonly isOwn?: boolean } = {}): string {
  const read = html.slice(0, READ_LENGTH);
  let text = "";
  let at = 0;
  let quote: OpenQuote | undefined;
  while (at < read.length) {
    const open = read.indexOf("<", at);
    if (open < 0) break;
    text += decodeEntities(read.slice(at, open));
    at = open;
    const end = endOfTag(read, open);
    if (end === undefined) {
      text += "<";
      at = open + 1;
      continue;
    }
    const name = /^<\/?([a-z][a-z0-9:-]*)/i.exec(read.slice(open, open + 40))?.[1]?.toLowerCase() ?? "";
    if (!INLINE.has(name) && !read.startsWith("<!--", open)) text += options.isOwn === true ? "\n" : " ";
    const tag = read.slice(open, end);
    if (quote === undefined) {
      if (options.isOwn === true && isQuote(name, tag)) quote = { name, depth: 1, from: text.length };
    } else if (name === quote.name) {
      quote.depth += tag.startsWith("</") ? -1 : 1;
      if (quote.depth === 0) {
        text = text.slice(0, quote.from);
        quote = undefined;
      }
    }
    at = UNREAD.has(name) && read[open + 1] !== "/" ? endOfElement(read, end, name) : end;
  }
  return text + decodeEntities(read.slice(at));
}

/** An element that quotes others, how deep it is nested in itself, and where its text begins. */
interface OpenQuote {
  readonly name: string;
  depth: number;
  readonly from: number;
}

/** A quotation, or what a forum puts around one: who is quoted stands in it too. */
const isQuote = (name: string, tag: string): boolean =>
  !tag.startsWith("</") &&
  (name === "blockquote" || (name === "aside" && /\bclass="(?:[^"]*\s)?quote[\s"]/i.test(tag)));

/** Where the tag, comment or declaration that opens at `open` has ended; undefined where none opens. */
function endOfTag(html: string, open: number): number | undefined {
  const after = (sign: string): number => {
    const found = html.indexOf(sign, open + 2);
    return found < 0 ? html.length : found + sign.length;
  };
  if (html.startsWith("<!--", open)) return after("-->");
  if (/^<[!?][a-z[]/i.test(html.slice(open, open + 3))) return after(">");
  for (const tag of [TAG, BROKEN_TAG]) {
    tag.lastIndex = open;
    if (tag.test(html)) return tag.lastIndex;
  }
  return undefined;
}

function endOfElement(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}[^>]*>`, "gi");
  closing.lastIndex = from;
  return closing.test(html) ? closing.lastIndex : html.length;
}

/**
 * The text of a post: what was written, as plain text on one line, at most `LIMITS.postLength` long.
 *
 * Runs of white space and control signs become one space. A title stands on a line of its own before the body, except where
 * the body begins with it. Accents are one with their letter.
 *
 * What others wrote and the post quotes, as a reply does, is left out: it is neither said nor expected by who wrote the post.
 */
export function toPostText(body: string, title: string = ""): string {
  const line = (html: string): string => {
    const own = toLine(htmlToText(html, { isOwn: true }).replaceAll(QUOTED_LINES, ""));
    return /[\p{L}\p{N}]/u.test(own) ? own : toLine(htmlToText(html));
  };
  const head = line(title);
  const rest = line(body);
  const opening = head.replace(/(?:…|\.\.\.)$/, "");
  const text = head === "" || rest.startsWith(opening) ? rest || head : rest === "" ? head : `${head}\n${rest}`;
  return cutText(text, LIMITS.postLength);
}

const toLine = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    // half of a character, which no encoding can carry
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .trim();

/** At most `length` UTF-16 units, never half a character. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text[length - 1] ?? "") ? length - 1 : length;
  return text.slice(0, end).trimEnd();
}

/** Parameters that say from where a reader came, not what is read. */
const TRACKING = /^(?:utm_[^=]*|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid)(?:=|$)/i;
const WEB_ADDRESS = /^(https?):\/\/([^/?#\\]+)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/i;
const ADDRESS_LENGTH = 2_000;

/**
 * The address of a post in the one form by which two are compared: http or https only, host in lower case, without usual
 * port, fragment, credentials and tracking parameters.
 * @returns empty for what is no web address, which is then no link either
 */
export function canonicalUrl(url: string): string {
  const written = url.trim();
  const parts = WEB_ADDRESS.exec(written);
  // white space and control signs belong in no address; readers of one may differ in what they make of them
  if (!parts || written.length > ADDRESS_LENGTH || /[\s\p{Cc}<>"\\]/u.test(written)) return "";
  const scheme = (parts[1] ?? "").toLowerCase();
  const host = (parts[2] ?? "")
    .replace(/^.*@/, "")
    .toLowerCase()
    .replace(scheme === "http" ? /:80$/ : /:443$/, "");
  if (!/[\p{L}\p{N}]/u.test(host)) return "";
  const kept = (parts[4] ?? "").split("&").filter((parameter) => parameter !== "" && !TRACKING.test(parameter));
  return `${scheme}://${host}${parts[3] === "" ? "/" : parts[3]}${kept.length > 0 ? `?${kept.join("&")}` : ""}`;
}

/** What of an item can tell it from others. */
export interface HeardItem {
  /** as its source numbers it; empty where it doesn't */
  readonly nativeId: string;
  /** canonical; empty where it is not the item's own (rows of a file often name the page they are about) */
  readonly url: string;
  readonly text: string;
  readonly at: number;
  readonly author: string;
}

/**
 * What makes two items of one source the same post: the source's own id, else the address, else what was said on which day
 * by whom. Case, accents and signs don't count in what was said.
 * @returns a string to be hashed: it may be long. The server does it with SHA-256, so that nobody can word a post that takes
 *   the place of another's
 */
export function postIdentity(item: HeardItem): string {
  if (item.nativeId !== "") return `id ${item.nativeId}`;
  if (item.url !== "") return `url ${item.url}`;
  return `text ${Math.floor(item.at / MS_PER_DAY)} ${item.author}${fold(item.text)}`;
}
const MS_PER_DAY = 86_400_000;

/** A language tag in lower case ("fr", "pt-br"), or empty for what is none. */
export function toLanguageTag(written: string): string {
  const tag = written.trim().toLowerCase().replaceAll("_", "-");
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/.test(tag) ? tag : "";
}
