/** A game against one whose rating is uncertain by a deviation: score 1 won, 0.5 drawn, 0 lost. */
export interface GlickoGame {
  readonly opponentRating: number;
  readonly opponentDeviation: number;
  readonly score: number;
}

export interface GlickoRating {
  readonly rating: number;
  readonly deviation: number;
}

/**
 * Glicko's rating and deviation after one period, without growth of the deviation before it.
 *
 * Example (Glickman's): 1500 ± 200 wins against 1400 ± 30, loses against 1550 ± 100 and 1700 ± 300: 1464 ± 151.4.
 * @returns both as before without games
 * @see Glickman, "Parameter estimation in large dynamic paired comparison experiments", Applied Statistics 48, 1999, doi:10.1111/1467-9876.00159
 */
export function rateByGlicko({ rating, deviation }: GlickoRating, games: readonly GlickoGame[]): GlickoRating {
  const q = Math.LN10 / 400;
  const { information, surplus } = weigh(rating * q, games, q);
  const precision = 1 / deviation ** 2 + q ** 2 * information;
  return { rating: rating + (q * surplus) / precision, deviation: Math.sqrt(1 / precision) };
}

/** Points of Glicko's scale in one of Glicko-2's. */
const SCALE = 173.7178;

export interface Glicko2Rating extends GlickoRating {
  /** how erratic the performance is, about 0.06 */
  readonly volatility: number;
}

/**
 * Glicko-2: as Glicko, with a volatility that is found for the period and lets the deviation grow.
 * @param tau how much the volatility may change, 0.3 to 1.2
 * @returns without games only the deviation changes: it grows by the volatility
 * @see Glickman, "Dynamic paired comparison models with stochastic variances", Journal of Applied Statistics 28, 2001, doi:10.1080/02664760120059219
 */
export function rateByGlicko2(
  { rating, deviation, volatility }: Glicko2Rating,
  games: readonly GlickoGame[],
  tau: number = 0.5,
): Glicko2Rating {
  const own = rating / SCALE;
  const spread = deviation / SCALE;
  const { information, surplus } = weigh(own, games, 1 / SCALE);
  if (information === 0) return { rating, volatility, deviation: SCALE * Math.sqrt(spread ** 2 + volatility ** 2) };
  const variance = 1 / information;
  const next = findVolatility({ volatility, tau, spread, variance, gain: variance * surplus });
  const precision = 1 / (spread ** 2 + next ** 2) + information;
  return {
    rating: SCALE * (own + surplus / precision),
    deviation: SCALE * Math.sqrt(1 / precision),
    volatility: next,
  };
}

/** Σ g² E (1 − E) and Σ g (S − E), with ratings and deviations multiplied by `scale`. */
function weigh(
  own: number,
  games: readonly GlickoGame[],
  scale: number,
): { readonly information: number; readonly surplus: number } {
  let information = 0;
  let surplus = 0;
  for (const { opponentRating, opponentDeviation, score } of games) {
    const g = 1 / Math.sqrt(1 + (3 * (opponentDeviation * scale) ** 2) / Math.PI ** 2);
    const expected = 1 / (1 + Math.exp(-g * (own - opponentRating * scale)));
    information += g ** 2 * expected * (1 - expected);
    surplus += g * (score - expected);
  }
  return { information, surplus };
}

interface Period {
  readonly volatility: number;
  readonly tau: number;
  readonly spread: number;
  readonly variance: number;
  readonly gain: number;
}

/** Glickman's step 5: the zero of f by the Illinois variant of false position. */
function findVolatility({ volatility, tau, spread, variance, gain }: Period): number {
  const start = Math.log(volatility ** 2);
  const f = (x: number) => {
    const sum = spread ** 2 + variance + Math.exp(x);
    return (Math.exp(x) * (gain ** 2 - sum)) / (2 * sum ** 2) - (x - start) / tau ** 2;
  };
  let a = start;
  let b = Math.log(gain ** 2 - spread ** 2 - variance);
  if (!Number.isFinite(b)) {
    b = start - tau;
    for (let k = 2; f(b) < 0 && k < 1000; k += 1) b = start - k * tau;
  }
  let [atA, atB] = [f(a), f(b)];
  for (let round = 0; round < 200 && Math.abs(b - a) > 1e-13; round += 1) {
    const c = a + ((a - b) * atA) / (atB - atA);
    const atC = f(c);
    if (atC * atB <= 0) [a, atA] = [b, atB];
    else atA /= 2;
    [b, atB] = [c, atC];
    if (atC === 0) break;
  }
  return Math.exp(a / 2);
}
