import { openWaitingDatabase, WAITING } from "../offline/index.ts";
import { keptAnyway } from "./keptAnyway.ts";
import { isSame, type Waiting, type WaitingStore } from "./waiting.ts";

const LOCK = "palabre-pocket";
/** A page that sleeps in the background may hold its turn for as long as it sleeps. */
const TURN_WITHIN_MS = 10_000;

/** A database may stop answering while it is open: nobody who writes waits for it. */
const ANSWER_WITHIN_MS = 2_000;

/** On this device; what it does not take, on this page. */
export async function openWaitingStore(): Promise<WaitingStore> {
  try {
    const store = keptAnyway(lasting(await openWaitingDatabase({ make: true })));
    // one that can't be read is none
    await store.all();
    return store;
  } catch {
    // private windows and full disks: what waits lives as long as the page, and the page says so
    return keepInMemory();
  }
}

/** @param listen called with what settles it, unless the device takes too long */
const answered = <T>(listen: (resolve: (value: T) => void, reject: (cause: Error) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)), ANSWER_WITHIN_MS);
    listen(resolve, reject);
  });

function lasting(database: IDBDatabase): WaitingStore {
  /** Resolves once the device has it. */
  const change = (act: (store: IDBObjectStore) => void): Promise<void> =>
    answered((resolve, reject) => {
      const transaction = database.transaction(WAITING, "readwrite", { durability: "strict" });
      transaction.addEventListener("complete", () => resolve());
      for (const end of ["error", "abort"])
        transaction.addEventListener(end, () => reject(transaction.error ?? new Error("the device refused")));
      act(transaction.objectStore(WAITING));
    });
  return {
    isLasting: true,
    // this page wrote them, in this version's form: a new one has another name
    all: () =>
      answered((resolve, reject) => {
        const request = database.transaction(WAITING).objectStore(WAITING).getAll();
        request.addEventListener("success", () => resolve(request.result as readonly Waiting[]));
        request.addEventListener("error", () => reject(request.error ?? new Error("the device refused")));
      }),
    put: (waiting) => change((store) => store.put(waiting)),
    replace: (was, by) =>
      change((store) => {
        const found = store.get(was.id);
        found.addEventListener("success", () => {
          if (!isSame(found.result as Waiting | undefined, was)) return;
          if (by) store.put(by);
          else store.delete(was.id);
        });
      }),
    inTurn,
  };
}

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  // only pages from a safe origin have it, whatever its type says
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return act();
  let acts: Promise<T> | undefined;
  const turn = locks.request(LOCK, { signal: AbortSignal.timeout(TURN_WITHIN_MS) }, () => (acts = act()));
  // who got no turn goes on without: what is sent twice comes once
  return turn.catch(() => acts ?? act());
}

/** For a device that keeps nothing, and for tests. @param left what an earlier page left */
export function keepInMemory(...left: readonly Waiting[]): WaitingStore {
  const kept = new Map(left.map((each) => [each.id, each]));
  return {
    isLasting: false,
    all: async () => [...kept.values()],
    put: async (waiting) => void kept.set(waiting.id, waiting),
    replace: async (was, by) => {
      if (!isSame(kept.get(was.id), was)) return;
      if (by) kept.set(was.id, by);
      else kept.delete(was.id);
    },
    inTurn: (act) => act(),
  };
}
