import { AppError } from "@palabre/shared/errors";
import { expect, test } from "vitest";
import { openRemote, packBytes } from "./workerBridge.ts";

interface Toy {
  add(a: number, b: number): number;
  die(): void;
  leave(): void;
  close(): void;
}
/** A worker of plain JavaScript: the far side without `serveStore`, so that it can misbehave. */
const workerOf = (onMessage: string, first = "{ id: 0, ok: true }"): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from "node:worker_threads";
      parentPort.on("message", ({ id, method, args }) => { ${onMessage} });
      parentPort.postMessage(${first});`)}`,
  );
const TOY = `{
  if (method === "die") throw new Error("out of memory");
  if (method === "leave") process.exit(3);
  parentPort.postMessage({ id, ok: true, value: method === "add" ? args[0] + args[1] : undefined });
  if (method === "close") parentPort.close();
}`;

test("[S21] a thread that fails is told to every caller that waits, and to those who come later", async () => {
  const remote = await openRemote<Toy>(workerOf(TOY), "");
  expect(await remote.call("add", [1, 2])).toBe(3);
  const waiting = [remote.call("die", []), remote.call("add", [3, 4])];
  for (const one of await Promise.allSettled(waiting)) {
    expect(one).toMatchObject({
      status: "rejected",
      reason: { code: "store-failed", cause: { message: "out of memory" } },
    });
  }
  await expect(remote.call("add", [5, 6])).rejects.toBeInstanceOf(AppError);
  await remote.close();
  await remote.close();
});

test("[S21] a thread that ends without a word leaves nobody waiting", async () => {
  const remote = await openRemote<Toy>(workerOf(TOY), "");
  await expect(remote.call("leave", [])).rejects.toMatchObject({ code: "store-failed" });
  await remote.close();
});

test("[S21] an error of the far side arrives with its code, its figures and its cause", async () => {
  const sent = { code: "unknown-board", message: "There is none", details: { seq: 4 } };
  const cause = { name: "Error", code: "SQLITE_FULL", message: "database or disk is full" };
  const refusal = `if (method === "add") parentPort.postMessage({ id, ok: false, error: ${JSON.stringify({ ...sent, cause })} }); else`;
  const remote = await openRemote<Toy>(workerOf(refusal + TOY), "");
  const error = await remote.call("add", [1, 2]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ ...sent, cause });
  await remote.close();
});

test("[S21] a store that can't be opened says why, and its thread is gone", async () => {
  const failed = `{ id: 0, ok: false, error: { code: "store-failed", message: "No", details: {} } }`;
  const entry = workerOf("", `${failed}); parentPort.close(`);
  await expect(openRemote<Toy>(entry, "")).rejects.toMatchObject({ code: "store-failed", message: "No" });
});

test("[S5] packed bytes are copies in one buffer", () => {
  const message = Buffer.from([1, 2, 3, 4]);
  const { views, buffer } = packBytes([message.subarray(1, 3), new Uint8Array(), message.subarray(3)]);
  message.fill(0);
  expect(views).toEqual([Uint8Array.of(2, 3), new Uint8Array(), Uint8Array.of(4)]);
  expect([...new Uint8Array(buffer)]).toEqual([2, 3, 4]);
});
