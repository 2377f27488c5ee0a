import type { Text } from "../i18n/index.ts";

/** When a version was kept: the time today, with the day before. */
export const whenWords = (at: number, now: number, { date }: Pick<Text, "date">): string =>
  date(at, isSameDay(at, now) ? "time" : "dayTime");

export const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();
