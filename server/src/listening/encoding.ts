import { isUtf8 } from "node:buffer";

/** What a text without a mark and without a true declaration is most often: the letters of Western Europe in one byte each. */
const ONE_BYTE = "windows-1252";
/** Encodings whose bytes look like UTF-8 although they mean something else. */
const LOOKS_LIKE_UTF8 = /^(?:utf-?16|ucs-?2|iso-2022|hz-gb)/i;

/** The encoding that the first bytes of a text mark, if they do. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/**
 * Reads a whole text. A mark (BOM) is believed first, then the bytes themselves: what reads as UTF-8 is UTF-8, whatever a
 * badly set up server says. Only then what was declared.
 * @param declared names of encodings, the most trusted first
 */
export function decodeText(bytes: Uint8Array, declared: readonly (string | undefined)[]): string {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return decodeAs(marked, bytes);
  const known = declared.find((label) => label !== undefined && isKnown(label));
  if (isUtf8(bytes) && !LOOKS_LIKE_UTF8.test(known ?? "")) return decodeAs("utf-8", bytes);
  return decodeAs(known !== undefined && !/^utf-?8$/i.test(known) ? known : ONE_BYTE, bytes);
}

/** In two steps: in one, Node 20 reads Windows-1252 as Latin 1, and its quotation marks and euros as control signs. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(encoding);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Reads a text that comes in pieces; `write` gives as much of it as is certain. */
export interface StreamDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/**
 * Decodes a stream in the encoding that somebody said. Where nobody did: by its mark, else as UTF-8 as long as it is, else as Windows-1252.
 *
 * It is decided by what comes from the first byte on that is not ASCII, of which a part is held back for that: there are more characters in
 * UTF-8 than bytes that are none, or there are not. One byte that breaks a text found to be UTF-8 becomes U+FFFD.
 */
export function createStreamDecoder(said?: string): StreamDecoder {
  let decoder = said !== undefined && isKnown(said) ? new TextDecoder(said) : undefined;
  let held: Uint8Array = new Uint8Array();
  let isStart = true;
  const decide = (bytes: Uint8Array, isLast: boolean): string => {
    const marked = isStart ? markedEncoding(bytes) : undefined;
    const plain = isStart && bytes.length < 3 ? 0 : plainLength(bytes);
    if (marked === undefined && !isLast && bytes.length - plain < JUDGED_BYTES) {
      if (plain > 0) isStart = false;
      held = bytes.slice(plain);
      return decodeAs("utf-8", bytes.subarray(0, plain));
    }
    decoder = new TextDecoder(marked ?? (isMostlyUtf8(bytes) ? "utf-8" : ONE_BYTE));
    held = new Uint8Array();
    return decoder.decode(bytes, { stream: true });
  };
  return {
    write: (bytes) => {
      if (decoder) return decoder.decode(bytes, { stream: true });
      return decide(held.length === 0 ? bytes : Buffer.concat([held, bytes]), false);
    },
    end: () => {
      const rest = decoder ? "" : decide(held, true);
      return rest + (decoder?.decode() ?? "");
    },
  };
}

/** From the first byte on that is not ASCII: some pages of text. */
const JUDGED_BYTES = 16 * 1024;

/** How many bytes stand before the first that is not ASCII. */
function plainLength(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  return at < 0 ? bytes.length : at;
}

/** Whether of what is not ASCII more is UTF-8 than is not. A character that is cut at the end counts for neither. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true;
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
    const character = bytes.subarray(at, at + length);
    if (first < 0x80) at += 1;
    else if (isUtf8(character)) {
      valid += 1;
      at += length;
    } else {
      if (at + length <= bytes.length) invalid += 1;
      at += 1;
    }
  }
  return valid > invalid;
}
