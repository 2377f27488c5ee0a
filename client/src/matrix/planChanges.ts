import type { CardId } from "@palabre/shared/terms";
import type { BoardState, LinkChange } from "../state/index.ts";
import { linkOfValue, valueOf, type CellValue } from "./cellValue.ts";
import type { Matrix } from "./readMatrix.ts";

/** A number that somebody wants in a cell. */
export interface Wish {
  readonly from: CardId;
  readonly to: CardId;
  readonly value: CellValue;
}
/** Why a cell stays as it is; `forbidden`: the rules of the step don't let this person change it so. */
export type Refusal = "self" | "several" | "locked" | "forbidden";
export interface Plan {
  readonly changes: readonly LinkChange[];
  readonly refused: readonly { readonly wish: Wish; readonly reason: Refusal }[];
}
/** What of a board says what may be changed on it. */
type Ruled = Pick<BoardState, "isLocked" | "may" | "mayAdd">;

function mayChange({ may, mayAdd }: Ruled, change: LinkChange): boolean {
  switch (change.type) {
    case "add":
      return mayAdd({ type: "addLink" });
    case "set":
      return may("set", change.link, "polarity") && may("set", change.link, "strength");
    case "trash":
      return may("trash", change.link);
  }
}

/**
 * What has to be done to the links so that the cells say what is wished; a cell that says so already needs nothing.
 *
 * A card doesn't act on itself; of several links in one cell it can't be told which is meant; what is locked stays, and so does what the step
 * doesn't let its person change: one such change would have all of them refused. A delay and a label stay with their link. Of two wishes for a
 * cell, the later one holds.
 */
export function planChanges(matrix: Matrix, wishes: Iterable<Wish>, board: Ruled): Plan {
  const last = new Map<string, Wish>();
  for (const wish of wishes) last.set(`${wish.from} ${wish.to}`, wish);
  const changes: LinkChange[] = [];
  const refused: { readonly wish: Wish; readonly reason: Refusal }[] = [];
  const plan = (wish: Wish, change: LinkChange): void => {
    if (mayChange(board, change)) changes.push(change);
    else refused.push({ wish, reason: "forbidden" });
  };
  for (const wish of last.values()) {
    const { from, to, value } = wish;
    const [link, ...others] = matrix.linksOf(from, to);
    const wanted = linkOfValue(value);
    if (from === to) {
      if (wanted) refused.push({ wish, reason: "self" });
    } else if (link === undefined) {
      if (wanted) plan(wish, { type: "add", from, to, ...wanted });
    } else if (others.length > 0) refused.push({ wish, reason: "several" });
    else if (valueOf(link) === value) continue;
    else if (board.isLocked(link.id)) refused.push({ wish, reason: "locked" });
    else plan(wish, wanted ? { type: "set", link: link.id, ...wanted } : { type: "trash", link: link.id });
  }
  return { changes, refused };
}
