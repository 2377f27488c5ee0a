import { AppError, type ErrorCode } from "@palabre/shared/errors";
import type { SendIdea } from "@palabre/shared/protocol";
import type { BallotId, BoardId, CardId, Paper, PersonId } from "@palabre/shared/terms";

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

/** Where it is kept meanwhile. */
export interface WaitingStore {
  /** false: it does not outlive the page */
  readonly isLasting: boolean;
  all(): Promise<readonly Waiting[]>;
  put(waiting: Waiting): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface Queue {
  /** in the order in which they were made */
  readonly items: () => readonly Waiting[];
  readonly isLasting: boolean;
  /** Resolves once it is kept on the device: from then on it is not lost. */
  put(waiting: Waiting): Promise<void>;
  drop(id: string): Promise<void>;
  /** Sends what waits, one after the other; ends at the first that can't be sent now. Resolves with whether all that waited is sent. */
  flush(): Promise<boolean>;
  subscribe(listener: () => void): () => void;
}

/** What heals by itself: it is sent again. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["unreachable", "internal", "store-failed", "too-many", "no-session"]);

/**
 * What was done without a network waits on the device and is sent once there is one, in order, each under its own key: nothing is lost, and
 * what arrived without an answer does not arrive twice.
 */
export async function openQueue(
  store: WaitingStore,
  send: (waiting: Waiting) => Promise<void>,
  isMine: (waiting: Waiting) => boolean,
): Promise<Queue> {
  const items = new Map<string, Waiting>(
    (await store.all())
      .filter(isMine)
      .toSorted((a, b) => a.at - b.at)
      .map((each) => [each.id, each]),
  );
  let shown: readonly Waiting[] = [...items.values()];
  const listeners = new Set<() => void>();
  const tell = () => {
    shown = [...items.values()];
    for (const listener of listeners) listener();
  };
  let flushing: Promise<boolean> | undefined;

  const put = async (waiting: Waiting): Promise<void> => {
    await store.put(waiting);
    items.set(waiting.id, waiting);
    tell();
  };
  const drop = async (id: string): Promise<void> => {
    items.delete(id);
    tell();
    await store.remove(id);
  };
  const sendAll = async (): Promise<boolean> => {
    for (;;) {
      const next = [...items.values()].find(({ state }) => state === "waiting");
      if (!next) return true;
      try {
        await send(next);
        // another may have taken its place meanwhile, which is still to be sent
        if (items.get(next.id) === next) await drop(next.id);
      } catch (fault) {
        if (!(fault instanceof AppError) || PASSING.has(fault.code)) return false;
        if (items.get(next.id) !== next) continue;
        // a reaction that may not be made is nothing to decide about: the screen shows how things are
        if (next.type === "reaction") await drop(next.id);
        else await put({ ...next, state: fault.code === "conflict" || fault.code === "closed" ? "late" : "refused" });
      }
    }
  };
  return {
    items: () => shown,
    isLasting: store.isLasting,
    put,
    drop,
    flush: () =>
      (flushing ??= sendAll().finally(() => {
        flushing = undefined;
      })),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
