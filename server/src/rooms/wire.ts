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

/** The bytes in a buffer of their own, for whoever decodes them next. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = readCount(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new BadFrame("the length goes beyond the frame");
  return decoding.readUint8Array(decoder, length).slice();
}

const frameOf = (...parts: readonly (number | Uint8Array)[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });

export const step1Frame = (vector: Uint8Array): Uint8Array => frameOf(MESSAGE.sync, SYNC.step1, vector);
export const step2Frame = (update: Uint8Array): Uint8Array => frameOf(MESSAGE.sync, SYNC.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => frameOf(MESSAGE.sync, SYNC.update, update);
export const barrierFrame = (n: number): Uint8Array => frameOf(MESSAGE.saved, n);
export const presenceFrame = (bytes: Uint8Array): Uint8Array => frameOf(MESSAGE.awareness, bytes);
/** Presence of nobody: says nothing, and keeps the stock client from hanging up. */
export const HEARTBEAT: Uint8Array = presenceFrame(Uint8Array.of(0));
