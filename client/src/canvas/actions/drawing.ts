import type { CardShape } from "@palabre/shared/terms";
import type { Action, ActionMessage } from "../action.ts";
import { placeState } from "../tools/place.ts";

/** Words without paper under them, and notes in the shapes of diagrams: where a menu was opened, else where the next click is. */
const shape = (id: CardShape, message: ActionMessage, more: Partial<Action> = {}): Action => ({
  id,
  message,
  keys: [],
  group: "tools",
  isEdit: true,
  when: () => true,
  run: (context) => {
    const { board, at } = context;
    if (at) placeState("note", id).onGround?.(context, at);
    else board.ui.set({ tool: { type: "place", kind: "note", shape: id } });
  },
  ...more,
});

export const drawingActions: readonly Action[] = [
  shape("text", "canvas.actText", { keys: [{ key: "t" }], menus: { ground: "make" } }),
  {
    id: "draw",
    message: "canvas.actDraw",
    keys: [{ key: "p" }, { key: "d" }],
    group: "tools",
    isEdit: true,
    when: () => true,
    run: ({ board }) => board.ui.set({ tool: { type: board.ui.get().tool.type === "draw" ? "select" : "draw" } }),
  },
  {
    id: "erase",
    message: "canvas.actErase",
    keys: [{ key: "e" }],
    group: "tools",
    isEdit: true,
    when: () => true,
    run: ({ board }) => board.ui.set({ tool: { type: board.ui.get().tool.type === "erase" ? "select" : "erase" } }),
  },
  shape("rectangle", "canvas.actRectangle"),
  shape("ellipse", "canvas.actEllipse"),
  shape("diamond", "canvas.actDiamond"),
];
