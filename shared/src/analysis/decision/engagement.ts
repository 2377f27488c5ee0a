/** Largest number of members of each class but the last. */
const SIZE_CLASSES = [
  ["small", 12],
  ["intermediate", 100],
  ["large", 2_000],
] as const;
/** Up to this many members, each one is waited for, and no band applies. */
const LARGEST_SMALL = 12;
/** Lower ends of the bands, in percent of the members. */
const PROACTIVE_FROM = 1;
const REACTIVE_FROM = 10;

/** How many of a group act, beside what is usual for its size. */
export interface Engagement {
  readonly sizeClass: "small" | "intermediate" | "large" | "very-large";
  /** more than 12 members */
  readonly bandsApply: boolean;
  /** in percent of the members; undefined without members */
  readonly proactivePercent: number | undefined;
  readonly reactivePercent: number | undefined;
  /** fewer than 1 % act of themselves; undefined where bands don't apply */
  readonly isProactiveBelowBand: boolean | undefined;
  /** fewer than 10 % answer when they are asked; undefined where bands don't apply */
  readonly isReactiveBelowBand: boolean | undefined;
}

/**
 * Engagement of a group against the bands that Cornu observed: 1 to a few percent act of themselves, 10 to a few tens of
 * percent react. They are what is usual, no law, and say nothing of groups up to 12.
 *
 * Example: 60 members, 1 proactive and 6 reactive lie at the lower ends: normal, no failure.
 * @param members how many people; 0 has no percentages
 * @see Cornu, "La taille des groupes et les rôles des membres", in "La coopération en 28 mots-clés", Cooptic (CC BY-SA)
 */
export function readEngagement(members: number, proactive: number, reactive: number): Engagement {
  const bandsApply = members > LARGEST_SMALL;
  const percentOf = (people: number) => (members > 0 ? (100 * people) / members : undefined);
  const isBelow = (people: number, from: number) => (bandsApply ? 100 * people < from * members : undefined);
  return {
    sizeClass: SIZE_CLASSES.find(([, most]) => members <= most)?.[0] ?? "very-large",
    bandsApply,
    proactivePercent: percentOf(proactive),
    reactivePercent: percentOf(reactive),
    isProactiveBelowBand: isBelow(proactive, PROACTIVE_FROM),
    isReactiveBelowBand: isBelow(reactive, REACTIVE_FROM),
  };
}
