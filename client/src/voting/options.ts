import type { BallotOption, CardId, LinkId } from "@palabre/shared/terms";
import type { AskedBallot } from "./formProps.ts";

export type CardOption = BallotOption & { readonly on: CardId };
export type LinkOption = BallotOption & { readonly on: LinkId };

// the method of a ballot says which of the two it asks about
/** What a ballot about cards asks about. */
export const cardOptions = ({ options }: Pick<AskedBallot, "options">): readonly CardOption[] =>
  options as readonly CardOption[];
/** What is weighed. */
export const linkOptions = ({ options }: Pick<AskedBallot, "options">): readonly LinkOption[] =>
  options as readonly LinkOption[];
