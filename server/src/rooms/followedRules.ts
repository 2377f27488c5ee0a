import { OPEN_RULES, type BoardRules } from "@palabre/shared/facilitation";
import type { PhaseId } from "@palabre/shared/terms";

/** The rules of a board now, and those that were in force until at most three seconds ago: who had not heard of the change yet is not to blame. */
export interface RulesInForce {
  readonly now: BoardRules;
  readonly earlier: readonly BoardRules[];
}

/** How long what was allowed before a change of the rules is still let in. */
export const GRACE_MS = 3_000;

/** The rules of one board while it is live, as `workshop` says them. */
export class FollowedRules {
  readonly #now: () => number;
  #rules: BoardRules | undefined;
  #past: { readonly rules: BoardRules; readonly until: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The rules as they were read while the board was opened: newer ones may have been taken since. */
  begin(rules: BoardRules): void {
    if (this.#rules) this.#past.push({ rules, until: this.#now() });
    else this.#rules = rules;
  }

  /** The rules from now on; those that they replace stay valid for a while. */
  take(rules: BoardRules): void {
    if (this.#rules) this.#past.push({ rules: this.#rules, until: this.#now() });
    this.#rules = rules;
  }

  /** The phase that is under way. */
  get phase(): PhaseId | undefined {
    return this.#rules?.phase?.id;
  }

  inForce(): RulesInForce {
    if (this.#past.length > 0) {
      const now = this.#now();
      // a clock that was set back must not make a grace of it
      this.#past = this.#past.filter(({ until }) => now >= until && now - until < GRACE_MS);
    }
    return { now: this.#rules ?? OPEN_RULES, earlier: this.#past.map(({ rules }) => rules) };
  }
}
