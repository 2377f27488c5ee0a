import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@palabre/shared/errors";
import type { BoardStore } from "./boardStore.ts";
import { MemoryBoardStore } from "./memoryBoardStore.ts";
import { MemoryPostStore } from "./memoryPostStore.ts";
import { PostgresBoardStore } from "./postgresBoardStore.ts";
import { PostgresPostStore } from "./postgresPostStore.ts";
import type { PostStore } from "./postStore.ts";
import { SqliteBoardStore } from "./sqliteBoardStore.ts";
import { SqlitePostStore } from "./sqlitePostStore.ts";

/**
 * @param dataDir created if it isn't there; undefined keeps boards in memory, for as long as the process lives
 * @param databaseUrl of the Postgres that keeps the boards in the place of both
 */
export async function openBoardStore(dataDir: string | undefined, databaseUrl?: string): Promise<BoardStore> {
  if (databaseUrl !== undefined) return PostgresBoardStore.open(databaseUrl);
  if (dataDir === undefined) return new MemoryBoardStore();
  return SqliteBoardStore.open(await fileIn(dataDir, "boards.db"));
}

/**
 * @param dataDir created if it isn't there; undefined keeps posts in memory, for as long as the process lives
 * @param databaseUrl of the Postgres that keeps the posts in the place of both
 */
export async function openPostStore(dataDir: string | undefined, databaseUrl?: string): Promise<PostStore> {
  if (databaseUrl !== undefined) return PostgresPostStore.open(databaseUrl);
  if (dataDir === undefined) return new MemoryPostStore();
  return SqlitePostStore.open(await fileIn(dataDir, "posts.db"));
}

async function fileIn(dataDir: string, name: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (cause) {
    throw new AppError("store-failed", "The data folder can't be made: look at DATA_DIR and its rights", { cause });
  }
  return join(dataDir, name);
}
