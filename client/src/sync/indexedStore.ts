import type { BoardId, PersonId } from "@palabre/shared/terms";
import {
  ASIDE_FOR_MS,
  createMemoryStore,
  draftsOf,
  takenOver,
  type AsideCopy,
  type DeviceStore,
  type KeptAct,
} from "./deviceStore.ts";
import { within } from "./within.ts";

/** The copies of the documents are databases of their own, named `palabre/<board>/<person>`. */
const NAME = "palabre";
/** A database that another page holds back, or that is broken, may never answer. */
const OPEN_WITHIN_MS = 2_000;

interface CopyRecord {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly openedAt: number;
}

export const copyName = (board: BoardId, person: PersonId): string => `${NAME}/${board}/${person}`;

/** The device's store, or one in memory where the device has none to give. Never rejects. */
export async function openDeviceStore(now: () => number = Date.now): Promise<DeviceStore> {
  try {
    const database = await within(OPEN_WITHIN_MS, openDatabase(), (late) => late.close());
    return overDatabase(database, now);
  } catch {
    // forbidden (private mode), full, broken or held back: the status line says that nothing is kept
    return createMemoryStore();
  }
}

/** Removes all that this device keeps of a board; resolves when that is done, or can't be. */
export async function forgetKept(board: BoardId): Promise<void> {
  const store = await openDeviceStore();
  try {
    for (const person of await store.forget(board)) deleteCopy(board, person);
  } catch {
    // what could not be opened holds nothing that could be read here
  } finally {
    store.close();
  }
}

/** A page that still shows the board holds its copy; it goes when that page closes. */
export const deleteCopy = (board: BoardId, person: PersonId): void =>
  void indexedDB.deleteDatabase(copyName(board, person));

let isAsked = false;
/** Asks the browser, once, not to throw away what is kept here when the device gets full. Firefox would ask the person, who came to write. */
function keepForLong(): void {
  // only pages from a safe origin have it, whatever its type says
  const storage = navigator.storage as StorageManager | undefined;
  if (isAsked || !storage || "mozInnerScreenX" in globalThis) return;
  isAsked = true;
  void storage.persist().catch(() => undefined);
}

const openDatabase = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener("upgradeneeded", () => {
      const database = request.result;
      for (const store of ["acts", "aside"]) {
        const keyPath = store === "acts" ? { keyPath: "id" } : { autoIncrement: true };
        database.createObjectStore(store, keyPath).createIndex("board", "board");
      }
      database.createObjectStore("copies", { keyPath: ["board", "person"] }).createIndex("board", "board");
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the device keeps nothing")));
  });

function overDatabase(database: IDBDatabase, now: () => number): DeviceStore {
  // another version of the page may need the database for itself
  database.addEventListener("versionchange", () => database.close());
  /** One transaction; resolves with what `act` asked for once it is complete. */
  const transact = <T>(
    names: readonly string[],
    act: (store: (name: string) => IDBObjectStore) => () => T,
    durability: IDBTransactionDurability = "default",
  ) =>
    new Promise<T>((resolve, reject) => {
      // throws when the database was closed under us, which rejects
      const transaction = database.transaction(names, "readwrite", { durability });
      const result = act((name) => transaction.objectStore(name));
      const fail = () => reject(transaction.error ?? new Error("the device did not keep it"));
      transaction.addEventListener("complete", () => resolve(result()));
      transaction.addEventListener("error", fail);
      transaction.addEventListener("abort", fail);
    });
  const each = (
    source: IDBObjectStore | IDBIndex,
    range: IDBKeyRange | null,
    act: (cursor: IDBCursorWithValue) => void,
  ) => {
    const request = source.openCursor(range);
    request.addEventListener("success", () => {
      if (!request.result) return;
      act(request.result);
      request.result.continue();
    });
  };
  return {
    isLasting: true,
    acts: (board) =>
      transact(["acts"], (store) => {
        const request = store("acts").index("board").getAll(board);
        return () => request.result as KeptAct[];
      }),
    draftActs: (board) =>
      transact(["acts"], (store) => {
        const range = IDBKeyRange.bound(draftsOf(board), `${draftsOf(board)}\uffff`);
        const request = store("acts").index("board").getAll(range);
        return () => request.result as KeptAct[];
      }),
    take: (found, holder) =>
      transact(
        ["acts"],
        (store) => {
          const taken: KeptAct[] = [];
          for (const before of found) {
            const request: IDBRequest<KeptAct | undefined> = store("acts").get(before.id);
            request.addEventListener("success", () => {
              const act = takenOver(before, request.result, holder);
              if (!act) return;
              taken.push(act);
              store("acts").put(act);
            });
          }
          return () => taken;
        },
        // a tab that opens is not held up by the disk: what is undone is taken again
        "relaxed",
      ),
    change: ({ put = [], remove = [] }) =>
      transact(
        ["acts"],
        (store) => {
          if (put.length > 0) keepForLong();
          for (const id of remove) store("acts").delete(id);
          for (const act of put) store("acts").put(act);
          return () => {};
        },
        // what is said to be kept outlives a battery that runs out; what is removed in vain is only sent again
        put.length > 0 ? "strict" : "relaxed",
      ),
    setAside: (copy) =>
      transact(
        ["aside"],
        (store) => {
          store("aside").put(copy);
          return () => {};
        },
        "strict",
      ),
    opened: (board, person, openedAt) =>
      transact(["copies", "aside"], (store) => {
        store("copies").put({ board, person, openedAt } satisfies CopyRecord);
        const request = store("copies").index("board").getAll(board);
        each(store("aside"), null, (cursor) => {
          if ((cursor.value as AsideCopy).at < now() - ASIDE_FOR_MS) cursor.delete();
        });
        return () => (request.result as CopyRecord[]).map((copy) => copy.person).filter((other) => other !== person);
      }),
    forget: (board, person) =>
      transact(["copies", "aside", "acts"], (store) => {
        const persons: PersonId[] = [];
        for (const name of ["copies", "aside", "acts"]) {
          // drafts of the board are kept under what begins with its id
          each(store(name).index("board"), IDBKeyRange.bound(board, `${board}/\uffff`), (cursor) => {
            const found = cursor.value as CopyRecord;
            if (person !== undefined && found.person !== person) return;
            if (name === "copies") persons.push(found.person);
            cursor.delete();
          });
        }
        return () => persons;
      }),
    close: () => database.close(),
  };
}
