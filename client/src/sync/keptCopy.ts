import { encodeDoc, type BoardDoc } from "@palabre/shared/documents";
import { IndexeddbPersistence } from "y-indexeddb";
import { within } from "./within.ts";

/** A document's copy on this device. It makes opening quick; what must not be lost is kept by the outbox as well. */
export interface KeptCopy {
  /** Resolves when the document holds what was kept: whether that was anything. False as well when the device does not answer. */
  readonly loaded: Promise<boolean>;
  /** Takes an update that the document holds and did not tell of. */
  keep(update: Uint8Array): void;
  /** Lets go of the document and empties the copy. */
  clear(): Promise<void>;
  close(): void;
}

const LOAD_WITHIN_MS = 3_000;
/** bytes of an empty document as an update */
const EMPTY = 2;

export function openKeptCopy(name: string, doc: BoardDoc): KeptCopy {
  const persistence = new IndexeddbPersistence(name, doc);
  // a database that is taken away makes its writer throw, which would keep the update from everybody who listens after it
  const write = persistence._storeUpdate;
  doc.off("update", write);
  const guarded = (update: Uint8Array, origin: unknown) => {
    try {
      write(update, origin);
    } catch {
      close();
    }
  };
  doc.on("update", guarded);
  const close = () => {
    doc.off("update", guarded);
    void persistence.destroy().catch(() => undefined);
  };
  const clear = async () => {
    const { db } = persistence;
    close();
    if (!db) return;
    await new Promise<void>((resolve) => {
      const transaction = db.transaction(["updates"], "readwrite");
      transaction.objectStore("updates").clear();
      for (const end of ["complete", "error", "abort"] as const) transaction.addEventListener(end, () => resolve());
    });
  };
  return {
    loaded: within(LOAD_WITHIN_MS, persistence.whenSynced).then(
      () => encodeDoc(doc).length > EMPTY,
      // a copy that opens and can't be read would hold up every opening from now on
      () => clear().then(() => false),
    ),
    keep: (update) => guarded(update, undefined),
    clear,
    close,
  };
}
