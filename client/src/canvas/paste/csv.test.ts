import { expect, it } from "vitest";
import { readCsv } from "./csv.ts";
import { readFile } from "./readFile.ts";
import { readCsvTable } from "./table.ts";

it("[B108] a cell in quotes holds commas, line breaks and quotes; empty lines are no rows", () => {
  expect(readCsv('title,kind\r\n"Bread, milk",factor\r\n\r\n"two\nlines","a ""b"" c"\r\n')).toEqual([
    ["title", "kind"],
    ["Bread, milk", "factor"],
    ["two\nlines", 'a "b" c'],
  ]);
  expect(readCsv('12" pipe, "odd" one,\n,,\n"never closed, \n')).toEqual([
    ['12" pipe', "odd one", ""],
    ["never closed, \n"],
  ]);
  expect(readCsv("")).toEqual([]);
});

it("[B108] cells are parted by the sign that parts the first line into more", () => {
  expect(readCsv("a;b;c\n1,5;2;3")).toEqual([
    ["a", "b", "c"],
    ["1,5", "2", "3"],
  ]);
  expect(readCsv("a;b,c,d\n1")).toEqual([["a;b", "c", "d"], ["1"]]);
  expect(readCsv("one thought\nanother")).toEqual([["one thought"], ["another"]]);
  expect(readCsv("Ideas, wishes, dreams;Cost\nBench;400")).toEqual([
    ["Ideas, wishes, dreams", "Cost"],
    ["Bench", "400"],
  ]);
  expect(readCsv("a\tb\n1,5\t2,5")).toEqual([
    ["a", "b"],
    ["1,5", "2,5"],
  ]);
  expect(readCsv("\uFEFFsep=;\r\na,b;c\r\n")).toEqual([["a,b", "c"]]);
  expect(readCsv("a;b\r1;2\r")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

it("[B108] where no sign parts the first line, a line is one cell", () => {
  expect(readCsv('Ideas\nMore time, and money\n"Two\nlines"\nLess noise; more trees')).toEqual([
    ["Ideas"],
    ["More time, and money"],
    ["Two\nlines"],
    ["Less noise; more trees"],
  ]);
});

it("[B108] a file is read in the encoding that it has: UTF-8 or UTF-16 with or without its mark, Windows-1252 as spreadsheets write it", async () => {
  const words = "Été;« Déjà »";
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...words.split("").flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  ]);
  const oneByte = Uint8Array.from(words, (sign) => sign.charCodeAt(0));
  const euro = Uint8Array.from([0x80, 0x20, 0x92]);
  expect(
    await Promise.all([words, `\uFEFF${words}`, utf16, oneByte].map((part) => readFile(new Blob([part])))),
  ).toEqual(Array.from({ length: 4 }, () => words));
  expect(await readFile(new Blob([euro]))).toBe("€ ’");
});

it("[B108] the first line names the columns, unless it holds a number or there is one column only", () => {
  const textsOf = (text: string) => readCsvTable(text).cards.map((card) => card.text);
  expect(textsOf('title,kind\n"Bread, milk",factor\nTrees,\n')).toEqual(["Bread, milk\nkind: factor", "Trees"]);
  expect(textsOf("Trees,3\nBenches,4")).toEqual(["Trees\n3", "Benches\n4"]);
  expect(textsOf("one thought\nanother")).toEqual(["one thought", "another"]);
  expect(textsOf("title,kind")).toEqual(["title\nkind"]);
});
