import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { AppError } from "@palabre/shared/errors";
import { isLocked } from "./sqliteFile.ts";

/** Empty, and left where it is: who took it away would take the lock of whoever has it open. */
const LOCK_FILE = "server.lock";
/** A server that is just going lets go of its folder last. */
const WAIT_MS = 5_000;
const AGAIN_MS = 100;

/**
 * Takes a data folder for one server: two that wrote there would throw out each other's people, and ask each source twice. The system lets
 * go of it when the process ends, however it ends; commands that copy a folder don't ask for it.
 *
 * @param dataDir must be there
 * @returns what lets go of it; may be called twice
 * @throws AppError `store-failed` when another server has it for longer than one takes to go, or nothing can be written there
 */
export async function lockFolder(dataDir: string, waitMs: number = WAIT_MS): Promise<{ close(): Promise<void> }> {
  const until = performance.now() + waitMs;
  for (;;) {
    const lock = tryLock(join(dataDir, LOCK_FILE));
    if (lock) return lock;
    if (performance.now() >= until)
      throw new AppError(
        "store-failed",
        "another server works with this DATA_DIR: stop it, or give this one a folder of its own",
      );
    await pause(AGAIN_MS);
  }
}

function tryLock(file: string): { close(): Promise<void> } | undefined {
  let db: InstanceType<typeof DatabaseSync> | undefined;
  try {
    const held = (db = new DatabaseSync(file, { timeout: 0 }));
    // nothing is ever written: the lock is all that this file is for
    held.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return {
      close: async () => {
        if (held.isOpen) held.close();
      },
    };
  } catch (cause) {
    db?.close();
    if (isLocked(cause)) return undefined;
    throw new AppError("store-failed", "nothing can be written in DATA_DIR: look at its rights and at its disk", {
      cause,
    });
  }
}
