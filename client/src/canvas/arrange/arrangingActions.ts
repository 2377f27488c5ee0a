import { withTexts, type BoardState } from "../house.ts";
import { isShown, selectedCards, WAYS, type Action } from "../action.ts";
import { askClipboard, pasteFromMenu } from "./fromMenu.ts";
import { bindGroup, takeApart } from "./groups.ts";
import { handActions } from "./handActions.ts";
import { hold } from "./hold.ts";
import { isLinkable } from "../joining.ts";
import { align, spread } from "./move.ts";
import { framesOf, isBringable } from "./bring.ts";
import { raise } from "./raise.ts";
import { resizeBy } from "./resize.ts";
import { copyStyle, pasteStyle } from "./style.ts";
import { turnGrid } from "./turnGrid.ts";

const has = (least: number) => (board: BoardState) => selectedCards(board).length >= least;
const edit = (run: Action["run"], part: Pick<Action, "id" | "message"> & Partial<Action>): Action => ({
  keys: [],
  group: "cards",
  isEdit: true,
  when: has(1),
  run,
  ...part,
});

const aligning: readonly Action[] = (
  [
    { side: "Left", message: "arrange.actAlignLeft", key: "ArrowLeft", part: "across" },
    { side: "Column", message: "arrange.actAlignColumn", key: undefined, part: "across" },
    { side: "Right", message: "arrange.actAlignRight", key: "ArrowRight", part: "across" },
    { side: "Up", message: "arrange.actAlignUp", key: "ArrowUp", part: "down" },
    { side: "Row", message: "arrange.actAlignRow", key: undefined, part: "down" },
    { side: "Down", message: "arrange.actAlignDown", key: "ArrowDown", part: "down" },
  ] as const
).map(({ side, message, key, part }) =>
  edit((context) => align(context, side), {
    id: `align${side}`,
    message,
    keys: key === undefined ? [] : [{ key, ctrl: true, shift: true }],
    menus: { several: part },
    when: has(2),
  }),
);

const spreading: readonly Action[] = (["Row", "Column"] as const).map((along) =>
  edit((context) => spread(context, along), {
    id: `spread${along}`,
    message: `arrange.actSpread${along}`,
    menus: { several: "space" },
    when: has(3),
  }),
);

const binding: readonly Action[] = [
  edit((context) => bindGroup(context), {
    id: "group",
    message: "arrange.actGroup",
    keys: [{ key: "g", ctrl: true }],
    menus: { card: "arrange", several: "arrange" },
    isRare: true,
    when: has(2),
  }),
  edit((context) => takeApart(context), {
    id: "ungroup",
    message: "arrange.actUngroup",
    keys: [{ key: "g", ctrl: true, shift: true }],
    menus: { card: "arrange", several: "arrange" },
    isRare: true,
    when: (board) => selectedCards(board).some((id) => board.card(id)?.attributes.group !== undefined),
  }),
];

// brackets are hard to reach on many keyboards; the second ones are on all
const raising: readonly Action[] = (
  [
    { to: "front", message: "arrange.actFront", keys: ["]", "PageUp"] },
    { to: "back", message: "arrange.actBack", keys: ["[", "PageDown"] },
  ] as const
).map(({ to, message, keys: [sign, key] }) =>
  edit((context) => raise(context, to), {
    id: to,
    message,
    keys: [
      { key: sign, ctrl: true },
      { key, shift: true },
    ],
    menus: { card: "arrange", several: "arrange" },
  }),
);

/** The browser's own keys bring an event that does it; a menu asks the browser for the event. */
const clipboard: readonly Action[] = [
  edit((context) => askClipboard(context, "cut"), {
    id: "cut",
    message: "arrange.actCut",
    keys: [{ key: "x", ctrl: true }],
    menus: { card: "clipboard" },
    isNative: true,
  }),
  edit((context) => askClipboard(context, "copy"), {
    id: "copy",
    message: "arrange.actCopy",
    keys: [{ key: "c", ctrl: true }],
    menus: { card: "clipboard" },
    isNative: true,
    isEdit: false,
  }),
  edit((context) => pasteFromMenu(context), {
    id: "paste",
    message: "arrange.actPaste",
    keys: [{ key: "v", ctrl: true }],
    menus: { ground: "make" },
    isNative: true,
    when: () => true,
  }),
];

const hasThing = (board: BoardState) => board.ui.get().selection.size > 0;
const styling: readonly Action[] = [
  edit((context) => copyStyle(context), {
    id: "copyStyle",
    message: "arrange.actCopyStyle",
    keys: [{ key: "c", ctrl: true, alt: true }],
    menus: { card: "style", link: "style" },
    when: hasThing,
  }),
  edit((context) => pasteStyle(context), {
    id: "pasteStyle",
    message: "arrange.actPasteStyle",
    keys: [{ key: "v", ctrl: true, alt: true }],
    menus: { card: "style", link: "style" },
    when: hasThing,
  }),
];

/** Chosen cards are made larger and smaller by the dots of the ground. */
const STEP_PX = 24;
const resizing: readonly Action[] = WAYS.map(({ name, key, by: [x, y] }) =>
  edit((context) => resizeBy(context, [x * STEP_PX, y * STEP_PX]), {
    id: `resize${name}`,
    message: "arrange.actResize",
    keys: [{ key, alt: true, shift: true }],
    isKeyOnly: true,
  }),
);

/** A chosen card wears the courtesy lock, which anyone takes off who may set it. */
const isHeld = (board: BoardState) => selectedCards(board).some((id) => board.card(id)?.attributes.locked === true);
// a facilitator's chord locks for all participants; theirs is a courtesy among them
const holding: readonly Action[] = [
  edit((context) => hold(context, true), {
    id: "hold",
    message: "arrange.actHold",
    keys: [{ key: "l", ctrl: true, shift: true }],
    menus: { card: "arrange" },
    isRare: true,
    when: (board) => !board.mayFacilitate && selectedCards(board).length > 0 && !isHeld(board),
  }),
  edit((context) => hold(context, false), {
    id: "release",
    message: "arrange.actRelease",
    keys: [{ key: "l", ctrl: true, shift: true }],
    menus: { card: "arrange" },
    isRare: true,
    when: isHeld,
  }),
];

/** What a drag does, by one press each: WCAG 2.2, 2.5.7. */
const placing: readonly Action[] = [
  edit(({ board }) => board.ui.set({ placing: board.ui.get().selection }), {
    id: "place",
    message: "arrange.actPlace",
    menus: { card: "arrange", several: "arrange" },
    barOf: () => true,
  }),
  edit(({ board }) => board.ui.set({ dialog: "moveTo" }), {
    id: "moveTo",
    message: "arrange.actMoveTo",
    menus: { card: "arrange", several: "arrange" },
    isRare: true,
    when: (board) => framesOf(board).length > 0 && selectedCards(board).some((id) => isBringable(board, id)),
  }),
  edit(({ board }) => board.ui.set({ dialog: "linkTo" }), {
    id: "linkTo",
    message: "arrange.actLinkTo",
    group: "links",
    menus: { card: "change" },
    isRare: true,
    when: (board) => {
      const [first, ...others] = selectedCards(board);
      return first !== undefined && others.length === 0 && isLinkable({ board }, first);
    },
  }),
];

export const arrangingActions: readonly Action[] = [
  {
    id: "lasso",
    message: "arrange.actLasso",
    keys: [{ key: "l" }],
    group: "tools",
    menus: { ground: "see" },
    isEdit: true,
    when: () => true,
    run: ({ board }) => {
      const isOn = board.ui.get().tool.type === "lasso";
      board.ui.set({ tool: { type: isOn ? "select" : "lasso" } });
    },
  },

  ...clipboard,
  {
    id: "tidy",
    message: "arrange.actTidy",
    keys: [{ key: "t", shift: true }],
    group: "cards",
    menus: { ground: "change", several: "space" },
    isEdit: true,
    when: isShown,
    run: async (context) => {
      const { tidyUp } = await withTexts(["arrange"], () => import("../tidy/index.ts"));
      await tidyUp(context);
    },
  },
  {
    id: "clusters",
    message: "arrange.actClusters",
    keys: [],
    group: "cards",
    menus: { ground: "change", several: "space" },
    isEdit: true,
    when: isShown,
    run: ({ board }) => board.ui.set({ dialog: "clusters" }),
  },
  ...placing,
  ...aligning,
  ...spreading,
  ...binding,
  ...raising,
  ...holding,
  ...styling,
  ...resizing,
  {
    id: "goHeard",
    message: "arrange.actGoHeard",
    keys: [{ key: "g", alt: true }],
    group: "moves",
    when: ({ ui }) => ui.get().heardAt !== undefined,
    run: ({ board, view }) => {
      const { heardAt } = board.ui.get();
      if (heardAt === undefined || board.card(heardAt) === undefined) return;
      board.ui.set({ lookAt: { card: heardAt } });
      view?.focusCard(heardAt);
    },
  },
  {
    id: "grid",
    message: "arrange.actGrid",
    keys: [{ key: "'", ctrl: true }],
    group: "view",
    menus: { ground: "see" },
    isEdit: true,
    when: () => true,
    isOn: ({ ui }) => ui.get().isOnGrid,
    run: turnGrid,
  },
  ...handActions,
];
