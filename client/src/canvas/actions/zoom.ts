import { isShown, selectedCards, type Action } from "../action.ts";
import { boundsOf, boxOf } from "../box.ts";
import { drawnBoxes, ZOOM_STEP } from "../view.ts";
import { announceAgain } from "../house.ts";

export const zoomActions: readonly Action[] = [
  {
    id: "zoomIn",
    message: "canvas.actZoomIn",
    keys: [
      { key: "+", ctrl: true },
      // the same key without Shift, where + needs it
      { key: "=", ctrl: true },
    ],
    group: "view",
    when: () => true,
    run: ({ view }) => view?.zoomBy(ZOOM_STEP),
  },
  {
    id: "zoomOut",
    message: "canvas.actZoomOut",
    keys: [{ key: "-", ctrl: true }],
    group: "view",
    when: () => true,
    run: ({ view }) => view?.zoomBy(1 / ZOOM_STEP),
  },
  {
    id: "zoomFull",
    message: "canvas.actZoomFull",
    keys: [{ digit: 0, ctrl: true }],
    group: "view",
    menus: { ground: "see" },
    when: () => true,
    run: ({ view }) => view?.zoomTo(1),
  },
  {
    id: "fitAll",
    message: "canvas.actFitAll",
    keys: [
      { digit: 1, shift: true },
      { digit: 1, alt: true },
    ],
    group: "view",
    menus: { ground: "see" },
    when: isShown,
    run: ({ board, view }) => {
      const bounds = boundsOf(drawnBoxes(board));
      if (bounds) view?.fit(bounds);
    },
  },
  {
    id: "fitSelection",
    message: "canvas.actFitSelection",
    keys: [
      { digit: 2, shift: true },
      { digit: 2, alt: true },
    ],
    group: "view",
    menus: { card: "see" },
    when: (board) => selectedCards(board).length > 0,
    run: ({ board, view }) => {
      const cards = selectedCards(board).flatMap((id) => board.card(id) ?? []);
      const bounds = boundsOf(cards.map((card) => boxOf(card)));
      if (bounds) view?.fit(bounds);
    },
  },
  {
    id: "matrix",
    message: "canvas.actMatrix",
    keys: [{ key: "m" }],
    group: "view",
    when: () => true,
    run: ({ board }) => board.ui.set({ dialog: "matrix" }),
  },
  {
    id: "twin",
    message: "canvas.actTwin",
    keys: [{ key: "o" }],
    group: "view",
    when: () => true,
    run: ({ board }) => board.ui.set({ dialog: "twin" }),
  },
  {
    id: "sayAgain",
    message: "canvas.actSayAgain",
    keys: [{ key: "r", alt: true }],
    group: "view",
    when: () => true,
    run: announceAgain,
  },
];
