/** Where the factors of cooperation act: participants, the group itself and its structure, what surrounds it (FING). */
export const COOPERATION_LEVELS = ["members", "group", "environment"] as const;

/** How many facets of cooperation there are to understand, to handle with care, and to act on: Cornu's 28 keywords. */
export const FACET_COUNTS = { toUnderstand: 12, delicate: 4, toAct: 12 } as const;

/** The four facets to handle with care; on a map they are factors that hold others back. */
export const DELICATE_FACETS = ["conflict", "aggression", "withdrawal", "coherence"] as const;

/** What a group lives in. */
export interface CooperationEnvironment {
  readonly resources: "rare" | "abundant";
  readonly isPredictable: boolean;
}

/**
 * How a group best proceeds in its environment: it plans where resources are rare and the future is known, negotiates where
 * they are rare and it is not, cooperates and chooses afterwards where they abound and it is not.
 * @returns undefined where resources abound and the future is known: the source names no strategy
 * @see Cornu, "La coopération en 28 mots-clés", Cooptic (CC BY-SA); FING working group "Intelligence collective", 2005
 */
export function strategyFor({
  resources,
  isPredictable,
}: CooperationEnvironment): "planning" | "negotiation" | "cooperation" | undefined {
  if (resources === "rare") return isPredictable ? "planning" : "negotiation";
  return isPredictable ? undefined : "cooperation";
}
