import { MESSAGE, SYNC } from "@palabre/shared/protocol";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** One message of a client, read whole; the equations are in `shared/protocol/messages.ts`. */
export type Message =
  | { readonly type: "step1"; readonly vector: Uint8Array }
  | { readonly type: "step2"; readonly update: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array }
  | { readonly type: "presence"; readonly bytes: Uint8Array }
  | { readonly type: "presenceQuery" }
  | { readonly type: "barrier"; readonly n: number };

/** A frame that is no message. */
export class BadFrame extends Error {
  override readonly name = "BadFrame";
}

/**
 * Reads a frame. Types are compared as numbers once decoded, since a number can be spelled in several ways.
 * @param frame bytes that own their buffer: a length that lies must not reach what lies behind them
 * @throws BadFrame when it is no message, or more than one
 */
export function readFrame(frame: Uint8Array): Message {
  try {
    const decoder = decoding.createDecoder(frame);
    const message = readMessage(decoder);
    if (message && decoder.pos === frame.length) return message;
  } catch (error) {
    throw new BadFrame("the frame could not be decoded", { cause: error });
  }
  throw new BadFrame("the frame is no message of the protocol");
}

function readMessage(decoder: decoding.Decoder): Message | undefined {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { type: "presence", bytes: readBytes(decoder) };
    case MESSAGE.queryAwareness:
      return { type: "presenceQuery" };
    case MESSAGE.saved:
      return { type: "barrier", n: readCount(decoder) };
    default:
      return undefined;
  }
}

function readSync(decoder: decoding.Decoder): Message | undefined {
  const step = decoding.readVarUint(decoder);
  switch (step) {
    case SYNC.step1:
      return { type: "step1", vector: readBytes(decoder) };
    case SYNC.step2:
      return { type: "step2", update: readBytes(decoder) };
    case SYNC.update:
      return { type: "update", update: readBytes(decoder) };
    default:
      return undefined;
  }
}

/** A number that can be written again: what decodes to NaN or to infinity can't. */
export function readCount(decoder: decoding.Decoder): number {
  const value = decoding.readVarUint(decoder);
  if (Number.isSafeInteger(value)) return value;
  throw new BadFrame("the number is not exact");
}

/** The bytes where they lie, which is the end of the frame and of its buffer: whoever decodes them next can't read further. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = readCount(decoder);
  if (length !== decoder.arr.length - decoder.pos) throw new BadFrame("the length is not what follows");
  return decoding.readUint8Array(decoder, length);
}

const frameOf = (...parts: readonly (number | Uint8Array)[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });

export const step1Frame = (vector: Uint8Array): Uint8Array => frameOf(MESSAGE.sync, SYNC.step1, vector);
/** What stands before the update of a step 2. */
export const step2Head = (bytes: number): Uint8Array => frameOf(MESSAGE.sync, SYNC.step2, bytes);
export const barrierFrame = (n: number): Uint8Array => frameOf(MESSAGE.saved, n);
/** What stands before the entries of a presence message. */
export const presenceHead = (entries: number, bytes: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint(encoder, countBytes(entries) + bytes);
    encoding.writeVarUint(encoder, entries);
  });

/** bytes of the head of a WebSocket frame of a server */
const headBytes = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

/** Writes the head of a whole binary frame, unmasked as a server's are; gives where its message goes. */
function writeHead(into: Buffer, at: number, length: number): number {
  into[at] = 0x82;
  if (length < 126) {
    into[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    into[at + 1] = 126;
    into.writeUInt16BE(length, at + 2);
    return at + 4;
  }
  into[at + 1] = 127;
  into.writeUInt32BE(0, at + 2);
  into.writeUInt32BE(length, at + 6);
  return at + 10;
}

/** A message as it goes over the socket: made once, written to whoever is to have it. */
export function framed(...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const frame = Buffer.allocUnsafe(headBytes(length) + length);
  let at = writeHead(frame, 0, length);
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}

/** A step 2 as it goes over the socket, in two parts: the update, which may be large, stays where it is. */
export interface FramedAnswer {
  readonly head: Buffer;
  readonly update: Uint8Array;
}
export function framedAnswer(update: Uint8Array): FramedAnswer {
  const before = step2Head(update.length);
  const length = before.length + update.length;
  const head = Buffer.allocUnsafe(headBytes(length) + before.length);
  head.set(before, writeHead(head, 0, length));
  return { head, update };
}

const countBytes = (count: number): number => {
  let bytes = 1;
  for (let rest = count; rest > 127; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
};

/** Update messages in a row, as they go over the socket; `ends` says where each is over. */
export function framedUpdates(updates: readonly Uint8Array[]): {
  readonly bytes: Buffer;
  readonly ends: readonly number[];
} {
  const lengths = updates.map((update) => 2 + countBytes(update.length) + update.length);
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + headBytes(length) + length, 0));
  let at = 0;
  const ends = updates.map((update, index) => {
    at = writeHead(bytes, at, lengths[index] ?? 0);
    bytes[at] = MESSAGE.sync;
    bytes[at + 1] = SYNC.update;
    at += 2;
    let rest = update.length;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = 128 | (rest & 127);
    bytes[at++] = rest;
    bytes.set(update, at);
    return (at += update.length);
  });
  return { bytes, ends };
}

/** Presence of nobody, framed: says nothing, and keeps the stock client from hanging up. */
export const HEARTBEAT: Buffer = framed(presenceHead(0, 0));
