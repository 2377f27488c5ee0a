import { factorise } from "./cholesky.ts";
import { createSquare, type Square } from "./square.ts";

/** Strengths of things that were compared two by two, in the order of the table. */
export interface PairwiseFit {
  /** p, geometric mean 1; p_i / (p_i + p_j) is how probably i is preferred to j */
  readonly strength: readonly number[];
  /** ln p, mean 0 */
  readonly logAbility: readonly number[];
  /** of each ln p, against their mean */
  readonly standardError: readonly number[];
  /** variances and covariances of the ln p */
  readonly covariance: Square;
}

export interface PairwiseOptions {
  /**
   * `half-win` adds half a win and half a loss of each thing against one nobody sees: then the strengths exist whatever was
   * compared, also for a thing that never lost or was never shown. `none` is the plain maximum of likelihood.
   */
  readonly prior?: "half-win" | "none";
}

/** Rounds of the simple iteration, which goes the right way from anywhere, before steps of Newton's finish the last digits. */
const FIRST_ROUNDS = 40;
const MOST_STEPS = 200;

/**
 * Bradley's and Terry's strengths from "which of the two?": the most likely ones, by Hunter's minorise-maximise iteration
 * p_i ← W_i / Σ_j n_ij / (p_i + p_j), finished by Newton's method, whose information matrix gives the standard errors.
 *
 * Without a prior the maximum exists only when every split of the things in two has a win each way (Ford 1957).
 *
 * Example: one win of a over b gives 2.13 and 0.47 with the prior; without it a's strength would be infinite.
 * @param wins `wins[i][j]` = times i was preferred to j, 0 or more; the diagonal doesn't count
 * @returns undefined when the maximum doesn't exist; empty lists when nothing is compared
 * @see Bradley, Terry, "Rank analysis of incomplete block designs", Biometrika 39, 1952, doi:10.2307/2334029
 * @see Hunter, "MM algorithms for generalized Bradley-Terry models", Annals of Statistics 32, 2004, doi:10.1214/aos/1079120141
 */
export function fitBradleyTerry(
  wins: readonly (readonly number[])[],
  { prior = "half-win" }: PairwiseOptions = {},
): PairwiseFit | undefined {
  const size = wins.length;
  const games = readWins(wins);
  if (prior === "none" && !isConnected(games)) return undefined;
  // the unseen thing has strength 1 while the others are sought: two meetings' halves, one win, one loss
  const dummy = prior === "none" ? 0 : 1;
  const won = Array.from({ length: size }, (_, i) => {
    let sum = dummy / 2;
    for (let j = 0; j < size; j += 1) sum += games.at(i, j);
    return sum;
  });
  const met = (i: number, j: number) => games.at(i, j) + games.at(j, i);
  let log = startByRounds(size, won, met, dummy);
  let information = informationOf(log, met, dummy);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const slope = slopeOf(log, won, met, dummy);
    const move = factorise(information)?.solve(slope);
    if (move === undefined) return undefined;
    const farthest = Math.max(0, ...move.map(Math.abs));
    // far from the top a whole step may overshoot
    const part = Math.min(1, 1 / farthest);
    log = centre(
      log.map((value, i) => value + part * (move[i] ?? 0)),
      dummy,
    );
    information = informationOf(log, met, dummy);
    // each step squares the error, so that nothing is left to gain after so small a one
    if (farthest < 1e-8) break;
  }
  const covariance = factorise(information)?.inverse();
  if (covariance === undefined) return undefined;
  const mean = log.reduce((sum, value) => sum + value, 0) / Math.max(1, size);
  const logAbility = log.map((value) => value - mean);
  return {
    strength: logAbility.map(Math.exp),
    logAbility,
    standardError: errorsAgainstMean(covariance),
    covariance,
  };
}

/** Wins without the diagonal; what is below 0 or no number is 0. */
function readWins(wins: readonly (readonly number[])[]): Square {
  return createSquare(
    wins.length,
    wins.map((row, i) => wins.map((_, j) => (i === j ? 0 : Math.max(0, row[j] ?? 0)))),
  );
}

/** Whether everything reaches everything by wins. */
function isConnected(games: Square): boolean {
  const all = Array.from({ length: games.size }, (_, index) => index);
  const reach = (next: (from: number, to: number) => number) => {
    const seen = new Set(all.slice(0, 1));
    for (const from of seen) for (const to of all) if (next(from, to) > 0) seen.add(to);
    return seen.size;
  };
  return (
    reach((from, to) => games.at(from, to)) === all.length && reach((from, to) => games.at(to, from)) === all.length
  );
}

type Meetings = (i: number, j: number) => number;

function startByRounds(size: number, won: readonly number[], met: Meetings, dummy: number): readonly number[] {
  let strength = won.map(() => 1);
  for (let round = 0; round < FIRST_ROUNDS; round += 1) {
    strength = strength.map((own, i) => {
      let sum = dummy / (own + 1);
      for (let j = 0; j < size; j += 1) sum += met(i, j) / (own + (strength[j] ?? 1));
      return sum > 0 ? (won[i] ?? 0) / sum : own;
    });
    const top = Math.max(...strength);
    if (dummy === 0) strength = strength.map((own) => own / top);
  }
  return centre(strength.map(Math.log), dummy);
}

/** Without the unseen thing only differences count, and the mean is set to 0. */
function centre(log: readonly number[], dummy: number): readonly number[] {
  if (dummy > 0) return log;
  const mean = log.reduce((sum, value) => sum + value, 0) / Math.max(1, log.length);
  return log.map((value) => value - mean);
}

const chance = (difference: number): number => 1 / (1 + Math.exp(-difference));

/** How the likelihood rises with each ln p: wins less the wins expected. */
function slopeOf(log: readonly number[], won: readonly number[], met: Meetings, dummy: number): readonly number[] {
  return log.map((own, i) => {
    let expected = dummy * chance(own);
    for (const [j, other] of log.entries()) if (i !== j) expected += met(i, j) * chance(own - other);
    return (won[i] ?? 0) - expected;
  });
}

/** The information matrix of the ln p; without the unseen thing the direction in which all rise together is filled in. */
function informationOf(log: readonly number[], met: Meetings, dummy: number): Square {
  const size = log.length;
  const table = createSquare(size);
  for (const [i, own] of log.entries()) {
    const lone = chance(own);
    let diagonal = dummy * lone * (1 - lone);
    for (const [j, other] of log.entries()) {
      if (i === j) continue;
      const p = chance(own - other);
      const weight = met(i, j) * p * (1 - p);
      diagonal += weight;
      table.put(i, j, -weight);
    }
    table.put(i, i, diagonal);
  }
  if (dummy > 0) return table;
  const scale = Math.max(1e-300, ...log.map((_, i) => table.at(i, i)));
  for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) table.put(i, j, table.at(i, j) + scale / size);
  return table;
}

/** √ of the variance of each ln p less their mean. */
function errorsAgainstMean(covariance: Square): readonly number[] {
  const rows = covariance.rows();
  const size = Math.max(1, rows.length);
  const means = rows.map((row) => row.reduce((sum, value) => sum + value, 0) / size);
  const mean = means.reduce((sum, value) => sum + value, 0) / size;
  return rows.map((row, i) => Math.sqrt(Math.max(0, (row[i] ?? 0) - 2 * (means[i] ?? 0) + mean)));
}
