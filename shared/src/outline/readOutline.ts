import { isTrashed, sizeOf, titleOf, type BoardSnapshot, type Card, type CardId, type Link } from "../terms/index.ts";
import { inReadingOrder, type Placed } from "./readingOrder.ts";

/** A link as one of its two cards has it. */
export interface OutlineTie {
  readonly link: Link;
  /** out: the card acts on `other`; in: `other` acts on the card */
  readonly way: "out" | "in";
  readonly other: Card;
}
/** A card with all its links, those that leave it first, the strongest of each way first. */
export interface OutlineEntry {
  readonly card: Card;
  readonly ties: readonly OutlineTie[];
}
/** A frame and what lies in it; or, without a frame, what lies in none. */
export interface OutlineSection {
  readonly frame: OutlineEntry | undefined;
  /** how many frames lie around this one */
  readonly depth: number;
  readonly entries: readonly OutlineEntry[];
}
/** A board as one reads it aloud. */
export interface Outline {
  /** frames in reading order, each followed by those that lie in it; what lies in no frame comes last */
  readonly sections: readonly OutlineSection[];
  /** cards told of, frames not counted */
  readonly cards: number;
  readonly links: number;
}

/**
 * The board as an outline: every card that is not in the trash once, in reading order, under its frame. Drawings without words are left out.
 * An empty board has no sections. A frame that is gone, or lies in itself over others, holds nothing: its cards lie in none.
 */
export function readOutline({ cards, links }: Pick<BoardSnapshot, "cards" | "links">): Outline {
  const told = [...cards.values()].filter(
    (card) => !isTrashed(card) && !(card.kind === "drawing" && titleOf(card) === ""),
  );
  const known = new Map(told.map((card) => [card.id, card]));
  const ties = tiesOf(known, links.values());
  const entryOf = (card: Card): OutlineEntry => ({ card, ties: ties.get(card.id) ?? [] });

  const inside = new Map<CardId | undefined, Card[]>();
  for (const card of told) {
    const home = homeOf(card, known);
    const list = inside.get(home);
    if (list) list.push(card);
    else inside.set(home, [card]);
  }
  const sorted = (home: CardId | undefined): readonly Card[] => {
    const here = inside.get(home) ?? [];
    return inReadingOrder(here.map(placed)).flatMap((id) => known.get(id) ?? []);
  };
  const sections: OutlineSection[] = [];
  const tell = (frame: Card, depth: number): void => {
    const here = sorted(frame.id);
    sections.push({ frame: entryOf(frame), depth, entries: here.filter(isNoFrame).map(entryOf) });
    for (const inner of here) if (!isNoFrame(inner)) tell(inner, depth + 1);
  };
  const loose = sorted(undefined);
  for (const card of loose) if (!isNoFrame(card)) tell(card, 0);
  const rest = loose.filter(isNoFrame).map(entryOf);
  if (rest.length > 0) sections.push({ frame: undefined, depth: 0, entries: rest });
  return {
    sections,
    cards: sections.reduce((n, { entries }) => n + entries.length, 0),
    links: [...ties.values()].reduce((n, list) => n + list.filter(({ way }) => way === "out").length, 0),
  };
}

const isNoFrame = ({ kind }: Card): boolean => kind !== "frame";

function placed(card: Card): Placed {
  const [[x, y], [width, height]] = [card.position, sizeOf(card)];
  return { id: card.id, box: { x, y, width, height } };
}

/** The frame in which a card lies; undefined for none, and for one that would lie in itself. */
function homeOf(card: Card, known: ReadonlyMap<CardId, Card>): CardId | undefined {
  const frameOf = ({ attributes: { frame } }: Card): Card | undefined => {
    const found = frame === undefined ? undefined : known.get(frame);
    return found?.kind === "frame" ? found : undefined;
  };
  const home = frameOf(card);
  const passed = new Set([card.id]);
  for (let at = home; at !== undefined; at = frameOf(at)) {
    if (passed.has(at.id)) return undefined;
    passed.add(at.id);
  }
  return home?.id;
}

function tiesOf(known: ReadonlyMap<CardId, Card>, links: Iterable<Link>): ReadonlyMap<CardId, readonly OutlineTie[]> {
  const ties = new Map<CardId, OutlineTie[]>([...known.keys()].map((id) => [id, []]));
  for (const link of links) {
    const [from, to] = [known.get(link.from), known.get(link.to)];
    if (!from || !to || link.attributes.trashedAt !== undefined) continue;
    ties.get(from.id)?.push({ link, way: "out", other: to });
    ties.get(to.id)?.push({ link, way: "in", other: from });
  }
  for (const list of ties.values()) list.sort(strongestFirst);
  return ties;
}

const strongestFirst = (a: OutlineTie, b: OutlineTie): number =>
  Number(a.way === "in") - Number(b.way === "in") ||
  b.link.strength - a.link.strength ||
  (a.link.id < b.link.id ? -1 : 1);
