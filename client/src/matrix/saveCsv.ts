/**
 * Saves a table as a file that spreadsheets open: semicolons would be read by some and commas by others, so every cell is quoted and the first
 * bytes say UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers don't.
 */
export function saveCsv(table: readonly (readonly string[])[], name: string): void {
  const cell = (text: string): string => {
    const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?: & -?\d+)*$/.test(text);
    return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const lines = table.map((line) => line.map(cell).join(",")).join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\uFEFF", lines, "\r\n"], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
