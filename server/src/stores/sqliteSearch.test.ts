import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseQuery } from "@palabre/shared/listening";
import { newBoardId, newSourceId } from "@palabre/shared/terms";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, onTestFinished, test } from "vitest";
import { SqlitePosts } from "./sqlitePosts.ts";

test("[S87] a search of single letters asks the posts of its board, and not the index of all boards’ words", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palabre-search-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "posts.db");
  const posts = new SqlitePosts(file);
  onTestFinished(() => posts.close());
  const [board, source] = [newBoardId(), newSourceId()];
  posts.addSource({ board, id: source, kind: "sample", name: "s", state: "fresh", addedAt: 1, posts: 0, failures: 0 });
  posts.addPosts(board, [{ id: "1", source, text: "Un soir à vélo", at: 1, url: "", author: "", language: "fr" }]);
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec("DELETE FROM folded");

  const found = (query: string) => [
    posts.match(board, { query: parseQuery(query) }).length,
    posts.page(board, { query: parseQuery(query), isMerged: true, limit: 9 }).total,
  ];
  // whoever asks the index finds nothing in it now
  expect(found("soir")).toEqual([0, 0]);
  expect(found("soi*")).toEqual([0, 0]);
  expect(found("s*")).toEqual([1, 1]);
  expect(found("so*, a*")).toEqual([1, 1]);
  expect(found('"soir a v"* SAUF z*')).toEqual([1, 1]);
  expect(found("z*")).toEqual([0, 0]);
});
