import type { BoardId, CardId } from "@palabre/shared/terms";

/** The address of a card on its board. It lets nobody in: who opens it comes by the session that they have. */
export function boardAddress(board: BoardId, card: CardId): string {
  const address = new URL(`b/${board}`, document.baseURI);
  address.searchParams.set("card", card);
  return address.href;
}
