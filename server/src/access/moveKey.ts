import { AppError } from "@palabre/shared/errors";
import { findSharedKey, isDatabase, setSharedKey } from "../stores/index.ts";
import { findKey, keepKey } from "./key.ts";

const keyAt = (place: string): Promise<Uint8Array | undefined> =>
  isDatabase(place) ? findSharedKey(place) : findKey(place);

/**
 * Takes the key of the links along with boards that move.
 * @param from data folder or address of a database, like `to`; one that has no key leaves that of the other as it is
 * @returns what does it, while this process holds the place that the boards come to
 * @throws AppError `conflict` where the data folder that they come to has another key: it is not written over
 */
export async function prepareKey(from: string, to: string): Promise<() => Promise<void>> {
  const key = await keyAt(from);
  if (!key) return async () => {};
  // a database without boards has no use for the key that is in it
  if (isDatabase(to)) return () => setSharedKey(to, key);
  const found = await findKey(to);
  if (found && Buffer.compare(found, key) !== 0)
    throw new AppError("conflict", "the data folder has a key already, and not that of these boards: move it away");
  return async () => void (await keepKey(to, key));
}
