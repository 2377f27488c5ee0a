import type { CardId, Pair } from "@palabre/shared/terms";
import { useReactFlow } from "@xyflow/react";
import { useEffect, type RefObject } from "react";
import { keepsItsKeys } from "../house.ts";
import { ringedCard, selectedCards, type ActionContext } from "../action.ts";
import { takeWhole } from "../choosing.ts";
import { placeAsked } from "../pastePlace.ts";
import { clip, clippingIn, pasteClipping } from "./clipping.ts";
import { sayNotCopied } from "./sayNotCopied.ts";

export interface ClipboardAnswers {
  /** these were copied, and are to be taken off the board; what is locked stays, and its person is told when that is all */
  readonly onCut: (cards: readonly CardId[]) => void;
  /** somebody pastes who may not */
  readonly onReadOnly: () => void;
}

/** Cards by the clipboard, from board to board: what is copied is chosen, what is pasted comes under the pointer. */
export function useClipboard(
  root: RefObject<HTMLElement | null>,
  context: ActionContext,
  { onCut, onReadOnly }: ClipboardAnswers,
): void {
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const { board } = context;
    let pointer: Pair | undefined;
    const onMove = (event: PointerEvent) => {
      const isHere = event.target instanceof Node && root.current?.contains(event.target) === true;
      pointer = isHere && event.pointerType !== "touch" ? [event.clientX, event.clientY] : undefined;
    };
    const onCopy = (event: ClipboardEvent) => {
      if (event.defaultPrevented || keepsItsKeys(event.target) || !getSelection()?.isCollapsed) return;
      const isCut = event.type === "cut";
      const ringed = ringedCard(context);
      if (ringed !== undefined) takeWhole(board, ringed);
      // who may not take things off the board copies them all the same
      const clipped = clip(context, isCut && board.mayEdit);
      const [locked] = isCut && !clipped ? selectedCards(board) : [];
      if (locked !== undefined) return onCut([locked]);
      const { announce, text, toast } = context;
      sayNotCopied(context, selectedCards(board));
      if (!clipped || !event.clipboardData) return;
      event.preventDefault();
      event.clipboardData.setData("text/html", clipped.html);
      event.clipboardData.setData("text/plain", clipped.plain);
      announce(text.t("arrange.copied", { n: clipped.cards.length }));
      if (clipped.left > 0) toast({ text: text.t("arrange.copiedPart", { n: clipped.left }), tone: "warn" });
      if (!isCut) return;
      if (board.mayEdit) onCut(clipped.cards);
      else onReadOnly();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || keepsItsKeys(event.target)) return;
      const clipping = clippingIn(event.clipboardData?.getData("text/html") ?? "");
      if (!clipping) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!board.mayEdit) return onReadOnly();
      const under = pointer && screenToFlowPosition({ x: pointer[0], y: pointer[1] }, { snapToGrid: false });
      const asked = placeAsked(event) ?? (under && ([under.x, under.y] as const));
      pasteClipping(context, clipping, asked ?? context.view?.middle() ?? [0, 0]).catch(() =>
        context.toast({ text: context.text.t("canvas.notFetched"), tone: "warn" }),
      );
    };
    window.addEventListener("pointermove", onMove, { passive: true });
    window.addEventListener("copy", onCopy);
    window.addEventListener("cut", onCopy);
    // before what makes cards of any text
    window.addEventListener("paste", onPaste, { capture: true });
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("copy", onCopy);
      window.removeEventListener("cut", onCopy);
      window.removeEventListener("paste", onPaste, { capture: true });
    };
  }, [root, context, onCut, onReadOnly, screenToFlowPosition]);
}
