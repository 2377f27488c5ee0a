import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import type { MenuEntry } from "../ui/index.ts";
import { MENU_PARTS, type Action, type ActionContext, type ActionId } from "./action.ts";
import { actions } from "./actions/index.ts";
import { keysOf, runAction, isShown } from "./useActionContext.ts";

/** What a menu was opened on. */
export type MenuTarget =
  | { readonly type: "card"; readonly id: CardId }
  | { readonly type: "link"; readonly id: LinkId }
  | { readonly type: "ground"; readonly at: Pair };

/** The menu of a thing on the board, out of the same actions as the keys; a viewer's has nothing that changes the board. */
export function menuItems(
  target: MenuTarget | { readonly type: "several" | "drawn" },
  context: ActionContext,
): readonly MenuEntry[] {
  const { board, text } = context;
  const here: ActionContext = target.type === "ground" ? withPlace(context, target.at) : context;
  const entryOf = (action: Action): MenuEntry => ({
    id: action.id,
    label: text.t(action.message),
    keys: keysOf(action, text),
    isDisabled: !action.when(board),
    isChosen: action.isOn?.(board) === true || (target.type === "link" && isSet(context, target.id, action.id)),
    tone: action.id === "delete" ? "danger" : "plain",
    onAction: () => runAction(action, here),
  });
  const parts = MENU_PARTS.map((part) =>
    actions
      .filter((action) => action.menus?.[target.type] === part && isShown(action, board))
      .filter(({ isRare, when }) => isRare !== true || when(board))
      .map(entryOf),
  );
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, i): readonly MenuEntry[] => (i === 0 ? part : ["separator", ...part]));
}

/** The context of an action that was asked for at a place. */
const withPlace = (context: ActionContext, at: Pair): ActionContext => ({
  ...context,
  // asked for each time, as in the context itself
  get view() {
    return context.view;
  },
  at,
});

function isSet({ board }: ActionContext, id: LinkId, action: ActionId): boolean {
  const link = board.link(id);
  if (!link) return false;
  const now: readonly ActionId[] = [
    link.polarity === "+" ? "helps" : "hinders",
    link.strength === 1 ? "weak" : link.strength === 2 ? "medium" : "strong",
    ...(link.delay ? (["delay"] as const) : []),
  ];
  return now.includes(action);
}
