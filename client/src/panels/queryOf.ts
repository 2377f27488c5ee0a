import { proposeQuery } from "@palabre/shared/listening";
import { titleOf, type Card, type Language } from "@palabre/shared/terms";

/** What an expectation listens for: its own query, or the one proposed from its title. */
export const queryOf = (card: Pick<Card, "text" | "attributes">, language: Language): string =>
  card.attributes.query ?? proposeQuery(titleOf(card), language);
