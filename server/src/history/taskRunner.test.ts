import { applyEdits, createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { createTaskRunner } from "./taskRunner.ts";

const boardOf = (letters: number): Uint8Array => {
  const doc = createBoardDoc();
  applyEdits(doc, [
    { type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text: "a".repeat(letters), at: 1 },
  ]);
  return encodeDoc(doc);
};
const rest = () => new Promise((resolve) => setImmediate(resolve));

it("[H16] two threads at once, the others in turn, whatever became of those before; small boards wait for nobody", async () => {
  const running: { resolve(value: unknown): void; reject(error: Error): void }[] = [];
  let begun = 0;
  const tasks = createTaskRunner(
    () =>
      new Promise((resolve, reject) => {
        begun += 1;
        running.push({ resolve, reject });
      }),
  );
  const large = boardOf(300_000);
  const asked = Array.from({ length: 5 }, () => tasks.run("oldestTrash", [large]));
  const ends = Promise.allSettled(asked);
  expect(begun).toBe(2);
  expect(await tasks.run("oldestTrash", [boardOf(3)])).toBeUndefined();
  running[0]?.reject(new Error("no memory"));
  await rest();
  expect(begun).toBe(3);
  for (let place = 1; place < 5; place += 1) {
    running[place]?.resolve(place);
    await rest();
  }
  expect(begun).toBe(5);
  expect(
    (await ends).map((end) => (end.status === "fulfilled" ? end.value : (end.reason as { code: string }).code)),
  ).toEqual(["damaged-document", 1, 2, 3, 4]);
});

it("[H16] what is no board is a damaged document", async () => {
  await expect(createTaskRunner().run("contents", [Uint8Array.from([1, 2, 3])])).rejects.toMatchObject({
    code: "damaged-document",
  });
});
