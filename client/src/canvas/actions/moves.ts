import { inReadingOrder, type Placed } from "@palabre/shared/outline";
import type { CardId } from "@palabre/shared/terms";
import { hasRing, isShown, selectedCards, WAYS, type Action, type ActionContext } from "../action.ts";
import { boxOf } from "../box.ts";
import { addOrLetGo, takeWhole } from "../choosing.ts";
import { findClosest, findNearest, type Direction } from "../nearest.ts";
import { stateOf } from "../tool.ts";
import { viewOf } from "../view.ts";

/** How far an arrow moves what is chosen, in board px. */
const NUDGE_PX = { near: 8, far: 40 } as const;

const nudging = (isFar: boolean): readonly Action[] =>
  WAYS.map(({ name, key, by: [x, y] }) => ({
    id: isFar ? (`nudgeFar${name}` as const) : (`nudge${name}` as const),
    message: isFar ? "canvas.actNudgeFar" : "canvas.actNudge",
    keys: [{ key, shift: isFar }],
    group: "moves" as const,
    isEdit: true,
    isOfCanvas: true,
    isKeyOnly: true,
    takesRinged: true,
    when: (board) => board.ui.get().tool.type === "select" && selectedCards(board).length > 0,
    run: ({ view }) => {
      const px = isFar ? NUDGE_PX.far : NUDGE_PX.near;
      view?.nudge([x * px, y * px]);
    },
  }));

const placedCards = ({ board }: Pick<ActionContext, "board">): readonly Placed[] =>
  [...board.snapshot().cards.values()]
    .filter(({ kind, attributes }) => attributes.trashedAt === undefined && kind !== "frame")
    .map((card) => ({ id: card.id, box: boxOf(card) }));

/** Where the keyboard is, or what is chosen. */
const hereOf = ({ board, view }: ActionContext): CardId | undefined => view?.focused() ?? selectedCards(board)[0];

function goTo({ board, view }: ActionContext, card: CardId | undefined): void {
  if (card === undefined) return;
  // while a link waits for its second card, going on only looks for it
  if (board.ui.get().tool.type !== "select") return view?.focusCard(card);
  // who only looks takes nothing along, and reads card after card
  if (board.mayEdit) takeWhole(board, card);
  else board.commands.select([card]);
  view?.focusCard(card);
}

const going: readonly Action[] = WAYS.map(({ name, key }) => ({
  id: `nearest${name}` as const,
  message: "canvas.actNearest" as const,
  keys: [{ key, ctrl: true }],
  group: "moves" as const,
  isOfCanvas: true,
  isKeyOnly: true,
  when: isShown,
  run: (context) => {
    const placed = placedCards(context);
    const here = hereOf(context);
    const card = here && context.board.card(here);
    const next = card
      ? findNearest({ id: card.id, box: boxOf(card) }, placed, name.toLowerCase() as Direction)
      : findClosest(context.view?.middle() ?? [0, 0], placed);
    goTo(context, next);
  },
}));

const stepping = (id: "nextCard" | "previousCard", step: 1 | -1): Action => ({
  id,
  message: id === "nextCard" ? "canvas.actNextCard" : "canvas.actPreviousCard",
  keys: [{ key: "Tab", shift: step < 0 }],
  group: "moves",
  isOfCanvas: true,
  isKeyOnly: true,
  // elsewhere Tab is the way out of the canvas
  when: ({ ui }) => ui.get().tool.type === "link",
  run: (context) => {
    const order = inReadingOrder(placedCards(context));
    const here = hereOf(context);
    const at = here === undefined ? -1 : order.indexOf(here);
    goTo(context, order[(at + step + order.length) % order.length]);
  },
});

/** The card with the keyboard, when there is one. */
const focusedIn: Action["when"] = (board) => viewOf(board)?.focused() !== undefined;

const picking: readonly Action[] = [
  {
    id: "join",
    message: "canvas.actJoin",
    keys: [{ key: "Enter" }, { key: " " }],
    group: "links",
    isEdit: true,
    isOfCanvas: true,
    isKeyOnly: true,
    when: (board) => board.ui.get().tool.type === "link" && focusedIn(board),
    run: (context) => {
      const card = context.view?.focused();
      if (card !== undefined) stateOf(context.board.ui.get().tool).onCard?.(context, card);
    },
  },
  {
    id: "pick",
    message: "canvas.actPick",
    keys: [{ key: " " }],
    group: "moves",
    isOfCanvas: true,
    isKeyOnly: true,
    // where the pointer is at work, Space is held to move the view
    when: hasRing,
    run: ({ board, view }) => {
      const card = view?.focused();
      if (card !== undefined) addOrLetGo(board, card);
    },
  },
];

export const moveActions: readonly Action[] = [
  ...picking,
  ...nudging(false),
  ...nudging(true),
  ...going,
  stepping("nextCard", 1),
  stepping("previousCard", -1),
];
