import type { CardId, Pair } from "@palabre/shared/terms";
import { cardChanges } from "../cardChanges.ts";
import { createInks } from "./inks.ts";
import { composePainting, paint, type Painting, type Scene } from "./paintBoard.ts";
import { contains, seenBox } from "./window.ts";

type Transform = readonly [number, number, number];

/**
 * The picture of what rests is this much larger than the view on each side, so that a view that moves a little only shifts it; not while
 * somebody comes nearer, since what is seen next is within what is seen now.
 */
const MARGIN = 0.25;
/** It is scaled while somebody zooms, until it would be too coarse or too small. */
const SCALE = { least: 0.62, most: 1.6 } as const;
/** After so long without a move it is painted as sharp as can be. */
const REST_MS = 140;
/** What others change is painted so often at most. */
const TURN_MS = 100;
/** What changes again so soon is painted with what is carried: all the rest need not be painted anew with each of its moves. */
const RESTLESS_MS = 1_500;
/** After so long without a change it goes back to the rest once the view moves: two pictures to move cost more than one. */
const CALM_MS = 300;
/** More points than this to a px cost more than they show. */
const MOST_DENSE = 2;

export interface FarPictures {
  /** Shows another board, or the same with cards carried elsewhere. */
  show(scene: Scene, moved: ReadonlyMap<CardId, Pair>): void;
  /** Follows the view. */
  look(transform: Transform, size: Pair): void;
  end(): void;
}

export function createFarPictures(
  ground: HTMLElement,
  resting: HTMLCanvasElement,
  carried: HTMLCanvasElement,
): FarPictures {
  const inks = createInks(ground);
  let scene: Scene | undefined;
  let moved: ReadonlyMap<CardId, Pair> = new Map();
  let view: { readonly transform: Transform; readonly size: Pair } | undefined;
  /** what the picture of what rests shows, and of which view: wider than the one that it was painted for, but for the zoom */
  let painting: Painting | undefined;
  let painted: { readonly transform: Transform; readonly size: Pair } | undefined;
  /** of what was put together last: what was carried, and all that was left out of it */
  let composed: { readonly hands: ReadonlySet<CardId>; readonly without: ReadonlySet<CardId> } | undefined;
  /** whether the board is another one than was put together, but for what was left out */
  let isStale = false;
  /** when each card changed last that did lately; and those of them that changed again soon after */
  const changedAt = new Map<CardId, number>();
  const restless = new Set<CardId>();
  let lastChangeAt = Number.NEGATIVE_INFINITY;
  let frame: number | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let turn: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;

  const composeResting = (of: Scene) => {
    forgetCalm(RESTLESS_MS);
    const hands = new Set(moved.keys());
    const without = new Set([...hands, ...restless]);
    const isNone = without.size === 0;
    const cards = isNone ? of.cards.values() : [...of.cards.values()].filter(({ id }) => !without.has(id));
    const links = isNone ? of.links : of.links.filter(({ from, to }) => !without.has(from) && !without.has(to));
    painting = composePainting(of, cards, links, STILL);
    composed = { hands, without };
    isStale = false;
    painted = undefined;
  };
  const forgetCalm = (afterMs: number) => {
    const now = performance.now();
    for (const [id, at] of changedAt) {
      if (now - at < afterMs) continue;
      changedAt.delete(id);
      restless.delete(id);
    }
  };
  /** Looks what is other than before, and what of it changes again and again. */
  const note = (next: Scene) => {
    if (!scene || !isSameBesideCards(scene, next)) isStale = true;
    if (!scene) return;
    const { changed, gone } = cardChanges(scene.cards, next.cards);
    const now = performance.now();
    for (const id of changed) {
      const last = changedAt.get(id);
      if (last !== undefined && now - last < RESTLESS_MS) restless.add(id);
      changedAt.set(id, now);
    }
    if ([...changed, ...gone].some((id) => composed?.without.has(id) !== true)) isStale = true;
    if (changed.length > 0) lastChangeAt = now;
    if (changed.length === 0 || restless.size === 0) return;
    clearTimeout(calm);
    calm = setTimeout(recompose, RESTLESS_MS);
  };
  const paintResting = () => {
    if (!view || !painting) return;
    const { transform, size } = view;
    const isNearer = painted !== undefined && transform[2] > painted.transform[2];
    const margin: Pair = isNearer ? [0, 0] : [size[0] * MARGIN, size[1] * MARGIN];
    const whole: Pair = [size[0] + 2 * margin[0], size[1] + 2 * margin[1]];
    const pen = sized(resting, whole);
    if (!pen) return;
    // as if the view were as large as the picture
    painted = { transform: [transform[0] + margin[0], transform[1] + margin[1], transform[2]], size: whole };
    paint(pen, painting, painted.transform, inks);
    place();
  };
  /** Where the picture stands for the view as it is now. */
  const place = () => {
    if (!view || !painted) return;
    const [x, y, zoom] = view.transform;
    const [atX, atY, atZoom] = painted.transform;
    const scale = zoom / atZoom;
    resting.style.transform = `translate(${x - atX * scale}px, ${y - atY * scale}px) scale(${scale})`;
  };
  const paintCarried = () => {
    if (!view || !scene) return;
    const out = composed?.without ?? new Set();
    carried.hidden = out.size === 0;
    const pen = out.size === 0 ? undefined : sized(carried, view.size);
    if (!pen) return;
    const cards = [...out].map((id) => scene?.cards.get(id)).filter((card) => card !== undefined);
    const links = scene.links.filter(({ from, to }) => out.has(from) || out.has(to));
    paint(pen, composePainting(scene, cards, links, moved), view.transform, inks);
  };
  const isServing = (): boolean => {
    if (!view || !painted) return false;
    const scale = view.transform[2] / painted.transform[2];
    const has = seenBox(painted.transform, ...painted.size);
    return scale >= SCALE.least && scale <= SCALE.most && contains(has, seenBox(view.transform, ...view.size));
  };
  const draw = () => {
    frame = undefined;
    if (isServing()) place();
    else paintResting();
    paintCarried();
  };
  const drawSoon = () => (frame ??= requestAnimationFrame(draw));
  const recompose = () => {
    clearTimeout(calm);
    clearTimeout(turn);
    turn = undefined;
    if (!scene) return;
    composeResting(scene);
    drawSoon();
  };
  const takeTurn = () => {
    turn = undefined;
    if (isStale) recompose();
    else drawSoon();
  };
  return {
    show: (next, carriedNow) => {
      const isSameHands = composed !== undefined && sameKeys(composed.hands, carriedNow);
      const isOther = scene !== next;
      const isHandOn = carriedNow !== moved;
      if (isOther) note(next);
      scene = next;
      moved = carriedNow;
      // who takes cards up or lets them go sees it at once; what comes from elsewhere can wait for its turn
      if (composed === undefined || !isSameHands) recompose();
      else if (isOther) turn ??= setTimeout(takeTurn, TURN_MS);
      if (isHandOn) drawSoon();
    },
    look: (transform, size) => {
      if (view?.transform === transform && view.size[0] === size[0] && view.size[1] === size[1]) return;
      view = { transform, size };
      if (restless.size > 0 && performance.now() - lastChangeAt > CALM_MS) {
        forgetCalm(CALM_MS);
        recompose();
      }
      drawSoon();
      clearTimeout(rest);
      rest = setTimeout(() => {
        if (painted?.transform[2] !== view?.transform[2]) painted = undefined;
        drawSoon();
      }, REST_MS);
    },
    end: () => {
      clearTimeout(rest);
      clearTimeout(turn);
      clearTimeout(calm);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
const STILL: ReadonlyMap<CardId, Pair> = new Map();
const isSameBesideCards = (a: Scene, b: Scene): boolean =>
  a.links === b.links &&
  a.selection === b.selection &&
  a.lit === b.lit &&
  a.colourOf === b.colourOf &&
  a.personOf === b.personOf;
const sameKeys = (keys: ReadonlySet<CardId>, map: ReadonlyMap<CardId, unknown>): boolean =>
  keys.size === map.size && [...keys].every((key) => map.has(key));

/** An empty canvas of so many px of the screen. */
function sized(canvas: HTMLCanvasElement, [width, height]: Pair): CanvasRenderingContext2D | undefined {
  const dense = Math.min(MOST_DENSE, devicePixelRatio || 1);
  const [w, h] = [Math.round(width * dense), Math.round(height * dense)];
  if (canvas.width !== w || canvas.height !== h) {
    [canvas.width, canvas.height] = [w, h];
    [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
  }
  const pen = canvas.getContext("2d") ?? undefined;
  pen?.setTransform(dense, 0, 0, dense, 0, 0);
  pen?.clearRect(0, 0, width, height);
  return pen;
}
