import { readFile, statfs } from "node:fs/promises";
import { z } from "zod";
import type { Rooms } from "../rooms/index.ts";
import type { PostStore } from "../stores/index.ts";
import type { Figures } from "./figures.ts";
import type { Watch } from "./watch.ts";

const packageSchema = z.object({ version: z.string() });

/** @returns what reads the figures; it rejects with `store-failed` when the store can't say */
export async function createFigures(deps: {
  watch: Watch;
  rooms: Pick<Rooms, "counts" | "backlog">;
  posts: Pick<PostStore, "sourceStates">;
  dataDir: string | undefined;
  /** how many WebSockets go on to other servers */
  handedOn: (() => number) | undefined;
  now: () => number;
}): Promise<() => Promise<Figures>> {
  const { watch, rooms, posts, dataDir, handedOn, now } = deps;
  const startedAt = now();
  const { version } = packageSchema.parse(
    JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")),
  );
  return async () => {
    const { rss: resident, heapUsed: heap } = process.memoryUsage();
    const disk = dataDir === undefined ? undefined : await statfs(dataDir).catch(notThere);
    return {
      version,
      uptimeMs: now() - startedAt,
      ...rooms.counts(),
      handedOn: handedOn?.(),
      ...watch.seen(),
      backlog: rooms.backlog(),
      sources: await posts.sourceStates(),
      memory: { resident, heap },
      diskFree: disk && disk.bavail * disk.bsize,
    };
  };
}

/** Where boards and key are elsewhere, the folder is made with the first image. */
const notThere = (error: unknown): undefined => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
};
