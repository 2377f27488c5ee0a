import type { CardId } from "@palabre/shared/terms";
import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";
import { moveCaret, useBoard, type CardText, type TextChange } from "../state/index.ts";
import { matchesKey, type Key } from "../ui/index.ts";
import { joinComposition } from "./composition.ts";

/** A way to type in a card's text: what the field is to call. */
export interface TextField {
  readonly onInput: () => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: () => void;
  /** takes the keys that undo and redo the text, and tells whether a key is taken, as those of a composition are */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

const TURNS: readonly (Key & { readonly turn: "undo" | "redo" })[] = [
  { turn: "undo", key: "z", ctrl: true },
  { turn: "redo", key: "z", ctrl: true, shift: true },
  { turn: "redo", key: "y", ctrl: true },
];

/**
 * Binds a text area to a card's text, in which others may be typing too. Outside of a composition the field and the text are always
 * equal: what is typed goes in at once, what others type is put into the field, whose caret goes along.
 * @param onResize  called whenever the field's text has changed
 */
export function useTextField(
  card: CardId,
  field: RefObject<HTMLTextAreaElement | null>,
  onResize: () => void,
): TextField {
  const board = useBoard();
  const text = useRef<CardText>(undefined);
  const composing = useRef<{ readonly before: string; readonly meanwhile: TextChange[] }>(undefined);

  useEffect(() => {
    const opened = board.commands.openText(card);
    const area = field.current;
    if (!opened || !area) return;
    text.current = opened;
    area.value = opened.value();
    area.setSelectionRange(area.value.length, area.value.length);
    onResize();
    // told when it comes to rest in the field, whoever moved it
    const showCaret = () => {
      if (document.activeElement === area) {
        board.present({ caret: [area.selectionStart, area.selectionEnd, area.value.length] });
      }
    };
    document.addEventListener("selectionchange", showCaret);
    // the browser's own undo, from its menu or a shaken phone, is the text's too: the field's history knows nothing of others
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
      event.preventDefault();
      if (event.inputType === "historyUndo") opened.undo();
      else opened.redo();
    };
    area.addEventListener("beforeinput", onBeforeInput);
    showCaret();
    opened.subscribe((change) => {
      if (composing.current) {
        composing.current.meanwhile.push(change);
        return;
      }
      const [start, end, top] = [area.selectionStart, area.selectionEnd, area.scrollTop];
      area.value = opened.value();
      area.setSelectionRange(moveCaret(start, change), moveCaret(end, change));
      area.scrollTop = top;
      showCaret();
      onResize();
    });
    return () => {
      document.removeEventListener("selectionchange", showCaret);
      area.removeEventListener("beforeinput", onBeforeInput);
      board.present({ caret: undefined });
      // what was being composed when the field went away is kept, as it stands
      finishComposition(area, opened, composing);
      opened.close();
      text.current = undefined;
    };
    // a field is made for one card and lives as long as its editing
    // oxlint-disable-next-line react/exhaustive-deps -- onResize only measures the same field
  }, [board, card, field]);

  return {
    onInput: () => {
      const area = field.current;
      if (area && !composing.current) text.current?.edit(area.value, area.selectionEnd);
      onResize();
    },
    onCompositionStart: () => {
      if (field.current) composing.current = { before: field.current.value, meanwhile: [] };
    },
    onCompositionEnd: () => {
      if (field.current && text.current) finishComposition(field.current, text.current, composing);
      onResize();
    },
    onKeyDown: (event) => {
      // the keys of a composition choose among its words
      if (event.nativeEvent.isComposing) return true;
      const wanted = TURNS.find((key) => matchesKey(event, key));
      if (!wanted) return false;
      event.preventDefault();
      event.stopPropagation();
      text.current?.[wanted.turn]();
      return true;
    },
  };
}

function finishComposition(
  area: HTMLTextAreaElement,
  text: CardText,
  composing: RefObject<{ readonly before: string; readonly meanwhile: readonly TextChange[] } | undefined>,
): void {
  if (!composing.current) return;
  const { before, meanwhile } = composing.current;
  composing.current = undefined;
  const typed = { text: area.value, start: area.selectionStart, end: area.selectionEnd };
  const joined = joinComposition(before, typed, meanwhile, text.value());
  text.edit(joined.text, joined.end);
  if (area.value === joined.text) return;
  area.value = joined.text;
  area.setSelectionRange(joined.start, joined.end);
}
