import { AppError } from "@palabre/shared/errors";
import { optionsAsked } from "@palabre/shared/facilitation/ballots";
import type { OpenBallot } from "@palabre/shared/protocol";
import type { BallotOption, BallotSettings, BoardSnapshot } from "@palabre/shared/terms";

/** Grades of judgment where nobody says how many. */
const USUAL_GRADES = 6;
/** Dots for each person where nobody says how many: a third of the options, within these. */
const DOTS = { least: 3, most: 10 } as const;

/**
 * What a ballot asks about, as the board is now.
 * @throws AppError `bad-request` for links where cards are asked about, and the reverse; for nothing, too little to compare, or too much
 */
export function optionsOf(ballot: OpenBallot, board: BoardSnapshot): readonly BallotOption[] {
  const asked = optionsAsked(ballot, board);
  if (asked.ok) return asked.options;
  switch (asked.reason) {
    case "subject":
      throw new AppError("bad-request", "links are weighed with the method `links`, and nothing else is");
    case "few": {
      const { n, needs } = asked;
      const message = `there are ${n} things to ask about: it takes ${needs} at least`;
      throw new AppError("bad-request", message, { details: { n, needs } });
    }
    case "many": {
      const { n, max } = asked;
      const message = `a ballot asks about ${max} things at most: choose some`;
      throw new AppError("bad-request", message, { details: { n, max } });
    }
  }
}

/** The settings that the method uses, with what is usual where nobody says it. */
export function settingsOf({ method, settings = {} }: OpenBallot, options: number): BallotSettings {
  const { budget, cap, grades, rating, mayAbstain } = settings;
  const usualDots = Math.min(DOTS.most, Math.max(DOTS.least, Math.round(options / 3)));
  return {
    ...(method === "dots" ? { budget: budget ?? usualDots, ...(cap === undefined ? {} : { cap }) } : {}),
    ...(method === "judgment" ? { grades: grades ?? USUAL_GRADES } : {}),
    ...(method === "rating" ? { rating: rating ?? "importance" } : {}),
    ...(mayAbstain === false && method !== "dots" && method !== "pairwise" ? { mayAbstain } : {}),
  };
}
