import { LIMITS, type Card } from "@palabre/shared/terms";
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useOthers } from "../state/index.ts";
import { classes, later, matchesKey, type Key } from "../ui/index.ts";
import { useCanvas } from "./canvasContext.ts";
import { useTextField } from "../typing/index.ts";
import css from "./CardTextEditor.module.css";

const NEW_BELOW: Key = { key: "Enter", ctrl: true };
const NEW_LINKED: Key = { key: "Tab" };
const NEW_LINKING: Key = { key: "Tab", shift: true };
const DONE: Key = { key: "Escape" };

/** Most cards are written by one person at a time. */
const Carets = later(async () => (await import("./Carets.tsx")).Carets);

/** A card's text while it is typed, in place: it grows with the text, and ends by Esc, by a click elsewhere, or by going on to a new card. */
export const CardTextEditor = ({
  card,
  className,
}: {
  readonly card: Card;
  readonly className?: string | undefined;
}) => {
  const { t } = useText();
  const board = useBoard();
  const canvas = useCanvas();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState("");
  const isShared = useOthers().some(({ presence }) => presence.editing === card.id);
  const grow = useCallback(() => {
    const field = area.current;
    if (!field) return;
    field.style.height = "0";
    field.style.height = `${field.scrollHeight}px`;
    setTyped(field.value);
  }, []);
  const field = useTextField(card.id, area, grow);

  useEffect(() => area.current?.focus({ preventScroll: true }), []);

  const end = () => {
    if (board.ui.get().editing === card.id) board.commands.edit(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (field.onKeyDown(event)) return;
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const actOf = (event: KeyboardEvent): (() => void) | undefined => {
    const isKey = (key: Key) => matchesKey(event, key);
    if (isKey(NEW_BELOW)) return () => canvas.goOn(card.id, "below");
    if (isKey(NEW_LINKED)) return () => canvas.goOn(card.id, "right");
    if (isKey(NEW_LINKING)) return () => canvas.goOn(card.id, "left");
    if (!isKey(DONE)) return undefined;
    return () => {
      end();
      canvas.focusCard(card.id);
    };
  };
  return (
    <span className={css["place"]}>
      <textarea
        dir="auto"
        ref={area}
        rows={1}
        className={classes(css["field"], className, "nodrag", "nopan", "nowheel")}
        aria-label={t("card.text")}
        placeholder={t("card.untitled")}
        maxLength={LIMITS.textLength}
        spellCheck
        onInput={field.onInput}
        onCompositionStart={field.onCompositionStart}
        onCompositionEnd={field.onCompositionEnd}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // another window took the keyboard: the typing goes on when it comes back
          if (document.activeElement !== event.currentTarget) end();
        }}
      />
      {isShared && <Carets card={card.id} text={typed} className={classes(css["field"], className)} />}
    </span>
  );
};
