import { describe, expect, test } from "vitest";
import { createStreamDecoder, decodeText } from "./encoding.ts";

const TEXT = "Été à Noël : œuvre — 10 €\n";
const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const CP1252 = Buffer.concat([
  latin("Été à Noël : "),
  Buffer.from([0x9c]),
  latin("uvre "),
  Buffer.from([0x97]),
  latin(" 10 "),
  Buffer.from([0x80]),
  latin("\n"),
]);
const UTF16LE = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, "utf16le")]);
const UTF16BE = Buffer.from(UTF16LE).swap16();

function stream(bytes: Buffer, pieceLength: number): string {
  const decoder = createStreamDecoder();
  let text = "";
  for (let at = 0; at < bytes.length; at += pieceLength) text += decoder.write(bytes.subarray(at, at + pieceLength));
  return text + decoder.end();
}

describe("encoding of a feed", () => {
  test.each([
    ["UTF-8, whatever is declared", Buffer.from(TEXT), ["iso-8859-1"]],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`), ["iso-8859-1"]],
    ["Windows-1252 as declared", CP1252, ["windows-1252"]],
    ["Windows-1252 declared as Latin 1, as the web reads it", CP1252, [undefined, "ISO-8859-1"]],
    ["Windows-1252 declared as UTF-8", CP1252, ["utf-8"]],
    ["Windows-1252 declared as nothing known", CP1252, ["x-no-such", undefined]],
    ["UTF-16 with a mark", UTF16LE, []],
    ["UTF-16 as declared", UTF16LE.subarray(2), ["utf-16le"]],
  ])("[L16] %s", (_, bytes, declared) => {
    expect(decodeText(bytes, declared)).toBe(TEXT);
  });
  test("[L16] what was declared is believed where the bytes are not UTF-8", () => {
    expect(decodeText(Buffer.from([0xf0, 0xd2, 0xc9]), ["koi8-r"])).toBe("При");
  });
});

describe("encoding of a file", () => {
  const long = `${"plain text, ".repeat(50)}${TEXT}`;
  test.each([1, 2, 3, 5, 7, 64, 10_000])("[L18] is found in pieces of %i bytes", (length) => {
    expect(stream(Buffer.from(TEXT), length)).toBe(TEXT);
    expect(stream(Buffer.from(`\uFEFF${TEXT}`), length)).toBe(TEXT);
    expect(stream(Buffer.from(long), length)).toBe(long);
    expect(stream(Buffer.from("é"), length)).toBe("é");
    expect(stream(Buffer.from("é et 😀"), length)).toBe("é et 😀");
    expect(stream(Buffer.from("plain"), length)).toBe("plain");
    expect(stream(Buffer.from(""), length)).toBe("");
    expect(stream(latin("caf\u00e9"), length)).toBe("café");
    expect(stream(latin("caf\u00e9 du soir, \u00e0 No\u00ebl"), length)).toBe("café du soir, à Noël");
    expect(stream(CP1252, length)).toBe(TEXT);
    expect(stream(UTF16LE, length)).toBe(TEXT);
    expect(stream(UTF16BE, length)).toBe(TEXT);
  });

  test.each([1, 7, 64, 10_000])(
    "[L164] is that of most of it, whatever one broken byte says, in pieces of %i bytes",
    (length) => {
      const broken = Buffer.concat([
        Buffer.from("date,text\nRep"),
        Buffer.from([0xe9]),
        Buffer.from(`r\u00e9\n${TEXT}`),
      ]);
      expect(stream(broken, length)).toBe(`date,text\nRep\uFFFDr\u00e9\n${TEXT}`);
      const late = Buffer.concat([CP1252, Buffer.from("\u00e9\n")]);
      expect(stream(late, length)).toBe(`${TEXT}\u00c3\u00a9\n`);
      const cut = Buffer.from(`${TEXT}\u20ac`).subarray(0, -1);
      expect(stream(cut, length)).toBe(`${TEXT}\uFFFD`);
    },
  );

  test("[L164] is decided by a part of a long file, and holds no more of it back", () => {
    const decoder = createStreamDecoder();
    const piece = Buffer.from("\u00c9t\u00e9 ".repeat(1_000));
    let given = 0;
    for (let round = 0; round < 40; round += 1) given += decoder.write(piece).length;
    expect(given).toBeGreaterThan(5_000 * 30);
  });
});
