import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { classes, giveToBoard } from "../../ui/index.ts";
import { mentionAt, peopleNamed } from "../../people/index.ts";
import { keepUnsent, unsentOn } from "./unsent.ts";
import css from "./CommentField.module.css";

export interface CommentFieldProps {
  /** the id of what is spoken of: what is written waits there until it is sent */
  readonly on: string;
  readonly label: string;
  readonly send: string;
  /** @returns whether it was written */
  readonly onSend: (text: string) => boolean;
  readonly place?: RefObject<HTMLTextAreaElement | null>;
  /** it was asked for just now: it takes the keyboard */
  readonly isAsked?: boolean;
}

/** Characters of a comment, as the board keeps them. */
const LONGEST = 2_000;

/** Where a comment is written: Enter sends, Shift+Enter breaks the line, `@` offers the people of the board, Esc gives the keyboard back to the board. */
export const CommentField = ({ on, label, send, onSend, place, isAsked = false }: CommentFieldProps) => {
  const { t, locale } = useText();
  const { me } = useBoard();
  const { people } = useWorkshop();
  const own = useRef<HTMLTextAreaElement>(null);
  const field = place ?? own;
  const [text, setText] = useState(() => unsentOn(on));
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [isShut, setShut] = useState(false);
  const listId = useId();

  // asked for once, when it comes
  const isWanted = useRef(isAsked);
  useEffect(() => {
    if (isWanted.current) field.current?.focus();
    isWanted.current = false;
  }, [field]);

  const mention = isShut ? undefined : mentionAt(text, caret);
  const others = [...people].flatMap(([id, { name }]) => (id === me.person ? [] : [name]));
  const offered = mention ? peopleNamed(mention.typed, others, locale) : [];
  const at = Math.min(chosen, offered.length - 1);

  const write = (next: string, to: number): void => {
    setText(next);
    keepUnsent(on, next);
    setCaret(to);
    setChosen(0);
    setShut(false);
  };
  const pick = (name: string): void => {
    if (!mention) return;
    const head = `${text.slice(0, mention.from)}@${name} `;
    write((head + text.slice(caret).trimStart()).slice(0, LONGEST), head.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(head.length, head.length));
    field.current?.focus();
  };
  const submit = (): void => {
    const words = text.trim();
    if (words !== "" && onSend(words)) write("", 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const offer = offered[at];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (offer !== undefined && step !== 0) {
      event.preventDefault();
      setChosen((at + step + offered.length) % offered.length);
    } else if (offer !== undefined && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) {
      event.preventDefault();
      pick(offer);
    } else if (offer !== undefined && event.key === "Escape") {
      event.stopPropagation();
      setShut(true);
    } else if (event.key === "Escape") {
      giveToBoard();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <div className={css["field"]}>
      <textarea
        ref={field}
        className={css["input"]}
        aria-label={label}
        placeholder={label}
        rows={text.includes("\n") || text.length > 60 ? 3 : 1}
        maxLength={LONGEST}
        value={text}
        // a field of several lines can't be a combobox
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${at}` : undefined}
        onChange={({ target }) => write(target.value, target.selectionStart)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={() => setShut(true)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <div id={listId} role="listbox" aria-label={t("comments.people")} className={css["people"]}>
          {offered.map((name, i) => (
            <div
              key={name}
              id={`${listId}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              className={classes(css["person"], i === at && css["chosen"])}
              // before the field loses the keyboard
              onPointerDown={(event) => {
                event.preventDefault();
                pick(name);
              }}
            >
              {name}
            </div>
          ))}
        </div>
      )}
      <button type="button" className={css["send"]} disabled={text.trim() === ""} onClick={submit}>
        {send}
      </button>
    </div>
  );
};
