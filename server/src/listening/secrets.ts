import { AppError } from "@palabre/shared/errors";
import type { BoardId, SourceId } from "@palabre/shared/terms";
import type { Vault } from "../access/index.ts";
import type { SourceChange, SourceRecord } from "../stores/index.ts";

/** The secrets of sources: sealed in their records, open only while a source is being read. */
export interface Secrets {
  seal(board: BoardId, id: SourceId, secret: string): { readonly sealed: string; readonly hasSecret: true };
  /** What of a source changes when its secret does: it is looked at soon, and forgiven. */
  change(source: SourceRecord, secret: string | null, now: number): SourceChange;
  /** Undefined where there is none. @throws AppError `source-credentials` when it was sealed under another key */
  of(source: SourceRecord): string | undefined;
}

export const createSecrets = (vault: Vault): Secrets => {
  // a secret serves one source of one board, wherever its record is copied to
  const ownerOf = (board: BoardId, id: SourceId): string => `${board} ${id}`;
  const seal: Secrets["seal"] = (board, id, secret) => ({
    sealed: vault.seal(secret, ownerOf(board, id)),
    hasSecret: true,
  });
  return {
    seal,
    change: ({ board, id, nextAt }, secret, now) => ({
      ...(secret === null ? { sealed: undefined, hasSecret: undefined } : seal(board, id, secret)),
      failures: 0,
      ...(nextAt === undefined ? {} : { nextAt: now }),
    }),
    of: ({ board, id, sealed }) => {
      if (sealed === undefined) return undefined;
      const secret = vault.open(sealed, ownerOf(board, id));
      if (secret === undefined) {
        throw new AppError(
          "source-credentials",
          "The secret was kept under another key of this server: give it again",
          {
            details: { reason: "key" },
          },
        );
      }
      return secret;
    },
  };
};
