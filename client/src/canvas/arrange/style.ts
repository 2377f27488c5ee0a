import {
  sizeOf,
  type CardAttributes,
  type CardId,
  type LinkAttributes,
  type LinkId,
  type Pair,
} from "@palabre/shared/terms";
import { selectedCards, selectedLinks, type ActionContext } from "../action.ts";
import { boxOf } from "../box.ts";
import { framesAfterSizing } from "../fromFlow.ts";
import type { BoardState } from "../house.ts";
import { sayLocked } from "../sayLocked.ts";
import { leastOf } from "./resize.ts";

/** How a card or a link looks, without what it says. */
type Style =
  | { readonly of: "card"; readonly values: CardLook }
  | { readonly of: "link"; readonly values: Pick<LinkAttributes, "polarity" | "strength" | "delay"> };

type CardLook = { readonly [Name in "size" | "colour"]: CardAttributes[Name] | undefined };

/** One for the page, as a clipboard is: it goes along from board to board. */
let copied: Style | undefined;

export function copyStyle({ board, text, announce, toast }: ActionContext): void {
  const [id] = selectedCards(board);
  const [linkId] = selectedLinks(board);
  const card = id && board.card(id);
  const link = linkId && board.link(linkId);
  if (card) copied = { of: "card", values: { size: card.attributes.size, colour: card.attributes.colour } };
  else if (link)
    copied = { of: "link", values: { polarity: link.polarity, strength: link.strength, delay: link.delay } };
  else return toast({ text: text.t("arrange.styleOfWhat") });
  announce(text.t("arrange.styleCopied"));
}

/** Makes what is chosen look like what was copied, in one step; a card's look says nothing of a link, and what is locked stays. */
export function pasteStyle(context: ActionContext): void {
  const { board, text, toast } = context;
  if (!copied) return toast({ text: text.t("arrange.noStyle") });
  if (copied.of === "card") {
    const { values } = copied;
    return give(context, selectedCards(board), (cards) => giveCards(board, cards, values));
  }
  const { values } = copied;
  give(
    context,
    selectedLinks(board),
    (links) => void board.commands.setLinks(links.map((link) => [link, values] as const)),
  );
}

/** Gives a look to those that are free, and says to how many; or why to none. */
function give<Id extends CardId | LinkId>(
  context: ActionContext,
  chosen: readonly Id[],
  giveTo: (free: readonly Id[]) => void,
): void {
  const { board, text, announce } = context;
  const free = chosen.filter((id) => !board.isLocked(id));
  if (chosen[0] !== undefined && free.length === 0) return sayLocked(context, chosen[0]);
  const mayGive = free.every((id) => board.may("set", id));
  giveTo(free);
  // what is not allowed is told by itself; one that has the look already has it now
  if (mayGive) announce(text.t("arrange.stylePasted", { n: free.length }));
}

/** A look makes nothing smaller than its kind may be, unless it is already; what lies in a frame follows from its new size. */
function giveCards(board: BoardState, ids: readonly CardId[], { size, colour }: CardLook): void {
  const sized = ids.flatMap((id) => {
    const card = board.card(id);
    if (!card) return [];
    const [now, least] = [sizeOf(card), leastOf(card.kind)];
    const along = (side: 0 | 1) => Math.max(size?.[side] ?? 0, Math.min(now[side], least[side]));
    const given: Pair | undefined = size && [along(0), along(1)];
    return [{ card, given, box: boxOf({ ...card, attributes: given ? { size: given } : {} }) }];
  });
  board.commands.arrange(
    sized.map(({ card, given }) => ({ card: card.id, values: { size: given, colour } })),
    [],
    framesAfterSizing(board.snapshot(), new Map(sized.map(({ card, box }) => [card.id, box]))),
  );
}
