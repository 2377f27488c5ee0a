import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readImage } from "./imageFacts.ts";

const png = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(33);
  head.write("\u0089PNG\r\n\u001A\n", 0, "latin1");
  head.writeUInt32BE(13, 8);
  head.write("IHDR", 12, "latin1");
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.from("\0\0\0\0IDAT\0\0\0\0", "latin1")]);
};
const jpeg = (width: number, height: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2]),
    Buffer.from([0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 0, 0, 0]),
  ]);
const gif = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(14);
  head.write("GIF89a", 0, "latin1");
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
};
const webp = (kind: "VP8X" | "VP8L" | "VP8 ", width: number, height: number): Buffer => {
  const head = Buffer.alloc(30);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(22, 4);
  head.write(`WEBP${kind}`, 8, "latin1");
  if (kind === "VP8X") {
    head.writeUIntLE(width - 1, 24, 3);
    head.writeUIntLE(height - 1, 27, 3);
  } else if (kind === "VP8L") {
    head[20] = 0x2f;
    head.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  } else {
    head.write("\u009D\u0001*", 23, "latin1");
    head.writeUInt16LE(width, 26);
    head.writeUInt16LE(height, 28);
  }
  return head;
};

it("[S28] an image is what its bytes say, with its size", () => {
  expect(readImage(png(640, 480))).toEqual({ type: "png", width: 640, height: 480 });
  expect(readImage(jpeg(4_000, 3_000))).toEqual({ type: "jpg", width: 4_000, height: 3_000 });
  expect(readImage(gif(32, 16))).toEqual({ type: "gif", width: 32, height: 16 });
  for (const kind of ["VP8X", "VP8L", "VP8 "] as const)
    expect(readImage(webp(kind, 1_200, 800))).toEqual({ type: "webp", width: 1_200, height: 800 });
});

it("[S28] what only begins as an image is none, nor is what has no size", () => {
  const others = [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.from("<!doctype html><script>alert(1)</script>"),
    Buffer.from("%PDF-1.7"),
    Buffer.from("GIF89a<script>"),
    png(640, 480).subarray(0, 33),
    png(0, 480),
    jpeg(10, 10).subarray(0, 12),
    Buffer.concat([webp("VP8X", 10, 10), Buffer.from("<script>")]),
    Buffer.alloc(0),
  ];
  // letters that stand for a size of a GIF are one: the limit of pixels refuses it
  expect(others.map((bytes) => readImage(bytes)?.type ?? "none").join(" ")).toBe(
    "none none none gif none none none none none",
  );
});

it("[S28] any bytes are read without a fault", () => {
  const heads = fc.constantFrom(png(9, 9), jpeg(9, 9), gif(9, 9), webp("VP8L", 9, 9), Buffer.alloc(0));
  fc.assert(
    fc.property(heads, fc.uint8Array({ maxLength: 60 }), fc.nat(60), (head, noise, cut) => {
      const facts = readImage(Buffer.concat([head.subarray(0, cut), Buffer.from(noise)]));
      expect(facts === undefined || (facts.width > 0 && facts.height > 0)).toBe(true);
    }),
  );
});
