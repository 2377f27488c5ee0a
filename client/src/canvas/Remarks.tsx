import type { Card } from "@palabre/shared/terms";
import { reactionsTo, useOpenComments } from "../state/index.ts";
import { later } from "../ui/index.ts";

/** Fetched when a card has some. */
const CardRemarks = later(async () => (await import("./CardRemarks.tsx")).CardRemarks);

/** What was said of a card or a frame, if anything was. */
export const Remarks = ({ card }: { readonly card: Card }) => {
  const comments = useOpenComments(card.id);
  return comments > 0 || reactionsTo(card).size > 0 ? <CardRemarks card={card} /> : null;
};
