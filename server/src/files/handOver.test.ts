import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newBoardId } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { handOver } from "./handOver.ts";
import { createMemoryFiles } from "./memoryFiles.ts";

async function openPlace() {
  const place = await mkdtemp(join(tmpdir(), "palabre-"));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  return place;
}
const NAME = `${"a1".repeat(32)}.png`;
const UNREADABLE = { code: "store-failed", message: expect.stringContaining("can't be read") };

it("[S83] a folder of images that can't be read is no empty one; one that is not there is", async () => {
  const place = await openPlace();
  await handOver(join(place, "none"), createMemoryFiles());
  await writeFile(join(place, "files"), "");
  await expect(handOver(join(place, "files"), createMemoryFiles())).rejects.toMatchObject(UNREADABLE);
});

it("[S83] nothing is handed over where one image can't be read", async () => {
  const [folder, to] = [await openPlace(), createMemoryFiles()];
  const [first, second] = [newBoardId(), newBoardId()].toSorted();
  if (first === undefined || second === undefined) throw new Error("two boards");
  for (const board of [first, second]) await mkdir(join(folder, board));
  await writeFile(join(folder, first, NAME), "image");
  // whoever runs the tests may read everything: a link that leads to itself is read by nobody
  await symlink(NAME, join(folder, second, NAME));
  await expect(handOver(folder, to)).rejects.toMatchObject(UNREADABLE);
  expect(await to.has(first, NAME)).toBe(false);
  await rm(join(folder, second, NAME));
  await handOver(folder, to);
  expect(await to.has(first, NAME)).toBe(true);
});
