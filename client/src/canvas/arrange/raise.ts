import type { Card, CardId } from "@palabre/shared/terms";
import { selectedCards, type ActionContext } from "../action.ts";
import { sayLocked } from "../sayLocked.ts";
import { compareOrders, inOrder, orderOf, ordersBeyond } from "../order.ts";
import { setFacts } from "../setFacts.ts";

export type Raised = "front" | "back";

/** Brings what is chosen before all others, or behind them. */
export function raise(context: ActionContext, to: Raised): void {
  const { board, text, announce } = context;
  const chosen = selectedCards(board);
  const free = new Set(chosen.filter((id) => !board.isLocked(id)));
  if (free.size === 0) return chosen[0] && sayLocked(context, chosen[0]);
  const changes = ordersFor([...board.snapshot().cards.values()], free, to);
  if (changes.size === 0) return;
  const n = setFacts(
    context,
    [...changes].map(([card, order]) => [card, { order }]),
  );
  if (n > 0) announce(text.t(to === "front" ? "arrange.front" : "arrange.back", { n }));
}

/** The new keys of chosen cards, which keep their order among themselves; none when they lie there already. */
export function ordersFor(
  cards: readonly Card[],
  chosen: ReadonlySet<CardId>,
  to: Raised,
): ReadonlyMap<CardId, string> {
  const mine = inOrder(cards.filter(({ id }) => chosen.has(id)));
  const others = cards.filter(({ id }) => !chosen.has(id)).map((card) => orderOf(card));
  const [first, ...rest] = others;
  if (mine.length === 0 || first === undefined) return new Map();
  const beyond = (a: string, b: string) => compareOrders(a, b) === (to === "front" ? 1 : -1);
  const edge = rest.reduce((most, order) => (beyond(order, most) ? order : most), first);
  if (mine.every((card) => beyond(orderOf(card), edge))) return new Map();
  const keys = ordersBeyond(edge, to, mine.length);
  return new Map(mine.map(({ id }, at) => [id, keys[at] ?? edge]));
}
