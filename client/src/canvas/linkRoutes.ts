import type { Card, CardId, Link, LinkId, Pair } from "@palabre/shared/terms";
import { boundsOf, boxOf, type Box } from "./box.ts";
import { createGrid, type Grid } from "./grid.ts";
import { BOW_PX, chooseSides, spreadEnds, type Joined, type Route } from "./routes.ts";

/**
 * The routes of all links of a board, kept from one time to the next; a route that has not changed is the same object.
 *
 * When cards move, a link chooses its sides again only if it ends at one of them, or if one of them left or entered the ground that its
 * ways can cross: the outcome is that of choosing for all. While cards are dragged, only their own links do, and an end keeps its
 * place on a side that it stays on.
 * @returns a function of what is drawn; `moved` tells how far cards are shown from where they lie
 */
export function createLinkRoutes() {
  const boxes = new Map<CardId, Box>();
  let seen: ReadonlyMap<CardId, Card> = new Map();
  let seenLinks: readonly Link[] = [];
  let linksOf: ReadonlyMap<CardId, readonly Link[]> = new Map();
  let joined: ReadonlyMap<LinkId, Joined> = new Map();
  let routes: ReadonlyMap<LinkId, Route> = new Map();
  let grid: Grid = createGrid([]);
  return (
    cards: ReadonlyMap<CardId, Card>,
    links: readonly Link[],
    moved: ReadonlyMap<CardId, Pair>,
  ): Pick<ReadonlyMap<LinkId, Route>, "get"> => {
    if (cards !== seen || links !== seenLinks) {
      const changed = followCards(seen, cards, boxes);
      if (links !== seenLinks) linksOf = linksByCard(links);
      [seen, seenLinks] = [cards, links];
      if (changed.length > 0 || links.length !== joined.size || links.some(({ id }) => !joined.has(id))) {
        // a link runs over the ground of a frame
        if (changed.length > 0) grid = createGrid([...boxes].filter(([id]) => cards.get(id)?.kind !== "frame"));
        joined = new Map(links.map((link) => [link.id, rejoin(link, joined.get(link.id), changed, boxes, grid)]));
        routes = keepSame(routes, spreadEnds([...joined.values()], boxes));
      }
    }
    if (moved.size === 0) return routes;
    const shown = new Map<LinkId, Route>();
    for (const card of moved.keys()) {
      for (const link of linksOf.get(card) ?? []) {
        if (shown.has(link.id)) continue;
        const ends = [link.from, link.to].map((id): [CardId, Box] => [
          id,
          shift(boxes.get(id) ?? NOWHERE, moved.get(id)),
        ]);
        const { sides } = join(link, new Map(ends), grid);
        const route = routes.get(link.id);
        shown.set(link.id, { from: placeOn(sides[0], route?.from), to: placeOn(sides[1], route?.to) });
      }
    }
    const resting = routes;
    return { get: (id) => shown.get(id) ?? resting.get(id) };
  };
}

/** The links at each card, at both ends. */
function linksByCard(links: readonly Link[]): ReadonlyMap<CardId, readonly Link[]> {
  const found = new Map<CardId, Link[]>();
  for (const link of links)
    for (const card of new Set([link.from, link.to])) {
      const known = found.get(card);
      if (known) known.push(link);
      else found.set(card, [link]);
    }
  return found;
}
const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A card that came, went, moved or grew: where it was, and where it is. */
interface Changed {
  readonly id: CardId;
  readonly around: Box;
}
/** Brings the boxes up to date; a card that was only written in has not changed here. */
function followCards(
  before: ReadonlyMap<CardId, Card>,
  cards: ReadonlyMap<CardId, Card>,
  boxes: Map<CardId, Box>,
): readonly Changed[] {
  const changed: Changed[] = [];
  for (const [id, card] of cards) {
    if (before.get(id) === card) continue;
    const was = boxes.get(id);
    const is = boxOf(card);
    if (was && was.x === is.x && was.y === is.y && was.width === is.width && was.height === is.height) continue;
    boxes.set(id, is);
    changed.push({ id, around: boundsOf(was ? [was, is] : [is]) ?? is });
  }
  if (boxes.size > cards.size) {
    for (const [id, box] of boxes) {
      if (cards.has(id)) continue;
      boxes.delete(id);
      changed.push({ id, around: box });
    }
  }
  return changed;
}

function rejoin(
  link: Link,
  before: Joined | undefined,
  changed: readonly Changed[],
  boxes: ReadonlyMap<CardId, Box>,
  grid: Grid,
): Joined {
  const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
  if (before && from && to) {
    const left = Math.min(from.x, to.x) - BOW_PX;
    const top = Math.min(from.y, to.y) - BOW_PX;
    const right = Math.max(from.x + from.width, to.x + to.width) + BOW_PX;
    const bottom = Math.max(from.y + from.height, to.y + to.height) + BOW_PX;
    const isTouched = changed.some(
      ({ id, around: { x, y, width, height } }) =>
        id === link.from || id === link.to || (x <= right && x + width >= left && y <= bottom && y + height >= top),
    );
    if (!isTouched) return before;
  }
  return join(link, boxes, grid);
}

function join({ id, from, to }: Link, boxes: ReadonlyMap<CardId, Box>, grid: Grid): Joined {
  const [fromBox, toBox] = [boxes.get(from), boxes.get(to)];
  if (!fromBox || !toBox) return { id, from, to, sides: ["right", "left"] };
  return { id, from, to, sides: chooseSides(fromBox, toBox, (a, b) => grid.isCrossed(a, b, [from, to])) };
}

const shift = (box: Box, by: Pair | undefined): Box => (by ? { ...box, x: box.x + by[0], y: box.y + by[1] } : box);
const placeOn = (side: Route["from"]["side"], before: Route["from"] | undefined): Route["from"] =>
  before?.side === side ? before : { side, shift: 0 };

function keepSame(before: ReadonlyMap<LinkId, Route>, next: ReadonlyMap<LinkId, Route>): ReadonlyMap<LinkId, Route> {
  const kept = new Map<LinkId, Route>();
  for (const [id, route] of next) {
    const known = before.get(id);
    kept.set(id, known && isSameEnd(known.from, route.from) && isSameEnd(known.to, route.to) ? known : route);
  }
  return kept;
}
const isSameEnd = (a: Route["from"], b: Route["from"]) => a.side === b.side && a.shift === b.shift;
