import type { CardId, LinkId } from "@palabre/shared/terms";
import type { ActionContext } from "./action.ts";
import { sayLocked } from "./sayLocked.ts";

/** Puts cards and links in the trash, in one step that can be taken back at once; what is locked stays. */
export function throwAway(
  context: ActionContext,
  things: { readonly cards: readonly CardId[]; readonly links: readonly LinkId[] },
): void {
  const { board, text, toast } = context;
  const [cards, links] = [
    things.cards.filter((id) => !board.isLocked(id)),
    things.links.filter((id) => !board.isLocked(id)),
  ];
  const [first] = [...things.cards, ...things.links];
  if (cards.length + links.length === 0) return first && sayLocked(context, first);
  const bringBack = board.commands.trash([...cards, ...links]);
  if (!bringBack) return;
  const words =
    cards.length > 0
      ? text.t("canvas.trashedCards", { n: cards.length })
      : text.t("canvas.trashedLinks", { n: links.length });
  toast({
    text: words,
    action: {
      label: text.t("canvas.actUndo"),
      onAction: () => {
        bringBack();
        board.commands.select([...cards, ...links]);
      },
    },
  });
}
