import { cardAtHand, isShown, nameOf, selectedCards, type Action, type Tool } from "../action.ts";
import { withGroups } from "../taken.ts";

/** No tool in hand but the pointer, as it is at first. */
const isPlain = (tool: Tool): boolean => tool.type === "select" && tool.isMany !== true;

export const toolActions: readonly Action[] = [
  {
    id: "select",
    message: "canvas.actSelect",
    keys: [{ key: "v" }],
    group: "tools",
    when: () => true,
    run: ({ board }) => board.ui.set({ tool: { type: "select" } }),
  },
  {
    id: "selectMany",
    message: "canvas.actSelectMany",
    keys: [],
    group: "tools",
    when: isShown,
    run: ({ board }) => {
      const { tool } = board.ui.get();
      const isMany = tool.type === "select" && tool.isMany === true;
      board.ui.set({ tool: isMany ? { type: "select" } : { type: "select", isMany: true } });
    },
  },
  {
    id: "hand",
    message: "canvas.actHand",
    keys: [{ key: "h" }],
    group: "tools",
    when: () => true,
    run: ({ board }) => board.ui.set({ tool: { type: "hand" } }),
  },
  {
    id: "laser",
    message: "canvas.actLaser",
    keys: [{ key: "k" }],
    group: "tools",
    // who only watches points at nothing, and few tools are few
    when: (board) => board.me.role !== "viewer" && !board.hasFewTools(),
    run: ({ board }) => board.ui.set({ tool: { type: board.ui.get().tool.type === "laser" ? "select" : "laser" } }),
  },
  {
    id: "link",
    message: "canvas.actLink",
    keys: [{ key: "a" }],
    group: "tools",
    menus: { card: "change" },
    barOf: (cards) => cards.length === 1 && cards[0]?.kind !== "frame",
    isEdit: true,
    when: isShown,
    run: (context) => {
      const { board, view, text, announce } = context;
      const from = cardAtHand(context);
      const card = from === undefined ? undefined : board.card(from);
      const isStart = card !== undefined && card.kind !== "frame" && !board.isLocked(card.id);
      board.ui.set({ tool: { type: "link", polarity: "+", ...(isStart ? { from: card.id } : {}) } });
      if (!isStart) return announce(text.t("canvas.linkFirst"));
      view?.focusCard(card.id);
      announce(text.t("canvas.linkSecond", { title: nameOf(context, card.id) }));
    },
  },
  {
    id: "frame",
    message: "canvas.actFrame",
    keys: [{ key: "f" }],
    group: "tools",
    menus: { ground: "make" },
    isEdit: true,
    when: () => true,
    run: ({ board }) => board.ui.set({ tool: { type: "place", kind: "frame" } }),
  },
  {
    id: "escape",
    message: "canvas.actEscape",
    keys: [{ key: "Escape" }],
    group: "tools",
    isOfCanvas: true,
    isKeyOnly: true,
    when: ({ ui }) => !isPlain(ui.get().tool) || ui.get().selection.size > 0,
    run: ({ board, view }) => {
      const { tool } = board.ui.get();
      if (!isPlain(tool)) return board.ui.set({ tool: { type: "select" } });
      const { inGroup } = board.ui.get();
      // out of a group that was gone into, its whole is chosen first
      if (inGroup !== undefined) {
        board.ui.set({ inGroup: undefined });
        return board.commands.select(withGroups(board.snapshot(), board.ui.get().selection, undefined));
      }
      const [last] = selectedCards(board).toReversed();
      board.commands.select([]);
      // the place on the board is kept, so that the keyboard goes on from there
      if (last !== undefined) view?.focusCard(last);
    },
  },
];
