import { encodeDoc, type BoardDoc } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
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

/** One that can't be read, or does not answer for long, is emptied and made anew from what the document holds by then. */
export function openKeptCopy(name: string, doc: BoardDoc): KeptCopy {
  let isClosed = false;
  let bound = bind(name, doc);
  return {
    loaded: within(LOAD_WITHIN_MS, bound.loaded).then(
      () => encodeDoc(doc).length > EMPTY,
      async () => {
        await bound.clear();
        if (!isClosed) bound = bind(name, doc);
        return false;
      },
    ),
    keep: (update) => bound.write(update, undefined),
    clear: () => {
      isClosed = true;
      return bound.clear();
    },
    close: () => {
      isClosed = true;
      bound.close();
    },
  };
}

interface Bound {
  /** rejects when what is kept can't be read */
  readonly loaded: Promise<unknown>;
  write(update: Uint8Array, origin: unknown): void;
  clear(): Promise<void>;
  close(): void;
}

function bind(name: string, doc: BoardDoc): Bound {
  const persistence = new IndexeddbPersistence(name, doc);
  // a database that is taken away makes its writer throw, which would keep the update from everybody who listens after it
  const store = persistence._storeUpdate;
  doc.off("update", store);
  const write = (update: Uint8Array, origin: unknown) => {
    try {
      store(update, origin);
    } catch {
      close();
    }
  };
  doc.on("update", write);
  const close = () => {
    doc.off("update", write);
    void persistence.destroy().catch(() => undefined);
  };
  return {
    loaded: Promise.race([persistence.whenSynced, failureToRead(persistence, doc)]),
    write,
    clear: async () => {
      const { db } = persistence;
      close();
      if (!db) return;
      await new Promise<void>((resolve) => {
        const transaction = db.transaction(["updates"], "readwrite");
        transaction.objectStore("updates").clear();
        for (const end of ["complete", "error", "abort"] as const) transaction.addEventListener(end, () => resolve());
      });
    },
    close,
  };
}

/** Rejects when bytes that were kept are no update. The library says so nowhere, and is never synced: its transaction ends without that. */
function failureToRead(persistence: IndexeddbPersistence, doc: BoardDoc): Promise<never> {
  return new Promise((_, reject) => {
    const ended = ({ origin }: { readonly origin: unknown }) => {
      if (origin !== persistence) return;
      doc.off("afterTransaction", ended);
      queueMicrotask(() => {
        if (!persistence.synced) reject(new AppError("damaged-document", "the copy on the device can't be read"));
      });
    };
    doc.on("afterTransaction", ended);
  });
}
