import type { CardId, Link } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { blockText, readBlock, type Block } from "./blocks.ts";
import { parseCell } from "./cellValue.ts";
import { cellWords } from "./cellWords.ts";
import { planChanges, type Refusal, type Wish } from "./planChanges.ts";
import type { Matrix } from "./readMatrix.ts";

/** What can be done in the table; each is one step of undo, and says what came of it. */
export interface MatrixEdits {
  /** @returns false when the text is no number of a cell */
  type(from: CardId, to: CardId, text: string): boolean;
  set(wishes: readonly Wish[]): void;
  paste(text: string, at: Block, chosen: readonly [rows: number, columns: number]): void;
  copy(block: Block): string;
  turnDelay(links: readonly Link[]): void;
  undo(): void;
  redo(): void;
}

/** @param matrix gives the table of now @param say tells the person, where they look and where they listen */
export function useMatrixEdits(matrix: () => Matrix, say: (words: string) => void): MatrixEdits {
  const board = useBoard();
  const text = useText();
  const { t } = text;
  const refusedWords: Readonly<Record<Refusal, (n: number) => string>> = {
    self: (n) => t("matrix.refusedSelf", { n }),
    several: (n) => t("matrix.refusedSeveral", { n }),
    locked: (n) => t("matrix.refusedLocked", { n }),
    forbidden: (n) => t("matrix.refusedForbidden", { n }),
  };
  /** @returns what was refused, in words, how much was done, and whether there was nothing to do */
  const write = (wishes: readonly Wish[]) => {
    const plan = planChanges(matrix(), wishes, board);
    const isDone = plan.changes.length > 0 && board.commands.changeLinks(plan.changes);
    const refused = (["self", "several", "locked", "forbidden"] as const).flatMap((reason) => {
      const n = plan.refused.filter((each) => each.reason === reason).length;
      return n === 0 ? [] : [refusedWords[reason](n)];
    });
    return { done: isDone ? plan.changes.length : 0, refused, isNothing: plan.changes.length + refused.length === 0 };
  };
  const turn = (way: "undo" | "redo"): void => {
    const result = board.commands[way]();
    if (!result) say(t(way === "undo" ? "canvas.nothingToUndo" : "canvas.nothingToRedo"));
    else
      say(
        result.skipped > 0
          ? t("canvas.undoSkipped", { n: result.skipped })
          : t(way === "undo" ? "canvas.actUndo" : "canvas.actRedo"),
      );
  };
  return {
    type: (from, to, typed) => {
      const value = parseCell(typed);
      if (value === undefined) {
        say(t("matrix.wrong", { text: typed }));
        return false;
      }
      const { refused } = write([{ from, to, value }]);
      say(refused.length > 0 ? refused.join(" ") : cellWords(matrix(), from, to, text, false));
      return true;
    },
    set: (wishes) => {
      const { done, refused } = write(wishes);
      const [only] = wishes;
      if (only && wishes.length === 1 && refused.length === 0)
        say(cellWords(matrix(), only.from, only.to, text, false));
      else say([t("matrix.done", { n: done }), ...refused].join(" "));
    },
    paste: (pasted, at, chosen) => {
      const { wishes, unread, outside } = readBlock(pasted, at, chosen);
      const { done, refused, isNothing } = write(wishes);
      const said = [
        isNothing ? t("matrix.nothing") : t("matrix.done", { n: done }),
        ...refused,
        unread > 0 ? t("matrix.unread", { n: unread }) : "",
        outside > 0 ? t("matrix.outside", { n: outside }) : "",
      ];
      say(said.filter(Boolean).join(" "));
    },
    copy: (block) => blockText(matrix(), block),
    turnDelay: (links) => {
      const [link] = links;
      if (!link || links.length > 1) return;
      if (board.isLocked(link.id)) return say(refusedWords.locked(1));
      if (!board.may("set", link.id, "delay")) return say(refusedWords.forbidden(1));
      board.commands.setLink(link.id, { delay: link.delay ? undefined : true });
      say(cellWords(matrix(), link.from, link.to, text, false));
    },
    undo: () => turn("undo"),
    redo: () => turn("redo"),
  };
}
