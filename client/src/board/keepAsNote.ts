import { sizeOf, type CardId, type Pair } from "@palabre/shared/terms";
import type { BoardState, Told } from "../state/index.ts";

/** Air between the card and the note, in board px. */
const AIR_PX = 24;

/** Makes a note of what was written, beside the card it was about. @returns whether the board took it */
export function keepAsNote(board: BoardState, told: Told): boolean {
  const note = board.commands.addCard({ kind: "note", position: placeOf(board, told), text: told.seen.text });
  if (note === undefined) return false;
  board.commands.lookAt(note);
  return true;
}

function placeOf(board: BoardState, { what }: Told): Pair {
  if (what.type === "addCard") return what.position;
  const about = what.type === "write" ? what.card : "on" in what ? what.on : undefined;
  // an id that is no card's finds none
  const card = about === undefined ? undefined : board.card(about as CardId);
  if (card) return [card.position[0] + sizeOf(card)[0] + AIR_PX, card.position[1]];
  const [first] = board.snapshot().cards.values();
  return first ? [first.position[0], first.position[1] - 200] : [0, 0];
}
