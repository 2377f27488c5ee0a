import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import { boundsOf, boxOf } from "../box.ts";
import { distanceTo } from "../distanceTo.ts";
import { curveOf, pointAt, silhouetteOf } from "../linkPath.ts";
import { BOW_PX } from "../routes.ts";
import type { CanvasFlow } from "../useFlow.ts";

/** What is painted at a point. */
export type Found = { readonly type: "card"; readonly id: CardId } | { readonly type: "link"; readonly id: LinkId };

/** Pixels of the screen beside a line that still are the line. */
const NEAR_PX = 8;
const SAMPLES = 24;

/** The card at a point of the board, else the link nearest to it; a card lies over links, and a link over the ground of a frame. */
export function findPainted(
  { places, drawn }: Pick<CanvasFlow, "places" | "drawn">,
  point: Pair,
  zoom: number,
): Found | undefined {
  const card = places.at(point, zoom);
  const isFrame = card !== undefined && drawn.cards.get(card)?.kind === "frame";
  if (card !== undefined && !isFrame) return { type: "card", id: card };
  let nearest: { readonly id: LinkId; readonly apart: number } | undefined;
  const near = NEAR_PX / zoom;
  for (const link of drawn.links) {
    const [from, to, route] = [drawn.cards.get(link.from), drawn.cards.get(link.to), drawn.routes.get(link.id)];
    if (!from || !to || !route) continue;
    const [fromBox, toBox] = [boxOf(from), boxOf(to)];
    const ground = boundsOf([fromBox, toBox]);
    const room = BOW_PX + near;
    if (
      !ground ||
      point[0] < ground.x - room ||
      point[1] < ground.y - room ||
      point[0] > ground.x + ground.width + room ||
      point[1] > ground.y + ground.height + room
    )
      continue;
    const curve = curveOf(
      { ...fromBox, silhouette: silhouetteOf(from) },
      route.from,
      { ...toBox, silhouette: silhouetteOf(to) },
      route.to,
      link,
    );
    for (let i = 1; i <= SAMPLES; i += 1) {
      const apart = distanceTo(point, pointAt(curve, (i - 1) / SAMPLES), pointAt(curve, i / SAMPLES));
      if (apart <= near && apart < (nearest?.apart ?? Infinity)) nearest = { id: link.id, apart };
    }
  }
  if (nearest) return { type: "link", id: nearest.id };
  return card === undefined ? undefined : { type: "card", id: card };
}
