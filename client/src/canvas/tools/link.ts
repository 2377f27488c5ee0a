import type { CardId, Polarity } from "@palabre/shared/terms";
import { finishLink, isLinkable, startLink } from "../joining.ts";
import type { ToolState } from "../toolState.ts";

/** The next two cards are linked, in the order in which they are clicked; a click on the ground gives up the first. */
export const linkState = ({ from, polarity }: { readonly from?: CardId; readonly polarity: Polarity }): ToolState => ({
  cursor: "crosshair",
  dragsGround: "chooses",
  dragsCards: false,
  onCard: (context, card) => {
    if (!isLinkable(context, card) || card === from) return;
    if (from === undefined) startLink(context, card, polarity);
    else finishLink(context, from, card, polarity);
  },
  onGround: ({ board }) => board.ui.set({ tool: from === undefined ? { type: "select" } : { type: "link", polarity } }),
});
