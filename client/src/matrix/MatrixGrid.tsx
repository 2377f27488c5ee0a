import {
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
} from "react";
import { titleOf, type CardId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { isHere, useBoard } from "../state/index.ts";
import { isForLostField, loseField } from "../typing/index.ts";
import { showToast } from "../ui/index.ts";
import { CellField } from "./CellField.tsx";
import { plainCell, valueOf } from "./cellValue.ts";
import { cellWords } from "./cellWords.ts";
import { placesWith, scrollTo, type Geometry } from "./geometry.ts";
import { GridRow, HeadRow, SumRow } from "./GridRows.tsx";
import { moveBy, placeAfter, rangeOf, type Place } from "./moves.ts";
import type { Matrix } from "./readMatrix.ts";
import type { MatrixEdits } from "./useMatrixEdits.ts";
import type { KeptPlace } from "./useKeptPlace.ts";
import { useSight } from "./useSight.ts";
import css from "./MatrixGrid.module.css";

export interface MatrixGridProps {
  readonly matrix: Matrix;
  readonly rows: readonly CardId[];
  readonly columns: readonly CardId[];
  readonly standing: KeptPlace;
  readonly edits: MatrixEdits;
  readonly mayEdit: boolean;
  readonly label: string;
  readonly describedBy: string;
}

/** A cell that is written in. */
interface Field {
  readonly from: CardId;
  readonly to: CardId;
  readonly start: string;
  readonly isTyped: boolean;
}

/** Room of the parts of the table; a finger needs more. */
function measure(rows: number, columns: number): Geometry {
  const isCoarse = matchMedia("(pointer: coarse)").matches;
  const isNarrow = matchMedia("(max-width: 640px)").matches;
  const height = isCoarse ? 44 : 34;
  const isSmall = !isNarrow && columns <= 12;
  return {
    cell: [isSmall ? 64 : 44, height],
    head: [isNarrow ? 124 : isSmall ? 288 : 224, isNarrow ? 116 : 148],
    // on a phone the sums scroll with the rest
    foot: [isNarrow ? 0 : 84, height],
    rows,
    columns,
  };
}

/** The table itself: one stop of the Tab key, arrows inside; only what is in sight is drawn. */
export const MatrixGrid = (props: MatrixGridProps) => {
  const { matrix, rows, columns, edits, mayEdit } = props;
  const { place, anchor, stand } = props.standing;
  const text = useText();
  const board = useBoard();
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setField] = useState<Field>();
  const geometry = measure(rows.length, columns.length);
  const sight = useSight(scroller, geometry);
  const isFollowing = useRef(true);
  const [row, column] = place;
  const [from, to] = [rows[row], columns[column]];
  // what is typed belongs to these two cards: it goes with either of them
  const field = opened && opened.from === from && opened.to === to ? opened : undefined;
  if (opened !== field) setField(field);
  const drawn = useRef(field);
  useLayoutEffect(() => {
    const before = drawn.current;
    drawn.current = field;
    const gone = before && !field && [before.from, before.to].find((id) => !isHere(board, id));
    const card = gone && board.card(gone);
    if (!card) return;
    const title = titleOf(card) || text.t("card.untitled");
    loseField({ board, text, toast: showToast }, [card.id], text.t("canvas.gone", { title }));
  }, [field, board, text]);
  const size: Place = [rows.length + 1, columns.length + 1];
  const chosen = rangeOf(anchor ?? place, place, [rows.length, columns.length]);
  const block = { rows: rows.slice(...chosen.rows), columns: columns.slice(...chosen.columns) };

  const go = (next: Place, isExtending = false): void => {
    setField(undefined);
    isFollowing.current = true;
    stand(next, isExtending ? (anchor ?? place) : undefined);
  };
  // the cell that one goes to is brought into sight, and has the keyboard
  useLayoutEffect(() => {
    const at = scroller.current;
    if (!at || !isFollowing.current || field !== undefined) return;
    isFollowing.current = false;
    const seen = { left: at.scrollLeft, top: at.scrollTop, width: at.clientWidth, height: at.clientHeight };
    const [left, top] = scrollTo(geometry, seen, place);
    if (left !== at.scrollLeft || top !== at.scrollTop) at.scrollTo({ left, top });
    at.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus({ preventScroll: true });
  });

  const linksHere = from === undefined || to === undefined ? [] : matrix.linksOf(from, to);
  const open = (start: string | undefined): void => {
    if (!mayEdit || from === undefined || to === undefined || from === to || linksHere.length > 1) return;
    const [link] = linksHere;
    stand(place);
    setField({ from, to, start: start ?? (link ? plainCell(valueOf(link)) : ""), isTyped: start !== undefined });
  };
  const clear = (): void => {
    const wishes = block.rows.flatMap((a) => block.columns.map((b) => ({ from: a, to: b, value: 0 }) as const));
    edits.set(wishes.filter((wish) => matrix.linksOf(wish.from, wish.to).length > 0));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // what fingers still type when their cell went is meant for no other
    if (isForLostField(event.nativeEvent)) return event.preventDefault();
    const isCtrl = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const page = Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 0) - geometry.head[1]) / geometry.cell[1]) - 2,
    );
    const next = placeAfter(event, place, size, page);
    const act = (): (() => void) | undefined => {
      if (next) return () => go(next, event.shiftKey);
      if (isCtrl && key === "a") {
        return () => stand([rows.length - 1, columns.length - 1], [0, 0]);
      }
      if (key === "Escape" && anchor) return () => stand(place);
      if (!mayEdit) return undefined;
      if (isCtrl && key === "z") return event.shiftKey ? edits.redo : edits.undo;
      if (isCtrl && key === "y") return edits.redo;
      if (isCtrl || event.altKey) return undefined;
      if (key === "Enter" || key === "F2") return () => open(undefined);
      if (key === "Delete" || key === "Backspace") return clear;
      if (key === "d") return () => edits.turnDelay(linksHere);
      return /^[-+\u2212\u20130-9]$/.test(key) ? () => open(event.key) : undefined;
    };
    const doing = act();
    if (!doing) return;
    event.preventDefault();
    event.stopPropagation();
    doing();
  };
  const placeUnder = (event: { readonly target: EventTarget }): Place | undefined => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    return cell ? [Number(cell.dataset["row"]), Number(cell.dataset["column"])] : undefined;
  };
  const onPointerDown = (event: PointerEvent): void => {
    const under = placeUnder(event);
    if (!under || event.button !== 0 || (event.target as Element).tagName === "INPUT") return;
    // a text that is open is written first, by losing the keyboard
    if (event.pointerType !== "touch") event.preventDefault();
    if (field) (document.activeElement as HTMLElement | null)?.blur();
    go(under, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || (event.buttons & 1) === 0 || field) return;
    const under = placeUnder(event);
    if (!under || (under[0] === row && under[1] === column)) return;
    go(under, true);
  };
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", edits.copy(block));
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    if (!mayEdit) return;
    const at = { rows: rows.slice(chosen.rows[0]), columns: columns.slice(chosen.columns[0]) };
    edits.paste(event.clipboardData.getData("text/plain"), at, [block.rows.length, block.columns.length]);
  };

  const seenRows = placesWith(sight.rows, row, rows.length);
  const seenColumns = placesWith(sight.columns, column, columns.length);
  const shared = { matrix, rows, columns, place, chosen, geometry, isLocked: board.isLocked, seenColumns };
  const editing = field && from !== undefined && to !== undefined && (
    <CellField
      key={`${from} ${to}`}
      label={cellWords(matrix, from, to, text, false)}
      start={field.start}
      isTyped={field.isTyped}
      onCommit={(typed, move) => {
        if (typed !== undefined && !edits.type(from, to, typed)) return false;
        if (move) go(moveBy(place, move, [rows.length, columns.length]));
        else setField(undefined);
        return true;
      }}
      onCancel={() => {
        setField(undefined);
        isFollowing.current = true;
      }}
    />
  );
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 2}
      aria-multiselectable="true"
      aria-readonly={!mayEdit}
      className={css["grid"]}
      onScroll={sight.onScroll}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onDoubleClick={() => open(undefined)}
      onCopy={onCopy}
      onCut={(event) => {
        onCopy(event);
        if (mayEdit) clear();
      }}
      onPaste={onPaste}
      // the arrows follow wherever the keyboard came in
      onFocus={(event) => {
        const under = placeUnder(event);
        if (under && (under[0] !== row || under[1] !== column)) stand(under, anchor);
      }}
      style={
        {
          "--cell-w": `${geometry.cell[0]}px`,
          "--cell-h": `${geometry.cell[1]}px`,
          "--head-w": `${geometry.head[0]}px`,
          "--head-h": `${geometry.head[1]}px`,
          "--sum-w": "84px",
          "--cells-w": `${geometry.cell[0] * columns.length}px`,
          "--cells-h": `${geometry.cell[1] * rows.length}px`,
        } as CSSProperties
      }
    >
      <div role="presentation" className={css["size"]}>
        <HeadRow {...shared} />
        {seenRows.map((at) => (
          <GridRow key={rows[at]} {...shared} row={at} editing={at === row ? editing : undefined} />
        ))}
        <div role="presentation" className={css["rows"]} />
        <SumRow {...shared} />
      </div>
    </div>
  );
};
