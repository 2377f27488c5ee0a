import { titleOf, type CardId, type LinkId } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import type { BoardState } from "../state/index.ts";
import { showToast } from "../ui/index.ts";

/** Says that what this person wrote on went to the trash while they were away, and offers to bring it back where they may. */
export function tellPutAway(board: BoardState, things: readonly (CardId | LinkId)[], t: Text["t"]): void {
  const [first] = things;
  if (first === undefined) return;
  const onAction = () => {
    board.commands.bringBack(things);
    board.commands.select([first]);
  };
  const text = t("told.putAway", { n: things.length, title: titleIn(board, first) || t("told.untitled") });
  const mayBringBack = things.every((thing) => board.may("bringBack", thing));
  showToast({ text, ...(mayBringBack ? { action: { label: t("told.putBack"), onAction } } : {}) });
}

function titleIn(board: BoardState, thing: CardId | LinkId): string {
  const link = board.link(thing as LinkId);
  if (link) return `${titleIn(board, link.from)} → ${titleIn(board, link.to)}`;
  return titleOf({ text: board.card(thing as CardId)?.text ?? "" });
}
