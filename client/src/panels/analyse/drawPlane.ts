import { dot, frame, plot, ruleX, ruleY, text, type Markish } from "@observablehq/plot";
import { partPoints, placeLabels, SIDES, type Box, type Side } from "./placeLabels.ts";

export interface DrawnPoint {
  /** 0 to 1 each, to the right and upwards */
  readonly at: readonly [x: number, y: number];
  readonly label: string;
  /** what is talked about now: filled, its label bold */
  readonly isOn: boolean;
  /** too near a mean to be on either side of it */
  readonly isBetween: boolean;
}
export interface PlaneNames {
  readonly drivers: string;
  readonly relays: string;
  readonly aside: string;
  readonly results: string;
  readonly influence: string;
  readonly dependence: string;
}
export interface DrawnPlane {
  readonly element: Element;
  /** the middles of the points in px, in their order */
  readonly places: readonly (readonly [x: number, y: number])[];
}

const MARGIN = { top: 2, right: 2, bottom: 22, left: 22 } as const;
/** air between the outermost points and the frame: the corners keep their words */
const INSET_PX = { x: 20, y: 34 } as const;
/** with more factors than this, names would be a wall: the rest are told by hovering */
const LABELLED = 24;
/** with more factors than this, smaller hexagons hide fewer of each other */
const CROWD = 60;

/** Draws the plane: quadrants named in their corners, factors as hexagons, names where there is room for them. */
export function drawPlane(
  points: readonly DrawnPoint[],
  names: PlaneNames,
  [width, height]: readonly [width: number, height: number],
): DrawnPlane {
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
  const placeOf = ([x, y]: DrawnPoint["at"]): readonly [number, number] => [
    left + INSET_PX.x + x * (right - left - 2 * INSET_PX.x),
    bottom - INSET_PX.y - y * (bottom - top - 2 * INSET_PX.y),
  ];
  const places = partPoints(
    points.map(({ at }) => placeOf(at)),
    left,
  );
  const taken: readonly Box[] = [
    [left, top, widthOf(names.drivers, CORNER_FONT) + 16, 24],
    [right - widthOf(names.relays, CORNER_FONT) - 16, top, widthOf(names.relays, CORNER_FONT) + 16, 24],
    [left, bottom - 24, widthOf(names.aside, CORNER_FONT) + 16, 24],
    [right - widthOf(names.results, CORNER_FONT) - 16, bottom - 24, widthOf(names.results, CORNER_FONT) + 16, 24],
  ];
  const sides = placeLabels(
    points.map(({ label, isOn }, i) => ({
      at: places[i] ?? [0, 0],
      width: i < LABELLED ? widthOf(label, isOn ? BOLD_FONT : FONT) : Number.POSITIVE_INFINITY,
    })),
    [left, top, right - left, bottom - top],
    taken,
  );
  const corner = (name: string, frameAnchor: "top-left" | "top-right" | "bottom-left" | "bottom-right"): Markish =>
    text([name], {
      frameAnchor,
      dx: frameAnchor.endsWith("left") ? 8 : -8,
      dy: frameAnchor.startsWith("top") ? 6 : -6,
      fill: "var(--ink-3)",
      fontFamily: "var(--voice)",
      fontStyle: "italic",
      fontSize: 13,
    });
  const at = { x: (i: number) => places[i]?.[0] ?? 0, y: (i: number) => places[i]?.[1] ?? 0 } as const;
  const indexes = points.map((_, i) => i);
  const hexagons = (isDrawn: (point: DrawnPoint) => boolean, fill: string, dashes?: string): Markish =>
    dot(
      indexes.filter((i) => isDrawn(points[i] ?? NOTHING)),
      {
        ...at,
        symbol: "hexagon",
        r: points.length > CROWD ? 4.5 : 6.5,
        fill,
        stroke: "var(--factor-line)",
        strokeWidth: 1.5,
        ...(dashes === undefined ? {} : { strokeDasharray: dashes }),
      },
    );
  const labels = (side: Side, isOn: boolean): Markish =>
    text(
      indexes.filter((i) => sides[i] === side && points[i]?.isOn === isOn),
      {
        ...at,
        text: (i: number) => points[i]?.label ?? "",
        ...OFFSETS[side],
        fill: isOn ? "var(--ink)" : "var(--ink-2)",
        fontFamily: "var(--tool)",
        fontSize: 13,
        fontWeight: isOn ? 600 : 400,
      },
    );
  const element = plot({
    width,
    height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    // places are px already: the mean is in the middle, which no single scale does
    x: { axis: null, type: "linear", domain: [left, right], range: [left, right] },
    y: { axis: null, type: "linear", domain: [bottom, top], range: [bottom, top] },
    marks: [
      frame({ fill: "var(--sheet)", stroke: "var(--rule)", rx: 10 }),
      ruleX([(left + right) / 2], { stroke: "var(--rule)" }),
      ruleY([(top + bottom) / 2], { stroke: "var(--rule)" }),
      corner(names.drivers, "top-left"),
      corner(names.relays, "top-right"),
      corner(names.aside, "bottom-left"),
      corner(names.results, "bottom-right"),
      text([names.dependence], {
        frameAnchor: "bottom",
        dy: 18,
        fill: "var(--ink-3)",
        fontSize: 12,
        fontFamily: "var(--tool)",
      }),
      text([names.influence], {
        frameAnchor: "left",
        dx: -12,
        rotate: -90,
        textAnchor: "middle",
        fill: "var(--ink-3)",
        fontSize: 12,
        fontFamily: "var(--tool)",
      }),
      hexagons(({ isOn, isBetween }) => !isOn && !isBetween, "var(--factor-fill)"),
      hexagons(({ isOn, isBetween }) => !isOn && isBetween, "var(--sheet)", "2.5 2"),
      hexagons(({ isOn }) => isOn, "var(--factor-block)"),
      ...SIDES.flatMap((side) => [labels(side, false), labels(side, true)]),
    ],
  });
  return { element, places };
}

const NOTHING: DrawnPoint = { at: [0, 0], label: "", isOn: false, isBetween: false };
const OFFSETS = {
  right: { dx: 12, textAnchor: "start" },
  left: { dx: -12, textAnchor: "end" },
  above: { dy: -20, textAnchor: "middle" },
  below: { dy: 20, textAnchor: "middle" },
  aboveLeft: { dx: 8, dy: -20, textAnchor: "end" },
  belowLeft: { dx: 8, dy: 20, textAnchor: "end" },
  aboveRight: { dx: -8, dy: -20, textAnchor: "start" },
  belowRight: { dx: -8, dy: 20, textAnchor: "start" },
} as const satisfies Readonly<Record<Side, object>>;

const FONT = '400 13px "Source Sans 3 Variable", sans-serif';
const BOLD_FONT = '600 13px "Source Sans 3 Variable", sans-serif';
const CORNER_FONT = 'italic 400 13px "Literata Variable", serif';
let measuring: CanvasRenderingContext2D | null | undefined;
function widthOf(label: string, font: string): number {
  measuring ??= document.createElement("canvas").getContext("2d");
  if (!measuring) return label.length * 7;
  measuring.font = font;
  return measuring.measureText(label).width;
}
