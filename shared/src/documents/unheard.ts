import * as Y from "yjs";
import { isTrashed, type BoardSnapshot, type CardId } from "../terms/index.ts";
import { lastOf } from "./admissionSlots.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { readBoard } from "./read.ts";

/**
 * The cards of one copy that another has never heard of, in the order of their birth: neither has it them, nor did it delete them. Those in
 * the trash are left out.
 */
export function unheardCards(copy: BoardDoc, other: BoardDoc): BoardSnapshot["cards"] {
  const isUnheard = (id: CardId): boolean => {
    // one that was made anew has another birth
    if (mapOf(other, "cards").has(id)) return false;
    const birth = lastOf(copy, "cards", id)?.id;
    return birth !== undefined && birth.clock >= Y.getState(other.store, birth.client);
  };
  return new Map([...readBoard(copy).cards].filter(([id, card]) => !isTrashed(card) && isUnheard(id)));
}
