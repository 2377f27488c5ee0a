import type { Pair } from "@palabre/shared/terms";
import { boxOf, type Box } from "../box.ts";
import { framesAfterSizing } from "../fromFlow.ts";
import { selectedCards, type ActionContext } from "../action.ts";
import { sayLocked } from "../sayLocked.ts";

export const CORNERS = ["nw", "ne", "se", "sw"] as const;
export type Corner = (typeof CORNERS)[number];

/** A frame is never smaller than the card it is made for; a card always shows its title. */
export const leastOf = (kind: string): Pair => (kind === "frame" ? [240, 180] : [120, 72]);

/** A box whose corner was brought [dx, dy] px aside: the opposite corner stays where it is. Brought nowhere, it stays as it is, however small. */
export function resized(box: Box, corner: Corner, [dx, dy]: Pair, [leastWidth, leastHeight]: Pair): Box {
  if (dx === 0 && dy === 0) return box;
  const isWest = corner.endsWith("w");
  const isNorth = corner.startsWith("n");
  const width = Math.round(Math.max(leastWidth, box.width + (isWest ? -dx : dx)));
  const height = Math.round(Math.max(leastHeight, box.height + (isNorth ? -dy : dy)));
  return {
    x: isWest ? box.x + box.width - width : box.x,
    y: isNorth ? box.y + box.height - height : box.y,
    width,
    height,
  };
}

/** Makes each chosen card wider or taller by [dx, dy] px, from its lower right corner. */
export function resizeBy(context: ActionContext, by: Pair): void {
  const { board, text, announce } = context;
  const chosen = selectedCards(board);
  const cards = chosen.filter((id) => !board.isLocked(id));
  if (cards.length === 0) return chosen[0] && sayLocked(context, chosen[0]);
  const changes = cards.flatMap((id) => {
    const card = board.card(id);
    if (!card) return [];
    return [[id, resized(boxOf(card), "se", by, leastOf(card.kind))] as const];
  });
  board.commands.arrange(
    changes.map(([card, { width, height }]) => ({ card, values: { size: [width, height] } })),
    [],
    framesAfterSizing(board.snapshot(), new Map(changes)),
  );
  const [first] = changes;
  if (!first) return;
  const [id, { width, height }] = first;
  const card = board.card(id);
  // what is refused says why; of a card that can become no smaller it is heard how small it is
  if (!card || boxOf(card).width !== width || boxOf(card).height !== height) return;
  announce(text.t("arrange.sized", { width, height }), "polite");
}
