import { COOPERATION_LEVELS, DELICATE_FACETS, FACET_COUNTS, strategyFor } from "@palabre/shared/analysis/decision";
import { z } from "zod";
import { defineMethod } from "../method.ts";
import { labelSet } from "../schemas.ts";

const environment = z.strictObject({ resources: z.enum(["rare", "abundant"]), predictable: z.boolean() });
const strategy = z.enum(["planning", "negotiation", "cooperation"]);

export const cooperationFactors = defineMethod({
  name: "cooperation-factors",
  input: z.strictObject({ environments: z.array(environment) }),
  expected: z
    .strictObject({
      levels: labelSet,
      delicateFacets: labelSet,
      facetCounts: z.strictObject({ toUnderstand: z.int(), delicate: z.int(), toAct: z.int() }).partial(),
      strategies: z.array(strategy.nullable()),
    })
    .partial(),
  shapes: { levels: "set", delicateFacets: "set" },
  compute: ({ environments }) => ({
    levels: COOPERATION_LEVELS,
    delicateFacets: DELICATE_FACETS,
    facetCounts: FACET_COUNTS,
    strategies: environments.map(
      ({ resources, predictable }) => strategyFor({ resources, isPredictable: predictable }) ?? null,
    ),
  }),
});
