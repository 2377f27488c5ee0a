import { titleOf, type Card, type CardId, type Link, type LinkId, type Pair } from "@palabre/shared/terms";
import { boxOf } from "../box.ts";
import { inkOf as penInk } from "../draw/penColours.ts";
import { readStroke } from "../draw/stroke.ts";
import { curveOf, silhouetteOf, WIDTHS, type Shape, type Silhouette } from "../linkPath.ts";
import type { Drawn } from "../toFlow.ts";
import type { Inks } from "./inks.ts";
import { blockColour } from "./inks.ts";

/** What is painted of a board from far: blocks, lines and the names of frames. */
export interface Scene extends Drawn {
  readonly selection: ReadonlySet<CardId | LinkId>;
  /** what is lit; undefined: all */
  readonly lit: ReadonlySet<CardId | LinkId> | undefined;
  /** a colour for a card other than that of its kind */
  readonly colourOf: (card: CardId) => string | undefined;
  /** the colour of somebody who has a card in hand */
  readonly personOf: (card: CardId) => string | undefined;
}

/** Shapes that are filled or stroked at once, by what they are painted with. */
export interface Painting {
  readonly frames: Path2D;
  readonly frameNames: readonly { readonly text: string; readonly at: Pair; readonly room: number }[];
  readonly lines: ReadonlyMap<string, Line>;
  readonly blocks: ReadonlyMap<string, Path2D>;
  readonly rings: ReadonlyMap<string, Path2D>;
}

/** Links of one colour and strength. */
interface Line {
  readonly path: Path2D;
  readonly colour: string;
  readonly isDim: boolean;
  /** px of the board */
  readonly width: number;
}

/** Out of what is lit. */
export const DIM = { line: 0.16, block: 0.3 } as const;

/**
 * Puts the shapes of some cards and links together, in board px.
 * @param moved how far cards are shown from where they lie
 */
export function composePainting(
  scene: Scene,
  cards: Iterable<Card>,
  links: Iterable<Link>,
  moved: ReadonlyMap<CardId, Pair>,
): Painting {
  const lines = new Map<string, Line>();
  const [blocks, rings] = [new Map<string, Path2D>(), new Map<string, Path2D>()];
  const frames = new Path2D();
  const frameNames: { text: string; at: Pair; room: number }[] = [];
  const isDim = (id: CardId | LinkId) => scene.lit !== undefined && !scene.lit.has(id);
  const shapeOf = (card: Card): Shape => {
    const by = moved.get(card.id);
    return by ? { ...boxOf(card, by), silhouette: silhouetteOf(card) } : restingShapeOf(card);
  };
  for (const link of links) {
    const [from, to, route] = [scene.cards.get(link.from), scene.cards.get(link.to), scene.routes.get(link.id)];
    if (!from || !to || !route) continue;
    const ink = inkOf(scene, link);
    const [a, b, c, d] = curveOf(shapeOf(from), route.from, shapeOf(to), route.to, link);
    const { path } = lineOf(lines, { colour: ink, isDim: isDim(link.id), width: WIDTHS[link.strength] });
    path.moveTo(a[0], a[1]);
    path.bezierCurveTo(b[0], b[1], c[0], c[1], d[0], d[1]);
  }
  for (const card of cards) {
    const shape = shapeOf(card);
    const ring = scene.selection.has(card.id) ? "var(--leaf)" : scene.personOf(card.id);
    if (ring !== undefined) pathOf(rings, ring).rect(shape.x - 8, shape.y - 8, shape.width + 16, shape.height + 16);
    if (card.kind === "drawing") {
      const stroke = readStroke(card.attributes.path);
      const { path } = lineOf(lines, {
        colour: penInk(card.attributes.colour) ?? "var(--ink-2)",
        isDim: isDim(card.id),
        width: 3,
      });
      for (const [i, [px, py]] of (stroke?.points ?? []).entries()) {
        const [x, y] = [
          shape.x + (px / (stroke?.size[0] ?? 1)) * shape.width,
          shape.y + (py / (stroke?.size[1] ?? 1)) * shape.height,
        ];
        if (i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
    } else if (card.kind === "frame") {
      frames.roundRect(shape.x, shape.y, shape.width, shape.height, 12);
      frameNames.push({ text: titleOf(card), at: [shape.x, shape.y], room: shape.width });
    } else trace(pathOf(blocks, keyOf(scene.colourOf(card.id) ?? blockColour(card.kind), isDim(card.id))), shape);
  }
  return { frames, frameNames, lines, blocks, rings };
}

/** A card is the same object until it changes, and the ends of its links ask for it too. */
const restingShapes = new WeakMap<Card, Shape>();
function restingShapeOf(card: Card): Shape {
  const known = restingShapes.get(card);
  if (known) return known;
  const made = { ...boxOf(card), silhouette: silhouetteOf(card) };
  restingShapes.set(card, made);
  return made;
}

/** The colour of a link. */
export const inkOf = ({ selection }: Pick<Scene, "selection">, { id, polarity }: Link): string =>
  selection.has(id) ? "var(--leaf)" : polarity === "+" ? "var(--plus)" : "var(--minus)";

/** A colour and whether it is dimmed, as one key. */
const keyOf = (colour: string, isDim: boolean) => (isDim ? `${colour} dim` : colour);
const readKey = (key: string): { readonly colour: string; readonly isDim: boolean } =>
  key.endsWith(" dim") ? { colour: key.slice(0, -4), isDim: true } : { colour: key, isDim: false };
function lineOf(lines: Map<string, Line>, how: Omit<Line, "path">): Line {
  const key = `${how.colour} ${how.isDim} ${how.width}`;
  const known = lines.get(key) ?? { ...how, path: new Path2D() };
  lines.set(key, known);
  return known;
}
function pathOf(paths: Map<string, Path2D>, key: string): Path2D {
  const known = paths.get(key);
  if (known) return known;
  const made = new Path2D();
  paths.set(key, made);
  return made;
}

/** How far the points of a hexagon, and the notch of a flag, reach into the card. */
const POINT_PX: Readonly<Record<Silhouette, number>> = { box: 0, hexagon: 16, flag: 11 };
function trace(path: Path2D, { x, y, width, height, silhouette }: Shape): void {
  const [right, bottom, middle, point] = [x + width, y + height, y + height / 2, POINT_PX[silhouette]];
  if (silhouette === "box") return path.rect(x, y, width, height);
  path.moveTo(silhouette === "hexagon" ? x + point : x, y);
  path.lineTo(silhouette === "hexagon" ? right - point : right, y);
  path.lineTo(silhouette === "hexagon" ? right : right - point, middle);
  path.lineTo(silhouette === "hexagon" ? right - point : right, bottom);
  path.lineTo(silhouette === "hexagon" ? x + point : x, bottom);
  // filling closes it
  if (silhouette === "hexagon") path.lineTo(x, middle);
}

/** Pixels of the screen, whatever the zoom. */
const CROWDED = 0.12;
const [LINE_PX, RING_PX, NAME_PX, LEAST_NAME_PX] = [1, 2, 12, 40];

/** Paints shapes as they are seen at [x, y, zoom], in px of the screen. */
export function paint(
  pen: CanvasRenderingContext2D,
  { frames, frameNames, lines, blocks, rings }: Painting,
  [x, y, zoom]: readonly [number, number, number],
  inks: Inks,
): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(zoom, zoom);
  pen.fillStyle = inks("var(--frame-fill)");
  pen.strokeStyle = inks("var(--frame-line)");
  pen.lineWidth = LINE_PX / zoom;
  pen.fill(frames);
  pen.stroke(frames);
  for (const { path, colour, isDim, width } of lines.values()) {
    // what stands close together from far would be one blot of colour
    pen.globalAlpha = isDim ? DIM.line : zoom < CROWDED ? 0.5 : 1;
    pen.strokeStyle = inks(colour);
    pen.lineWidth = Math.max(width, (0.7 * LINE_PX) / zoom);
    pen.stroke(path);
  }
  for (const [key, path] of blocks) {
    const { colour, isDim } = readKey(key);
    pen.globalAlpha = isDim ? DIM.block : 1;
    pen.fillStyle = inks(colour);
    pen.fill(path);
  }
  pen.globalAlpha = 1;
  for (const [colour, path] of rings) {
    pen.strokeStyle = inks(colour);
    pen.lineWidth = RING_PX / zoom;
    pen.stroke(path);
  }
  pen.restore();
  pen.fillStyle = inks("var(--ink-2)");
  pen.font = `600 ${NAME_PX}px ${getComputedStyle(pen.canvas).fontFamily}`;
  for (const { text, at, room } of frameNames) {
    if (text !== "" && room * zoom > LEAST_NAME_PX)
      pen.fillText(text, at[0] * zoom + x + 4, at[1] * zoom + y - 4, room * zoom);
  }
}
