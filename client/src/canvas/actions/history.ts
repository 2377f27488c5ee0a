import type { Action, ActionContext } from "../action.ts";

/** What came of undoing or redoing, said when it is not plain to see. */
function tell(
  { text, toast }: ActionContext,
  result: { readonly done: number; readonly skipped: number } | undefined,
  nothing: string,
): void {
  if (!result) toast({ text: nothing });
  else if (result.skipped > 0) toast({ text: text.t("canvas.undoSkipped", { n: result.skipped }) });
}

export const historyActions: readonly Action[] = [
  {
    id: "undo",
    message: "canvas.actUndo",
    keys: [{ key: "z", ctrl: true }],
    group: "history",
    menus: { ground: "history" },
    isEdit: true,
    when: () => true,
    run: (context) => tell(context, context.board.commands.undo(), context.text.t("canvas.nothingToUndo")),
  },
  {
    id: "redo",
    message: "canvas.actRedo",
    keys: [
      { key: "z", ctrl: true, shift: true },
      { key: "y", ctrl: true },
    ],
    group: "history",
    menus: { ground: "history" },
    isEdit: true,
    when: () => true,
    run: (context) => tell(context, context.board.commands.redo(), context.text.t("canvas.nothingToRedo")),
  },
];
