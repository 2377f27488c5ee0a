/** The words by which a language tells how it feels, folded. */
export interface WordList {
  /** words by how they feel, −4 to 4; a word stands for its whole family where stems meet */
  readonly feelings: Readonly<Record<string, string>>;
  /** these turn the next words round */
  readonly negations: string;
  readonly stronger: string;
  readonly weaker: string;
}
