import { useState, type ReactNode } from "react";
import { useText } from "../../i18n/index.ts";
import { Button, DownloadIcon, saveCsv, type Cell } from "../../ui/index.ts";
import css from "./ChartFrame.module.css";

/** The figures of a chart: what the screen, a table and a file say alike. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** Cells are as a person reads them on the screen; `value` is what the file holds instead. */
  readonly rows: readonly (readonly (Cell | { readonly shown: string; readonly value: Cell })[])[];
}

export interface ChartFrameProps {
  /** what the chart shows, in a sentence, for who does not see it */
  readonly alternative: string;
  /** the verdict, in the serif, under the chart */
  readonly sentence?: ReactNode;
  readonly table: ChartTable;
  /** of the file, without its ending */
  readonly fileName: string;
  readonly children: ReactNode;
}

/** What every chart has around it: a text alternative, the verdict, the figures as a table and as a file. */
export const ChartFrame = ({ alternative, sentence, table, fileName, children }: ChartFrameProps) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const save = () =>
    saveCsv(
      [table.columns, ...table.rows.map((row) => row.map((cell) => (typeof cell === "object" ? cell.value : cell)))],
      `${fileName}.csv`,
    );
  return (
    <figure className={css["chart"]} aria-label={alternative}>
      {children}
      {sentence !== undefined && <figcaption className={css["sentence"]}>{sentence}</figcaption>}
      <details className={css["data"]} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t("analyse.data")}</summary>
        {isOpen && (
          <>
            <FiguresTable table={table} />
            <Button size="s" icon={DownloadIcon} onPress={save}>
              {t("analyse.csv")}
            </Button>
          </>
        )}
      </details>
    </figure>
  );
};

/** Drawn once it is opened: a large board has thousands of cells. */
const FiguresTable = ({ table }: { readonly table: ChartTable }) => {
  const { t } = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by the keyboard too
    <div className={css["scroll"]} role="region" tabIndex={0} aria-label={t("analyse.data")}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} data-number={typeof (typeof cell === "object" ? cell.value : cell) === "number"}>
                  {typeof cell === "object" ? cell.shown : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
