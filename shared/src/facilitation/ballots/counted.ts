import {
  AGREEMENT_WORDS,
  type OptionId,
  type OptionTally,
  type Paper,
  type Tally,
  type TallyAgreement,
} from "../../terms/index.ts";
import { PAPERS_NEEDED } from "./papersNeeded.ts";

/** A ballot's papers of one method. */
export type PaperOf<Method extends Paper["method"]> = Extract<Paper, { readonly method: Method }>;

/** What a method makes of the papers. */
export interface Counted extends Pick<
  Tally,
  "agreement" | "pairs" | "condorcet" | "isContested" | "circular" | "groups" | "reasons"
> {
  readonly perOption: ReadonlyMap<string, OptionTally>;
  /** places, best first; absent = the method has none */
  readonly ranking?: readonly (readonly string[])[];
  readonly winners: readonly string[];
}

/** What a person says of an option; undefined where they say nothing. */
export const saidOf = <Value>(said: Readonly<Partial<Record<OptionId, Value>>>, option: string): Value | undefined =>
  // what is asked for is an option of the ballot, and those are ids
  said[option as OptionId];

/** So few people speak of something that its figures could tell who. */
export const isFew = (n: number): boolean => n > 0 && n < PAPERS_NEEDED;

/** What is told of an option: how many speak of it, and the figures from five people on; of fewer they could tell who. */
export const told = (n: number, figures: () => Omit<OptionTally, "n">): OptionTally =>
  n < PAPERS_NEEDED ? { n } : { n, ...figures() };

/** A figure with its word; nothing for what is not defined. */
export function agreeing(name: TallyAgreement["name"], value: number | undefined): Pick<Tally, "agreement"> {
  if (value === undefined || !Number.isFinite(value)) return {};
  const word = AGREEMENT_WORDS[Math.min(4, Math.max(0, Math.floor(value * 5 + 1e-9)))] ?? "very-weak";
  return { agreement: { name, value, word } };
}

/** The mean of figures that are there. */
export function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const given = values.filter((value) => value !== undefined);
  return given.length === 0 ? undefined : given.reduce((sum, value) => sum + value, 0) / given.length;
}
