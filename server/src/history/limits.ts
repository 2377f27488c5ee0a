/** How long history is gathered, how long trash stays, and how often both are looked after. Times in milliseconds. */
export interface HistoryLimits {
  /** from the first change that no version holds until one is kept by itself */
  readonly minuteMs: number;
  /** how often boards are looked for whose minute is over */
  readonly lookEveryMs: number;
  /** how long a thing stays in the trash */
  readonly trashMs: number;
  /** how often all boards are looked after; and, for the first time after a start, when: people come first */
  readonly everyMs: number;
  readonly firstMs: number;
}

const DAY_MS = 86_400_000;
export const HISTORY_LIMITS: HistoryLimits = {
  minuteMs: 60_000,
  lookEveryMs: 5_000,
  trashMs: 30 * DAY_MS,
  everyMs: DAY_MS,
  firstMs: 120_000,
};
