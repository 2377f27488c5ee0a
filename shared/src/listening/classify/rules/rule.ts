/** What a phrase makes of the post it stands in. */
export type Says = "request" | "wish" | "problem" | "praise";

/** Rules by their name; the phrases of one are parted by white space that is not within brackets or between two words. */
export type RuleList = Readonly<Record<string, { readonly says: Says; readonly phrases: string }>>;

/** One rule, ready to be looked for in a folded text. */
export interface Rule {
  readonly name: string;
  readonly says: Says;
  readonly pattern: RegExp;
}
