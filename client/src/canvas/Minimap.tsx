import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect, useMemo, useRef, type PointerEvent } from "react";
import { useText } from "../i18n/index.ts";
import { useSnapshot, useUi } from "../state/index.ts";
import { useTheme } from "../ui/index.ts";
import { boundsOf, boxOf, type Box } from "./box.ts";
import { fromPlan, planOf, toPlan } from "./minimapView.ts";
import css from "./Minimap.module.css";

const SIZE = [176, 112] as const;
/** Kinds with a colour of their own; all others are drawn as notes. */
const COLOURED: ReadonlySet<string> = new Set(["expectation", "factor", "strategy", "quote", "note"]);

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
  const plan = planOf(bounds ? [bounds] : [], seen, SIZE);
  const view = toPlan(plan, seen);

  // colours as the canvas reads them, worked out once for a theme: to ask for one makes the page work out its styles
  // oxlint-disable-next-line react/exhaustive-deps -- they are those of the theme
  const inks = useMemo(() => new Map<string, string>(), [shown]);
  useEffect(() => {
    const draw = () => {
      const element = canvas.current;
      const pen = element?.getContext("2d");
      if (!element || !pen) return;
      const ratio = devicePixelRatio || 1;
      [element.width, element.height] = [SIZE[0] * ratio, SIZE[1] * ratio];
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      const ink = (colour: string): string => {
        if (!inks.has(colour)) {
          element.style.color = colour;
          inks.set(colour, getComputedStyle(element).color);
        }
        return inks.get(colour) ?? colour;
      };
      for (const { id, kind, box } of cards) {
        const on = toPlan(plan, box);
        pen.beginPath();
        pen.roundRect(on.x, on.y, on.width, on.height, kind === "frame" ? 3 : 2);
        if (kind === "frame") {
          pen.strokeStyle = ink("var(--frame-line)");
          pen.stroke();
        } else {
          pen.fillStyle = ink(dress.get(id)?.colour ?? `var(--${COLOURED.has(kind) ? kind : "note"}-block)`);
          pen.fill();
        }
      }
    };
    // once a frame, however much changes in it
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-deps -- a plan is these three numbers
  }, [cards, dress, plan.scale, plan.left, plan.top, inks]);

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
