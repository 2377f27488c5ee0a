import { AppError, type ErrorCode } from "@palabre/shared/errors";
import type { SendIdea } from "@palabre/shared/protocol";
import type { BallotId, BoardId, CardId, Paper, PersonId } from "@palabre/shared/terms";
import { PASSING } from "../api/index.ts";

interface Kept {
  /** sent again under it, it is the same thing: the key of an idea, or what a reaction is to */
  readonly id: string;
  readonly board: BoardId;
  readonly person: PersonId;
  /** when it was made; what takes its place is newer */
  readonly at: number;
  /** `late`: written for a draft, or a ballot, that is over. `refused`: not allowed. Both stay until their person has decided. */
  readonly state: "waiting" | "late" | "refused";
}
/** What a person did that the server has not acknowledged. */
export type Waiting =
  | (Kept & { readonly type: "idea"; readonly idea: SendIdea })
  | (Kept & { readonly type: "paper"; readonly ballot: BallotId; readonly paper: Paper })
  | (Kept & { readonly type: "reaction"; readonly card: CardId; readonly reaction: string | null });

/** Where it is kept meanwhile, for all pages of the device together. */
export interface WaitingStore {
  /** false, for as long as it is so: something in it does not outlive the page */
  readonly isLasting: boolean;
  all(): Promise<readonly Waiting[]>;
  put(waiting: Waiting): Promise<void>;
  /** In one step: what took the place of `was` stays. Without `by` it is removed. */
  replace(was: Waiting, by?: Waiting): Promise<void>;
  /** The pages that share it do so one after the other. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
}

/** Whether nothing has taken its place: what was read from the device is a copy. */
export const isSame = (one: Waiting | undefined, other: Waiting): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export interface Queue {
  /** in the order in which they were made */
  readonly items: () => readonly Waiting[];
  /** of the store, as it is now */
  readonly isLasting: boolean;
  /** Resolves once it is kept, on the device if it takes it: from then on it is not lost. */
  put(waiting: Waiting): Promise<void>;
  drop(waiting: Waiting): Promise<void>;
  /** Sends what waits, one after the other; ends at the first that can't be sent now. Resolves with whether all that waited is sent. */
  flush(): Promise<boolean>;
  subscribe(listener: () => void): () => void;
}

/** Who is let in again sends it. */
export const MAY_PASS: ReadonlySet<ErrorCode> = new Set([...PASSING, "no-session"]);

/**
 * What was done without a network waits on the device and is sent once there is one, in order, each under its own key: nothing is lost, and
 * what arrived without an answer does not arrive twice. Other pages of the device write to the same store, so it is read anew for each.
 */
export async function openQueue(
  store: WaitingStore,
  send: (waiting: Waiting) => Promise<void>,
  isMine: (waiting: Waiting) => boolean,
): Promise<Queue> {
  let shown: readonly Waiting[] = [];
  let changes = 0;
  const listeners = new Set<() => void>();
  const show = (all: readonly Waiting[]): void => {
    const next = all.toSorted((a, b) => a.at - b.at);
    const isNews = next.length !== shown.length || next.some((each, index) => !isSame(shown[index], each));
    shown = next;
    if (isNews) for (const listener of listeners) listener();
  };
  const read = async (): Promise<void> => {
    let before: number;
    let all: readonly Waiting[];
    do {
      before = changes;
      all = await store.all();
      // what this page did meanwhile may not be in it yet
    } while (before !== changes);
    show(all.filter(isMine));
  };
  await read();
  let flushing: Promise<boolean> | undefined;

  const put = async (waiting: Waiting): Promise<void> => {
    await store.put(waiting);
    changes += 1;
    show([...shown.filter(({ id }) => id !== waiting.id), waiting]);
  };
  const replace = async (was: Waiting, by?: Waiting): Promise<void> => {
    try {
      await store.replace(was, by);
    } finally {
      changes += 1;
      show(shown.flatMap((each) => (isSame(each, was) ? (by ?? []) : each)));
    }
  };
  /** @throws what passes */
  const sendOne = async (next: Waiting): Promise<void> => {
    try {
      await send(next);
    } catch (fault) {
      if (!(fault instanceof AppError) || MAY_PASS.has(fault.code)) throw fault;
      // a reaction that may not be made is nothing to decide about: the screen shows how things are
      if (next.type === "reaction") return replace(next);
      return replace(next, {
        ...next,
        state: fault.code === "conflict" || fault.code === "closed" ? "late" : "refused",
      });
    }
    // another may have taken its place meanwhile, which is still to be sent
    await replace(next);
  };
  const sendAll = async (): Promise<boolean> => {
    try {
      for (;;) {
        // a device that does not answer now is no reason to keep what this page knows
        await read().catch(() => undefined);
        const next = shown.find(({ state }) => state === "waiting");
        if (!next) return true;
        await sendOne(next);
      }
    } catch {
      // it passes: asked again later
      return false;
    } finally {
      // in the same step in which nothing more was found: what is put from now on is sent by another round
      flushing = undefined;
    }
  };
  return {
    items: () => shown,
    get isLasting() {
      return store.isLasting;
    },
    put,
    drop: (waiting) => replace(waiting),
    flush: () => (flushing ??= store.inTurn(sendAll)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
