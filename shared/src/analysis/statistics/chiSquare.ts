/**
 * Upper tail of the chi-square distribution: how probable a statistic at least this large is by chance alone.
 *
 * Q(df/2, χ²/2), the regularised incomplete gamma function: its power series below df/2 + 1, its continued fraction above,
 * where each converges fast; about twelve digits.
 *
 * Example: χ² = 3.841459 with 1 degree of freedom gives 0.05.
 * @param statistic χ² ≥ 0; a smaller one counts as 0
 * @returns 0 to 1; undefined when there is no degree of freedom, or the statistic is no number
 * @see Press, Teukolsky, Vetterling, Flannery, "Numerical Recipes", 3rd edition 2007, §6.2
 */
export function chiSquareTail(statistic: number, df: number): number | undefined {
  if (!(df > 0) || !Number.isFinite(df) || Number.isNaN(statistic)) return undefined;
  if (statistic <= 0) return 1;
  if (statistic === Infinity) return 0;
  const a = df / 2;
  const x = statistic / 2;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  const tail = x < a + 1 ? 1 - scale * seriesOf(a, x) : scale * fractionOf(a, x);
  return Math.min(1, Math.max(0, tail));
}

const SMALL = 1e-16;
/** More terms than any statistic of a workshop takes: they number about √a. */
const TERMS = 10_000;

/** Σ xⁿ Γ(a)/Γ(a + 1 + n) */
function seriesOf(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < TERMS && term > sum * SMALL; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction of Γ(a, x) eˣ x⁻ᵃ, by Lentz' method. */
function fractionOf(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < TERMS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || Number.MIN_VALUE);
    c = b + numerator / c || Number.MIN_VALUE;
    product *= d * c;
    if (Math.abs(d * c - 1) < SMALL) break;
  }
  return product;
}

/** Lanczos' coefficients for g = 7, nine terms: fifteen digits of Γ. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(z), z > 0. */
function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const base = z + 6.5;
  const sum = LANCZOS.reduce((total, factor, index) => (index === 0 ? factor : total + factor / (z - 1 + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(base) - base + Math.log(sum);
}
