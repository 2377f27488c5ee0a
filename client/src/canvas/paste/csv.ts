/** Signs that may part cells; a spreadsheet of a country where decimals have a comma writes the second. */
const SEPARATORS = [",", ";", "\t"] as const;

/**
 * The rows of a CSV file, by the sign that parts all of them into equally many cells, else its first one into more (RFC 4180: a cell in
 * quotes holds separators, line breaks, and quotes that are written twice). Where no sign parts the first row, a row is one cell. Lines
 * with nothing in them are left out.
 */
export function readCsv(text: string): Rows {
  // the line by which a spreadsheet tells itself its sign
  const [line = "", said] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  if (said !== undefined) return rowsOf(text.slice(line.length), said).rows;
  const readings = SEPARATORS.map((separator) => rowsOf(text, separator).rows);
  const widthOf = (rows: Rows): number => rows[0]?.length ?? 0;
  const isEven = (rows: Rows): boolean => rows.length > 1 && rows.every((row) => row.length === widthOf(rows));
  const wide = readings.filter((rows) => widthOf(rows) > 1);
  const best = (among: readonly Rows[]) => among.toSorted((a, b) => widthOf(b) - widthOf(a))[0];
  return best(wide.filter(isEven)) ?? best(wide) ?? rowsOf(text, undefined).rows;
}
export type Rows = readonly (readonly string[])[];

/** Rows with something in them; `isLoose` when a cell goes on behind its closing quote, or a quote is never closed. */
export function rowsOf(
  text: string,
  separator: string | undefined,
): { readonly rows: Rows; readonly isLoose: boolean } {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  // a cell that grows is never looked at: that would copy it each time
  let [isQuoted, wasQuoted, isWorded, isLoose] = [false, false, false, false];
  const endCell = () => {
    row.push(cell);
    [cell, wasQuoted, isWorded] = ["", false, false];
  };
  const endRow = () => {
    endCell();
    if (row.some((each) => each.trim() !== "")) rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else [isQuoted, wasQuoted] = [false, true];
      // quotes within a bare cell are letters like others
    } else if (sign === '"' && !isWorded && !wasQuoted) [cell, isQuoted] = ["", true];
    else if (sign === separator) endCell();
    else if (sign === "\n") endRow();
    else if (sign === "\r") {
      if (text[at + 1] !== "\n") endRow();
    } else {
      cell += sign;
      isWorded ||= sign.trim() !== "";
      isLoose ||= wasQuoted;
    }
  }
  isLoose ||= isQuoted;
  endRow();
  return { rows, isLoose };
}
