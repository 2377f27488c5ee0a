import type { TalkItem } from "@palabre/shared/analysis/decision";
import type { Card, CardId, Polarity } from "@palabre/shared/terms";
import type { Text } from "../../i18n/index.ts";
import { quoted, shortTitle } from "./titles.ts";

/** The sign of an influence on which people agree as to that; none where they don't, and where they say that it has no effect. */
export function signOf({ low, high }: Pick<TalkItem, "low" | "high">): Polarity | undefined {
  if ((low < 0 && high > 0) || (low === 0 && high === 0)) return undefined;
  return high > 0 ? "+" : "-";
}

/** Why to talk about an influence, in one or two sentences. */
export function reasonOf(
  { n, low, high, winner, isTied }: Pick<TalkItem, "n" | "low" | "high" | "winner" | "isTied">,
  cards: ReadonlyMap<CardId, Card>,
  text: Text,
): string {
  const { t, signed } = text;
  const decides = { winner: winner === undefined ? "" : quoted(shortTitle(cards.get(winner), text), text) };
  if (n < 2) return t(isTied ? "choice.talkDecidesTied" : "choice.talkDecides", decides);
  const turns = t(isTied ? "choice.talkDecidesTooTied" : "choice.talkDecidesToo", decides);
  // what all say alike is talked about for what hangs on it alone
  if (low === high) return turns;
  const ends = { n, low: signed(low, { digits: 1 }), high: signed(high, { digits: 1 }) };
  const apart = low < 0 && high > 0 ? t("choice.talkOpposed", ends) : t("choice.talkStrengths", ends);
  return winner === undefined ? apart : `${apart} ${turns}`;
}
