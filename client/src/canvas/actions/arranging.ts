import { withTexts } from "../house.ts";
import type { BoardState } from "../house.ts";
import { isShown, selectedCards, WAYS, type Action, type ActionContext } from "../action.ts";

/** What it takes is fetched by the canvas once the board is seen, or when it is first asked for. */
export const loadArranging = () => withTexts(["arrange"], () => import("../arrange/index.ts"));
type Arranging = Awaited<ReturnType<typeof loadArranging>>;
type Act = (arranging: Arranging, context: ActionContext) => void;

const later = (act: Act) => async (context: ActionContext) => act(await loadArranging(), context);
const has = (least: number) => (board: BoardState) => selectedCards(board).length >= least;
const edit = (act: Act, part: Pick<Action, "id" | "message"> & Partial<Action>): Action => ({
  keys: [],
  group: "cards",
  isEdit: true,
  when: has(1),
  run: later(act),
  ...part,
});

const aligning: readonly Action[] = (
  [
    { side: "Left", message: "canvas.actAlignLeft", key: "ArrowLeft", part: "across" },
    { side: "Column", message: "canvas.actAlignColumn", key: undefined, part: "across" },
    { side: "Right", message: "canvas.actAlignRight", key: "ArrowRight", part: "across" },
    { side: "Up", message: "canvas.actAlignUp", key: "ArrowUp", part: "down" },
    { side: "Row", message: "canvas.actAlignRow", key: undefined, part: "down" },
    { side: "Down", message: "canvas.actAlignDown", key: "ArrowDown", part: "down" },
  ] as const
).map(({ side, message, key, part }) =>
  edit(({ align }, context) => align(context, side), {
    id: `align${side}`,
    message,
    keys: key === undefined ? [] : [{ key, ctrl: true, shift: true }],
    menus: { several: part },
    when: has(2),
  }),
);

const spreading: readonly Action[] = (["Row", "Column"] as const).map((along) =>
  edit(({ spread }, context) => spread(context, along), {
    id: `spread${along}`,
    message: `canvas.actSpread${along}`,
    menus: { several: "space" },
    when: has(3),
  }),
);

const binding: readonly Action[] = [
  edit(({ bindGroup }, context) => bindGroup(context), {
    id: "group",
    message: "canvas.actGroup",
    keys: [{ key: "g", ctrl: true }],
    menus: { card: "arrange", several: "arrange" },
    isRare: true,
    when: has(2),
  }),
  edit(({ takeApart }, context) => takeApart(context), {
    id: "ungroup",
    message: "canvas.actUngroup",
    keys: [{ key: "g", ctrl: true, shift: true }],
    menus: { card: "arrange", several: "arrange" },
    isRare: true,
    when: (board) => selectedCards(board).some((id) => board.card(id)?.attributes.group !== undefined),
  }),
];

// brackets are hard to reach on many keyboards; the second ones are on all
const raising: readonly Action[] = (
  [
    { to: "front", message: "canvas.actFront", keys: ["]", "PageUp"] },
    { to: "back", message: "canvas.actBack", keys: ["[", "PageDown"] },
  ] as const
).map(({ to, message, keys: [sign, key] }) =>
  edit(({ raise }, context) => raise(context, to), {
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
  edit(({ askClipboard }, context) => askClipboard(context, "cut"), {
    id: "cut",
    message: "canvas.actCut",
    keys: [{ key: "x", ctrl: true }],
    menus: { card: "clipboard" },
    isNative: true,
  }),
  edit(({ askClipboard }, context) => askClipboard(context, "copy"), {
    id: "copy",
    message: "canvas.actCopy",
    keys: [{ key: "c", ctrl: true }],
    menus: { card: "clipboard" },
    isNative: true,
    isEdit: false,
  }),
  edit(({ pasteFromMenu }, context) => pasteFromMenu(context), {
    id: "paste",
    message: "canvas.actPaste",
    keys: [{ key: "v", ctrl: true }],
    menus: { ground: "make" },
    isNative: true,
    when: () => true,
  }),
];

const copying: readonly Action[] = [
  edit(({ duplicate }, context) => duplicate(context), {
    id: "duplicate",
    message: "canvas.actDuplicate",
    keys: [{ key: "d", ctrl: true }],
    menus: { card: "clipboard" },
    barOf: () => true,
  }),
];

const hasThing = (board: BoardState) => board.ui.get().selection.size > 0;
const styling: readonly Action[] = [
  edit(({ copyStyle }, context) => copyStyle(context), {
    id: "copyStyle",
    message: "canvas.actCopyStyle",
    keys: [{ key: "c", ctrl: true, alt: true }],
    menus: { card: "style", link: "style" },
    when: hasThing,
  }),
  edit(({ pasteStyle }, context) => pasteStyle(context), {
    id: "pasteStyle",
    message: "canvas.actPasteStyle",
    keys: [{ key: "v", ctrl: true, alt: true }],
    menus: { card: "style", link: "style" },
    when: hasThing,
  }),
];

/** Chosen cards are made larger and smaller by the dots of the ground. */
const STEP_PX = 24;
const resizing: readonly Action[] = WAYS.map(({ name, key, by: [x, y] }) =>
  edit(({ resizeBy }, context) => resizeBy(context, [x * STEP_PX, y * STEP_PX]), {
    id: `resize${name}`,
    message: "canvas.actResize",
    keys: [{ key, alt: true, shift: true }],
    isKeyOnly: true,
  }),
);

/** A chosen card wears the courtesy lock, which anyone takes off who may set it. */
const isHeld = (board: BoardState) => selectedCards(board).some((id) => board.card(id)?.attributes.locked === true);
// a facilitator's chord locks for all participants; theirs is a courtesy among them
const holding: readonly Action[] = [
  edit(({ hold }, context) => hold(context, true), {
    id: "hold",
    message: "canvas.actHold",
    keys: [{ key: "l", ctrl: true, shift: true }],
    menus: { card: "arrange" },
    isRare: true,
    when: (board) => !board.mayFacilitate && selectedCards(board).length > 0 && !isHeld(board),
  }),
  edit(({ hold }, context) => hold(context, false), {
    id: "release",
    message: "canvas.actRelease",
    keys: [{ key: "l", ctrl: true, shift: true }],
    menus: { card: "arrange" },
    isRare: true,
    when: isHeld,
  }),
];

export const arrangingActions: readonly Action[] = [
  {
    id: "lasso",
    message: "canvas.actLasso",
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
  ...copying,
  {
    id: "tidy",
    message: "canvas.actTidy",
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
  ...aligning,
  ...spreading,
  ...binding,
  ...raising,
  ...holding,
  ...styling,
  ...resizing,
  {
    id: "grid",
    message: "canvas.actGrid",
    keys: [{ key: "'", ctrl: true }],
    group: "view",
    menus: { ground: "see" },
    isEdit: true,
    when: () => true,
    isOn: ({ ui }) => ui.get().isOnGrid,
    run: later(({ turnGrid }, context) => turnGrid(context)),
  },
];
