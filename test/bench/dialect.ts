import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** What a server says, as far as a measurement cares. */
export type Heard =
  | { readonly type: "step1" }
  | { readonly type: "step2"; readonly update: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array }
  | { readonly type: "presence"; readonly bytes: Uint8Array }
  /** `n` of a barrier; Hocuspocus says "applied" instead, without a number */
  | { readonly type: "acknowledged"; readonly n: number }
  | { readonly type: "other" };

/** How a server is spoken to. All know y-protocols; Hocuspocus puts the document's name before each message. */
export interface Dialect {
  /** first thing on a new socket; undefined when the server begins */
  readonly hello: Uint8Array | undefined;
  step1(vector: Uint8Array): Uint8Array;
  step2(update: Uint8Array): Uint8Array;
  update(update: Uint8Array): Uint8Array;
  presence(bytes: Uint8Array): Uint8Array;
  barrier(n: number): Uint8Array;
  read(payload: Uint8Array): Heard;
}

type Part = number | string | Uint8Array;

export const encode = (...parts: readonly Part[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else if (typeof part === "string") encoding.writeVarString(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
  });

/** @param name of the document, where a server wants it in each message */
export function createDialect(name: string | undefined): Dialect {
  const start: readonly Part[] = name === undefined ? [] : [name];
  return {
    hello: name === undefined ? undefined : encode(name, 2, 0, "token"),
    step1: (vector) => encode(...start, 0, 0, vector),
    step2: (update) => encode(...start, 0, 1, update),
    update: (update) => encode(...start, 0, 2, update),
    presence: (bytes) => encode(...start, 1, bytes),
    barrier: (n) => encode(...start, 100, n),
    read: (payload) => {
      const decoder = decoding.createDecoder(payload);
      if (name !== undefined) decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === 1) return { type: "presence", bytes: decoding.readVarUint8Array(decoder) };
      if (type === 100) return { type: "acknowledged", n: decoding.readVarUint(decoder) };
      if (type === 8 && name !== undefined) return { type: "acknowledged", n: 0 };
      if (type !== 0 && type !== 4) return { type: "other" };
      const step = decoding.readVarUint(decoder);
      if (step === 0) return { type: "step1" };
      return { type: step === 1 ? "step2" : "update", update: decoding.readVarUint8Array(decoder) };
    },
  };
}

/** One entry of y-protocols' awareness. `n` is how a receiver knows it again. */
export const presenceOf = (client: number, clock: number): Uint8Array =>
  encode(
    1,
    client,
    clock,
    JSON.stringify({
      user: { name: "Nadia", colour: "#2f6f4f" },
      cursor: [clock % 2_000, (clock * 7) % 1_000],
      n: clock,
    }),
  );
