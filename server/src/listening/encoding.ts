import { isAscii, isUtf8 } from "node:buffer";

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
 * It is decided by the first bytes that are not ASCII, which come out once they are told apart. A byte that breaks a text
 * found to be UTF-8 becomes U+FFFD.
 */
export function createStreamDecoder(said?: string): StreamDecoder {
  let decoder = said !== undefined && isKnown(said) ? new TextDecoder(said) : undefined;
  let held: Uint8Array = new Uint8Array();
  const decide = (bytes: Uint8Array, isLast: boolean): string => {
    const marked = markedEncoding(bytes);
    if (marked === undefined && !isLast) {
      if (bytes.length < 3) return hold(bytes);
      // a character may be cut at the end of a piece: it is judged with the next one
      const whole = bytes.subarray(0, wholeLength(bytes));
      if (isAscii(whole)) {
        held = bytes.slice(whole.length);
        return decodeAs("utf-8", whole);
      }
      decoder = new TextDecoder(isUtf8(whole) ? "utf-8" : ONE_BYTE);
    } else decoder = new TextDecoder(marked ?? (isUtf8(bytes) ? "utf-8" : ONE_BYTE));
    held = new Uint8Array();
    return decoder.decode(bytes, { stream: true });
  };
  const hold = (bytes: Uint8Array): string => {
    held = bytes.slice();
    return "";
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

/** How many bytes stand before a character that may be cut at the end. */
function wholeLength(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 4 && (bytes[end - 1] ?? 0) >= 0x80) end -= 1;
  return end;
}
