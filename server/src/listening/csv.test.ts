import { AppError } from "@palabre/shared/errors";
import { describe, expect, test } from "vitest";
import { CSV_LIMITS, readCsv, type CsvContent } from "./csv.ts";
import { findColumns } from "./csvColumns.ts";

const NOW = Date.UTC(2024, 5, 15);
const DAY = Date.UTC(2024, 2, 5);
const read = (text: string | Buffer): Promise<CsvContent> => readCsv(Buffer.from(text), { now: NOW });
/** The same file in pieces of a given length, as a slow line brings it. */
async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const bodies = async (text: string | Buffer): Promise<unknown[]> => (await read(text)).items.map(({ body }) => body);

async function faultOf(promise: Promise<unknown>): Promise<{ code: string; details: unknown }> {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof AppError)) throw new Error("expected an AppError", { cause: fault });
  return { code: fault.code, details: fault.details };
}

describe("columns", () => {
  test.each([
    [["text", "date"], { text: 0, date: 1 }],
    [["Date", "TEXTE"], { date: 0, text: 1 }],
    [["created_at", "Commentaire"], { date: 0, text: 1 }],
    [
      ["createdAt", "Content", "URL", "Author", "lang", "id", "source"],
      { date: 0, text: 1, url: 2, author: 3, language: 4, id: 5, source: 6 },
    ],
    [["Horodateur", "Avis"], { date: 0, text: 1 }],
    [["Date de l'avis", "Votre commentaire", "Lien", "Pseudo"], { date: 0, text: 1, url: 2, author: 3 }],
    [["timestamp", "at", "message"], { date: 0, text: 2 }],
    [["id", "title", "body", "published at"], { id: 0, title: 1, text: 2, date: 3 }],
    [["Date", "Titre", "Contenu"], { date: 0, title: 1, text: 2 }],
    [["Horodateur", "Objet", "Message"], { date: 0, title: 1, text: 2 }],
    [["Date", "Titre de l'avis", "Commentaire"], { date: 0, title: 1, text: 2 }],
    [["date", "Subject"], { date: 0, text: 1 }],
    [["date", "titre", "sujet"], { date: 0, text: 1, title: 2 }],
    [["Message", "Texte", "Jour"], { text: 1, date: 2 }],
    [["note", "prix"], {}],
  ])("[L17] of %j", (header, columns) => {
    expect(findColumns(header)).toEqual(columns);
  });
});

describe("reading a CSV", () => {
  test("[L17] a row is a post, with all that its columns say", async () => {
    const text =
      "id,source,date,text,url,author,lang\n7,forum,2024-03-05,Le soir,https://ami.org/7,Ana,fr\n,forum,2024-03-05,Rien,,,\n";
    expect(await read(text)).toEqual({
      items: [
        { nativeId: "forum/7", at: DAY, body: "Le soir", url: "https://ami.org/7", author: "Ana", language: "fr" },
        { nativeId: "", at: DAY, body: "Rien", url: "", author: "", language: "" },
      ],
      skipped: 0,
    });
  });

  test.each([",", ";", "\t", "|"])("[L18] separated by %j, whatever else stands in the texts", async (mark) => {
    const rows = [
      "Date;Le texte".split(";"),
      ["2024-03-05", '"un, deux; trois | quatre\tcinq"'],
      ["2024-03-05", "six"],
    ];
    expect(await bodies(rows.map((row) => row.join(mark)).join("\n"))).toEqual([
      "un, deux; trois | quatre\tcinq",
      "six",
    ]);
  });

  test("[L18] a first line sep= names the separator, blank lines are passed over", async () => {
    expect(await bodies("sep=|\ndate|text,x\n2024-03-05|a\n")).toEqual(["a"]);
    expect(await bodies("\n \n\ndate,text\n\n2024-03-05,a\n , \n\n")).toEqual(["a"]);
  });

  test.each([1, 7, 64, 100_000])(
    "[L18] in any encoding and with any line ends, in pieces of %i bytes",
    async (length) => {
      const text = 'date,texte\r\n2024-03-05,"Été : l\'œuvre, à ""Noël""\r\nsur deux lignes"\r\n2024-03-05,fin\r\n';
      const expected = ['Été : l\'œuvre, à "Noël" sur deux lignes', "fin"];
      const cp1252 = Buffer.from(text.replace("œ", "\u009c"), "latin1");
      const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
      const files = [
        Buffer.from(text),
        Buffer.from(`\uFEFF${text}`),
        cp1252,
        utf16,
        Buffer.from(text.replaceAll("\r\n", "\r")),
      ];
      for (const file of files) {
        const { items } = await readCsv(inPieces(file, length), { now: NOW });
        expect(items.map(({ body }) => body?.replaceAll(/\s+/g, " "))).toEqual(expected);
      }
    },
  );

  test("[L17] a separator that nobody quoted belongs to a text that ends the row", async () => {
    expect(await bodies("date,text\n2024-03-05,oui, le soir, merci\n")).toEqual(["oui, le soir, merci"]);
  });

  test("[L160, N7] what no column counts is missing, never 0", async () => {
    const { items } = await read("date,text,likes\n2024-03-05,a,3\n2024-03-05,b,\n2024-03-05,c,0\n");
    expect(items.map(({ engagement }) => engagement)).toEqual([{ react: 3 }, undefined, { react: 0 }]);
  });

  test("[L162] the title of a row stands before its text, without being asked for", async () => {
    const { items } = await read("date,title,content\n2024-03-05,Le soir,Ouvrir plus tard\n");
    expect(items).toMatchObject([{ title: "Le soir", body: "Ouvrir plus tard" }]);
  });

  test.each([
    ["1234", 1_234],
    ["1,234", 1_234],
    ["1.234", 1_234],
    ["1 234", 1_234],
    ["1\u00A0234", 1_234],
    ["1\u202F234\u202F567", 1_234_567],
    ["1'234", 1_234],
    ["1’234", 1_234],
    ["12,345,678", 12_345_678],
    ["1.2k", 1_200],
    ["1,2 k", 1_200],
    ["3K", 3_000],
    ["1,5 M", 1_500_000],
    ["12.0", 12],
    ["1,234.00", 1_234],
    ["0", 0],
    ["1,23", undefined],
    ["3.5", undefined],
    ["12,34,567", undefined],
    ["1,234.567", undefined],
    ["-3", undefined],
    ["n/a", undefined],
    ["", undefined],
    ["99999999999999999999", undefined],
  ])("[L163] a count written %j is read as what it says", async (written, react) => {
    const [item] = (await read(`date;text;likes\n2024-03-05;a;${written}\n`)).items;
    expect(item?.engagement?.react).toBe(react);
  });

  test("[L19] ambiguous dates are read in the order that the file proves", async () => {
    const { items } = await read("date;text\n03/05/2024;a\n03/25/2024;b\n");
    expect(items.map(({ at }) => at)).toEqual([DAY, Date.UTC(2024, 2, 25)]);
  });

  test("[L21] a row without text, without a date that can be read, or from the future is skipped and counted", async () => {
    const text = "date,text\n2024-03-05,a\nhier,b\n2024-03-05,\n,c\n2024-03-05\n2031-01-01,d\n2024-03-05,e\n";
    const { items, skipped } = await read(text);
    expect([items.map(({ body }) => body), skipped]).toEqual([["a", "e"], 5]);
  });

  test("[L21] a quotation mark that is never closed costs its line, not the rest of the file", async () => {
    const rows = (count: number, text: string): string => `2024-03-05,${text}\n`.repeat(count);
    const alone = await read(`date,text\n${rows(3, "a")}2024-03-05,"never closed\n${rows(20_000, "b")}`);
    expect([alone.items.length, alone.skipped]).toEqual([20_003, 1]);
    const among = await read(`date,text\n${rows(3, '"a"')}2024-03-05,"never closed\n${rows(20_000, '"b, c"')}`);
    expect([among.items.length, among.skipped]).toEqual([20_003, 1]);
    const inside = await read('date,text\n2024-03-05,"il a dit "oui" à\ntous"\n2024-03-05,b\n');
    expect(inside.items.map(({ body }) => body)).toEqual(['il a dit "oui" à\ntous', "b"]);
  });

  test.each([1_000, 32_768, 1_000_000])(
    "[L161] a row that is too long costs itself alone, in pieces of %i bytes",
    async (length) => {
      const long = "mot ".repeat(40_000);
      const rows = [
        "2024-03-05,avant",
        `2024-03-05,${long}`,
        "2024-03-05,entre",
        `2024-03-05,"${long}""${long}\n${long}\n\net ""fin"" """`,
        "hier,sans date",
        "2024-03-05,après",
        `2024-03-05,"${long}`,
        "2024-03-05,encore",
        `2024-03-05,${long}`,
      ];
      const file = Buffer.from(`date,text\n${rows.join("\n")}\n`);
      const { items, skipped } = await readCsv(inPieces(file, length), { now: NOW });
      expect([items.map(({ body }) => body), skipped]).toEqual([["avant", "entre", "après", "encore"], 5]);
    },
  );

  test("[L21] a file of nothing but open quotation marks is given up soon", async () => {
    const text = `date,text\n${'2024-03-05,"a\n'.repeat(200_000)}`;
    const startedAt = performance.now();
    const fault = await faultOf(read(text));
    expect(["not-a-csv", "csv-empty"]).toContain(fault.code);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe("what is no CSV", () => {
  test.each([
    ["a spreadsheet", Buffer.from("PK\u0003\u0004\u0014\0\0\0date,text\n"), "binary"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), "binary"],
    ["a page", Buffer.from("<!DOCTYPE html><html><body>date,text</body></html>"), "markup"],
    ["a feed", Buffer.from("\n<?xml version='1.0'?><rss/>"), "markup"],
    ["JSON", Buffer.from('{"date": "2024-03-05", "text": "a"}'), "json"],
    ["a list in JSON", Buffer.from('[{"date": "2024-03-05", "text": "a"}]'), "json"],
    [
      "prose",
      Buffer.from("Il était une fois, dans un café,\nune réparatrice.\nElle réparait, réparait, réparait.\nFin."),
      "columns",
    ],
    ["one column", Buffer.from("nom\nAna\nBob\n"), "columns"],
  ])("[L20] %s is refused", async (_, bytes, reason) => {
    expect(await faultOf(read(bytes))).toEqual({ code: "not-a-csv", details: { reason } });
  });

  test("[L20] a table without the columns is refused with those found and those missing", async () => {
    expect(await faultOf(read("Date,Note,Link\n2024-03-05,4,\n"))).toEqual({
      code: "csv-columns",
      details: { missing: "text", found: "date = date, url = link", columns: 3 },
    });
    expect(await faultOf(read("texte\nbonjour\n"))).toEqual({
      code: "csv-columns",
      details: { missing: "date", found: "text = texte", columns: 1 },
    });
    expect(await faultOf(read("a;b;c\n1;2;3\n4;5;6\n"))).toEqual({
      code: "csv-columns",
      details: { missing: "text, date", found: "", columns: 3 },
    });
  });

  test("[L20] a file without a row that can be read is refused", async () => {
    expect(await faultOf(read(""))).toEqual({ code: "csv-empty", details: { skipped: 0 } });
    expect(await faultOf(read("date,text\n"))).toEqual({ code: "csv-empty", details: { skipped: 0 } });
    expect(await faultOf(read("date,text\nhier,a\n,\n2024-03-05,\n"))).toEqual({
      code: "csv-empty",
      details: { skipped: 2 },
    });
  });

  test("[L20] a file that is too large is refused when it shows, not when it is whole", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("date,text\n");
      for (;;) {
        given += 1;
        yield Buffer.alloc(10 * 1024 * 1024, "\n");
      }
    }
    expect(await faultOf(readCsv(endless(), { now: NOW }))).toEqual({
      code: "body-too-large",
      details: { max: CSV_LIMITS.bytes, unit: "bytes" },
    });
    expect(given).toBe(5);
  });
});

test("[L22] a file of 10,000 rows lets others run in between", async () => {
  const text = `date,text\n${`2024-03-05,"${"Ouvrir le soir, après le travail. ".repeat(6)}"\n`.repeat(10_000)}`;
  let turns = 0;
  const count = setInterval(() => (turns += 1), 1);
  const startedAt = performance.now();
  const { items } = await read(text);
  const elapsedMs = performance.now() - startedAt;
  clearInterval(count);
  expect(items).toHaveLength(10_000);
  // a turn is due after 10 ms of work; a fifth of them leaves room for a busy machine
  expect(turns).toBeGreaterThanOrEqual(Math.floor(elapsedMs / 50));
});
