import type { Card, CardId, Link, LinkId, Pair } from "@palabre/shared/terms";
import { boundsOf, boxOf, type Box } from "./box.ts";
import { createBoxIndex, type BoxIndex } from "./boxIndex.ts";
import { cardChanges } from "./cardChanges.ts";
import { isCrossed } from "./crossing.ts";
import { linksByCard } from "./linksByCard.ts";
import { BOW_PX, chooseSides, placeEnds, type Joined, type Route } from "./routes.ts";

/**
 * The routes of all links of a board, kept from one time to the next; a route that has not changed is the same object.
 *
 * When cards move, a link chooses its sides again only if it ends at one of them, or if one of them left or entered the ground that its
 * ways can cross, and only the cards at such links and beside such cards give places anew: the outcome is that of choosing for all.
 * While cards are dragged, only their own links do, and an end keeps its place on a side that it stays on. From far, where a side is a
 * few px, only the links of the cards that moved do; the others follow once the board is seen near by.
 * @returns a function of what is drawn; `moved` tells how far cards are shown from where they lie
 */
export function createLinkRoutes() {
  const boxes = new Map<CardId, Box>();
  const joined = new Map<LinkId, Joined>();
  const routes = new Map<LinkId, Route>();
  /** what a link may not cross: a link runs over the ground of a frame */
  const barriers = createBoxIndex<CardId>();
  /** the ground that the ways of each link can cross; not before somebody asks, which a board that is opened does not */
  let grounds: BoxIndex<LinkId> | undefined;
  let seen: ReadonlyMap<CardId, Card> = new Map();
  let seenLinks: readonly Link[] = [];
  let linksOf: ReadonlyMap<CardId, readonly Link[]> = new Map();
  /** cards that moved while the board was seen from far: the ground they lay on since the links around them were looked at last */
  const awaited = new Map<CardId, Box | undefined>();
  let resting: Pick<ReadonlyMap<LinkId, Route>, "get"> = routes;

  /** The links that end at what changed, or, unless it waits, whose ways it stands in or stood in. */
  const touchedBy = (changed: readonly Changed[], isFar: boolean): ReadonlySet<LinkId> => {
    const touched = new Set<LinkId>();
    if (joined.size === 0) {
      awaited.clear();
      return touched;
    }
    for (const { id, was } of changed) {
      for (const link of linksOf.get(id) ?? []) touched.add(link.id);
      // each place it left counts: a link that came meanwhile ran around it there
      awaited.set(id, boundsOf([awaited.get(id), was].filter((box) => box !== undefined)));
    }
    if (isFar) return touched;
    if (awaited.size > 0) grounds ??= groundsOf(joined.values(), boxes);
    for (const [id, was] of awaited) {
      for (const around of [was, boxes.get(id)]) {
        if (!around) continue;
        grounds?.some(around, (link) => {
          touched.add(link);
          return false;
        });
      }
    }
    awaited.clear();
    return touched;
  };

  /** Follows the board; whatever changed, what is told afterwards is another object. */
  const follow = (cards: ReadonlyMap<CardId, Card>, links: readonly Link[], isFar: boolean) => {
    const changed = followCards(seen, cards, boxes, barriers);
    const affected = new Set<CardId>();
    const affect = ({ from, to }: Pick<Link, "from" | "to">) => affected.add(from).add(to);
    const isOther = links !== seenLinks && (links.length !== joined.size || links.some(({ id }) => !joined.has(id)));
    if (isOther) {
      const ids = new Set(links.map(({ id }) => id));
      for (const [id, link] of joined) {
        if (ids.has(id)) continue;
        joined.delete(id);
        routes.delete(id);
        grounds?.put(id, undefined);
        affect(link);
      }
    }
    if (isOther) linksOf = linksByCard(links);
    [seen, seenLinks] = [cards, links];
    if (!isOther && changed.length === 0 && (isFar || awaited.size === 0)) return;
    const touched = touchedBy(changed, isFar);
    const again = isOther
      ? links.filter(({ id }) => touched.has(id) || !joined.has(id))
      : [...touched].flatMap((id) => joined.get(id) ?? []);
    for (const link of again) {
      const before = joined.get(link.id);
      const next = join(link, boxes, barriers);
      joined.set(link.id, next);
      grounds?.put(link.id, groundOf(link, boxes));
      if (before?.sides[0] !== next.sides[0] || before.sides[1] !== next.sides[1]) affect(link);
    }
    for (const { id } of changed) {
      affected.add(id);
      for (const link of linksOf.get(id) ?? []) affect(link);
    }
    for (const card of affected) {
      const own = (linksOf.get(card) ?? []).flatMap(({ id }) => joined.get(id) ?? []);
      for (const { id, end, side, shift } of placeEnds(card, own, boxes)) {
        const route = routes.get(id) ?? UNPLACED;
        if (routes.has(id) && route[end].side === side && route[end].shift === shift) continue;
        routes.set(id, { ...route, [end]: { side, shift } });
      }
    }
    resting = { get: (id) => routes.get(id) };
  };
  return (
    cards: ReadonlyMap<CardId, Card>,
    links: readonly Link[],
    moved: ReadonlyMap<CardId, Pair>,
    isFar: boolean,
  ): Pick<ReadonlyMap<LinkId, Route>, "get"> => {
    if (cards !== seen || links !== seenLinks || (!isFar && awaited.size > 0)) follow(cards, links, isFar);
    if (moved.size === 0) return resting;
    const shown = new Map<LinkId, Route>();
    for (const card of moved.keys()) {
      for (const link of linksOf.get(card) ?? []) {
        if (shown.has(link.id)) continue;
        const ends = [link.from, link.to].map((id): [CardId, Box] => [
          id,
          shift(boxes.get(id) ?? NOWHERE, moved.get(id)),
        ]);
        const { sides } = join(link, new Map(ends), barriers);
        const route = routes.get(link.id);
        shown.set(link.id, { from: placeOn(sides[0], route?.from), to: placeOn(sides[1], route?.to) });
      }
    }
    return { get: (id) => shown.get(id) ?? routes.get(id) };
  };
}
const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };
/** What a link has until both of its cards have given it a place. */
const UNPLACED: Route = { from: { side: "right", shift: 0 }, to: { side: "left", shift: 0 } };

/** A card that came, went, moved or grew: where it was, and where it is. */
interface Changed {
  readonly id: CardId;
  readonly was: Box | undefined;
  readonly is: Box | undefined;
}
/** Brings boxes and barriers up to date; a card that was only written in has not changed here. */
function followCards(
  before: ReadonlyMap<CardId, Card>,
  cards: ReadonlyMap<CardId, Card>,
  boxes: Map<CardId, Box>,
  barriers: BoxIndex<CardId>,
): readonly Changed[] {
  const changes = cardChanges(before, cards);
  const changed: Changed[] = [];
  for (const id of changes.changed) {
    const card = cards.get(id);
    if (!card) continue;
    const was = boxes.get(id);
    const is = boxOf(card);
    if (was && was.x === is.x && was.y === is.y && was.width === is.width && was.height === is.height) continue;
    boxes.set(id, is);
    if (card.kind !== "frame") barriers.put(id, is);
    changed.push({ id, was, is });
  }
  for (const id of changes.gone) {
    changed.push({ id, was: boxes.get(id), is: undefined });
    boxes.delete(id);
    barriers.put(id, undefined);
  }
  return changed;
}

/** The ground that the ways of a link can cross; undefined when one of its cards is not there. */
function groundOf({ from, to }: Pick<Link, "from" | "to">, boxes: ReadonlyMap<CardId, Box>): Box | undefined {
  const [fromBox, toBox] = [boxes.get(from), boxes.get(to)];
  const around = fromBox && toBox && boundsOf([fromBox, toBox]);
  if (!around) return undefined;
  const { x, y, width, height } = around;
  return { x: x - BOW_PX, y: y - BOW_PX, width: width + 2 * BOW_PX, height: height + 2 * BOW_PX };
}
function groundsOf(links: Iterable<Joined>, boxes: ReadonlyMap<CardId, Box>): BoxIndex<LinkId> {
  const grounds = createBoxIndex<LinkId>();
  for (const link of links) grounds.put(link.id, groundOf(link, boxes));
  return grounds;
}

function join(
  { id, from, to }: Pick<Link, "id" | "from" | "to">,
  boxes: ReadonlyMap<CardId, Box>,
  barriers: BoxIndex<CardId>,
): Joined {
  const [fromBox, toBox] = [boxes.get(from), boxes.get(to)];
  const ends = [from, to];
  const sides = fromBox && toBox && chooseSides(fromBox, toBox, (a, b) => isCrossed(barriers, a, b, ends));
  return { id, from, to, sides: sides ?? ["right", "left"] };
}

const shift = (box: Box, by: Pair | undefined): Box => (by ? { ...box, x: box.x + by[0], y: box.y + by[1] } : box);
const placeOn = (side: Route["from"]["side"], before: Route["from"] | undefined): Route["from"] =>
  before?.side === side ? before : { side, shift: 0 };
