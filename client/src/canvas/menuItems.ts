import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import type { MenuEntry } from "../ui/index.ts";
import type { ActionContext, ActionId } from "./action.ts";
import { actionOf } from "./actions/index.ts";
import { keysOf, runAction, isShown } from "./useActionContext.ts";
import { placeState } from "./tools/place.ts";

/** What a menu was opened on. */
export type MenuTarget =
  | { readonly type: "card"; readonly id: CardId }
  | { readonly type: "link"; readonly id: LinkId }
  | { readonly type: "ground"; readonly at: Pair };

const ENTRIES: Readonly<Record<MenuTarget["type"], readonly (ActionId | "separator")[]>> = {
  card: ["write", "link", "duplicate", "lock", "unlock", "separator", "fitSelection", "separator", "delete"],
  link: [
    "helps",
    "hinders",
    "separator",
    "weak",
    "medium",
    "strong",
    "separator",
    "delay",
    "label",
    "lock",
    "unlock",
    "separator",
    "delete",
  ],
  ground: ["new", "frame", "separator", "selectAll", "fitAll", "zoomFull", "separator", "undo", "redo"],
};

/** The menu of a thing on the board, out of the same actions as the keys; a viewer's has nothing that changes the board. */
export function menuItems(target: MenuTarget, context: ActionContext): readonly MenuEntry[] {
  const { board, text } = context;
  const entries = ENTRIES[target.type].flatMap((id): readonly MenuEntry[] => {
    if (id === "separator") return [id];
    const action = actionOf(id);
    if (!isShown(action, board)) return [];
    const isHere = id === "new" && target.type === "ground";
    return [
      {
        id,
        label: text.t(action.message),
        keys: keysOf(action, text),
        isDisabled: !action.when(board),
        isChosen: target.type === "link" && isSet(context, target.id, id),
        tone: id === "delete" ? "danger" : "plain",
        onAction: () =>
          isHere
            ? placeState(board.kindToAdd("expectation")).onGround?.(context, target.at)
            : runAction(action, context),
      },
    ];
  });
  return withoutIdleSeparators(entries);
}

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

const withoutIdleSeparators = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.filter(
    (entry, i) => entry !== "separator" || (i > 0 && i < entries.length - 1 && entries[i - 1] !== "separator"),
  );
