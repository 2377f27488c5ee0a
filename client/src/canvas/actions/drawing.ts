import type { CardShape } from "@palabre/shared/terms";
import type { BoardState } from "../house.ts";
import { selectedCards, type Action, type ActionMessage } from "../action.ts";
import { isDrawn, PEN_COLOURS, type PenColour } from "../draw/penColours.ts";
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

/** The colour of the pen, and of what is chosen if it is drawn with one. */
const pen = (colour: PenColour): Action => {
  const kept = colour === "ink" ? undefined : colour;
  const drawnOf = (board: BoardState) =>
    selectedCards(board)
      .flatMap((each) => board.card(each) ?? [])
      .filter(isDrawn);
  return {
    id: `pen-${colour}`,
    message: `arrange.actPen-${colour}`,
    keys: [],
    group: "tools",
    menus: { drawn: "style" },
    isEdit: true,
    when: () => true,
    isOn: (board) => {
      const drawn = drawnOf(board);
      return drawn.length > 0
        ? drawn.every(({ attributes }) => attributes.colour === kept)
        : board.ui.get().penColour === kept;
    },
    run: ({ board }) => {
      board.ui.set({ penColour: kept });
      board.commands.setCards(drawnOf(board).map(({ id }) => [id, { colour: kept }] as const));
    },
  };
};

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
  ...PEN_COLOURS.map(pen),
];
