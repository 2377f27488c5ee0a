import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import type { BoardStore } from "./boardStore.ts";
import { lockFolder } from "./folderLock.ts";
import { MemoryBoardStore } from "./memoryBoardStore.ts";
import { MemoryPostStore } from "./memoryPostStore.ts";
import { PostgresBoardStore } from "./postgresBoardStore.ts";
import type { Sharing } from "./postgresDatabase.ts";
import { PostgresFiles } from "./postgresFiles.ts";
import { PostgresPostStore } from "./postgresPostStore.ts";
import { PostgresServers } from "./postgresServers.ts";
import type { ServerRecord, ServerStore } from "./serverStore.ts";
import type { PostStore } from "./postStore.ts";
import { SqliteBoardStore } from "./sqliteBoardStore.ts";
import { SqlitePostStore } from "./sqlitePostStore.ts";

const [BOARDS, POSTS] = ["boards.db", "posts.db"] as const;

/**
 * @param dataDir created if it isn't there; undefined keeps boards in memory, for as long as the process lives
 * @param databaseUrl of the Postgres that keeps the boards in the place of both
 * @param server which of several that share the database this is: it has the boards that it keeps, when it asks for those of all
 */
export async function openBoardStore(
  dataDir: string | undefined,
  databaseUrl?: string,
  server?: string,
): Promise<BoardStore> {
  if (databaseUrl !== undefined) return PostgresBoardStore.open(databaseUrl, sharingOf(server));
  if (dataDir === undefined) return new MemoryBoardStore();
  const file = await fileIn(dataDir, BOARDS);
  await refuseLost(dataDir);
  return SqliteBoardStore.open(file);
}

/**
 * @param dataDir created if it isn't there; undefined keeps posts in memory, for as long as the process lives
 * @param databaseUrl of the Postgres that keeps the posts in the place of both
 * @param server which of several that share the database this is: it has what is on the boards that it keeps, when it asks for all
 */
export async function openPostStore(
  dataDir: string | undefined,
  databaseUrl?: string,
  server?: string,
): Promise<PostStore> {
  if (databaseUrl !== undefined) return PostgresPostStore.open(databaseUrl, sharingOf(server));
  if (dataDir === undefined) return new MemoryPostStore();
  return SqlitePostStore.open(await fileIn(dataDir, POSTS));
}

/** @throws AppError as `lockFolder` does; the folder is made if it isn't there */
export async function holdFolder(dataDir: string): Promise<{ close(): Promise<void> }> {
  await makeFolder(dataDir);
  return lockFolder(dataDir);
}

const sharingOf = (server: string | undefined): Sharing | undefined =>
  server === undefined ? undefined : { server, isFenced: true };

/**
 * Where files are when several servers share a database.
 * @param options `server`: undefined where none of them works with it; `isHeld`: this process holds the database already
 */
export const openSharedFiles = (
  databaseUrl: string,
  { server, isHeld }: { readonly server?: string; readonly isHeld?: boolean } = {},
): Promise<PostgresFiles> => PostgresFiles.open(databaseUrl, { sharing: sharingOf(server), isHeld });

/** @param own this life of this server, and where the others reach it */
export const joinServers = (databaseUrl: string, own: ServerRecord): Promise<ServerStore> =>
  PostgresServers.join(databaseUrl, own);

/**
 * A folder that has posts, images or the log of boards had boards: it is not begun anew without them.
 * @throws AppError `store-failed`
 */
async function refuseLost(dataDir: string): Promise<void> {
  if ((await sizeOf(join(dataDir, BOARDS))) > 0) return;
  const images = await readdir(join(dataDir, "files")).catch(() => []);
  const rests = [
    (await sizeOf(join(dataDir, POSTS))) > 0 && POSTS,
    (await sizeOf(join(dataDir, `${BOARDS}-wal`))) > 0 && `${BOARDS}-wal`,
    images.length > 0 && "files",
  ].filter((name) => name !== false);
  if (rests.length === 0) return;
  throw new AppError(
    "store-failed",
    `${BOARDS} is not there, or empty, beside ${rests.join(", ")}: put it back, or a backup; to begin without boards, move these away too`,
  );
}
const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

async function fileIn(dataDir: string, name: string): Promise<string> {
  await makeFolder(dataDir);
  return join(dataDir, name);
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AppError("store-failed", "The data folder can't be made: look at DATA_DIR and its rights", { cause });
  }
}
