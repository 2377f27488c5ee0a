import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import type { BoardStore } from "./boardStore.ts";
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
  return SqliteBoardStore.open(await fileIn(dataDir, "boards.db"));
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
  return SqlitePostStore.open(await fileIn(dataDir, "posts.db"));
}

const sharingOf = (server: string | undefined): Sharing | undefined =>
  server === undefined ? undefined : { server, isFenced: true };

/** Where files are when several servers share a database. @param server undefined: none of them works with it */
export const openSharedFiles = (databaseUrl: string, server?: string): Promise<PostgresFiles> =>
  PostgresFiles.open(databaseUrl, sharingOf(server));

/** @param own this life of this server, and where the others reach it */
export const joinServers = (databaseUrl: string, own: ServerRecord): Promise<ServerStore> =>
  PostgresServers.join(databaseUrl, own);

async function fileIn(dataDir: string, name: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (cause) {
    throw new AppError("store-failed", "The data folder can't be made: look at DATA_DIR and its rights", { cause });
  }
  return join(dataDir, name);
}
