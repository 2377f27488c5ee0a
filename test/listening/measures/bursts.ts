import { findBursts } from "@palabre/shared/listening/texts";
import { z } from "zod";
import { defineMeasure, type Measure } from "../measure.ts";

const MS_PER_HOUR = 3_600_000;
const HOURS_PER_WEEK = 168;
/** An instant, or a place in the counts. */
const end = z.union([z.number(), z.iso.datetime({ offset: true })]);

/**
 * How well bursts of mentions are found, against windows that people marked. A window is found when a burst touches it; a burst that
 * touches none is a false alarm.
 */
export const bursts: Measure = defineMeasure(
  {
    counts: z.array(z.number()),
    windows: z.array(z.tuple([end, end])),
    start: z.iso.datetime({ offset: true }).optional(),
  },
  (rows) => {
    let [found, missed, alarms, hours] = [0, 0, 0, 0];
    for (const { counts, windows, start } of rows) {
      const toHour = (at: number | string): number =>
        typeof at === "number" ? at : (Date.parse(at) - Date.parse(start ?? "")) / MS_PER_HOUR;
      const marked = windows.map(([from, to]) => ({ from: toHour(from), to: toHour(to) }));
      const said = findBursts(counts);
      const touched = marked.filter((window) =>
        said.some(({ from, to }) => from <= window.to && to >= window.from),
      ).length;
      found += touched;
      missed += marked.length - touched;
      alarms += said.filter(({ from, to }) => !marked.some((window) => from <= window.to && to >= window.from)).length;
      hours += counts.length;
    }
    const scored = 2 * found + missed + alarms;
    return [
      { measure: "bursts-F1", value: scored === 0 ? 0 : (200 * found) / scored, n: rows.length },
      {
        measure: "bursts-false-alarms-a-week",
        value: hours === 0 ? 0 : (alarms * HOURS_PER_WEEK) / hours,
        n: rows.length,
      },
    ];
  },
);
