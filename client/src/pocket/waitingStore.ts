import type { Waiting, WaitingStore } from "./waiting.ts";

const NAME = "palabre-pocket";
const STORE = "waiting";

/** On this device; where it keeps nothing, on this page. */
export async function openWaitingStore(): Promise<WaitingStore> {
  try {
    return lasting(await openDatabase());
  } catch {
    // private windows and full disks: what waits lives as long as the page, and the page says so
    return inMemory();
  }
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the device refused")));
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE, { keyPath: "id" }));
  return asked(request);
}

function lasting(database: IDBDatabase): WaitingStore {
  /** Resolves once the device has it. */
  const change = (act: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
      transaction.addEventListener("complete", () => resolve());
      for (const end of ["error", "abort"])
        transaction.addEventListener(end, () => reject(transaction.error ?? new Error("the device refused")));
      act(transaction.objectStore(STORE));
    });
  return {
    isLasting: true,
    // this page wrote them, in this version's form: a new one has another name
    all: async () => (await asked(database.transaction(STORE).objectStore(STORE).getAll())) as readonly Waiting[],
    put: (waiting) => change((store) => store.put(waiting)),
    remove: (id) => change((store) => store.delete(id)),
  };
}

function inMemory(): WaitingStore {
  const kept = new Map<string, Waiting>();
  return {
    isLasting: false,
    all: async () => [...kept.values()],
    put: async (waiting) => void kept.set(waiting.id, waiting),
    remove: async (id) => void kept.delete(id),
  };
}
