import { publish, PUBLISHED_FROM, type Published } from "./published.ts";

/**
 * Ulwick's opportunity: importance + max(importance − satisfaction, 0), both from 0 to 10, so 0 to 20.
 *
 * Example: importance 9 and satisfaction 3 give 15; 9 and 9 give 9.
 * @see Ulwick, "Turn customer input into innovation", Harvard Business Review 80, 2002
 */
export function computeOpportunity(importance: number, satisfaction: number): number {
  return importance + Math.max(importance - satisfaction, 0);
}

/** What one person said of one expectation: from 1 to 5, undefined where nothing was said. */
export interface OpportunityRating {
  readonly importance: number | undefined;
  readonly satisfaction: number | undefined;
}

export interface Opportunity {
  readonly importance: number;
  readonly satisfaction: number;
  readonly opportunity: number;
  /** above 15 extreme, from 12 solid, from 10 worth a look */
  readonly word: "extreme" | "solid" | "worth-a-look" | "none";
}

/**
 * Reads opportunity from ratings: importance and satisfaction are ten times the share of people who say 4 or 5 of 5, never
 * means, which hide those who care. People who answered one of the two count for that one; values outside 1 to 5 for none.
 * @returns insufficient while either has fewer than five answers; n is the smaller number
 */
export function readOpportunity(ratings: readonly OpportunityRating[]): Published<Opportunity> {
  const important = answersOf(ratings.map(({ importance }) => importance));
  const satisfied = answersOf(ratings.map(({ satisfaction }) => satisfaction));
  return publish(Math.min(important.length, satisfied.length), PUBLISHED_FROM, () => {
    const [importance, satisfaction] = [shareOfTopTwo(important) * 10, shareOfTopTwo(satisfied) * 10];
    const opportunity = computeOpportunity(importance, satisfaction);
    return { importance, satisfaction, opportunity, word: wordOf(opportunity) };
  });
}

const answersOf = (values: readonly (number | undefined)[]): readonly number[] =>
  values.filter((value) => value !== undefined).filter((value) => value >= 1 && value <= 5);

const shareOfTopTwo = (values: readonly number[]): number =>
  values.filter((value) => value >= 4).length / values.length;

function wordOf(opportunity: number): Opportunity["word"] {
  if (opportunity > 15) return "extreme";
  if (opportunity >= 12) return "solid";
  return opportunity >= 10 ? "worth-a-look" : "none";
}
