import type { Waiting } from "./outbox.ts";
import { createSignal } from "./signal.ts";

/** What the status line says; true at every moment. */
export type SyncStatus =
  /** nothing was ever heard from the server: the board is not shown yet, or as this device kept it */
  | { readonly type: "loading" }
  /** everything made here is on the server's disk; `at` is unset until something was made */
  | { readonly type: "saved"; readonly at: number | undefined }
  | { readonly type: "saving" }
  /** connected, but not saved for a long while */
  | { readonly type: "late"; readonly where: Where; readonly changes: number }
  /** connected, but the server says that its disk takes nothing at present */
  | { readonly type: "notKept"; readonly where: Where; readonly changes: number }
  /** `changes` made here wait; `device`: this device said that it keeps them, `page`: they go with this page */
  | { readonly type: "offline"; readonly where: Where; readonly changes: number }
  /** the server refused the document: a fresh one is fetched, and what was not saved is done again in it */
  | { readonly type: "restoring" }
  /** the server ended it for good; `code` is one of `CLOSE`, `kept` the changes that this device keeps */
  | { readonly type: "refused"; readonly code: number; readonly where: Where; readonly changes: number };
export type Where = "device" | "page";

/** Whether the server is heard now: who is here is known then, and only then. */
export const isConnected = ({ type }: SyncStatus): boolean => !UNHEARD.has(type);
const UNHEARD: ReadonlySet<SyncStatus["type"]> = new Set(["loading", "offline", "restoring", "refused"]);
/** As long as a line that was cut takes to come back, at most: it is tried again within 15 s. */
export const COMEBACK_MS = 20_000;

const LATE_AFTER_MS = 10_000;

export interface StatusFacts {
  readonly connected: boolean;
  /** the connection was lost, or could not be made, since the page was opened */
  readonly everFailed: boolean;
  readonly everSynced: boolean;
  readonly refused: number | undefined;
  readonly isRestoring: boolean;
  /** the server closed because a commit failed, and none has succeeded since */
  readonly isNotKept: boolean;
  /** the copy that came from this device may hold what the server has not */
  readonly isAsking: boolean;
  readonly waiting: Waiting;
  /** when the oldest of what waits was made, or last heard of */
  readonly since: number | undefined;
  readonly savedAt: number | undefined;
}

export function toStatus(facts: StatusFacts, now: number): SyncStatus {
  const { waiting, since } = facts;
  // what the device has not confirmed yet is not counted as kept, and what it has failed to keep makes all of it the page's
  const where = waiting.isKeeping ? "device" : "page";
  const changes = waiting.isKeeping ? waiting.kept : waiting.changes;
  if (facts.refused !== undefined) return { type: "refused", code: facts.refused, where, changes };
  if (facts.isNotKept) return { type: "notKept", where, changes };
  if (facts.isRestoring) return { type: "restoring" };
  if (!facts.everSynced && !facts.everFailed) return { type: "loading" };
  if (!facts.connected) return { type: "offline", where, changes };
  if (waiting.changes === 0 && !facts.isAsking) return { type: "saved", at: facts.savedAt };
  return since !== undefined && now - since > LATE_AFTER_MS ? { type: "late", where, changes } : { type: "saving" };
}

/** Whether leaving the page now would lose something: what the device keeps comes back. */
export const isLostByLeaving = ({ changes, kept, isKeeping }: Waiting): boolean =>
  changes > 0 && (!isKeeping || kept < changes);

/** Gathers what the status is told by, and tells when it has become another. */
export function openStatus(facts: () => Pick<StatusFacts, "connected" | "waiting">, now: () => number = Date.now) {
  const changed = createSignal();
  let own: Omit<StatusFacts, "connected" | "waiting"> = {
    everFailed: false,
    everSynced: false,
    refused: undefined,
    isRestoring: false,
    isNotKept: false,
    isAsking: false,
    since: undefined,
    savedAt: undefined,
  };
  let status: SyncStatus = { type: "loading" };
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  const update = (change: Partial<typeof own> = {}) => {
    own = { ...own, ...change };
    const next = toStatus({ ...own, ...facts() }, now());
    clearTimeout(lateTimer);
    if (next.type === "saving") lateTimer = setTimeout(update, LATE_AFTER_MS);
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    changed.tell();
  };
  return {
    get: () => status,
    subscribe: changed.subscribe,
    update: () => update(),
    /** Something was made; it is told once it waits in the outbox. */
    made: () => {
      own = { ...own, since: own.since ?? now() };
    },
    /** A barrier came back. */
    answered: () => {
      const isAll = facts().waiting.changes === 0;
      update({ savedAt: now(), since: isAll ? undefined : now(), isAsking: false, isNotKept: false });
    },
    synced: () => update({ everSynced: true, ...(facts().waiting.changes === 0 ? { isNotKept: false } : {}) }),
    /** The board is shown as this device kept it: the server is to be asked whether it has all of that. */
    shown: () => update({ isAsking: true, since: now() }),
    /** @param notKept the code by which the server says that its disk takes nothing */
    connection: (failed: { readonly code: number | undefined } | undefined, notKept: number) => {
      if (!failed) return update();
      update({ everFailed: true, isRestoring: false, isNotKept: own.isNotKept || failed.code === notKept });
    },
    refused: (code: number) => update({ refused: code }),
    restoring: () => update({ isRestoring: true }),
    /** Another document has taken its place, all of which came from the server. */
    restored: () => update({ isRestoring: false, everSynced: true, isAsking: false }),
    close: () => clearTimeout(lateTimer),
  };
}
