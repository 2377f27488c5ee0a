import { createHmac, timingSafeEqual } from "node:crypto";
import { ROLES, type BoardId, type Role } from "@palabre/shared/terms";
import type { BoardRecord } from "../stores/index.ts";

/** The secrets of a board's three links. None is stored: each is computed from the board, the role, a counter and the server's key. */
export interface Links {
  /** 24 characters of base64url */
  secret(board: BoardId, role: Role, counter: number): string;
  /** Which role a secret opens on this board; undefined when none. Takes the same time whichever it is. */
  roleOf(record: BoardRecord, secret: string): Role | undefined;
}

/** 144 bits: nobody guesses it, and base64url needs no padding */
const SECRET_BYTES = 18;

export function createLinks(key: Uint8Array): Links {
  const digest = (board: BoardId, role: Role, counter: number) =>
    createHmac("sha256", key).update(`palabre link ${board} ${role} ${counter}`).digest().subarray(0, SECRET_BYTES);
  return {
    secret: (board, role, counter) => digest(board, role, counter).toString("base64url"),
    roleOf: (record, secret) => {
      const given = Buffer.alloc(SECRET_BYTES);
      const decoded = Buffer.from(secret, "base64url");
      decoded.copy(given);
      // base64url ignores what is no letter of it: only the one spelling of a secret counts
      const isWellFormed = decoded.length === SECRET_BYTES && decoded.toString("base64url") === secret;
      const opened = ROLES.filter((role) => timingSafeEqual(digest(record.id, role, record.counters[role]), given));
      return isWellFormed ? opened[0] : undefined;
    },
  };
}
