import { titleOf, type CardId } from "@palabre/shared/terms";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { drawingOfKind } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot, viewOf } from "../state/index.ts";
import { Dialog, Icon, Keys, type Command, type KeyWords } from "../ui/index.ts";
import { ranked } from "./rank.ts";
import { useWritten } from "./useWritten.ts";
import css from "./CommandPalette.module.css";

const CARDS_SHOWN = 8;

export interface CommandPaletteProps {
  readonly commands: readonly Command[];
  readonly words: KeyWords;
  /** Brings cards into view, near enough to be read. */
  readonly onShow: (cards: readonly CardId[]) => void;
}

/** Everything that can be done now, and every card, by typing a part of its name. */
export const CommandPalette = ({ commands, words, onShow }: CommandPaletteProps) => {
  const { t } = useText();
  const { ui } = useBoard();
  const [typed, setTyped] = useState("");
  const { write } = useWritten(words);
  const cards = useCards(onShow);
  const found = useMemo(() => ranked(commands, typed), [commands, typed]);
  const foundCards = useMemo(
    () => (typed.trim() === "" ? [] : ranked(cards, typed).slice(0, CARDS_SHOWN)),
    [cards, typed],
  );
  const lines = useMemo(() => [...found, ...foundCards], [found, foundCards]);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const idOf = (place: number) => `${listId}-${place}`;
  const current = lines[Math.min(at, lines.length - 1)];
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const run = (line: Command | undefined) => {
    if (!line) return;
    ui.set({ dialog: undefined });
    // once the dialog has given the keyboard back
    requestAnimationFrame(() => requestAnimationFrame(line.onAction));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 && event.key !== "Enter") return;
    event.preventDefault();
    if (step === 0) run(current);
    else setAt((at + step + lines.length) % Math.max(1, lines.length));
  };
  const section = (title: string, commands: readonly Command[], first: number) =>
    commands.length > 0 && (
      <div role="group" aria-label={title}>
        <p className={css["title"]} aria-hidden="true">
          {title}
        </p>
        {commands.map((line, i) => (
          <button
            key={line.id}
            type="button"
            role="option"
            id={idOf(first + i)}
            tabIndex={-1}
            aria-selected={line === current}
            className={css["line"]}
            onPointerMove={() => setAt(first + i)}
            onClick={() => run(line)}
          >
            <span className={css["icon"]}>{line.icon && <Icon of={line.icon} />}</span>
            <span className={css["label"]}>{line.label}</span>
            {line.keys !== undefined && <Keys>{write(line.keys)}</Keys>}
          </button>
        ))}
      </div>
    );
  return (
    <Dialog title={t("finding.palette")} isOpen onClose={() => ui.set({ dialog: undefined })}>
      <div className={css["palette"]}>
        <input
          className={css["field"]}
          role="combobox"
          aria-label={t("finding.palette")}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current && idOf(lines.indexOf(current))}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
          autoFocus
          value={typed}
          placeholder={t("finding.paletteHint")}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div ref={list} id={listId} role="listbox" aria-label={t("finding.commands")} className={css["list"]}>
          {section(t("finding.commands"), found, 0)}
          {section(t("finding.cardsFound"), foundCards, found.length)}
        </div>
        {lines.length === 0 && (
          <p className={css["none"]} role="status">
            {t("finding.noCommand")}
          </p>
        )}
      </div>
    </Dialog>
  );
};

/** Every card by its title; one goes to it. */
function useCards(onShow: (cards: readonly CardId[]) => void): readonly Command[] {
  const { t } = useText();
  const board = useBoard();
  const { cards } = useSnapshot();
  return [...cards.values()]
    .filter(({ attributes }) => attributes.trashedAt === undefined)
    .map((card) => ({
      id: card.id,
      label: titleOf(card) || t("finding.untitled"),
      icon: drawingOfKind(card.kind),
      onAction: () => {
        board.commands.select([card.id]);
        onShow([card.id]);
        viewOf(board)?.focusCard(card.id);
      },
    }));
}
