import type { BoardId } from "@palabre/shared/terms";

const NAME = "palabre-pocket";
/** Its one store, by `id`. */
export const WAITING = "waiting";

/** A database that another page holds back, or that is broken, may never answer. */
const OPEN_WITHIN_MS = 2_000;

/** What the phone's page could not send yet, of all boards. Without `make` it rejects where there is none. */
export const openWaitingDatabase = ({ make }: { readonly make: boolean }): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error(`no answer within ${OPEN_WITHIN_MS} ms`));
    }, OPEN_WITHIN_MS);
    request.addEventListener("upgradeneeded", () => {
      if (make) request.result.createObjectStore(WAITING, { keyPath: "id" });
      else request.transaction?.abort();
    });
    request.addEventListener("success", () => {
      clearTimeout(timer);
      if (isLate) request.result.close();
      else resolve(request.result);
    });
    request.addEventListener("error", () => {
      clearTimeout(timer);
      reject(request.error ?? new Error("the device refused"));
    });
  });

/** The device left the board: what waited there to be sent goes too. Resolves when that is done, or can't be. */
export async function forgetWaiting(board: BoardId): Promise<void> {
  try {
    const database = await openWaitingDatabase({ make: false });
    const transaction = database.transaction(WAITING, "readwrite");
    const request = transaction.objectStore(WAITING).openCursor();
    request.addEventListener("success", () => {
      const cursor = request.result;
      if (!cursor) return;
      if ((cursor.value as { readonly board: BoardId }).board === board) cursor.delete();
      cursor.continue();
    });
    await new Promise<void>((resolve) => {
      for (const end of ["complete", "abort"]) transaction.addEventListener(end, () => resolve());
    });
    database.close();
  } catch {
    // nothing was kept either
  }
}
