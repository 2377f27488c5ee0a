import { expect, it } from "vitest";
import { readCsv } from "./csv.ts";
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
});

it("[B108] the first line names the columns, unless it holds a number or there is one column only", () => {
  const textsOf = (text: string) => readCsvTable(text).cards.map((card) => card.text);
  expect(textsOf('title,kind\n"Bread, milk",factor\nTrees,\n')).toEqual(["Bread, milk\nkind: factor", "Trees"]);
  expect(textsOf("Trees,3\nBenches,4")).toEqual(["Trees\n3", "Benches\n4"]);
  expect(textsOf("one thought\nanother")).toEqual(["one thought", "another"]);
  expect(textsOf("title,kind")).toEqual(["title\nkind"]);
});
