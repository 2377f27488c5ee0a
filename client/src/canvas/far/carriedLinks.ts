import type { CardId, Link, Pair } from "@palabre/shared/terms";
import { curveOf, silhouetteOf, WIDTHS, type Shape } from "../linkPath.ts";
import { boxOf } from "../box.ts";
import { DIM, inkOf, type Scene } from "./paintBoard.ts";

/** What a hand carries, and how far it has brought it. */
export interface Carried {
  readonly cards: ReadonlySet<CardId>;
  readonly by: Pair;
}
export interface CarriedLinks {
  /**
   * Draws the links of what is carried.
   * @param moved how far cards are shown from where they lie
   * @param hand  those of them that one hand carries
   */
  show(scene: Scene, moved: ReadonlyMap<CardId, Pair>, hand: Carried | undefined): void;
  /** Follows the view, at [x, y, zoom]. */
  look(transform: readonly [number, number, number]): void;
}

/**
 * The links of many cards on their way, as plain curves in two pictures: those inside of what one hand carries, which go along as they
 * are, and those that lead out of it, drawn anew at each step.
 */
export function createCarriedLinks(inside: SVGSVGElement, outward: SVGSVGElement): CarriedLinks {
  let view: readonly [number, number, number] = [0, 0, 1];
  let by: Pair = [0, 0];
  let last: { readonly scene: Scene; readonly cards: ReadonlySet<CardId>; readonly moving: number } | undefined;
  let leading: readonly Link[] = [];
  const place = () => {
    const [x, y, zoom] = view;
    inside.style.transform = `translate(${x + by[0] * zoom}px, ${y + by[1] * zoom}px) scale(${zoom})`;
    outward.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
  };
  return {
    show: (scene, moved, hand) => {
      const cards = hand?.cards ?? NOTHING;
      by = hand?.by ?? [0, 0];
      if (scene !== last?.scene || cards !== last.cards || moved.size !== last.moving) {
        const isIn = ({ from, to }: Link) => cards.has(from) && cards.has(to);
        const all = scene.links.filter(({ from, to }) => moved.has(from) || moved.has(to));
        draw(
          inside,
          scene,
          all.filter((link) => isIn(link)),
          new Map(),
        );
        leading = all.filter((link) => !isIn(link));
        last = { scene, cards, moving: moved.size };
      }
      draw(outward, scene, leading, moved);
      place();
    },
    look: (transform) => {
      view = transform;
      place();
    },
  };
}
const NOTHING: ReadonlySet<CardId> = new Set();

/** Draws links into a picture in board px, one path for all that look the same. */
function draw(picture: SVGSVGElement, scene: Scene, links: readonly Link[], moved: ReadonlyMap<CardId, Pair>): void {
  const lines = new Map<string, { readonly link: Link; readonly isDim: boolean; d: string }>();
  const shapeOf = (id: CardId): Shape | undefined => {
    const card = scene.cards.get(id);
    return card && { ...boxOf(card, moved.get(id)), silhouette: silhouetteOf(card) };
  };
  for (const link of links) {
    const [from, to, route] = [shapeOf(link.from), shapeOf(link.to), scene.routes.get(link.id)];
    if (!from || !to || !route) continue;
    const isDim = scene.lit !== undefined && !scene.lit.has(link.id);
    const key = `${inkOf(scene, link)} ${link.strength} ${isDim}`;
    const line = lines.get(key) ?? { link, isDim, d: "" };
    const [a, b, c, d] = curveOf(from, route.from, to, route.to, link);
    line.d += `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;
    lines.set(key, line);
  }
  const all = [...lines.values()];
  while (picture.childElementCount > all.length) picture.lastChild?.remove();
  for (const [i, { link, isDim, d }] of all.entries()) {
    const path = picture.children[i] ?? picture.appendChild(document.createElementNS(picture.namespaceURI, "path"));
    path.setAttribute("d", d);
    path.setAttribute(
      "style",
      `stroke:${inkOf(scene, link)};stroke-width:${WIDTHS[link.strength]}px;opacity:${isDim ? DIM.line : 1}`,
    );
  }
}
const at = ([x, y]: Pair): string => `${Math.round(x)} ${Math.round(y)}`;
