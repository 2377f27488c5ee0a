import { CARD_KINDS, type BoardPreview, type CardKind } from "@palabre/shared/terms";

/** A picture's own size, and what stays free around the board, in px of its `viewBox`. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}
/** Of a board's tile. */
export const PICTURE: Picture = { width: 288, height: 116, margin: 12 };

export interface Shapes {
  readonly cards: readonly { readonly path: string; readonly kind: CardKind }[];
  readonly links: readonly { readonly path: string; readonly isHelping: boolean }[];
}

/** Far, far zoom: the whole board made to fit the picture, each card its silhouette, each link a curve. */
export const previewShapes = ({ cards, links }: BoardPreview, picture: Picture = PICTURE): Shapes => {
  const fit = fitTo(cards, picture);
  return {
    // frames lie under what they hold
    cards: cards
      .map(([kind, x, y, w, h]) => ({ kind: CARD_KINDS[kind] ?? "note", box: fit.box(x, y, w, h) }))
      .toSorted((a, b) => Number(b.kind === "frame") - Number(a.kind === "frame"))
      .map(({ kind, box }) => ({ kind, path: silhouette(kind, box) })),
    links: links.map(([x1, y1, x2, y2, sign]) => ({
      isHelping: sign === 1,
      path: curve(fit.point(x1, y1), fit.point(x2, y2)),
    })),
  };
};

type Point = readonly [x: number, y: number];
type Box = readonly [x: number, y: number, w: number, h: number];

/** One scale for both directions; a board of few cards is not blown up beyond what the mockups show (28 px a card). */
const fitTo = (
  cards: BoardPreview["cards"],
  picture: Picture,
): {
  readonly point: (x: number, y: number) => Point;
  readonly box: (x: number, y: number, w: number, h: number) => Box;
} => {
  const left = Math.min(...cards.map(([, x]) => x));
  const top = Math.min(...cards.map(([, , y]) => y));
  const width = Math.max(...cards.map(([, x, , w]) => x + w)) - left;
  const height = Math.max(...cards.map(([, , y, , h]) => y + h)) - top;
  const scale = Math.min(
    (picture.width - 2 * picture.margin) / width,
    (picture.height - 2 * picture.margin) / height,
    MOST_SCALE,
  );
  const dx = (picture.width - width * scale) / 2;
  const dy = (picture.height - height * scale) / 2;
  return {
    point: (x, y) => [dx + (x - left) * scale, dy + (y - top) * scale],
    box: (x, y, w, h) => [dx + (x - left) * scale, dy + (y - top) * scale, w * scale, h * scale],
  };
};
const MOST_SCALE = 0.16;

/** Writes the `d` of a path, its numbers to a tenth of a px. */
const d = (words: TemplateStringsArray, ...numbers: readonly number[]): string =>
  String.raw({ raw: words }, ...numbers.map((number) => Math.round(number * 10) / 10));

const curve = ([x1, y1]: Point, [x2, y2]: Point): string => {
  const middle = (x1 + x2) / 2;
  return d`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
};

/** Bubble with its tail, hexagon, flag on its pole, plain paper: the cards' silhouettes, in a few points. */
const silhouette = (kind: CardKind, box: Box): string => {
  if (kind === "expectation") return bubble(box);
  if (kind === "factor") return hexagon(box);
  if (kind === "strategy") return flag(box);
  const [x, y, w, h] = box;
  return d`M${x} ${y}H${x + w}V${y + h}H${x}Z`;
};

const bubble = ([x, y, w, h]: Box): string => {
  const [right, bottom, r, tail] = [x + w, y + h, Math.min(w, h) * 0.16, Math.min(w, h) * 0.22];
  const top = d`M${x + r} ${y}H${right - r}Q${right} ${y} ${right} ${y + r}V${bottom - r}Q${right} ${bottom} ${right - r} ${bottom}`;
  const hanging = d`H${x + w * 0.1 + tail * 1.4}L${x + w * 0.1} ${bottom + tail}V${bottom}H${x + r}`;
  return top + hanging + d`Q${x} ${bottom} ${x} ${bottom - r}V${y + r}Q${x} ${y} ${x + r} ${y}Z`;
};
const hexagon = ([x, y, w, h]: Box): string => {
  const [right, bottom, point] = [x + w, y + h, Math.min(w, h) * 0.28];
  return d`M${x} ${y + h / 2}L${x + point} ${y}H${right - point}L${right} ${y + h / 2}L${right - point} ${bottom}H${x + point}Z`;
};
const flag = ([x, y, w, h]: Box): string => {
  const [right, bottom, notch, pole] = [x + w, y + h, w * 0.12, Math.max(1.5, w * 0.08)];
  return d`M${x} ${y}H${right}L${right - notch} ${y + h / 2}L${right} ${bottom}H${x + pole}V${bottom + h * 0.22}H${x}Z`;
};
