import type { ImageType } from "@palabre/shared/terms";

/** What an image is, told by its own bytes; what it was called or said to be counts for nothing. */
export interface ImageFacts {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads kind and size of an image from its head; undefined for all that is not wholly what it begins as.
 *
 * PNG (ISO/IEC 15948): signature, then the chunk IHDR. JPEG (ITU T.81): segments up to a frame header. GIF: the logical screen.
 * WebP (RFC 9649): a RIFF whose length is the file's, with VP8, VP8L or VP8X first.
 */
export function readImage(bytes: Buffer): ImageFacts | undefined {
  const facts = readPng(bytes) ?? readJpeg(bytes) ?? readGif(bytes) ?? readWebp(bytes);
  return facts && facts.width > 0 && facts.height > 0 ? facts : undefined;
}

const isAt = (bytes: Buffer, at: number, words: string): boolean =>
  bytes.length >= at + words.length && bytes.toString("latin1", at, at + words.length) === words;

function readPng(bytes: Buffer): ImageFacts | undefined {
  if (!isAt(bytes, 0, "\u0089PNG\r\n\u001A\n") || bytes.length < 33) return undefined;
  if (bytes.readUInt32BE(8) !== 13 || !isAt(bytes, 12, "IHDR") || !bytes.includes("IDAT", 33)) return undefined;
  return { type: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function readJpeg(bytes: Buffer): ImageFacts | undefined {
  if (!isAt(bytes, 0, "\u00FF\u00D8\u00FF")) return undefined;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { type: "jpg", height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    else {
      const length = bytes.readUInt16BE(at + 2);
      if (length < 2) return undefined;
      at += 2 + length;
    }
  }
  return undefined;
}
/** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readGif(bytes: Buffer): ImageFacts | undefined {
  if (!(isAt(bytes, 0, "GIF87a") || isAt(bytes, 0, "GIF89a")) || bytes.length < 14) return undefined;
  return { type: "gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

function readWebp(bytes: Buffer): ImageFacts | undefined {
  if (!isAt(bytes, 0, "RIFF") || !isAt(bytes, 8, "WEBP") || bytes.length < 30) return undefined;
  // a longer file carries something else behind it
  const length = bytes.readUInt32LE(4) + 8;
  if (length !== bytes.length && length + 1 !== bytes.length) return undefined;
  if (isAt(bytes, 12, "VP8X"))
    return { type: "webp", width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (isAt(bytes, 12, "VP8L") && bytes[20] === 0x2f) {
    const packed = bytes.readUInt32LE(21);
    return { type: "webp", width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (isAt(bytes, 12, "VP8 ") && isAt(bytes, 23, "\u009D\u0001*"))
    return { type: "webp", width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  return undefined;
}
