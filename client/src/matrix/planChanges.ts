import type { CardId, LinkId } from "@palabre/shared/terms";
import type { LinkChange } from "../state/index.ts";
import { linkOfValue, valueOf, type CellValue } from "./cellValue.ts";
import type { Matrix } from "./readMatrix.ts";

/** A number that somebody wants in a cell. */
export interface Wish {
  readonly from: CardId;
  readonly to: CardId;
  readonly value: CellValue;
}
/** Why a cell stays as it is. */
export type Refusal = "self" | "several" | "locked";
export interface Plan {
  readonly changes: readonly LinkChange[];
  readonly refused: readonly { readonly wish: Wish; readonly reason: Refusal }[];
}

/**
 * What has to be done to the links so that the cells say what is wished; a cell that says so already needs nothing.
 *
 * A card doesn't act on itself; of several links in one cell it can't be told which is meant; what is locked stays. A delay and a label stay with
 * their link. Of two wishes for a cell, the later one holds.
 */
export function planChanges(matrix: Matrix, wishes: Iterable<Wish>, isLocked: (link: LinkId) => boolean): Plan {
  const last = new Map<string, Wish>();
  for (const wish of wishes) last.set(`${wish.from} ${wish.to}`, wish);
  const changes: LinkChange[] = [];
  const refused: { readonly wish: Wish; readonly reason: Refusal }[] = [];
  for (const wish of last.values()) {
    const { from, to, value } = wish;
    const [link, ...others] = matrix.linksOf(from, to);
    const wanted = linkOfValue(value);
    if (from === to) {
      if (wanted) refused.push({ wish, reason: "self" });
    } else if (link === undefined) {
      if (wanted) changes.push({ type: "add", from, to, ...wanted });
    } else if (others.length > 0) refused.push({ wish, reason: "several" });
    else if (valueOf(link) === value) continue;
    else if (isLocked(link.id)) refused.push({ wish, reason: "locked" });
    else changes.push(wanted ? { type: "set", link: link.id, ...wanted } : { type: "trash", link: link.id });
  }
  return { changes, refused };
}
