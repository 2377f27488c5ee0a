import type { CardAttributes, LinkAttributes } from "@palabre/shared/terms";
import { selectedCards, selectedLinks, type ActionContext } from "../action.ts";

/** How a card or a link looks, without what it says. */
type Style =
  | { readonly of: "card"; readonly values: { readonly [Name in "size" | "colour"]: CardAttributes[Name] | undefined } }
  | { readonly of: "link"; readonly values: Pick<LinkAttributes, "polarity" | "strength" | "delay"> };

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

/** Makes what is chosen look like what was copied, in one step; a card's look says nothing of a link. */
export function pasteStyle({ board, text, announce, toast }: ActionContext): void {
  if (!copied) return toast({ text: text.t("arrange.noStyle") });
  const { of, values } = copied;
  const cards = of === "card" ? selectedCards(board).filter((id) => !board.isLocked(id)) : [];
  const links = of === "link" ? selectedLinks(board).filter((id) => !board.isLocked(id)) : [];
  if (of === "card") board.commands.setCards(cards.map((card) => [card, values] as const));
  else for (const link of links) board.commands.setLink(link, values);
  announce(text.t("arrange.stylePasted", { n: cards.length + links.length }));
}
