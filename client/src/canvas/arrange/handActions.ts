import type { BoardState } from "../house.ts";
import { selectedCards, type Action } from "../action.ts";
import { isDrawn, PEN_COLOURS, type PenColour } from "../draw/penColours.ts";

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

/** A tool stays in hand once it was used, until it is put down. */
const keepTool: Action = {
  id: "keepTool",
  message: "arrange.actKeepTool",
  keys: [{ key: "q" }],
  group: "tools",
  isEdit: true,
  when: () => true,
  run: ({ board, text, announce }) => {
    const keepsTool = !board.ui.get().keepsTool;
    board.ui.set({ keepsTool });
    announce(text.t(keepsTool ? "arrange.toolKept" : "arrange.toolNotKept"));
  },
};

/** What the hand draws in, and whether it keeps its tool. */
export const handActions: readonly Action[] = [...PEN_COLOURS.map(pen), keepTool];
