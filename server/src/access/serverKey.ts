import { findSharedKey, type BoardStore, type ServerStore } from "../stores/index.ts";
import { deriveKey, findKey, openKey } from "./key.ts";

/**
 * The server's key, from which every link's secret is computed: losing it makes all links other ones.
 *
 * It is derived from `SECRET_KEY` where that is set. Else it is the one that servers keep in a database that they share, also for a server
 * that is alone with it by now; else that of the data folder.
 * @param deps.shared where this server is one of several
 * @param deps.onLost called when a key was made anew though there are boards
 * @throws AppError `store-failed` as `sharedKey` and `findSharedKey` do
 */
export async function openServerKey(
  config: {
    readonly dataDir: string | undefined;
    readonly databaseUrl: string | undefined;
    readonly secretKey: string | undefined;
  },
  deps: {
    readonly shared: Pick<ServerStore, "sharedKey"> | undefined;
    readonly boards: Pick<BoardStore, "boardIds">;
    readonly onLost: () => void;
  },
): Promise<Uint8Array> {
  const { dataDir, databaseUrl, secretKey } = config;
  if (secretKey !== undefined) return deriveKey(secretKey);
  if (deps.shared) return deps.shared.sharedKey(await findKey(dataDir));
  const shared = databaseUrl === undefined ? undefined : await findSharedKey(databaseUrl);
  if (shared) return shared;
  let isNew = false;
  const key = await openKey(dataDir, () => (isNew = true));
  if (isNew && (await deps.boards.boardIds(undefined, 1)).length > 0) deps.onLost();
  return key;
}
