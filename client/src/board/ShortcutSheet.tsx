import { useEffect } from "react";
import { actions, isOffered, type Action } from "../canvas/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { Dialog, Keys, keepsItsKeys } from "../ui/index.ts";
import { useKeys } from "./useKeys.ts";
import css from "./ShortcutSheet.module.css";

const GROUPS = ["tools", "cards", "links", "moves", "history", "view"] as const satisfies readonly Action["group"][];

/** Every key of the board, from the same list that the keys themselves come from; opens on `?`. */
export const ShortcutSheet = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOpen = useUi(({ dialog }) => dialog === "shortcuts");
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (keepsItsKeys(event.target)) return;
      event.preventDefault();
      ui.set({ dialog: "shortcuts" });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [ui]);
  return (
    <Dialog size="l" title={t("board.shortcuts")} isOpen={isOpen} onClose={() => ui.set({ dialog: undefined })}>
      {isOpen && <Shortcuts />}
    </Dialog>
  );
};

const Shortcuts = () => {
  const { t } = useText();
  const board = useBoard();
  const keys = useKeys();
  const titles = {
    tools: t("board.groupTools"),
    cards: t("board.groupCards"),
    links: t("board.groupLinks"),
    moves: t("board.groupMoves"),
    history: t("board.groupHistory"),
    view: t("board.groupView"),
  } as const;
  return (
    <div className={css["groups"]}>
      {GROUPS.map((group) => {
        const rows = rowsOf(actions.filter((action) => action.group === group && isOffered(action, board)));
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
                      <Keys key={keys.write(key)}>{keys.write(key)}</Keys>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
};

/** Actions that do the same in four directions are one row with four keys. */
const rowsOf = (group: readonly Action[]): readonly Pick<Action, "message" | "keys">[] => {
  const rows = new Map<Action["message"], Action["keys"]>();
  for (const { message, keys } of group)
    if (keys.length > 0) rows.set(message, [...(rows.get(message) ?? []), ...keys]);
  return [...rows].map(([message, keys]) => ({ message, keys }));
};
