import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { Kind } from "./kinds.ts";

/** The map counts for every question asked after it. A question is answered once, or several times while it is worked on. */
export type ToWorker =
  | { readonly type: "map"; readonly map: SignedMap }
  | { readonly type: "ask"; readonly id: number; readonly kind: Kind; readonly params: unknown }
  | { readonly type: "drop"; readonly id: number };

export type FromWorker =
  | { readonly type: "answer"; readonly id: number; readonly answer: unknown; readonly isWhole: boolean }
  | { readonly type: "failed"; readonly id: number; readonly message: string };
