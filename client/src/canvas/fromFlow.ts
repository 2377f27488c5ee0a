import {
  isCardKind,
  isTrashed,
  newCardId,
  sizeOf,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type CardKind,
  type LinkId,
  type Pair,
} from "@palabre/shared/terms";
import type { Holding, NewCard } from "../state/index.ts";
import { boxOf, holds, middleOf, type Box } from "./box.ts";

export type { ListedCard, NewLink } from "../state/index.ts";

/** The part of a React Flow change that is about selection; all others are left to this canvas's own state. */
export interface SelectionChange {
  readonly type: string;
  readonly id?: string;
  readonly selected?: boolean;
}

/** What is chosen after React Flow's changes; the same set when they change nothing. */
export function selectionAfter(
  before: ReadonlySet<CardId | LinkId>,
  changes: readonly SelectionChange[],
): ReadonlySet<CardId | LinkId> {
  const after = new Set(before);
  for (const { type, id, selected } of changes) {
    if (type !== "select" || id === undefined) continue;
    // nodes and edges carry the ids of the cards and links that they show
    if (selected === true) after.add(id as CardId | LinkId);
    else after.delete(id as CardId | LinkId);
  }
  const isSame = after.size === before.size && [...after].every((id) => before.has(id));
  return isSame ? before : after;
}

/** What a marquee frames: cards that it touches, and frames that lie in it whole, since one begins a marquee on their ground. */
export function framedBy(snapshot: BoardSnapshot, marquee: Box): readonly CardId[] {
  const right = marquee.x + marquee.width;
  const bottom = marquee.y + marquee.height;
  return [...snapshot.cards.values()].flatMap((card) => {
    if (isTrashed(card)) return [];
    const { x, y, width, height } = boxOf(card);
    const isTouched = x < right && x + width > marquee.x && y < bottom && y + height > marquee.y;
    const isWhole = x >= marquee.x && y >= marquee.y && x + width <= right && y + height <= bottom;
    return (card.kind === "frame" ? isWhole : isTouched) ? [card.id] : [];
  });
}

const isShownFrame = (card: Card) => card.kind === "frame" && !isTrashed(card);

/** The frame that holds a point: of several, the smallest, which is the innermost. */
export function frameAt(snapshot: Pick<BoardSnapshot, "cards">, point: Pair): CardId | undefined {
  let best: { readonly id: CardId; readonly area: number } | undefined;
  for (const card of snapshot.cards.values()) {
    if (!isShownFrame(card)) continue;
    const box = boxOf(card);
    const area = box.width * box.height;
    if (holds(box, point) && (!best || area < best.area)) best = { id: card.id, area };
  }
  return best?.id;
}

/** The frames that are seen, as they lie once each of these cards has been moved [dx, dy] px. */
export function framesOnceMoved(
  { cards }: Pick<BoardSnapshot, "cards">,
  moves: ReadonlyMap<CardId, Pair>,
): Pick<BoardSnapshot, "cards"> {
  const frames = new Map<CardId, Card>();
  for (const card of cards.values()) {
    if (!isShownFrame(card)) continue;
    const [dx, dy] = moves.get(card.id) ?? [0, 0];
    frames.set(card.id, { ...card, position: [card.position[0] + dx, card.position[1] + dy] });
  }
  return { cards: frames };
}

/**
 * In which frame each dragged card lies once it is dropped [dx, dy] px from where it lay; only those for which that changes. A card that
 * travels with its own frame stays in it; frames lie in no frame.
 */
export function framesAfterDrop(
  snapshot: BoardSnapshot,
  dragged: Iterable<CardId>,
  by: Pair,
): ReadonlyMap<CardId, CardId | undefined> {
  const ids = new Set(dragged);
  const frames = new Map<CardId, CardId | undefined>();
  const lying = framesOnceMoved(snapshot, new Map([...ids].map((id) => [id, by])));
  for (const id of ids) {
    const card = snapshot.cards.get(id);
    if (!card || card.kind === "frame") continue;
    const { frame } = card.attributes;
    if (frame !== undefined && ids.has(frame)) continue;
    const next = frameAt(lying, middleOf(boxOf(card, by)));
    if (next !== frame) frames.set(id, next);
  }
  return frames;
}

/**
 * In which frame each card lies once cards have these boxes; only those for which the frames among them change that. The card's middle
 * decides, as when it is dropped; locked cards stay in theirs.
 */
export function framesAfterSizing(
  { cards }: Pick<BoardSnapshot, "cards">,
  boxes: ReadonlyMap<CardId, Box>,
): ReadonlyMap<CardId, CardId | undefined> {
  const lying = new Map<CardId, CardId | undefined>();
  const frames = new Map<CardId, Card>();
  for (const card of cards.values()) {
    const box = boxes.get(card.id);
    if (isShownFrame(card)) frames.set(card.id, box ? sized(card, box) : card);
  }
  const isSized = (frame: CardId | undefined) => frame !== undefined && boxes.has(frame) && frames.has(frame);
  if (![...boxes.keys()].some(isSized)) return lying;
  for (const card of cards.values()) {
    const { frame, locked } = card.attributes;
    if (card.kind === "frame" || isTrashed(card) || locked === true) continue;
    const next = frameAt({ cards: frames }, middleOf(boxes.get(card.id) ?? boxOf(card)));
    if (next !== frame && (isSized(next) || isSized(frame))) lying.set(card.id, next);
  }
  return lying;
}
const sized = (card: Card, { x, y, width, height }: Box): Card => ({
  ...card,
  position: [x, y],
  attributes: { ...card.attributes, size: [width, height] },
});

/** A new card of a kind with its middle at a point, in the frame that lies there; a frame holds the cards that it is put around. */
export function placeNew(
  snapshot: BoardSnapshot,
  kind: CardKind,
  middle: Pair,
  attributes: CardAttributes = {},
): NewCard & Holding {
  const [width, height] = sizeOf({ kind, attributes });
  const position: Pair = [middle[0] - width / 2, middle[1] - height / 2];
  if (kind === "frame") return { kind, position, attributes, holds: heldBy(snapshot, { kind, position, attributes }) };
  const frame = frameAt(snapshot, middle);
  return { kind, position, attributes: { ...attributes, ...(frame === undefined ? {} : { frame }) } };
}

/** The cards that a new frame takes in. */
function heldBy({ cards }: BoardSnapshot, frame: Pick<Card, "kind" | "position" | "attributes">): readonly CardId[] {
  const id = newCardId();
  const made: Card = { ...frame, id, at: 0, text: "", extra: {} };
  const lying = framesAfterSizing({ cards: new Map([...cards, [id, made]]) }, new Map([[id, boxOf(made)]]));
  return [...lying.keys()];
}

/** Cards keep this far from each other, and further where a link with its disc goes between. */
const APART_PX = { cards: 24, linked: 64 } as const;

/**
 * The middle of a free place for a box: where it was meant to be, else the next one on a way.
 * @param step how far to go each time
 */
export function findFreePlace(snapshot: BoardSnapshot, [width, height]: Pair, middle: Pair, step: Pair): Pair {
  const taken: Box[] = [...snapshot.cards.values()]
    .filter((card) => card.kind !== "frame" && !isTrashed(card))
    .map((card) => boxOf(card));
  const isFree = ([x, y]: Pair) =>
    taken.every(
      (box) =>
        Math.abs(x - box.x - box.width / 2) >= (width + box.width) / 2 + APART_PX.cards / 2 ||
        Math.abs(y - box.y - box.height / 2) >= (height + box.height) / 2 + APART_PX.cards / 2,
    );
  let place = middle;
  // a board packed further than this takes the card where the search ends
  for (let i = 0; i < 60 && !isFree(place); i += 1) place = [place[0] + step[0], place[1] + step[1]];
  return place;
}

/** Where a card goes that is made out of another one. */
export type Way = "below" | "right" | "left";
/** A place for a card beside another: below it in the same column, or to a side of it with room for a link. */
export function besideOf(snapshot: BoardSnapshot, card: Card, kind: CardKind, way: Way): Pair {
  const box = boxOf(card);
  const size = sizeOf({ kind, attributes: {} });
  const [x, y] = middleOf(box);
  const away = box.width / 2 + APART_PX.linked + size[0] / 2;
  const meant: Pair =
    way === "below"
      ? [box.x + size[0] / 2, box.y + box.height + APART_PX.cards + size[1] / 2]
      : [way === "right" ? x + away : x - away, y];
  return findFreePlace(snapshot, size, meant, [0, size[1] + APART_PX.cards]);
}

/** Which kind a card gets that is made out of another: evidence leads to an expectation, all else to its like. */
export const kindAfter = (kind: string): CardKind =>
  isCardKind(kind) && (kind === "expectation" || kind === "factor" || kind === "strategy" || kind === "note")
    ? kind
    : "expectation";
