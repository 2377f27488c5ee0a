import { cardAtHand, type Action, type ActionContext } from "../action.ts";
import { pickImages } from "../pickImages.ts";
import { viewOf } from "../view.ts";

/** The page that the card at hand keeps, if it is one: what others wrote there may be anything. */
function pageOf(context: Pick<ActionContext, "board" | "view">): string | undefined {
  const id = cardAtHand(context);
  const address = id === undefined ? undefined : context.board.card(id)?.attributes.url;
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

export const mediaActions: readonly Action[] = [
  {
    id: "image",
    message: "canvas.actImage",
    keys: [],
    group: "cards",
    menus: { ground: "make" },
    isEdit: true,
    when: () => true,
    run: pickImages,
  },
  {
    id: "openPage",
    message: "canvas.actOpenPage",
    keys: [],
    group: "cards",
    menus: { card: "see" },
    barOf: (cards) => cards.length === 1 && cards[0]?.attributes.url !== undefined,
    when: (board) => pageOf({ board, view: viewOf(board) }) !== undefined,
    run: (context) => {
      const page = pageOf(context);
      if (page !== undefined) window.open(page, "_blank", "noopener,noreferrer");
    },
  },
];
