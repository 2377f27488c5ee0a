import { sizeOf, titleOf, type CardId, type BoardSnapshot, type Pair } from "@palabre/shared/terms";
import { selectedCards, type ActionContext } from "../action.ts";
import { boundsOf, boxOf, middleOf } from "../box.ts";
import { frameAt } from "../fromFlow.ts";
import { MOST_CLIPPED, readClipping, writeClipping, type Clipping } from "./clippingText.ts";
import { copyOf, withOwnGroups, type Copied } from "./copyOf.ts";

/** What is put into the clipboard: our own cards inside of HTML, which others read as a list, and plain lines for all else. */
export interface Clipped {
  readonly html: string;
  readonly plain: string;
  readonly cards: readonly CardId[];
}

export function clip({ board }: ActionContext): Clipped | undefined {
  const chosen = selectedCards(board).slice(0, MOST_CLIPPED);
  if (chosen.length === 0) return undefined;
  const { cards, links } = copyOf(board.snapshot(), chosen, [0, 0]);
  const clipping: Clipping = {
    board: board.me.id,
    cards: cards
      .slice(0, MOST_CLIPPED)
      .map(({ text = "", attributes = {}, ...card }) => ({ ...card, text, attributes })),
    links,
  };
  const list = document.createElement("ul");
  list.dataset["palabre"] = writeClipping(clipping);
  for (const { text } of clipping.cards) list.append(Object.assign(document.createElement("li"), { innerText: text }));
  const plain = clipping.cards.map(({ text }) => text.trim()).filter((text) => text !== "");
  return { html: list.outerHTML, plain: plain.join("\n"), cards: chosen };
}

/** The clipping in pasted HTML, if there is one. */
export function clippingIn(html: string): Clipping | undefined {
  if (!html.includes("data-palabre")) return undefined;
  const list = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("[data-palabre]");
  return readClipping(list?.dataset["palabre"] ?? "");
}

/** Cards and links of a clipping with its middle at a point, each in the frame that lies there. */
function placeClipping(
  snapshot: BoardSnapshot,
  { board, cards, links }: Clipping,
  here: Clipping["board"],
  at: Pair,
): Copied {
  const bounds = boundsOf(cards.map((card) => boxOf(card)));
  const [x, y] = bounds ? middleOf(bounds) : [0, 0];
  const [dx, dy] = [at[0] - x, at[1] - y];
  return {
    cards: cards.map(({ attributes: { file, ...facts }, ...card }) => {
      const position: Pair = [card.position[0] + dx, card.position[1] + dy];
      // a picture is kept by the server for one board
      const kept = file !== undefined && board === here ? { ...facts, file } : facts;
      const [width, height] = sizeOf({ kind: card.kind, attributes: kept });
      const frame =
        card.kind === "frame" || card.within !== undefined
          ? undefined
          : frameAt(snapshot, [position[0] + width / 2, position[1] + height / 2]);
      return { ...card, position, attributes: frame === undefined ? kept : { ...kept, frame } };
    }),
    links,
  };
}

/** A step aside for each time that the same is pasted at the same place. */
const ASIDE_PX = 24;
let lastPaste: { readonly key: string; readonly times: number } | undefined;

export function pasteClipping(context: ActionContext, clipping: Clipping, at: Pair): readonly CardId[] {
  const { board, text, toast, view } = context;
  const key = `${at[0]} ${at[1]} ${clipping.cards.length}`;
  const times = lastPaste?.key === key ? lastPaste.times + 1 : 0;
  lastPaste = { key, times };
  const aside = times * ASIDE_PX;
  const place: Pair = [at[0] + aside, at[1] + aside];
  const { cards, links } = placeClipping(board.snapshot(), clipping, board.me.id, place);
  const ids = board.commands.addCards(withOwnGroups(cards), links);
  const bounds = boundsOf(ids.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card)));
  if (!bounds) return ids;
  view?.reveal(bounds);
  const [first] = cards;
  const title = titleOf({ text: first?.text ?? "" }) || text.t("card.untitled");
  toast({
    text: ids.length === 1 ? text.t("arrange.pastedOne", { title }) : text.t("arrange.pasted", { n: ids.length }),
    action: { label: text.t("canvas.actUndo"), onAction: () => void board.commands.trash(ids) },
  });
  return ids;
}
