import type { Deed, ThingId } from "@palabre/shared/terms";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useText, type Text } from "../i18n/index.ts";
import { useBoard, viewOf, type BoardState } from "../state/index.ts";
import { announce, areLetterKeysOn, isLetterKey, showToast, writeKey } from "../ui/index.ts";
import type { Action, ActionContext, ActionId } from "./action.ts";
import { actionOf } from "./actions/index.ts";

/** What actions use, on the board that is open. */
export function useActionContext(): ActionContext {
  const board = useBoard();
  const text = useText();
  return useMemo(() => contextOf(board, text), [board, text]);
}

export const contextOf = (board: BoardState, text: Text): ActionContext => ({
  board,
  // asked for each time: the canvas may be mounted after whoever acts on it
  get view() {
    return viewOf(board);
  },
  text,
  toast: showToast,
  announce: (words, manner) => announce(words, manner ?? "kept"),
});

/** Runs an action, or says why it can't be; a burst of nudges before it is written first. */
export function runAction(action: Action, context: ActionContext): void {
  const { board } = context;
  if (action.isEdit === true && !board.mayEdit) return sayReadOnly(context);
  if (!isOffered(action, board)) return;
  if (!action.id.startsWith("nudge")) context.view?.settle();
  if (!action.when(board)) return;
  void Promise.resolve(action.run(context)).catch(() => context.toast({ text: context.text.t("canvas.notFetched") }));
}

const READ_ONLY_PAUSE_MS = 4_000;
const saidReadOnlyAt = new WeakMap<BoardState, number>();
/** Tells who may not edit why: they watch, look at the past, are muted, or the board is frozen. Once is kind, at each try it would nag. */
export function sayReadOnly({ board, text, toast }: Pick<ActionContext, "board" | "text" | "toast">): void {
  const now = performance.now();
  if (now - (saidReadOnlyAt.get(board) ?? Number.NEGATIVE_INFINITY) < READ_ONLY_PAUSE_MS) return;
  saidReadOnlyAt.set(board, now);
  const isPast = board.ui.get().version !== undefined;
  toast({ text: text.t(isPast ? "version.readOnly" : READ_ONLY[board.whyReadOnly() ?? "role"]) });
}
const READ_ONLY = { role: "canvas.readOnly", frozen: "canvas.frozen", muted: "board.muted" } as const;

/** An action as a button shows it. */
export interface ActionView {
  readonly id: ActionId;
  readonly label: string;
  /** the first of its keys as printed on the keyboard; undefined when it has none */
  readonly keys: string | undefined;
  /** whether there is a button for it now */
  readonly isShown: boolean;
  /** whether it can be done now */
  readonly isPossible: boolean;
  readonly run: () => void;
}

/** One action for a button; redraws only when its possibility changes. */
export function useAction(id: ActionId): ActionView {
  const context = useActionContext();
  const { board, text } = context;
  const action = actionOf(id);
  const subscribe = useCallback(
    (listener: () => void) => {
      const undoings = [
        board.ui.subscribe(listener),
        board.subscribe("board", listener),
        board.subscribe("undo", listener),
        board.subscribe("workshop", listener),
      ];
      return () => {
        for (const undoing of undoings) undoing();
      };
    },
    [board],
  );
  const isPossible = useSyncExternalStore(subscribe, () => isOffered(action, board) && isNowPossible(action, board));
  const isShownNow = useSyncExternalStore(subscribe, () => isShown(action, board));
  return useMemo(
    () => ({
      id,
      label: text.t(action.message),
      keys: keysOf(action, text),
      isShown: isShownNow,
      isPossible,
      run: () => runAction(action, context),
    }),
    [id, action, text, isShownNow, isPossible, context],
  );
}
/** What a person may not do, ever or now, is not offered. */
export const isOffered = ({ isEdit, isFacilitation }: Action, board: BoardState): boolean =>
  (board.mayEdit || isEdit !== true) && (isFacilitation !== true || board.mayFacilitate);

/** Where a step shows few tools, only those for what it allows; all keys still answer, and say why they do nothing. */
export function isShown(action: Action, board: BoardState): boolean {
  const deed = deedOf(action.id, board);
  return isOffered(action, board) && (deed === undefined || board.offers(deed));
}

/** What an action does, on a thing of one's own where it is about one. */
function deedOf(id: ActionId, board: BoardState): Deed | undefined {
  const { me } = board;
  const onOwn = { on: me.person as unknown as ThingId, thing: "card", madeBy: me.person } as const;
  switch (id) {
    case "new":
      return { type: "addCard", kind: board.kindToAdd("expectation") };
    case "draw":
    case "erase":
      return { type: "addCard", kind: "drawing" };
    case "text":
    case "rectangle":
    case "ellipse":
    case "diamond":
      return { type: "addCard", kind: "note" };
    case "image":
      return { type: "addCard", kind: "image" };
    case "comment":
    case "react":
      return { type: "addComment" };
    case "frame":
      return { type: "addCard", kind: "frame" };
    case "link":
      return { type: "addLink" };
    case "write":
      return { type: "write", ...onOwn };
    case "delete":
      return { type: "trash", ...onOwn };
    default:
      return undefined;
  }
}

/** Undo can always be tried by its keys, which say when there is nothing; its button shows it beforehand. */
const isNowPossible = ({ id, when }: Action, board: BoardState): boolean => {
  if (id === "undo") return board.undo.canUndo;
  return id === "redo" ? board.undo.canRedo : when(board);
};

export function keysOf({ keys }: Action, text: Text): string | undefined {
  const first = keys.find((key) => areLetterKeysOn() || !isLetterKey(key));
  return first && writeKey(first, keyWords(text));
}

export const keyWords = ({ t }: Text) => ({
  ctrl: isMac() ? "⌘" : "Ctrl",
  shift: t("canvas.keyShift"),
  alt: isMac() ? "⌥" : "Alt",
  named: {
    Delete: t("canvas.keyDelete"),
    Backspace: "⌫",
    PageUp: t("canvas.keyPageUp"),
    PageDown: t("canvas.keyPageDown"),
    Enter: t("canvas.keyEnter"),
    Escape: t("canvas.keyEscape"),
    Tab: "Tab",
    " ": t("canvas.keySpace"),
    ArrowLeft: "←",
    ArrowRight: "→",
    ArrowUp: "↑",
    ArrowDown: "↓",
  },
});
const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
