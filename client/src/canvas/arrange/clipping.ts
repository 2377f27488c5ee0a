import { sizeOf, titleOf, type CardId, type BoardSnapshot, type Pair } from "@palabre/shared/terms";
import { selectedCards, type ActionContext } from "../action.ts";
import { boundsOf, boxOf, middleOf } from "../box.ts";
import { frameAt } from "../fromFlow.ts";
import { takeAway } from "../takeAway.ts";
import { bringImages } from "./bringImages.ts";
import { MOST_CLIPPED, readClipping, writeClipping, type Clipping } from "./clippingText.ts";
import { copiesOf, originalsOf, withOwnGroups, type Copied } from "./copyOf.ts";

/** What is put into the clipboard: our own cards inside of HTML, which others read as a list, and plain lines for all else. */
export interface Clipped {
  readonly html: string;
  readonly plain: string;
  /** which cards of this board they are copies of, with what lies in frames among them */
  readonly cards: readonly CardId[];
  /** how many more there were than one clipping carries */
  readonly left: number;
}

/** @param isCut it is to be taken off the board: what is locked stays there, and is not clipped */
export function clip({ board }: ActionContext, isCut: boolean): Clipped | undefined {
  const snapshot = board.snapshot();
  const isTaken = (id: CardId): boolean => !isCut || !board.isLocked(id);
  const all = originalsOf(board, selectedCards(board).filter(isTaken)).filter(({ id }) => isTaken(id));
  const originals = all.slice(0, MOST_CLIPPED);
  if (originals.length === 0) return undefined;
  const { cards, links } = copiesOf(snapshot, originals, [0, 0]);
  const clipping: Clipping = {
    board: board.me.id,
    cards: cards.map(({ text = "", attributes = {}, ...card }) => ({ ...card, text, attributes })),
    links,
  };
  const list = document.createElement("ul");
  list.dataset["palabre"] = writeClipping(clipping);
  for (const { text } of clipping.cards) list.append(Object.assign(document.createElement("li"), { innerText: text }));
  const plain = clipping.cards.map(({ text }) => text.trim()).filter((text) => text !== "");
  return {
    html: list.outerHTML,
    plain: plain.join("\n"),
    cards: originals.map(({ id }) => id),
    left: all.length - originals.length,
  };
}

/** The clipping in pasted HTML, if there is one. */
export function clippingIn(html: string): Clipping | undefined {
  if (!html.includes("data-palabre")) return undefined;
  const list = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLElement>("[data-palabre]");
  return readClipping(list?.dataset["palabre"] ?? "");
}

/** Cards and links of a clipping with its middle at a point, each in the frame that lies there. */
function placeClipping(snapshot: BoardSnapshot, { cards, links }: Clipping, at: Pair): Copied {
  const bounds = boundsOf(cards.map((card) => boxOf(card)));
  const [x, y] = bounds ? middleOf(bounds) : [0, 0];
  const [dx, dy] = [at[0] - x, at[1] - y];
  return {
    cards: cards.map(({ attributes, ...card }) => {
      const position: Pair = [card.position[0] + dx, card.position[1] + dy];
      const [width, height] = sizeOf({ kind: card.kind, attributes });
      const frame =
        card.kind === "frame" || card.within !== undefined
          ? undefined
          : frameAt(snapshot, [position[0] + width / 2, position[1] + height / 2]);
      return { ...card, position, attributes: frame === undefined ? attributes : { ...attributes, frame } };
    }),
    links,
  };
}

/** A step aside for each time that the same is pasted at the same place. */
const ASIDE_PX = 24;
let lastPaste: { readonly key: string; readonly times: number } | undefined;

export async function pasteClipping(context: ActionContext, clipped: Clipping, at: Pair): Promise<void> {
  const { board, text, toast, view } = context;
  const { clipping, left } = await bringImages(clipped, board.me.id);
  const leftWords = text.t("arrange.imagesLeft", { n: left });
  if (clipping.cards.length === 0) return toast({ text: leftWords, tone: "warn" });
  const key = `${at[0]} ${at[1]} ${clipping.cards.length}`;
  const times = lastPaste?.key === key ? lastPaste.times + 1 : 0;
  lastPaste = { key, times };
  const aside = times * ASIDE_PX;
  const place: Pair = [at[0] + aside, at[1] + aside];
  const { cards, links } = placeClipping(board.snapshot(), clipping, place);
  const ids = board.commands.addCards(withOwnGroups(cards), links);
  const bounds = boundsOf(ids.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card)));
  if (!bounds) return;
  view?.reveal(bounds);
  const [first] = cards;
  const title = titleOf({ text: first?.text ?? "" }) || text.t("card.untitled");
  const words = ids.length === 1 ? text.t("arrange.pastedOne", { title }) : text.t("arrange.pasted", { n: ids.length });
  toast({
    text: left === 0 ? words : `${words}. ${leftWords}`,
    action: { label: text.t("canvas.actUndo"), onAction: () => takeAway(context, ids) },
  });
}
