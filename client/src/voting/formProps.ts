import type { Ballot, Paper } from "@palabre/shared/terms";

/** What of a ballot its paper needs. */
export type AskedBallot = Pick<Ballot, "method" | "question" | "options" | "settings">;

/** `all`: every option under the other, for a panel; `one`: one at a time and large, for a phone. */
export type Pace = "all" | "one";

export type PaperOf<Method extends Paper["method"]> = Extract<Paper, { readonly method: Method }>;

/** What every form of a ballot is given, and says. */
export interface FormProps<Method extends Paper["method"]> {
  readonly ballot: AskedBallot;
  readonly paper: PaperOf<Method>;
  readonly onChange: (paper: PaperOf<Method>) => void;
  readonly pace: Pace;
}
