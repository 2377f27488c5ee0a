import type { z } from "zod";

/** What a method gives for one input: the keys of `expected`, and more if it likes. `null` where a figure is undefined, never NaN. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * How the value of a key compares when order doesn't count as written: `set` is a list of texts in any order; `ranking` a list of such sets, best
 * first; `loops` a list, in any order, of loops that may begin anywhere.
 */
export type Shape = "set" | "ranking" | "loops";

/** The way from a published case to a function of the analysis, and back. */
export interface Method {
  /** `method` of the case */
  readonly name: string;
  /** strict: a key that the format does not name fails the case */
  readonly input: z.ZodType;
  /** strict too, every key optional: a case names only what its source printed */
  readonly expected: z.ZodType;
  /** keys of `expected` that are no plain value */
  readonly shapes?: Readonly<Record<string, Shape>>;
  compute(input: unknown): Answer;
  /** what says the same in other words, as an axis the other way round; the answer itself when not given */
  sameAs?(answer: Answer): readonly Answer[];
}

/** A method whose `compute` has the type that its `input` parses to. */
export const defineMethod = <Input extends z.ZodType>(
  method: Omit<Method, "input" | "compute"> & { readonly input: Input; compute(input: z.infer<Input>): Answer },
): Method => method;
