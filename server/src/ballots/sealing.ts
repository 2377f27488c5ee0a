import { createHmac, randomBytes } from "node:crypto";
import { JOIN_LETTERS, paperSchema, type Paper, type PersonId } from "@palabre/shared/terms";
import { createVault } from "../access/index.ts";

/**
 * The papers of one ballot under a key of their own, made of the server's and of a salt that goes with them: who reads the database, or a
 * copy of it, reads no paper, and once the salt is gone nobody does.
 */
export interface Sealing {
  seal(paper: Paper, person: PersonId): string;
  /** Undefined for what was sealed under another key, or is another person's. */
  open(sealed: string, person: PersonId): Paper | undefined;
  /** Eight letters, without any vowel: the same for the same paper of the same person, and nobody can tell from them which it is. */
  receiptOf(paper: Paper, person: PersonId): string;
}

const RECEIPT_LETTERS = 8;

export const newSalt = (): string => randomBytes(16).toString("base64url");

export function createSealing(serverKey: Uint8Array, salt: string): Sealing {
  const key = createHmac("sha256", serverKey).update("palabre ballot ").update(salt).digest();
  const vault = createVault(key);
  return {
    seal: (paper, person) => vault.seal(JSON.stringify(paper), person),
    open: (sealed, person) => {
      const opened = vault.open(sealed, person);
      return opened === undefined ? undefined : paperSchema.parse(JSON.parse(opened));
    },
    receiptOf: (paper, person) => {
      const digest = createHmac("sha256", key)
        .update(`receipt ${person} ${JSON.stringify(sorted(paper))}`)
        .digest();
      let number = digest.readBigUInt64BE();
      const base = BigInt(JOIN_LETTERS.length);
      let letters = "";
      for (let place = 0; place < RECEIPT_LETTERS; place += 1) {
        letters += JOIN_LETTERS[Number(number % base)] ?? "";
        number /= base;
      }
      return `${letters.slice(0, 4)}-${letters.slice(4)}`;
    },
  };
}

/** The same value with the keys of its records in order: whoever sends the same again gets the same receipt. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
