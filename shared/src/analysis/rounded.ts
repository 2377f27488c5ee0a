/** Decimals of a share: a tenth of a percent. */
const SHARE_DECIMALS = 1e3;
/** Decimals of a margin: a percent. */
const MARGIN_DECIMALS = 1e2;

/** A share as it is written down: one that a link far away hardly moves stays the same to the digit. */
export const roundShare = (share: number): number => Math.round(share * SHARE_DECIMALS) / SHARE_DECIMALS + 0;
export const roundMargin = (margin: number): number => Math.round(margin * MARGIN_DECIMALS) / MARGIN_DECIMALS + 0;
