import type { TargetName } from "./targets.ts";

/** What one measurement gave, by name. */
export type Figures = Readonly<Record<string, number>>;

/** One thing that is measured, on each server by itself, in a process of its own. */
export interface Row {
  readonly name: string;
  readonly targets: readonly TargetName[];
  run(target: TargetName, quick: boolean): Promise<Figures>;
}
