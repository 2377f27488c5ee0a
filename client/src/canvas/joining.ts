import type { CardId, LinkId, Polarity } from "@palabre/shared/terms";
import { nameOf, type ActionContext } from "./action.ts";
import { linkWords } from "./linkWords.ts";

/** Takes a card as the first of a link that waits for its second. */
export function startLink(context: ActionContext, from: CardId, polarity: Polarity): void {
  const { board, text, announce } = context;
  board.ui.set({ tool: { type: "link", polarity, from } });
  announce(text.t("canvas.linkSecond", { title: nameOf(context, from) }));
}

/** Links two cards, puts the tool down, unless it is kept, and leaves the new link chosen, so that a sign and a strength can follow. */
export function finishLink(context: ActionContext, from: CardId, to: CardId, polarity: Polarity): void {
  const { board } = context;
  board.ui.set({ tool: board.ui.get().keepsTool ? { type: "link", polarity } : { type: "select" } });
  const { links } = board.snapshot();
  const link = board.commands.addLink(from, to, polarity);
  if (link === undefined) return;
  if (links.has(link)) context.toast({ text: context.text.t("canvas.linkThere") });
  board.commands.select([link]);
  announceLink(context, link);
}

export function announceLink(context: ActionContext, id: LinkId, manner?: "polite"): void {
  const link = context.board.link(id);
  if (link)
    context.announce(linkWords(link, [nameOf(context, link.from), nameOf(context, link.to)], context.text), manner);
}

/** Frames hold cards; links go between the cards. */
export const isLinkable = ({ board }: Pick<ActionContext, "board">, id: CardId): boolean => {
  const card = board.card(id);
  return card !== undefined && card.kind !== "frame" && card.attributes.trashedAt === undefined;
};
