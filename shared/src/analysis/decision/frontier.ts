import { isMore } from "./tie.ts";

/** What a portfolio costs and is worth. */
export interface CostValue {
  readonly cost: number;
  readonly value: number;
}

/**
 * The points that no other beats (Pareto): by rising cost, each worth more than all cheaper ones. Of points that tie the first
 * of the list stays. Costs, and values, that differ by less than 1e-9 are equal.
 *
 * Example: (0, 0), (2, 3), (3, 3), (4, 5) leave out (3, 3), which costs more than (2, 3) and is worth no more.
 */
export function frontierOf<Point extends CostValue>(points: Iterable<Point>): readonly Point[] {
  const frontier = new Frontier<Point>();
  for (const point of points) frontier.offer(point);
  return frontier.points;
}

/** A frontier that grows point by point. */
export class Frontier<Point extends CostValue> {
  readonly points: Point[] = [];

  /** How many points cost at most this much. */
  countUpTo(cost: number): number {
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isMore(this.points[middle]?.cost ?? Infinity, cost)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Takes the point in unless one that costs no more is worth as much; takes out what it beats. */
  offer(point: Point): boolean {
    const place = this.countUpTo(point.cost);
    const cheaper = this.points[place - 1];
    if (cheaper !== undefined && !isMore(point.value, cheaper.value)) return false;
    let from = place;
    // one of equal cost that is worth less
    if (cheaper !== undefined && !isMore(point.cost, cheaper.cost)) from -= 1;
    let end = place;
    while (end < this.points.length && !isMore(this.points[end]?.value ?? Infinity, point.value)) end += 1;
    this.points.splice(from, end - from, point);
    return true;
  }
}
