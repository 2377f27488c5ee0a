import type { CardId, Link, Pair } from "@palabre/shared/terms";
import { createInks } from "./inks.ts";
import { composePainting, paint, type Painting, type Scene } from "./paintBoard.ts";
import { contains, seenBox } from "./window.ts";

type Transform = readonly [number, number, number];

/** The picture of what rests is this much larger than the view, so that a view that moves a little only shifts it. */
const MARGIN = 0.25;
/** It is scaled while somebody zooms, until it would be too coarse or too small. */
const SCALE = { least: 0.62, most: 1.6 } as const;
/** After so long without a move it is painted as sharp as can be. */
const REST_MS = 140;
/** What others change is painted so often at most. */
const TURN_MS = 100;
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
  /** what the picture of what rests shows, and where the view was when it was painted */
  let painting: Painting | undefined;
  let painted: { readonly transform: Transform; readonly size: Pair } | undefined;
  /** the board as it was put together last, without what was carried then */
  let composed: { readonly scene: Scene; readonly without: ReadonlySet<CardId> } | undefined;
  let frame: number | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let turn: ReturnType<typeof setTimeout> | undefined;

  const isCarried = (link: Link) => moved.has(link.from) || moved.has(link.to);
  const composeResting = (of: Scene) => {
    const cards = moved.size === 0 ? of.cards.values() : [...of.cards.values()].filter(({ id }) => !moved.has(id));
    const links = moved.size === 0 ? of.links : of.links.filter((link) => !isCarried(link));
    painting = composePainting(of, cards, links, STILL);
    composed = { scene: of, without: new Set(moved.keys()) };
    painted = undefined;
  };
  const paintResting = () => {
    if (!view || !painting) return;
    const { transform, size } = view;
    const margin: Pair = [size[0] * MARGIN, size[1] * MARGIN];
    const pen = sized(resting, [size[0] + 2 * margin[0], size[1] + 2 * margin[1]]);
    if (!pen) return;
    paint(pen, painting, [transform[0] + margin[0], transform[1] + margin[1], transform[2]], inks);
    painted = view;
    place();
  };
  /** Where the picture stands for the view as it is now. */
  const place = () => {
    if (!view || !painted) return;
    const [x, y, zoom] = view.transform;
    const [atX, atY, atZoom] = painted.transform;
    const scale = zoom / atZoom;
    const [left, top] = [painted.size[0] * MARGIN, painted.size[1] * MARGIN];
    resting.style.transform = `translate(${x - (atX + left) * scale}px, ${y - (atY + top) * scale}px) scale(${scale})`;
  };
  const paintCarried = () => {
    if (!view || !scene) return;
    const isEmpty = moved.size === 0;
    carried.hidden = isEmpty;
    const pen = isEmpty ? undefined : sized(carried, view.size);
    if (!pen) return;
    const cards = [...moved.keys()].map((id) => scene?.cards.get(id)).filter((card) => card !== undefined);
    paint(pen, composePainting(scene, cards, scene.links.filter(isCarried), moved), view.transform, inks);
  };
  const isServing = (): boolean => {
    if (!view || !painted) return false;
    const scale = view.transform[2] / painted.transform[2];
    const [width, height] = painted.size;
    const has = seenBox(
      [painted.transform[0] + width * MARGIN, painted.transform[1] + height * MARGIN, painted.transform[2]],
      width * (1 + 2 * MARGIN),
      height * (1 + 2 * MARGIN),
    );
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
    turn = undefined;
    if (!scene) return;
    composeResting(scene);
    drawSoon();
  };
  return {
    show: (next, carriedNow) => {
      const isSameHands = composed !== undefined && sameKeys(composed.without, carriedNow);
      scene = next;
      moved = carriedNow;
      // who takes cards up or lets them go sees it at once; what comes from elsewhere can wait for its turn
      if (composed === undefined || !isSameHands) {
        clearTimeout(turn);
        recompose();
      } else if (composed.scene !== next) turn ??= setTimeout(recompose, TURN_MS);
      drawSoon();
    },
    look: (transform, size) => {
      if (view?.transform === transform && view.size[0] === size[0] && view.size[1] === size[1]) return;
      view = { transform, size };
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
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
const STILL: ReadonlyMap<CardId, Pair> = new Map();
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
