import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReader, headOf, TYPES, type TrunkMessage } from "./wire.ts";

const message = fc.record({
  type: fc.constantFrom(...Object.values(TYPES)),
  lines: fc.array(fc.nat({ max: 0xffff_ffff }), { maxLength: 5 }),
  body: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
});

describe("what goes over a trunk", () => {
  it("[S74] arrives as it was, however the network cuts it", () => {
    fc.assert(
      fc.property(fc.array(message), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (messages, cuts) => {
        const bytes = Buffer.concat(
          messages.flatMap(({ type, lines, body }) => [headOf(type, lines, body.length), body]),
        );
        const heard: TrunkMessage[] = [];
        const read = createReader((each) => heard.push({ ...each, body: Buffer.from(each.body) }));
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1;
          expect(read(bytes.subarray(at, at + length))).toBe(true);
          at += length;
        }
        expect(heard).toEqual(messages);
      }),
    );
  });

  it("[S74] is given up when it is no message", () => {
    const long = Buffer.alloc(7);
    long.writeUInt32BE(0xffff_ffff, 0);
    const crowded = Buffer.alloc(7);
    crowded.writeUInt32BE(3, 0);
    crowded.writeUInt16BE(9, 5);
    for (const bytes of [long, crowded, Buffer.alloc(7)]) expect(createReader(() => {})(bytes)).toBe(false);
  });
});
