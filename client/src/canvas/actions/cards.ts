import { cardAtHand, selectedCards, selectedLinks, type Action } from "../action.ts";
import { boxOf } from "../box.ts";
import { goInto, isWholeGroup } from "../choosing.ts";
import { besideOf, findFreePlace, kindAfter, placeNew } from "../fromFlow.ts";
import { loadArranging } from "../loadArranging.ts";
import { throwAway } from "../throwAway.ts";
import { placeState } from "../tools/place.ts";

export const cardActions: readonly Action[] = [
  {
    id: "new",
    message: "canvas.actNew",
    keys: [{ key: "n" }],
    group: "cards",
    menus: { ground: "make" },
    isEdit: true,
    when: () => true,
    run: (context) => {
      const { board, view, at } = context;
      if (at) return placeState(board.kindToAdd("expectation")).onGround?.(context, at);
      const snapshot = board.snapshot();
      const near = cardAtHand(context);
      const beside = near === undefined ? undefined : snapshot.cards.get(near);
      const kind =
        beside && beside.kind !== "frame" ? board.kindToAdd(kindAfter(beside.kind)) : board.kindToAdd("expectation");
      const size = boxOf({ kind, attributes: {}, position: [0, 0] });
      const middle =
        beside && beside.kind !== "frame"
          ? besideOf(snapshot, beside, kind, "below")
          : findFreePlace(snapshot, [size.width, size.height], view?.middle() ?? [0, 0], [size.width + 24, 0]);
      const id = board.commands.addCard(placeNew(snapshot, kind, middle));
      const card = id && board.card(id);
      if (card) view?.comeNear(boxOf(card));
    },
  },
  {
    id: "write",
    message: "canvas.actWrite",
    keys: [{ key: "Enter" }, { key: "F2" }],
    group: "cards",
    menus: { card: "change" },
    barOf: ({ length }) => length === 1,
    isEdit: true,
    isOfCanvas: true,
    when: (board) => board.ui.get().tool.type === "select" && selectedLinks(board).length === 0,
    run: (context) => {
      const { board, view } = context;
      const id = cardAtHand(context);
      const card = id && board.card(id);
      const ringed = view?.focused();
      if (!card) return void (ringed !== undefined && isWholeGroup(board, ringed) && goInto(board, ringed));
      board.commands.select([card.id]);
      view?.comeNear(boxOf(card));
      board.commands.edit(card.id);
    },
  },
  {
    id: "duplicate",
    message: "canvas.actDuplicate",
    keys: [{ key: "d", ctrl: true }],
    group: "cards",
    menus: { card: "clipboard" },
    barOf: () => true,
    isEdit: true,
    takesRinged: true,
    when: (board) => selectedCards(board).length > 0,
    run: async (context) => (await loadArranging()).duplicate(context),
  },
  {
    id: "delete",
    message: "canvas.actDelete",
    keys: [{ key: "Delete" }, { key: "Backspace" }],
    group: "cards",
    menus: { card: "delete", link: "delete" },
    isEdit: true,
    isOfCanvas: true,
    takesRinged: true,
    when: (board) => board.ui.get().selection.size > 0,
    run: (context) => {
      const { board } = context;
      throwAway(context, { cards: selectedCards(board), links: selectedLinks(board) });
    },
  },
  {
    id: "selectAll",
    message: "canvas.actSelectAll",
    keys: [{ key: "a", ctrl: true }],
    group: "cards",
    menus: { ground: "see" },
    when: () => true,
    run: ({ board, text, announce }) => {
      const cards = [...board.snapshot().cards.values()].filter(({ attributes }) => attributes.trashedAt === undefined);
      board.commands.select(cards.map(({ id }) => id));
      announce(text.t("canvas.selectedCards", { n: cards.length }));
    },
  },
];
