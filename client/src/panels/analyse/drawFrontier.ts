import { axisX, axisY, dot, line, plot, ruleX } from "@observablehq/plot";

export interface FrontierPoint {
  readonly cost: number;
  readonly value: number;
}
export interface FrontierNames {
  readonly cost: string;
  readonly value: string;
  readonly costWords: (cost: number) => string;
  readonly valueWords: (value: number) => string;
}
export interface DrawnFrontier {
  readonly element: Element;
  /** the middles of the points in px, in their order */
  readonly places: readonly (readonly [x: number, y: number])[];
}

export const HEIGHT_PX = 190;

/**
 * Draws what can be had for which cost: a step line, since between two portfolios more money buys nothing more.
 * @param chosen place of the portfolio that is looked at; undefined when none is
 * @param group  the group's budget, where there is one
 * @param most   the right end of the cost axis
 */
export function drawFrontier(
  points: readonly FrontierPoint[],
  {
    chosen,
    budget,
    group,
    most,
  }: {
    readonly chosen: number | undefined;
    readonly budget: number;
    readonly group: number | undefined;
    readonly most: number;
  },
  names: FrontierNames,
  width: number,
): DrawnFrontier {
  const last = points.at(-1);
  const steps = last ? [...points, { cost: Math.max(most, last.cost), value: last.value }] : [];
  const top = Math.max(...points.map(({ value }) => value), 0) || 1;
  const low = Math.min(...points.map(({ value }) => value), 0);
  const element = plot({
    width,
    height: HEIGHT_PX,
    marginTop: 24,
    marginRight: 14,
    marginBottom: 36,
    marginLeft: 46,
    style: {
      background: "transparent",
      color: "var(--ink-3)",
      fontFamily: "var(--tool)",
      fontSize: "12px",
      overflow: "visible",
    },
    x: { domain: [0, most || 1], label: null },
    y: { domain: [low, top * 1.06], label: null },
    marks: [
      axisX({
        ticks: Math.max(2, Math.floor(width / 90)),
        tickSize: 4,
        tickFormat: (cost: number) => names.costWords(cost),
        label: names.cost,
        labelAnchor: "right",
        labelArrow: "none",
      }),
      axisY({
        ticks: 4,
        tickSize: 4,
        tickFormat: (value: number) => names.valueWords(value),
        label: names.value,
        labelAnchor: "top",
        labelArrow: "none",
      }),
      line(steps, { x: "cost", y: "value", curve: "step-after", stroke: "var(--strategy-line)", strokeWidth: 2 }),
      ruleX([budget], { stroke: "var(--leaf)", strokeWidth: 1.5 }),
      ...(group === undefined || group === budget
        ? []
        : [ruleX([group], { stroke: "var(--ink-2)", strokeWidth: 1.5, strokeDasharray: "2 3" })]),
      dot(points, {
        x: "cost",
        y: "value",
        r: (_: FrontierPoint, i: number) => (i === chosen ? 7 : 4),
        fill: (_: FrontierPoint, i: number) => (i === chosen ? "var(--leaf)" : "var(--strategy-block)"),
        stroke: "var(--page)",
        strokeWidth: 1.5,
      }),
    ],
  });
  const [x, y] = [element.scale("x"), element.scale("y")];
  return {
    element,
    places: points.map(({ cost, value }) => [Number(x?.apply(cost) ?? 0), Number(y?.apply(value) ?? 0)]),
  };
}
