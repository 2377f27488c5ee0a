import type { Card, CardAttributes } from "@palabre/shared/terms";

/** What the facts of each kind of card are drawn from. */
export interface FactsProps {
  readonly card: Card;
  /** sets facts of the card, one step of undo; undefined for those who may only read */
  readonly set:
    | ((values: { readonly [Name in keyof CardAttributes]?: CardAttributes[Name] | undefined }) => void)
    | undefined;
}
