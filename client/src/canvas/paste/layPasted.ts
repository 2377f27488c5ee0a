import { isTrashed, sizeOf, type BoardSnapshot, type CardKind, type Pair } from "@palabre/shared/terms";

import { findFreePlace, frameAt, type ListedCard, type NewLink } from "../fromFlow.ts";
import { inParts } from "./inParts.ts";
import { MOST_PASTED, MOST_PASTED_BYTES, type Pasted, type PastedCard } from "./pasted.ts";

const ROWS = 8;
const GAP: Pair = [24, 24];
/** Links need room for their discs. */
const LINKED_GAP: Pair = [96, 24];

export interface Laid {
  readonly cards: readonly ListedCard[];
  readonly links: readonly NewLink[];
  /** how many there were beyond what is taken at once */
  readonly left: number;
}

/** Gives pasted cards their places, on free ground near a point: as they lay, in columns, or from left to right as their links lead. */
export function layPasted(snapshot: BoardSnapshot, pasted: Pasted, usual: CardKind, near: Pair): Laid {
  const whole = inParts(pasted);
  const taken = takenAtOnce(whole.cards);
  const links = whole.links.filter(({ from, to }) => from < taken.length && to < taken.length);
  if (taken.length === 0) return { cards: [], links: [], left: 0 };
  const sizes = taken.map((card) => sizeOf({ kind: card.kind ?? usual, attributes: card.attributes ?? {} }));
  const corners = taken.some((card) => card.position !== undefined)
    ? asTheyLay(taken, sizes)
    : links.length > 0
      ? inLayers(sizes, links)
      : inColumns(sizes);
  const [left, top] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const right = Math.max(...corners.map(([x], i) => x + (sizes[i]?.[0] ?? 0)));
  const bottom = Math.max(...corners.map(([, y], i) => y + (sizes[i]?.[1] ?? 0)));
  const extent: Pair = [right - left, bottom - top];
  const middle = isEmpty(snapshot) ? near : findFreePlace(snapshot, extent, near, [Math.max(120, extent[0] / 4), 0]);
  const [dx, dy] = [middle[0] - extent[0] / 2 - left, middle[1] - extent[1] / 2 - top];
  const cards = taken.map((card, i) => {
    const at: Pair = [(corners[i]?.[0] ?? 0) + dx, (corners[i]?.[1] ?? 0) + dy];
    // its frame may have been left out: what goes on in further cards moves the others back
    const within = card.within !== undefined && card.within < taken.length ? card.within : undefined;
    return place(snapshot, card, usual, at, within);
  });
  return { cards, links, left: whole.cards.length - taken.length };
}

function takenAtOnce(cards: readonly PastedCard[]): readonly PastedCard[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = cards
    .slice(0, MOST_PASTED)
    .findIndex(({ text }) => (bytes += encoder.encode(text).length) > MOST_PASTED_BYTES);
  return cards.slice(0, end < 0 ? MOST_PASTED : end);
}

const isEmpty = (snapshot: BoardSnapshot): boolean => ![...snapshot.cards.values()].some((card) => !isTrashed(card));

/** A card at its corner, in the pasted frame that holds it, else in the one that lies there. */
function place(
  snapshot: BoardSnapshot,
  { kind, text, attributes = {} }: PastedCard,
  usual: CardKind,
  at: Pair,
  within: number | undefined,
): ListedCard {
  const card = { kind: kind ?? usual, attributes };
  const [width, height] = sizeOf(card);
  const lying = { ...card, text, position: at };
  if (within !== undefined) return { ...lying, within };
  const frame = card.kind === "frame" ? undefined : frameAt(snapshot, [at[0] + width / 2, at[1] + height / 2]);
  return frame === undefined ? lying : { ...lying, attributes: { ...attributes, frame } };
}

/** Where they lay; below all those what has no place. */
function asTheyLay(cards: readonly PastedCard[], sizes: readonly Pair[]): readonly Pair[] {
  const placed = cards.flatMap(({ position }, i) => (position ? [{ position, height: sizes[i]?.[1] ?? 0 }] : []));
  const left = Math.min(...placed.map(({ position }) => position[0]));
  let y = Math.max(...placed.map(({ position, height }) => position[1] + height)) + GAP[1];
  return cards.map(({ position }, i) => {
    if (position) return position;
    const at: Pair = [left, y];
    y += (sizes[i]?.[1] ?? 0) + GAP[1];
    return at;
  });
}

/** Below each other, in columns of eight. */
function inColumns(sizes: readonly Pair[]): readonly Pair[] {
  const width = Math.max(...sizes.map(([w]) => w));
  let y = 0;
  return sizes.map(([, height], i) => {
    if (i % ROWS === 0) y = 0;
    const at: Pair = [Math.floor(i / ROWS) * (width + GAP[0]), y];
    y += height + GAP[1];
    return at;
  });
}

/** A column for each step along the links, each card as near as can be to those that lead to it. */
function inLayers(sizes: readonly Pair[], links: Laid["links"]): readonly Pair[] {
  const depths = depthsOf(sizes.length, links);
  const width = Math.max(...sizes.map(([w]) => w));
  const height = Math.max(...sizes.map(([, h]) => h));
  const rows = new Map<number, number>();
  const last = Math.max(...depths);
  for (let depth = 0; depth <= last; depth += 1) {
    const layer = depths.flatMap((own, i) => (own === depth ? [i] : []));
    const wish = (i: number): number => {
      const before = links.flatMap(({ from, to }) => (to === i ? (rows.get(from) ?? []) : []));
      return before.length === 0 ? i : before.reduce((sum, row) => sum + row, 0) / before.length;
    };
    const wishes = new Map(layer.map((i) => [i, wish(i)]));
    const ordered = layer.toSorted((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || a - b);
    const middle = depth === 0 ? 0 : ordered.reduce((sum, i) => sum + (wishes.get(i) ?? 0), 0) / ordered.length;
    for (const [row, i] of ordered.entries()) rows.set(i, depth === 0 ? row : middle + row - (ordered.length - 1) / 2);
  }
  return sizes.map(([, own], i) => [
    (depths[i] ?? 0) * (width + LINKED_GAP[0]),
    (rows.get(i) ?? 0) * (height + LINKED_GAP[1]) + (height - own) / 2,
  ]);
}

/** How many links lead to each card at most; where they lead round and round, the round is left at its first card. */
function depthsOf(count: number, links: Laid["links"]): readonly number[] {
  const depths = Array.from({ length: count }, () => 0);
  const next = new Map<number, number[]>();
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to]);
  const isDone = new Set<number>();
  const order: number[] = [];
  const path = new Set<number>();
  const back = new Set<string>();
  // a walk with a stack of its own: a pasted chain may be long
  for (let start = 0; start < count; start += 1) {
    const stack: { readonly card: number; at: number }[] = isDone.has(start) ? [] : [{ card: start, at: 0 }];
    if (stack.length > 0) path.add(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = next.get(top.card)?.[top.at];
      top.at += 1;
      if (to === undefined) {
        stack.pop();
        path.delete(top.card);
        isDone.add(top.card);
        order.unshift(top.card);
      } else if (path.has(to)) back.add(`${top.card} ${to}`);
      else if (!isDone.has(to)) {
        path.add(to);
        stack.push({ card: to, at: 0 });
      }
    }
  }
  for (const from of order)
    for (const to of next.get(from) ?? [])
      if (!back.has(`${from} ${to}`)) depths[to] = Math.max(depths[to] ?? 0, (depths[from] ?? 0) + 1);
  return depths;
}
