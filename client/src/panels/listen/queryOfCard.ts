import { proposeQuery } from "@palabre/shared/listening";
import { titleOf, type Card, type Language } from "@palabre/shared/terms";

/** What an expectation listens for; undefined where it is gone. */
export const queryOfCard = (
  card: Pick<Card, "text" | "attributes"> | undefined,
  language: Language,
): string | undefined => card && (card.attributes.query ?? proposeQuery(titleOf(card), language));
