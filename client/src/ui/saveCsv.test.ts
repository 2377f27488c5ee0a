import { describe, expect, it } from "vitest";
import { toCells, toCsv } from "./saveCsv.ts";

describe("a table as a file", () => {
  it("[P31] keeps quotes, commas, semicolons and line breaks inside their cell", () => {
    expect(
      toCsv([
        ["Card", "Share"],
        ['Say "yes"; or, no\nmore', 0.25],
      ]),
    ).toBe('"Card","Share"\r\n"Say ""yes""; or, no\nmore","0.25"\r\n');
  });

  it("[P31] holds no formula that somebody wrote as a title, and leaves numbers as they are", () => {
    const titles = ["=1+1", "+33 6 12", "-2 heures", "@SUM(A1)", " =HYPERLINK(1)", "\t=1", "\uff1d1+1"];
    expect(toCsv([titles])).toBe(`${titles.map((title) => `"'${title}"`).join(",")}\r\n`);
    expect(toCells([["=1+1", "a\tb\nc", -2], ["'"]])).toBe("'=1+1\ta b c\t-2\n'");
    expect(toCsv([[-2, "-2", "3 & -1", "a=b"]])).toBe('"-2","-2","3 & -1","a=b"\r\n');
  });

  it("[P31] copies a title with quotation marks as it is: what stands in them is no formula and takes no cell with it", () => {
    const titles = ['"=HYPERLINK(""https://example.org"")"', '"Mend', 'say "yes"', ' "=1', '="x"', '"a\tb'];
    expect(toCells([titles, [1, "plain"]])).toBe(
      [
        `"""=HYPERLINK(""""https://example.org"""")"""\t"""Mend"\t"say ""yes"""\t" ""=1"\t"'=""x"""\t"""a b"`,
        "1\tplain",
      ].join("\n"),
    );
  });
});
