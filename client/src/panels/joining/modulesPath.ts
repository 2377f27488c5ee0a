/** Draws the dark cells of a grid, one bar for each run of them in a row: a fraction of the points of one square a cell. */
export const modulesPath = (rows: readonly (readonly boolean[])[]): string => {
  const bars: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x] === true) x += 1;
      bars.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
    }
  }
  return bars.join("");
};
