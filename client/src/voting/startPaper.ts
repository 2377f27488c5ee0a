import type { BallotMethod, Paper } from "@palabre/shared/terms";

/** A paper on which nothing is written yet. */
export function startPaper(method: BallotMethod): Paper {
  switch (method) {
    case "dots":
      return { method, dots: {} };
    case "judgment":
      return { method, grades: {} };
    case "ranked":
      return { method, tiers: [] };
    case "rating":
      return { method, ratings: {} };
    case "pairwise":
      return { method, answers: [] };
    case "agreement":
      return { method, answers: {} };
    case "consent":
      return { method, answers: {} };
    case "links":
      return { method, answers: {} };
  }
}
