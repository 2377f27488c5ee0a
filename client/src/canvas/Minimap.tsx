import { useReactFlow, useStore, useStoreApi, type ReactFlowState } from "@xyflow/react";
import type { BoardSnapshot } from "@palabre/shared/terms";
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi } from "../state/index.ts";
import { useTheme } from "../ui/index.ts";
import { boundsOf, boxOf } from "./box.ts";
import { blockColour, createInks, type Inks } from "./far/inks.ts";
import { seenBox } from "./far/window.ts";
import { fromPlan, planOf, toPlan, type Plan } from "./minimapView.ts";
import css from "./Minimap.module.css";

const SIZE = [176, 112] as const;
/** The whole board, small, drawn from the store; a click or a drag goes there. For the eye only: the keyboard goes from card to card. */
export const Minimap = () => {
  const { t } = useText();
  const snapshot = useSnapshotInTurns();
  const dress = useUi((ui) => ui.dress);
  const { shown } = useTheme();
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLElement>(null);

  const cards = useMemo(
    () =>
      [...snapshot.cards.values()]
        .filter(({ attributes }) => attributes.trashedAt === undefined)
        .map((card) => ({ id: card.id, kind: card.kind, box: boxOf(card) })),
    [snapshot],
  );
  const bounds = useMemo(() => boundsOf(cards.map(({ box }) => box)), [cards]);
  const shapes = useMemo(() => {
    const [frames, blocks] = [new Path2D(), new Map<string, Path2D>()];
    for (const { id, kind, box } of cards) {
      const colour = dress.get(id)?.colour ?? blockColour(kind);
      const path = kind === "frame" ? frames : (blocks.get(colour) ?? new Path2D());
      path.rect(box.x, box.y, box.width, box.height);
      if (kind !== "frame") blocks.set(colour, path);
    }
    return { frames, blocks };
  }, [cards, dress]);
  const plan = useStore(
    useCallback((state: Seeing) => planOf(bounds, seenIn(state), SIZE), [bounds]),
    isSamePlan,
  );
  // it goes with each step of a hand, and nothing else here does
  useEffect(() => {
    const show = (state: Seeing) => {
      if (!view.current) return;
      const { x, y, width, height } = toPlan(plan, seenIn(state));
      const { style } = view.current;
      // whatever is laid out anew makes the browser look again for what lies under the pointer, over all cards
      style.transform = `translate(${x}px, ${y}px)`;
      [style.width, style.height] = [`${width}px`, `${height}px`];
    };
    show(store.getState());
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height)
        show(state);
    });
  }, [store, plan]);

  const inks = useRef<Inks>(undefined);
  // another theme has other colours
  useEffect(() => void (inks.current = undefined), [shown]);
  useEffect(() => {
    const draw = () => {
      const element = canvas.current;
      const pen = element?.getContext("2d");
      if (!element || !pen) return;
      const ratio = devicePixelRatio || 1;
      const [width, height] = [Math.round(SIZE[0] * ratio), Math.round(SIZE[1] * ratio)];
      // a picture of another size is another picture
      if (element.width !== width || element.height !== height) [element.width, element.height] = [width, height];
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, ...SIZE);
      const ink = (inks.current ??= createInks(element));
      pen.translate(plan.left, plan.top);
      pen.scale(plan.scale, plan.scale);
      for (const [colour, path] of shapes.blocks) {
        pen.fillStyle = ink(colour);
        pen.fill(path);
      }
      pen.strokeStyle = ink("var(--frame-line)");
      pen.lineWidth = 1 / plan.scale;
      pen.stroke(shapes.frames);
    };
    // once a frame, however much changes in it
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [shapes, plan, shown]);

  const goTo = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [toX, toY] = fromPlan(plan, [event.clientX - left, event.clientY - top]);
    const { transform, width, height } = store.getState();
    const [, , zoom] = transform;
    void setViewport({ x: width / 2 - toX * zoom, y: height / 2 - toY * zoom, zoom });
  };
  return (
    <div
      className={css["minimap"]}
      role="img"
      aria-label={t("canvas.minimap")}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && goTo(event)}
    >
      <canvas ref={canvas} className={css["plan"]} />
      <i ref={view} className={css["view"]} />
    </div>
  );
};

/** A card is a few px here: while many move, nobody sees more of it. */
const TURN_MS = 250;
/** The board, looked at again so often at most. */
function useSnapshotInTurns(): BoardSnapshot {
  const board = useBoard();
  const [snapshot, setSnapshot] = useState(() => board.snapshot());
  useEffect(() => {
    let turn: ReturnType<typeof setTimeout> | undefined;
    let isStale = false;
    const look = () => {
      isStale = turn !== undefined;
      if (isStale) return;
      setSnapshot(board.snapshot());
      turn = setTimeout(() => {
        turn = undefined;
        if (isStale) look();
      }, TURN_MS);
    };
    look();
    const stop = board.subscribe("board", look);
    return () => {
      stop();
      clearTimeout(turn);
    };
  }, [board]);
  return snapshot;
}

type Seeing = Pick<ReactFlowState, "transform" | "width" | "height">;
const seenIn = ({ transform, width, height }: Seeing) => seenBox(transform, width, height);
const isSamePlan = (a: Plan, b: Plan) => a.scale === b.scale && a.left === b.left && a.top === b.top;
