/** The words of the workshop in one language. */
export interface RepairCafeWords {
  readonly name: string;
  readonly goal: string;
  readonly title: string;
  readonly sourceName: string;
  readonly frames: { readonly expected: string; readonly possible: string };
  readonly expectations: Readonly<Record<Expectation, { readonly text: string; readonly query: string }>>;
  readonly factors: Readonly<Record<Factor, string>>;
  readonly strategies: Readonly<Record<Strategy, { readonly text: string; readonly owner: string }>>;
  readonly note: string;
  readonly labels: { readonly atLast: string; readonly tired: string };
}
/** One post: days before `now`, who signs it, what it says. */
export type RepairCafePost = readonly [daysAgo: number, author: string, text: string];
export type Expectation = "evenings" | "checkFirst" | "learning" | "waiting" | "access";
export type Factor = "volunteers" | "counter" | "trust" | "knowHow" | "townHall";
export type Strategy = "openEvenings" | "onlineCheck" | "workshop" | "mentors";
