import type { CardId, LinkId } from "@palabre/shared/terms";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useLayoutEffect, useMemo, type RefObject } from "react";
import { setView, useBoard, type View } from "../state/index.ts";
import { boxOf, middleOf, type Box } from "./box.ts";
import { findFreePlace, frameAt } from "./fromFlow.ts";
import { glide } from "./glide.ts";
import type { Mover } from "./useMoving.ts";
import { boxSeen, moveToReveal, viewportAround, viewportBeside, viewportOn } from "./view.ts";
import { selectedCards } from "./action.ts";

interface Parts {
  readonly root: RefObject<HTMLElement | null>;
  readonly mover: Mover;
  readonly focused: RefObject<CardId | undefined>;
  readonly setFocused: (card: CardId) => void;
  readonly onLabel: (link: LinkId) => void;
}

/** Under this zoom a text is too small to be typed. */
const READABLE = 0.75;

/** Makes the view of this canvas, for the actions of this board, as long as it is mounted. */
export function useView({ root, mover, focused, setFocused, onLabel }: Parts): View {
  const board = useBoard();
  const flow = useReactFlow();
  const store = useStoreApi();
  const view = useMemo((): View => {
    const size = () => {
      const { width, height } = store.getState();
      return [width, Math.min(height, uncovered(root.current))] as const;
    };
    const move = () => ({ duration: motionMs() });
    const goTo = (viewport: { x: number; y: number; zoom: number }) => void flow.setViewport(viewport, move());
    const reveal: View["reveal"] = (box) => {
      // the ground does not slip away under a card that is carried
      if (mover.isDragging()) return;
      const viewport = flow.getViewport();
      const [dx, dy] = moveToReveal(box, viewport, size());
      if (dx !== 0 || dy !== 0) goTo({ ...viewport, x: viewport.x + dx, y: viewport.y + dy });
    };
    return {
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, move()),
      zoomTo: (zoom) => void flow.zoomTo(zoom, move()),
      glide: (moves) => glide(board, moves),
      fit: (box) => goTo(viewportAround(box, size())),
      bringTo: (box, isBeside) => {
        if (mover.isDragging()) return undefined;
        const before = flow.getViewport();
        const glide = { duration: motionMs(BRING_MS) };
        const viewport = isBeside
          ? viewportBeside(box, size(), hangingOver(root.current))
          : viewportAround(box, size());
        void flow.setViewport(viewport, glide);
        return () => void flow.setViewport(before, glide);
      },
      show: (box) => void flow.setViewport(viewportOn(box, size())),
      seen: () => boxSeen(flow.getViewport(), size()),
      onMove: (listener) =>
        store.subscribe(({ transform }, before) => {
          if (transform !== before.transform) listener();
        }),
      at: ([x, y]) => {
        const over = document.elementFromPoint(x, y);
        if (!over || root.current?.contains(over) !== true) return undefined;
        const point = flow.screenToFlowPosition({ x, y }, { snapToGrid: false });
        return [point.x, point.y];
      },
      roomFor: (box) => findFreePlace(board.snapshot(), box, view.middle(), [box[0] + 24, 0]),
      frameIn: (box) => frameAt(board.snapshot(), middleOf(box)),
      reveal,
      comeNear: (box) => {
        if (flow.getZoom() >= READABLE) reveal(box);
        else goTo(viewportAround(box, size()));
      },
      middle: () => {
        const { x, y, zoom } = flow.getViewport();
        const [width, height] = size();
        return [(width / 2 - x) / zoom, (height / 2 - y) / zoom];
      },
      focusCard: (id) => {
        const card = board.card(id);
        if (!card) return;
        setFocused(id);
        reveal(boxOf(card));
        whenMounted(root, `[data-card="${id}"]`, (element) => element.focus({ preventScroll: true }));
      },
      focused: () => focused.current,
      nudge: (by) => {
        const free = selectedCards(board).filter((id) => !board.isLocked(id));
        if (free.length > 0) return mover.nudge(free, by);
        // what may not be moved is tried all the same: whoever presses the key hears why it stays
        board.commands.moveCards(selectedCards(board), by);
      },
      settle: mover.settle,
      labelLink: onLabel,
    };
  }, [board, flow, store, root, mover, focused, setFocused, onLabel]);
  // in the step that draws another state of the board: who moves the view from outside finds it in the same
  useLayoutEffect(() => setView(board, view), [board, view]);
  return view;
}

/** What hangs from the top of a canvas, in px of it. */
function hangingOver(canvas: HTMLElement | null): readonly Box[] {
  const from = canvas?.getBoundingClientRect();
  if (!from) return [];
  return [...document.querySelectorAll("[data-hanging] > *")].flatMap((slip) => {
    const { x, y, width, height } = slip.getBoundingClientRect();
    return width === 0 || height === 0 ? [] : [{ x: x - from.x, y: y - from.y, width, height }];
  });
}

/** Calls back with an element once React has drawn it, a few frames at most. */
function whenMounted(
  root: RefObject<HTMLElement | null>,
  selector: string,
  act: (element: HTMLElement) => void,
  frames = 10,
): void {
  const element = root.current?.querySelector<HTMLElement>(selector);
  if (element) act(element);
  else if (frames > 0) requestAnimationFrame(() => whenMounted(root, selector, act, frames - 1));
}

/** How much of the canvas's height is above a keyboard that lies over the page, where a system lays it so. */
function uncovered(canvas: HTMLElement | null): number {
  const seen = window.visualViewport;
  // a page that is magnified is seen in parts, whatever its keyboard
  if (!seen || !canvas || seen.scale !== 1) return Number.POSITIVE_INFINITY;
  return Math.max(LEAST_PX, seen.offsetTop + seen.height - canvas.getBoundingClientRect().top);
}
const LEAST_PX = 120;

const CALM_MS = 180;
/** Slow enough to see where one is taken. */
const BRING_MS = 1_000;
/** Where motion is unwelcome, a glide is a jump. */
const motionMs = (ms = CALM_MS): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : ms);
