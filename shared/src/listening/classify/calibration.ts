/** How log odds of a head become those of one kind of source, learnt on posts that the head has not seen. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
  /** what 1 to 5 stars add; empty where they say nothing */
  readonly stars: readonly number[];
  /** log odds from which on yes is said: where F1 was best */
  readonly threshold: number;
}

/** What is learnt once for reviews with stars, for reviews without, and for all other posts. */
export interface Calibrations {
  readonly starred: Calibration;
  readonly review: Calibration;
  readonly post: Calibration;
}

/** What is known of a post besides its text. */
export interface PostContext {
  /** what the source calls it: post, comment, review, topic, issue … */
  readonly kind?: string;
  /** 1 to 5, where its writer gave any */
  readonly stars?: number | null;
}

export const isReview = ({ kind }: PostContext): boolean => kind === "review";

/** Log odds as one kind of source has them, and whether they are enough for a yes. */
export interface Calibrated {
  readonly logit: number;
  /** from which on yes is said */
  readonly threshold: number;
  readonly isYes: boolean;
}

export function calibrate(logit: number, context: PostContext, by: Calibrations): Calibrated {
  const stars = Math.round(context.stars ?? 0);
  const isStarred = isReview(context) && stars >= 1 && stars <= 5;
  const { slope, offset, stars: added, threshold } = isStarred ? by.starred : isReview(context) ? by.review : by.post;
  const calibrated = slope * logit + offset + (added[stars - 1] ?? 0);
  return { logit: calibrated, threshold, isYes: calibrated >= threshold };
}
