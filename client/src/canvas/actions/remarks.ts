import { cardAtHand, selectedLinks, type Action, type ActionContext } from "../action.ts";
import { viewOf } from "../view.ts";

/** What is said of a thing is said in its panel; the place that was asked for takes the keyboard there. */
const say =
  (part: "comment" | "react") =>
  (context: ActionContext): void => {
    const { board, text, toast } = context;
    const on = cardAtHand(context) ?? selectedLinks(board)[0];
    if (on === undefined) return;
    if (!board.mayRemark()) return toast({ text: text.t("board.whyPhase") });
    board.commands.select([on]);
    board.ui.set({ panel: "card", saying: { on, part } });
  };

export const remarkActions: readonly Action[] = [
  {
    id: "comment",
    message: "canvas.actComment",
    keys: [{ key: "c" }],
    group: "cards",
    menus: { card: "change", link: "change" },
    barOf: ({ length }) => length === 1,
    isEdit: true,
    when: (board) =>
      cardAtHand({ board, view: viewOf(board) }) !== undefined ||
      (board.ui.get().selection.size === 1 && selectedLinks(board).length === 1),
    run: say("comment"),
  },
  {
    id: "react",
    message: "canvas.actReact",
    keys: [],
    group: "cards",
    menus: { card: "change" },
    barOf: (cards) => cards.length === 1 && cards[0]?.kind !== "frame",
    isEdit: true,
    when: (board) => cardAtHand({ board, view: viewOf(board) }) !== undefined,
    run: say("react"),
  },
];
