/** Bounds of a share, 0 to 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * 95 % interval of a share that was counted, after Wilson: unlike share ± 2 standard errors it stays within 0 and 1, and
 * says something of 0 of n too.
 *
 * Example: 10 of 20 gives 0.299 to 0.701.
 * @param successes 0 to `trials`; may be broken, when a success was shared
 * @returns 0 to 1 when nothing was tried
 * @see Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927
 */
export function wilsonInterval(successes: number, trials: number): ShareInterval {
  if (!(trials > 0)) return { low: 0, high: 1 };
  const share = Math.min(1, Math.max(0, successes / trials));
  const scale = 1 + (Z * Z) / trials;
  const middle = share + (Z * Z) / (2 * trials);
  const reach = Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  // at the ends the bound is the share itself, which rounding would miss
  return {
    low: share === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: share === 1 ? 1 : Math.min(1, (middle + reach) / scale),
  };
}
