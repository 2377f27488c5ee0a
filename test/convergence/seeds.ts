/** Seeds with which random runs failed once; each is run again for ever. */
export const FAILED_SEEDS: readonly number[] = [];
export const FAILED_ADMISSION_SEEDS: readonly number[] = [];
export const FAILED_HOSTILE_SEEDS: readonly number[] = [];
