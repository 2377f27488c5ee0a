import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newBoardId, newSourceId } from "@palabre/shared/terms";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, onTestFinished, test } from "vitest";
import { SqlitePosts } from "./sqlitePosts.ts";

test("[S77] what was deleted of posts is not said to be off the disk while a reader keeps it there, and is off it afterwards", async () => {
  const folder = await mkdtemp(join(tmpdir(), "palabre-forgotten-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "posts.db");
  const posts = new SqlitePosts(file);
  onTestFinished(() => posts.close());
  const isThere = async (text: string) => {
    const bytes = await Promise.all(["", "-wal"].map((end) => readFile(file + end).catch(() => Buffer.alloc(0))));
    return bytes.some((each) => each.includes(text));
  };
  const [board, source] = [newBoardId(), newSourceId()];
  posts.addSource({ board, id: source, kind: "sample", name: "s", state: "fresh", addedAt: 1, posts: 0, failures: 0 });
  const about = { source, at: 1, url: "", author: "", language: "en" };
  const [said, other] = ["an evening, says Zebulon of the mill", "a morning would do"];
  posts.addPosts(board, [
    { ...about, id: "1", text: said },
    { ...about, id: "2", text: other },
  ]);
  posts.forget();

  const reader = new DatabaseSync(file);
  onTestFinished(() => reader.close());
  const read = () => reader.exec("BEGIN; SELECT COUNT(*) FROM posts");
  // one that reads what the log has, and one that reads what the file has while the log is empty
  for (const isLogEmpty of [false, true]) {
    if (!isLogEmpty) posts.setFact(board, "name", 1);
    read();
    posts.deletePosts(board, source, ["1"]);
    expect(() => posts.forget()).toThrow(expect.objectContaining({ code: "store-failed" }));
    expect(await isThere(said)).toBe(true);
    reader.exec("COMMIT");
    posts.forget();
    expect(await isThere(said)).toBe(false);
    expect(await isThere(other)).toBe(true);
    posts.addPosts(board, [{ ...about, id: "1", text: said }]);
    posts.forget();
  }
});
