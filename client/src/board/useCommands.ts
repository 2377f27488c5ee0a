import { ACTION_ICONS, actions, isOffered, runAction, useActionContext } from "../canvas/index.ts";
import { drawingOfKind, kindWord } from "../figures/index.ts";
import { usePanels } from "../panels/index.ts";
import { QrIcon, type Command } from "../ui/index.ts";
import { focusPanel } from "./focusPanel.ts";
import { useMoreItems } from "./useMoreItems.ts";
import { useOffered } from "./useOffered.ts";

/** What can be done now: the actions of the board, the cards that can be placed, the panels, the menu of rare things. */
export function useCommands(): readonly Command[] {
  const context = useActionContext();
  const { board, text } = context;
  const { ui } = board;
  const { kinds } = useOffered();
  const own = actions
    .filter((action) => action.isKeyOnly !== true && isOffered(action, board) && action.when(board))
    .map((action): Command => ({
      id: action.id,
      label: text.t(action.message),
      icon: ACTION_ICONS[action.id],
      keys: action.keys[0],
      onAction: () => runAction(action, context),
    }));
  const places = (board.mayEdit ? kinds : []).map((kind) => ({
    id: `place-${kind}`,
    label: kindWord({ kind }, text),
    icon: drawingOfKind(kind),
    onAction: () => ui.set({ tool: { type: "place", kind } }),
  }));
  const panels = usePanels().map(({ id, icon, label }) => ({
    id: `panel-${id}`,
    label: text.t(label),
    icon,
    onAction: () => {
      ui.set({ panel: id });
      focusPanel(id);
    },
  }));
  const invite = {
    id: "invite",
    label: text.t("board.invite"),
    icon: QrIcon,
    onAction: () => ui.set({ isSharing: true }),
  };
  const ids = new Set<string>(own.map(({ id }) => id));
  const rest = useMoreItems().flatMap((item) =>
    item === "separator" || ids.has(item.id)
      ? []
      : [{ id: item.id, label: item.label, icon: item.icon, onAction: item.onAction }],
  );
  return [...own, ...places, ...panels, invite, ...rest];
}
