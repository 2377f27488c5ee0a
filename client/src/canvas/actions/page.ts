import { boardAddress } from "../boardAddress.ts";
import { turnTheme } from "../turnTheme.ts";
import { cardAtHand, isShown, type Action } from "../action.ts";

/** What is asked of the page around the canvas. */
export const pageActions: readonly Action[] = [
  {
    id: "palette",
    message: "canvas.actPalette",
    keys: [
      { key: "k", ctrl: true },
      { key: "/", ctrl: true },
    ],
    group: "view",
    isAnywhere: true,
    isKeyOnly: true,
    when: () => true,
    run: ({ board }) => board.ui.set({ dialog: "palette" }),
  },
  {
    id: "find",
    message: "canvas.actFind",
    keys: [{ key: "f", ctrl: true }, { key: "/" }],
    group: "view",
    menus: { ground: "see" },
    isAnywhere: true,
    when: isShown,
    // a new object each time: what is open already takes the keyboard again
    run: ({ board }) => board.ui.set({ finding: {} }),
  },
  {
    id: "copyLink",
    message: "canvas.actCopyLink",
    keys: [],
    group: "cards",
    menus: { card: "see" },
    when: (board) => cardAtHand({ board, view: undefined }) !== undefined,
    run: async (context) => {
      const { board, toast, text } = context;
      const card = cardAtHand(context);
      if (card === undefined) return;
      const address = boardAddress(board.me.id, card);
      await navigator.clipboard.writeText(address).then(
        () => toast({ text: text.t("canvas.linkCopied") }),
        // where the clipboard is closed, the address can be copied by hand
        () => toast({ text: address }),
      );
    },
  },
  {
    id: "theme",
    message: "canvas.actTheme",
    keys: [{ key: "d", alt: true, shift: true }],
    group: "view",
    when: () => true,
    run: turnTheme,
  },
  {
    id: "bare",
    message: "canvas.actBare",
    keys: [{ key: ".", ctrl: true }],
    group: "view",
    when: () => true,
    run: ({ board }) => board.ui.set({ isBare: !board.ui.get().isBare }),
  },
  {
    id: "shortcuts",
    message: "canvas.actShortcuts",
    keys: [{ key: "?" }],
    group: "view",
    when: () => true,
    run: ({ board }) => board.ui.set({ dialog: "shortcuts" }),
  },
];
