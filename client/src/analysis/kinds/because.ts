import { explainEffect } from "@palabre/shared/analysis/scenario";
import type { SignedMap } from "@palabre/shared/analysis/structure";
import type { CardId } from "@palabre/shared/terms";

export interface BecauseParams {
  /** what is supposed */
  readonly from: readonly CardId[];
  readonly to: CardId;
}

/** The strongest ways along the links from what is supposed to a card that moves. */
export const because = (map: SignedMap, { from, to }: BecauseParams): ReturnType<typeof explainEffect> =>
  explainEffect(map, from, to);
