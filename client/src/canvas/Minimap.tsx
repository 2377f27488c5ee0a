import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect, useMemo, useRef, type PointerEvent } from "react";
import { useText } from "../i18n/index.ts";
import { useSnapshot, useUi } from "../state/index.ts";
import { useTheme } from "../ui/index.ts";
import { boundsOf, boxOf, type Box } from "./box.ts";
import { blockColour, createInks, type Inks } from "./far/inks.ts";
import { fromPlan, planOf, toPlan } from "./minimapView.ts";
import css from "./Minimap.module.css";

const SIZE = [176, 112] as const;
/** The whole board, small, drawn from the store; a click or a drag goes there. For the eye only: the keyboard goes from card to card. */
export const Minimap = () => {
  const { t } = useText();
  const snapshot = useSnapshot();
  const dress = useUi((ui) => ui.dress);
  const { shown } = useTheme();
  const { setViewport } = useReactFlow();
  const x = useStore(({ transform }) => transform[0]);
  const y = useStore(({ transform }) => transform[1]);
  const zoom = useStore(({ transform }) => transform[2]);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const canvas = useRef<HTMLCanvasElement>(null);

  const cards = useMemo(
    () =>
      [...snapshot.cards.values()]
        .filter(({ attributes }) => attributes.trashedAt === undefined)
        .map((card) => ({ id: card.id, kind: card.kind, box: boxOf(card) })),
    [snapshot],
  );
  const bounds = useMemo(() => boundsOf(cards.map(({ box }) => box)), [cards]);
  const seen: Box = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
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
  const plan = planOf(bounds ? [bounds] : [], seen, SIZE);
  const view = toPlan(plan, seen);

  const inks = useRef<Inks>(undefined);
  // another theme has other colours
  useEffect(() => void (inks.current = undefined), [shown]);
  useEffect(() => {
    const draw = () => {
      const element = canvas.current;
      const pen = element?.getContext("2d");
      if (!element || !pen) return;
      const ratio = devicePixelRatio || 1;
      [element.width, element.height] = [SIZE[0] * ratio, SIZE[1] * ratio];
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
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
  }, [shapes, plan.scale, plan.left, plan.top, shown]);

  const goTo = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const [toX, toY] = fromPlan(plan, [event.clientX - left, event.clientY - top]);
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
      <i className={css["view"]} style={{ left: view.x, top: view.y, width: view.width, height: view.height }} />
    </div>
  );
};
