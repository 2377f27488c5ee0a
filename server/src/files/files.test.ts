import { newBoardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { createFiles } from "./files.ts";
import { createMemoryFiles } from "./memoryFiles.ts";

const gif = (n: number): Buffer => Buffer.from(`GIF89a\u0002\0\u0002\0\0\0\0${n};`, "latin1");

it("[S31] a board keeps so many files and so many bytes, and what it has already takes no more room", async () => {
  const [board, other] = [newBoardId(), newBoardId()];
  const limits = { bytes: 1_000, pixels: 100, sidePx: 10, bytesPerBoard: 40, filesPerBoard: 2 };
  const files = createFiles(createMemoryFiles(), limits);
  const codeOf = (keeping: Promise<unknown>) =>
    keeping.then(
      () => "kept",
      (error: unknown) => (error as { code: string }).code,
    );
  expect(await codeOf(files.keep(board, gif(1)))).toBe("kept");
  expect(await codeOf(files.keep(board, gif(2)))).toBe("kept");
  expect(await codeOf(files.keep(board, gif(3)))).toBe("files-full");
  expect(await codeOf(files.keep(board, gif(2)))).toBe("kept");
  expect(await codeOf(files.keep(other, gif(3)))).toBe("kept");
  expect(await codeOf(files.keep(other, Buffer.concat([gif(4), Buffer.alloc(40)])))).toBe("files-full");
});
