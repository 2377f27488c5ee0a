/** How figures are read off a map: from a lowest to a highest, or both ways from zero. */
export type Scale = SequentialScale | DivergingScale;
export interface SequentialScale {
  readonly type: "sequential";
  readonly low: number;
  readonly high: number;
  /** some figures lie beyond an end and are drawn as if they were there */
  readonly isBeyondLow: boolean;
  readonly isBeyondHigh: boolean;
}
export interface DivergingScale {
  readonly type: "diverging";
  /** what either end stands for: −reach and +reach */
  readonly reach: number;
  readonly isBeyond: boolean;
}

/** Fewer figures than this have no outliers: each of them counts. */
const ENOUGH_FOR_FENCES = 8;
/** Beyond 1.5 times the middle half is an outlier, one that would squeeze all others together (Tukey, Exploratory Data Analysis, 1977). */
const FENCE = 1.5;

/**
 * The scale of some figures; undefined when there are none. With a figure below zero it goes both ways from zero, which stays
 * the middle. What is no finite number is left out. An outlier does not stretch the scale.
 */
export function scaleOf(figures: Iterable<number>): Scale | undefined {
  const sorted = [...figures].filter((figure) => Number.isFinite(figure)).sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  if (least < 0) {
    const sizes = sorted.map(Math.abs).sort((a, b) => a - b);
    const reach = within(sizes)[1];
    return { type: "diverging", reach, isBeyond: (sizes.at(-1) ?? 0) > reach };
  }
  const [low, high] = within(sorted);
  return { type: "sequential", low, high, isBeyondLow: least < low, isBeyondHigh: most > high };
}

/** The least and the largest figure that are no outliers. */
function within(sorted: readonly number[]): readonly [number, number] {
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (sorted.length < ENOUGH_FOR_FENCES) return [least, most];
  const [q1, q3] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)];
  const room = FENCE * (q3 - q1);
  // with half of the figures alike there is no middle half to measure by
  if (room === 0) return [least, most];
  return [
    sorted.find((figure) => figure >= q1 - room) ?? least,
    sorted.findLast((figure) => figure <= q3 + room) ?? most,
  ];
}

function quantileOf(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at % 1);
}

/** How many steps of colour there are from low to high, and from zero to either end. */
export const SEQUENTIAL_STEPS = 5;
export const DIVERGING_STEPS = 3;

/**
 * The step of a figure: 0 (low) to 4 (high), or −3 to 3. Equal figures share a step; where all are equal it is the middle one.
 */
export function stepOn(scale: Scale, figure: number): number {
  if (scale.type === "diverging") {
    const place = scale.reach === 0 ? 0 : clamp(-1, figure / scale.reach, 1);
    return Math.round(place * DIVERGING_STEPS) + 0;
  }
  const { low, high } = scale;
  if (high === low) return Math.floor(SEQUENTIAL_STEPS / 2);
  const place = clamp(0, (figure - low) / (high - low), 1);
  return Math.min(SEQUENTIAL_STEPS - 1, Math.floor(place * SEQUENTIAL_STEPS));
}

/** The largest and the smallest disc, in board px across at 100 %. */
const LARGEST_DISC_PX = 54;
const SMALLEST_DISC_PX = 10;

/** How large a figure is drawn: the area of its disc is in proportion to it, whatever its sign; nothing is smaller than can be seen. */
export function diameterOn(scale: Scale, figure: number): number {
  const reach = reachOf(scale);
  const share = reach === 0 ? 0 : clamp(0, Math.abs(figure) / reach, 1);
  return Math.max(SMALLEST_DISC_PX, Math.round(LARGEST_DISC_PX * Math.sqrt(share)));
}
/** What the largest disc stands for. */
export const reachOf = (scale: Scale): number => (scale.type === "diverging" ? scale.reach : scale.high);

const clamp = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);
