import { ACTION_ICONS, actionOf, useAction } from "../canvas/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import type { MenuEntry } from "../ui/index.ts";

/** What is drawn, written without paper, or brought from elsewhere: one menu, on the rail and on a phone. */
export function useDrawItems(): readonly MenuEntry[] {
  const board = useBoard();
  const colours = [
    useAction("pen-ink"),
    useAction("pen-expectation"),
    useAction("pen-factor"),
    useAction("pen-strategy"),
  ];
  // which of them is on
  useUi(({ penColour }) => penColour);
  useUi(({ selection }) => selection);
  const actions = [
    useAction("draw"),
    useAction("erase"),
    useAction("text"),
    useAction("rectangle"),
    useAction("ellipse"),
    useAction("diamond"),
    useAction("image"),
  ];
  const shown = actions.filter(({ isShown }) => isShown);
  // where nothing may be drawn or brought, words and shapes are what notes are for
  if (!shown.some(({ id }) => id === "draw" || id === "image")) return [];
  return [
    ...shown.map(({ id, label, keys, run }): MenuEntry => ({ id, label, icon: ACTION_ICONS[id], keys, onAction: run })),
    "separator",
    ...colours.map(({ id, label, run }): MenuEntry => ({
      id,
      label,
      icon: ACTION_ICONS[id],
      isChosen: actionOf(id).isOn?.(board),
      onAction: run,
    })),
  ];
}
