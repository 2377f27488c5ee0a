import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PostStore } from "@palabre/server/stores";
import { parseQuery } from "@palabre/shared/listening";
import { newBoardId } from "@palabre/shared/terms";
import { describe, expect, test } from "vitest";
import { postOf, sourceRecord } from "./records.ts";

/** What every implementation of `PostStore` that outlives its process holds. `open` gets a folder of its own. */
export function postReopenContract(name: string, open: (dataDir: string) => Promise<PostStore>): void {
  describe(name, () => {
    test("[S6] sources and posts are there after closing and opening again, and can be searched", async () => {
      const folder = await mkdtemp(join(tmpdir(), "palabre-posts-"));
      const source = sourceRecord(newBoardId());
      const [a, b] = [postOf(source.id), postOf(source.id, { text: "Tout autre chose" })];
      const first = await open(folder);
      await first.addSource(source);
      await first.addPosts(source.board, [a]);
      await first.changeSource(source.board, source.id, { cursor: '"7"' });
      await first.close();

      const second = await open(folder);
      expect(await second.sources(source.board)).toEqual([{ ...source, cursor: '"7"', posts: 1 }]);
      expect(await second.addPosts(source.board, [a, b])).toEqual([b]);
      expect(await second.match(source.board, {})).toEqual([b, a]);
      expect(await second.match(source.board, { query: parseQuery("vélo") })).toEqual([a]);
      await second.close();
      await rm(folder, { recursive: true });
    });
  });
}
