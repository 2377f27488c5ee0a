import {
  CARD_KINDS,
  isCardKind,
  isTrashed,
  previewKey,
  sizeOf,
  type BoardId,
  type BoardPreview,
  type BoardSnapshot,
  type Card,
} from "@palabre/shared/terms";

/** Cards in a preview: more would not be seen at the size of a tile, and the device keeps one for each board. */
const MOST_CARDS = 60;

/** A board as the home page draws it: shapes without words. Cards come in order of birth, links only between those kept. */
export function previewOf(snapshot: Pick<BoardSnapshot, "cards" | "links">): BoardPreview {
  const kept = [...snapshot.cards.values()].filter((card) => !isTrashed(card)).slice(0, MOST_CARDS);
  const centres = new Map(kept.map((card) => [card.id, centreOf(card)]));
  const links: BoardPreview["links"][number][] = [];
  for (const link of snapshot.links.values()) {
    const from = centres.get(link.from);
    const to = centres.get(link.to);
    if (from && to && link.attributes.trashedAt === undefined)
      links.push([...from, ...to, link.polarity === "+" ? 1 : -1]);
  }
  return { cards: kept.map((card) => [kindOf(card), ...card.position, ...sizeOf(card)]), links };
}

const kindOf = ({ kind }: Card): number => CARD_KINDS.indexOf(isCardKind(kind) ? kind : "note");
const centreOf = (card: Card): readonly [number, number] => {
  const [x, y] = card.position;
  const [width, height] = sizeOf(card);
  return [x + width / 2, y + height / 2];
};

/** Keeps the preview on the device. An empty board is kept too: a picture of what was erased would lie. */
export function keepPreview(board: BoardId, snapshot: BoardSnapshot): void {
  try {
    localStorage.setItem(previewKey(board), JSON.stringify(previewOf(snapshot)));
  } catch {
    // storage is forbidden or full: the home page shows the board without a picture
  }
}
