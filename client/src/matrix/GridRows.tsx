import type { ReactNode } from "react";
import type { CardId, LinkId } from "@palabre/shared/terms";
import { KindIcon } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { valueOf } from "./cellValue.ts";
import { cellWords, titleIn } from "./cellWords.ts";
import type { Geometry } from "./geometry.ts";
import { MatrixCell, type MatrixCellProps } from "./MatrixCell.tsx";
import type { Place, rangeOf } from "./moves.ts";
import type { Matrix } from "./readMatrix.ts";
import css from "./MatrixGrid.module.css";

export interface RowsProps {
  readonly matrix: Matrix;
  readonly rows: readonly CardId[];
  readonly columns: readonly CardId[];
  readonly place: Place;
  readonly chosen: ReturnType<typeof rangeOf>;
  readonly geometry: Geometry;
  readonly isLocked: (link: LinkId) => boolean;
  /** places of the columns that are drawn */
  readonly seenColumns: readonly number[];
}

/** The titles of the columns, turned; they stay when the table is scrolled. */
export const HeadRow = ({ matrix, columns, place, geometry, seenColumns }: RowsProps) => {
  const { t } = useText();
  return (
    <div role="row" aria-rowindex={1} className={css["headRow"]}>
      <div role="columnheader" aria-colindex={1} className={css["corner"]}>
        {t("matrix.corner")}
      </div>
      {seenColumns.map((at) => {
        const id = columns[at];
        if (id === undefined) return null;
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={at + 2}
            className={css["columnHead"]}
            data-kind={matrix.cards.get(id)?.kind}
            data-cross={at === place[1] || undefined}
            title={titleIn(matrix, id, t)}
            style={{ left: geometry.head[0] + at * geometry.cell[0] }}
          >
            <span>{titleIn(matrix, id, t)}</span>
            <KindIcon kind={matrix.cards.get(id)?.kind ?? ""} size="meta" />
          </div>
        );
      })}
      <div role="columnheader" aria-colindex={columns.length + 2} className={css["sumHead"]}>
        {t("matrix.influence")}
      </div>
    </div>
  );
};

/** One card and what it does to the others. */
export const GridRow = (props: RowsProps & { readonly row: number; readonly editing: ReactNode }) => {
  const { matrix, rows, columns, place, geometry, seenColumns, row, editing } = props;
  const text = useText();
  const id = rows[row];
  if (id === undefined) return null;
  const title = titleIn(matrix, id, text.t);
  const influence = matrix.influence(id);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={css["row"]}
      style={{ top: geometry.head[1] + row * geometry.cell[1] }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={css["rowHead"]}
        data-kind={matrix.cards.get(id)?.kind}
        data-cross={row === place[0] || undefined}
        title={title}
      >
        <KindIcon kind={matrix.cards.get(id)?.kind ?? ""} size="meta" />
        <span>{title}</span>
      </div>
      {seenColumns.map((column) =>
        editing !== undefined && column === place[1] ? (
          <div
            key={columns[column]}
            role="gridcell"
            aria-colindex={column + 2}
            data-row={row}
            data-column={column}
            className={css["cell"]}
            style={{ left: geometry.head[0] + column * geometry.cell[0] }}
          >
            {editing}
          </div>
        ) : (
          <MatrixCell key={columns[column]} {...cellAt(props, row, column, text)} />
        ),
      )}
      <MatrixCell
        {...sumAt(props, [row, columns.length], influence, text.t("matrix.influenceOf", { title, sum: influence }))}
      />
    </div>
  );
};

/** The sums of the columns. */
export const SumRow = (props: RowsProps) => {
  const { matrix, rows, columns, geometry, seenColumns } = props;
  const { t } = useText();
  const row = rows.length;
  return (
    <div role="row" aria-rowindex={row + 2} className={css["sumRow"]}>
      <div role="rowheader" aria-colindex={1} className={css["rowHead"]}>
        <span>{t("matrix.dependence")}</span>
      </div>
      {seenColumns.map((column) => {
        const id = columns[column];
        if (id === undefined) return null;
        const sum = matrix.dependence(id);
        const label = t("matrix.dependenceOf", { title: titleIn(matrix, id, t), sum });
        return (
          <MatrixCell
            key={id}
            {...sumAt(props, [row, column], sum, label)}
            left={geometry.head[0] + column * geometry.cell[0]}
          />
        );
      })}
      <MatrixCell {...sumAt(props, [row, columns.length], matrix.total, t("matrix.total", { sum: matrix.total }))} />
    </div>
  );
};

const isAt = (place: Place, row: number, column: number): boolean => place[0] === row && place[1] === column;

const sumAt = (
  { place, rows, columns }: RowsProps,
  [row, column]: Place,
  sum: number,
  label: string,
): MatrixCellProps => ({
  row,
  column,
  left: undefined,
  label,
  text: String(sum),
  tone: "sum",
  isDelayed: false,
  isLocked: false,
  isActive: isAt(place, row, column),
  isChosen: false,
  isOnCross: (row === place[0] && row < rows.length) || (column === place[1] && column < columns.length),
});

function cellAt(props: RowsProps, row: number, column: number, text: ReturnType<typeof useText>): MatrixCellProps {
  const { matrix, rows, columns, place, chosen, geometry } = props;
  // both places are drawn, so both are there
  const [from, to] = [rows[row] as CardId, columns[column] as CardId];
  const links = matrix.linksOf(from, to);
  const [link] = links;
  const isSelf = from === to;
  const isLocked = links.length === 1 && link !== undefined && props.isLocked(link.id);
  return {
    row,
    column,
    left: geometry.head[0] + column * geometry.cell[0],
    label: cellWords(matrix, from, to, text, isLocked),
    text: links.length > 1 ? `${links.length} ×` : link ? text.signed(valueOf(link)) : "",
    tone: isSelf ? "self" : links.length > 1 ? "several" : link && (link.polarity === "+" ? "plus" : "minus"),
    isDelayed: links.length === 1 && link?.delay === true,
    isLocked,
    isActive: isAt(place, row, column),
    isChosen:
      row >= chosen.rows[0] && row < chosen.rows[1] && column >= chosen.columns[0] && column < chosen.columns[1],
    isOnCross: row === place[0] || column === place[1],
  };
}
