import { titleOf, type CardId } from "@palabre/shared/terms";
import { useMemo, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Header, Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Input, SearchField } from "react-aria-components/SearchField";
import { drawingOfKind } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot, viewOf } from "../state/index.ts";
import { Dialog, Icon, Keys, type Command, type Key, type KeyWords } from "../ui/index.ts";
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
  const run = (key: string | number) => {
    const chosen = [...found, ...foundCards].find(({ id }) => id === key);
    ui.set({ dialog: undefined });
    // once the dialog has given the keyboard back
    if (chosen) requestAnimationFrame(() => requestAnimationFrame(chosen.onAction));
  };
  return (
    <Dialog title={t("finding.palette")} isOpen onClose={() => ui.set({ dialog: undefined })}>
      <div className={css["palette"]}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <SearchField className={css["search"] ?? ""} aria-label={t("finding.palette")} autoFocus>
            <Input className={css["field"] ?? ""} placeholder={t("finding.paletteHint")} />
          </SearchField>
          <Menu
            className={css["list"] ?? ""}
            aria-label={t("finding.commands")}
            onAction={run}
            renderEmptyState={() => <p className={css["none"]}>{t("finding.noCommand")}</p>}
          >
            {found.length > 0 && <Lines title={t("finding.commands")} commands={found} write={write} />}
            {foundCards.length > 0 && <Lines title={t("finding.cardsFound")} commands={foundCards} write={write} />}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  );
};

interface LinesProps {
  readonly title: string;
  readonly commands: readonly Command[];
  readonly write: (key: Key) => string;
}
const Lines = ({ title, commands, write }: LinesProps) => (
  <MenuSection>
    <Header className={css["title"] ?? ""}>{title}</Header>
    {commands.map(({ id, label, icon, keys }) => (
      <MenuItem key={id} id={id} textValue={label} className={css["line"] ?? ""}>
        <span className={css["icon"]}>{icon && <Icon of={icon} />}</span>
        <span className={css["label"]}>{label}</span>
        {keys !== undefined && <Keys>{write(keys)}</Keys>}
      </MenuItem>
    ))}
  </MenuSection>
);

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
