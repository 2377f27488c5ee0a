/** Signs that may part cells; a spreadsheet of a country where decimals have a comma writes the other. */
const SEPARATORS = [",", ";"] as const;

/**
 * The rows of a CSV file, by the sign that parts its first one into more cells (RFC 4180: a cell in quotes holds separators, line
 * breaks, and quotes that are written twice). Lines with nothing in them are left out.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const [byComma, bySemicolon] = SEPARATORS.map((separator) => rowsOf(text, separator)) as [Rows, Rows];
  return (bySemicolon[0]?.length ?? 0) > (byComma[0]?.length ?? 0) ? bySemicolon : byComma;
}
type Rows = readonly (readonly string[])[];

function rowsOf(text: string, separator: string): Rows {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((each) => each.trim() !== "")) rows.push(row);
    [row, cell] = [[], ""];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += sign;
        at += 1;
      } else isQuoted = false;
      // quotes within a bare cell are letters like others
    } else if (sign === '"' && cell.trim() === "") [cell, isQuoted] = ["", true];
    else if (sign === separator) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") endRow();
    else if (sign !== "\r" || text[at + 1] !== "\n") cell += sign;
  }
  endRow();
  return rows;
}
