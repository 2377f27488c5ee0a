import { expect, it } from "vitest";
import { createPacker } from "./bytes.ts";

it("[R87] the same bytes are packed once, however many ask for them", async () => {
  const packed: Uint8Array[] = [];
  const pack = createPacker(async (bytes) => {
    packed.push(bytes);
    return bytes.map((byte) => byte + 1);
  });
  const [one, alike] = [Uint8Array.of(1), Uint8Array.of(1)];
  const answers = await Promise.all([pack(one), pack(one), pack(alike)]);
  expect(answers).toEqual([Uint8Array.of(2), Uint8Array.of(2), Uint8Array.of(2)]);
  expect(answers[1]).toBe(answers[0]);
  expect(packed).toEqual([one, alike]);
});
