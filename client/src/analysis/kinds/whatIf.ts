import { runWhatIf } from "@palabre/shared/analysis/scenario";
import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { CardId } from "@palabre/shared/terms";

export interface WhatIfParams {
  /** what is held at which level, −1 to 1 */
  readonly levels: readonly (readonly [card: CardId, level: number])[];
}

/** Where the map settles while some cards are held. */
export const whatIf = (map: SignedMap, { levels }: WhatIfParams): ReturnType<typeof runWhatIf> =>
  runWhatIf(map, new Map(levels));
