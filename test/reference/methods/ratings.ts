import { rateByElo, rateByGlicko, rateByGlicko2 } from "@palabre/shared/analysis/voting";
import { z } from "zod";
import { defineMethod } from "../method.ts";

const score = z.union([z.literal(0), z.literal(0.5), z.literal(1)]);

export const elo = defineMethod({
  name: "elo",
  input: z.strictObject({
    rating: z.number(),
    kFactor: z.number(),
    games: z.array(z.strictObject({ opponentRating: z.number(), score })),
  }),
  expected: z.strictObject({ expectedScores: z.array(z.number()), rating: z.number() }).partial(),
  compute: ({ rating, kFactor, games }) => rateByElo(rating, games, kFactor),
});

export const glicko = defineMethod({
  name: "glicko",
  input: z.strictObject({
    rating: z.number(),
    deviation: z.number().positive(),
    volatility: z.number().positive(),
    tau: z.number().positive(),
    games: z.array(z.strictObject({ opponentRating: z.number(), opponentDeviation: z.number().min(0), score })),
  }),
  expected: z
    .strictObject({
      glicko1Rating: z.number(),
      glicko1Deviation: z.number(),
      glicko2Rating: z.number(),
      glicko2Deviation: z.number(),
      glicko2Volatility: z.number(),
    })
    .partial(),
  compute({ games, tau, ...before }) {
    const first = rateByGlicko(before, games);
    const second = rateByGlicko2(before, games, tau);
    return {
      glicko1Rating: first.rating,
      glicko1Deviation: first.deviation,
      glicko2Rating: second.rating,
      glicko2Deviation: second.deviation,
      glicko2Volatility: second.volatility,
    };
  },
});
