/** What `run.js` was told. A part that is shortened, or told its seed, does not write its results. */
interface Options {
  readonly rounds?: string;
  readonly minutes?: string;
  readonly seed?: string;
  readonly only?: string;
}
// written by run.js, a few lines of our own
const given = JSON.parse(process.env["PROOF_OPTIONS"] ?? "{}") as Options;

export const isFull: boolean = Object.keys(given).length === 0;
export const roundsOr = (rounds: number): number => Number(given.rounds ?? rounds);
export const minutesOr = (minutes: number): number => Number(given.minutes ?? minutes);
/** Another one each time, and the one that failed when it is looked into. */
export const seed: number = Number(given.seed ?? Date.now() % 1_000_000);
/** Part of the name of the attacks to try. */
export const only: string = given.only ?? "";
