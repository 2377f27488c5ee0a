import { useSyncExternalStore } from "react";
import { useText, type MessageKey } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import {
  areLetterKeysOn,
  Dialog,
  isLetterKey,
  Keys,
  SegmentedControl,
  setLetterKeys,
  subscribeToLetterKeys,
  Switch,
  type Key,
  type KeyWords,
} from "../ui/index.ts";
import { LAYOUTS } from "./keyboardLayout.ts";
import { useWritten } from "./useWritten.ts";
import css from "./ShortcutSheet.module.css";

const GROUPS = ["tools", "cards", "links", "moves", "history", "view"] as const;
/** What the sheet tells of an action. */
export interface Shortcut {
  /** one of those that have no placeholder */
  readonly message: Extract<MessageKey, `${string}.act${Capitalize<string>}`>;
  readonly keys: readonly Key[];
  readonly group: (typeof GROUPS)[number];
}
export interface ShortcutSheetProps {
  readonly shortcuts: readonly Shortcut[];
  readonly words: KeyWords;
}
const CHOICES = LAYOUTS.map((id) => ({ id, label: id.toUpperCase() }));

/** Every key of the board, from the same list that the keys themselves come from, as the person's own keyboard prints them. */
export const ShortcutSheet = ({ shortcuts, words }: ShortcutSheetProps) => {
  const { t } = useText();
  const board = useBoard();
  const { layout, setLayout, write } = useWritten(words);
  const hasLetters = useSyncExternalStore(subscribeToLetterKeys, areLetterKeysOn);
  const titles = {
    tools: t("finding.groupTools"),
    cards: t("finding.groupCards"),
    links: t("finding.groupLinks"),
    moves: t("finding.groupMoves"),
    history: t("finding.groupHistory"),
    view: t("finding.groupView"),
  } as const;
  return (
    <Dialog size="l" title={t("canvas.actShortcuts")} isOpen onClose={() => board.ui.set({ dialog: undefined })}>
      <div className={css["settings"]}>
        <SegmentedControl label={t("finding.layout")} choices={CHOICES} value={layout} onChange={setLayout} />
        <div className={css["letters"]}>
          <Switch label={t("finding.letters")} isSelected={hasLetters} onChange={setLetterKeys} />
          <small>{t("finding.lettersOff")}</small>
        </div>
      </div>
      <div className={css["groups"]}>
        {GROUPS.map((group) => {
          const rows = rowsOf(
            shortcuts.filter((shortcut) => shortcut.group === group),
            hasLetters,
          );
          if (rows.length === 0) return null;
          return (
            <section key={group} className={css["group"]}>
              <h3>{titles[group]}</h3>
              <dl>
                {rows.map(({ message, keys: all }) => (
                  <div key={message} className={css["row"]}>
                    <dt>{t(message)}</dt>
                    <dd>
                      {all.map((key) => (
                        <Keys key={write(key)}>{write(key)}</Keys>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
};

/** Actions that do the same in four directions are one row with four keys; a key that is switched off is not listed. */
const rowsOf = (group: readonly Shortcut[], hasLetters: boolean): readonly Omit<Shortcut, "group">[] => {
  const rows = new Map<Shortcut["message"], readonly Key[]>();
  for (const { message, keys } of group) {
    const live = keys.filter((key) => hasLetters || !isLetterKey(key));
    if (live.length > 0) rows.set(message, [...(rows.get(message) ?? []), ...live]);
  }
  return [...rows].map(([message, keys]) => ({ message, keys }));
};
