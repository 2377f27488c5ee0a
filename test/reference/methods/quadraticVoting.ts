import { countQuadratic } from "@palabre/shared/analysis/voting";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { figures } from "../schemas.ts";

const ballot = z.strictObject({ votes: z.record(z.string(), z.int()), voters: z.int().min(0) });

export const quadraticVoting = defineMethod({
  name: "quadratic-voting",
  input: z.strictObject({ credits: z.number().min(0), ballots: z.array(ballot) }),
  expected: z.strictObject({ totals: figures, cost: z.array(z.number()) }).partial(),
  compute({ ballots }) {
    // the format adds up all ballots, also those over the credits, which the tally itself would refuse
    const { totals, cost } = countQuadratic(
      ballots.map(({ votes, voters }) => ({ voters, votes: new Map(Object.entries(votes)) })),
    );
    return { totals: Object.fromEntries(totals), cost };
  },
});
