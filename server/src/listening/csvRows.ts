import Papa from "papaparse";

/**
 * Cuts a CSV that comes in pieces into rows. RFC 4180, with any separator; rows end with a line feed.
 *
 * A quotation mark that is never closed would swallow the rest of the file. So a row that has grown too long, or that ends
 * with the file inside a quotation, or in which a later line is a row by itself, is given up: reading goes on with the next
 * line that looks like a row. What is left of a row that is too long is passed over as it comes, and not held.
 */
export interface RowReader {
  /**
   * @param pace awaited after each look at the text
   * @returns the rows that ended in this piece
   */
  push(text: string, pace: () => Promise<void>): Promise<readonly Row[]>;
  end(pace: () => Promise<void>): Promise<readonly Row[]>;
  /** rows that were too long, and lines of others that were given up */
  readonly broken: number;
}
/** Its fields, in order. */
export type Row = readonly string[];

/** Characters of a row: a dozen times what is kept of a post. */
const ROW_LENGTH = 100_000;
/** More rows given up than this, and it is no CSV: each costs another look at what follows it. */
const MOST_GIVEN_UP = 1_000;

export class BrokenCsv extends Error {
  override name = "BrokenCsv";
}

/** What the parser of one piece hands to `step`, which its types leave open. */
interface Step {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/** @param isRow whether a line, cut into fields, is a row of the file */
export function createRowReader(delimiter: string, isRow: (fields: Row) => boolean): RowReader {
  let rest = "";
  let broken = 0;
  let givenUp = 0;
  /** a row that is too long, of which the rest is still to come */
  let long: { isQuoted: boolean; isLineStart: boolean } | undefined;

  const looksLikeRow = (line: string): boolean =>
    isRow(line.split(delimiter).map((field) => field.replaceAll('"', "").trim()));
  /** Reads whole rows off the rest; stuck when the first one left can't be read as it stands. */
  const parse = (isEnd: boolean): { rows: Row[]; isStuck: boolean; isLong: boolean } => {
    const rows: Row[] = [];
    let at = 0;
    let isStuck = false;
    const parser = new Papa.Parser({
      delimiter,
      newline: "\n",
      step: ({ data, errors, meta }: Step) => {
        const linesAfter = (): readonly string[] => rest.slice(at, meta.cursor).trimEnd().split("\n").slice(1);
        isStuck =
          errors.some(({ code }) => code === "MissingQuotes") || (errors.length > 0 && linesAfter().some(looksLikeRow));
        if (isStuck) return parser.abort();
        rows.push(...data);
        at = meta.cursor;
      },
    });
    parser.parse(rest, 0, !isEnd);
    rest = rest.slice(at);
    const isLong = !isStuck && rest.length > ROW_LENGTH;
    return { rows, isStuck: isStuck || isLong, isLong };
  };
  /** Leaves the first line, and those that follow it until one looks like a row; all but the last, unfinished one if none does. */
  const giveUp = (isEnd: boolean): void => {
    for (;;) {
      const end = rest.indexOf("\n");
      broken += end < 0 && !isEnd ? 0 : 1;
      rest = end < 0 ? (isEnd ? "" : rest) : rest.slice(end + 1);
      const next = rest.indexOf("\n");
      if (rest === "" || (next < 0 && !isEnd) || looksLikeRow(next < 0 ? rest : rest.slice(0, next))) return;
    }
  };
  /** Passes over a row that is too long: to the end of its line outside of quotations, or before a line that looks like a row. */
  const passLong = (isEnd: boolean): void => {
    while (long && rest !== "") {
      const end = rest.indexOf("\n");
      if (long.isLineStart) {
        const isWhole = end >= 0 || isEnd;
        if (isWhole && looksLikeRow(end < 0 ? rest : rest.slice(0, end))) long = undefined;
        if (!long || (!isWhole && rest.length <= ROW_LENGTH)) return;
      }
      const passed = end < 0 ? rest : rest.slice(0, end + 1);
      rest = rest.slice(passed.length);
      const marks = passed.split('"').length - 1;
      const isQuoted = marks % 2 === 0 ? long.isQuoted : !long.isQuoted;
      long = end >= 0 && !isQuoted ? undefined : { isQuoted, isLineStart: end >= 0 };
    }
  };
  const read = async (isEnd: boolean, pace: () => Promise<void>): Promise<readonly Row[]> => {
    const rows: Row[] = [];
    passLong(isEnd);
    while (rest !== "" && !long) {
      const found = parse(isEnd);
      for (const row of found.rows) rows.push(row);
      await pace();
      if (!found.isStuck) break;
      givenUp += 1;
      if (givenUp > MOST_GIVEN_UP) throw new BrokenCsv("too many rows can't be read");
      if (found.isLong) {
        broken += 1;
        long = { isQuoted: false, isLineStart: false };
        passLong(isEnd);
      } else giveUp(isEnd);
    }
    return rows;
  };
  return {
    push: (text, pace) => {
      rest += text;
      return read(false, pace);
    },
    end: async (pace) => {
      const rows = await read(true, pace);
      rest = "";
      return rows;
    },
    get broken() {
      return broken;
    },
  };
}

/** The first rows of a text, as far as they are whole. */
export const firstRows = (text: string, delimiter: string, count: number): readonly Row[] =>
  (new Papa.Parser({ delimiter, newline: "\n", preview: count }).parse(text, 0, true) as Step).data;
