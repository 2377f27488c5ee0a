import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { matchesMove, type Move } from "./moves.ts";
import css from "./MatrixGrid.module.css";

export interface CellFieldProps {
  readonly label: string;
  /** what it begins with: what was typed, or what the cell held */
  readonly start: string;
  /** begun by typing: arrows go on to the next cell; else they go through the text */
  readonly isTyped: boolean;
  /** @param text undefined: nothing was typed @returns whether it could be written; else the field stays open */
  readonly onCommit: (text: string | undefined, move: Move | undefined) => boolean;
  readonly onCancel: () => void;
}

/** A cell while it is written in. */
export const CellField = ({ label, start, isTyped, onCommit, onCancel }: CellFieldProps) => {
  const [text, setText] = useState(start);
  const [isWrong, setWrong] = useState(false);
  const isOver = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  // the cell that it lies in had the keyboard
  useLayoutEffect(() => {
    field.current?.focus();
    if (!isTyped) field.current?.select();
  }, [isTyped]);
  // others may have written another number meanwhile
  const typed = isTyped || text !== start ? text : undefined;
  const commit = (move: Move | undefined): void => {
    const isDone = onCommit(typed, move);
    isOver.current = isDone;
    setWrong(!isDone);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // the table's own keys, and the dialog's Escape, are for when no cell is written in
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      isOver.current = true;
      onCancel();
      return;
    }
    const move =
      event.key === "Enter"
        ? event.shiftKey
          ? "up"
          : "down"
        : event.key === "Tab"
          ? event.shiftKey
            ? "left"
            : "right"
          : isTyped
            ? matchesMove(event.key)
            : undefined;
    if (move === undefined) return;
    event.preventDefault();
    commit(move);
  };
  return (
    <input
      ref={field}
      className={css["field"]}
      aria-label={label}
      aria-invalid={isWrong}
      value={text}
      maxLength={8}
      inputMode="text"
      autoComplete="off"
      onChange={(event) => {
        setText(event.target.value);
        setWrong(false);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (isOver.current) return;
        isOver.current = true;
        // what can't be read when somebody goes elsewhere is let go
        if (!onCommit(typed, undefined)) onCancel();
      }}
      onCopy={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
    />
  );
};
