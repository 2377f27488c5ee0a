import type { SavedState } from "./barrier.ts";

/** What the status line says; true at every moment. */
export type SyncStatus =
  /** nothing was ever heard from the server: the board is not shown yet */
  | { readonly type: "loading" }
  /** everything made here is on the server's disk; `at` is unset until something was made */
  | { readonly type: "saved"; readonly at: number | undefined }
  | { readonly type: "saving" }
  /** connected, but not saved for a long while */
  | { readonly type: "late" }
  /** `changes` made here wait on this page */
  | { readonly type: "offline"; readonly changes: number }
  /** the server ended it for good; `code` is one of `CLOSE` */
  | { readonly type: "refused"; readonly code: number };

export const LATE_AFTER_MS = 10_000;

export interface StatusFacts {
  readonly connected: boolean;
  readonly everSynced: boolean;
  readonly refused: number | undefined;
  readonly saved: SavedState;
}

export function toStatus({ connected, everSynced, refused, saved }: StatusFacts, now: number): SyncStatus {
  if (refused !== undefined) return { type: "refused", code: refused };
  if (!everSynced) return { type: "loading" };
  if (!connected) return { type: "offline", changes: saved.unsaved };
  if (saved.unsaved === 0) return { type: "saved", at: saved.savedAt };
  return saved.since !== undefined && now - saved.since > LATE_AFTER_MS ? { type: "late" } : { type: "saving" };
}
