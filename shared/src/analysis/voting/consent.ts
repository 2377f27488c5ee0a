/** From the mildest to the strictest. */
const ANSWERS = ["yes", "yes-with-reserve", "objection"] as const;
export type ConsentAnswer = (typeof ANSWERS)[number];

export interface ConsentBallot {
  readonly person: string;
  readonly answer: ConsentAnswer;
  /** why: asked for with an objection, welcome with a reserve */
  readonly text?: string;
}

export interface Consent {
  /** `blocked` by one objection or more; `open` while nobody answered */
  readonly outcome: "consent" | "blocked" | "open";
  readonly voters: number;
  readonly yes: number;
  readonly reserves: number;
  readonly objections: number;
  /** texts of objections, then of reserves, without their people, in alphabetical order so that no order tells who wrote */
  readonly objectionTexts: readonly string[];
  readonly reserveTexts: readonly string[];
  /** objections that came without a text, which must be asked for */
  readonly textsMissing: number;
}

/**
 * Consent: a proposal holds when nobody objects. A reserve is kept beside a yes; an objection blocks, and owes a text.
 *
 * An objection without a text blocks as well, since it would be outvoted otherwise. Of several answers of one person the
 * strictest counts, whatever their order.
 *
 * Example: 4 yes, 2 yes with reserve, 0 objections: consent. One objection more: blocked.
 * @see Endenburg, "Sociocracy: the organization of decision-making", 1998
 */
export function readConsent(ballots: readonly ConsentBallot[]): Consent {
  const people = new Map<string, { answer: ConsentAnswer; texts: Set<string> }>();
  for (const { person, answer, text = "" } of ballots) {
    const before = people.get(person);
    const strictness = ANSWERS.indexOf(answer) - ANSWERS.indexOf(before?.answer ?? "yes");
    const kept = before === undefined || strictness > 0 ? { answer, texts: new Set<string>() } : before;
    if (kept.answer === answer && text.trim() !== "") kept.texts.add(text.trim());
    people.set(person, kept);
  }
  const of = (answer: ConsentAnswer) => [...people.values()].filter((paper) => paper.answer === answer);
  const textsOf = (answer: ConsentAnswer) =>
    of(answer)
      .flatMap(({ texts }) => [...texts])
      .sort(byCode);
  const objections = of("objection");
  return {
    outcome: objections.length > 0 ? "blocked" : people.size > 0 ? "consent" : "open",
    voters: people.size,
    yes: of("yes").length,
    reserves: of("yes-with-reserve").length,
    objections: objections.length,
    objectionTexts: textsOf("objection"),
    reserveTexts: textsOf("yes-with-reserve"),
    textsMissing: objections.filter(({ texts }) => texts.size === 0).length,
  };
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
