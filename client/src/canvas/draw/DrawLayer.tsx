import type { CardId, Pair } from "@palabre/shared/terms";
import { useReactFlow, type Viewport } from "@xyflow/react";
import { useRef, useState, type PointerEvent, type RefObject, type WheelEvent } from "react";
import { useBoard, useUi } from "../house.ts";
import type { ActionContext } from "../action.ts";
import type { CanvasFlow } from "../useFlow.ts";
import { drawnCard } from "./drawnCard.ts";
import { findDrawings } from "./findDrawings.ts";
import { strokeOf, svgPath } from "./stroke.ts";
import { inkOf } from "./penColours.ts";
import css from "./DrawLayer.module.css";

/** Whether a stylus has come near since the page was opened: then it draws, and fingers don't. */
let wasPenSeen = false;
const notePen = ({ pointerType }: PointerEvent): void => {
  if (pointerType === "pen") wasPenSeen = true;
};

type Spot = Pick<MouseEvent, "clientX" | "clientY">;
interface DrawLayerProps {
  readonly tool: "draw" | "erase";
  readonly context: ActionContext;
  /** what is painted, and where it lies */
  readonly far: RefObject<CanvasFlow | undefined>;
}
/**
 * Lies over the board while a pen or an eraser is in hand. The pen draws a line, which is a card of its own when it is let go; the
 * eraser chooses the lines that it touches, which go together. A second finger ends it, nothing is kept of it. Once a stylus was seen, a
 * finger moves the view instead.
 */
export const DrawLayer = ({ tool, context, far }: DrawLayerProps) => {
  const { commands, snapshot, card: cardOf, isLocked } = useBoard();
  const flow = useReactFlow();
  const colour = useUi(({ penColour }) => penColour);
  const layer = useRef<HTMLDivElement>(null);
  const hand = useRef<{
    readonly pointer: number;
    readonly isPen: boolean;
    readonly points: Pair[];
    readonly touched: Set<CardId>;
  }>(undefined);
  const [line, setLine] = useState("");
  /** a finger that moves the view, and where from */
  const carry = useRef<{ readonly pointer: number; readonly from: Pair; readonly viewport: Viewport }>(undefined);

  const stop = () => {
    hand.current = undefined;
    carry.current = undefined;
    setLine("");
  };
  const pointOf = ({ clientX, clientY }: Spot): Pair => {
    const { x, y } = flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
    return [x, y];
  };
  const touch = (spot: Spot, touched: Set<CardId>) => {
    const inPage = document
      .elementsFromPoint(spot.clientX, spot.clientY)
      // cards carry their own ids
      .map((element) => element.closest<HTMLElement>("[data-card]")?.dataset["card"] as CardId | undefined);
    const painted = far.current?.isFar === true ? findDrawings(far.current, pointOf(spot), flow.getZoom()) : [];
    for (const id of [...inPage, ...painted])
      if (id !== undefined && cardOf(id)?.kind === "drawing" && !isLocked(id)) touched.add(id);
    commands.select(touched);
  };
  const take = (event: PointerEvent) => {
    if (!hand.current) return;
    const { points, touched } = hand.current;
    // a press, other than a move, is made of no parts
    const parts = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const each of parts.length > 0 ? parts : [event.nativeEvent]) {
      if (tool === "erase") {
        touch(each, touched);
        continue;
      }
      points.push(pointOf(each));
    }
    const { left = 0, top = 0 } = layer.current?.getBoundingClientRect() ?? {};
    const shown = points.map(([x, y]): Pair => {
      const place = flow.flowToScreenPosition({ x, y });
      return [place.x - left, place.y - top];
    });
    setLine(svgPath(shown));
  };
  const end = () => {
    const done = hand.current;
    stop();
    if (!done) return;
    const drawn = strokeOf(done.points);
    if (tool === "draw" && drawn) {
      commands.addCards([drawnCard(snapshot(), drawn, colour)]);
      commands.select([]);
    }
    if (done.touched.size === 0) return;
    const bringBack = commands.trash(done.touched);
    if (!bringBack) return;
    const { text, toast } = context;
    const words = text.t("canvas.trashedCards", { n: done.touched.size });
    toast({ text: words, action: { label: text.t("canvas.actUndo"), onAction: bringBack } });
  };
  return (
    <div
      ref={layer}
      className={css[tool]}
      data-draw-layer={tool}
      aria-hidden="true"
      onMouseDown={(event) => {
        // else the press chooses the text of the page, or drags what is chosen of it, as soon as the layer is gone
        event.preventDefault();
        // the keyboard comes to the board all the same, so that Esc puts the pen down
        event.currentTarget.closest<HTMLElement>("#canvas")?.focus({ preventScroll: true });
      }}
      onPointerDown={(event) => {
        notePen(event);
        const isFinger = event.pointerType === "touch";
        // a palm beside the stylus
        if (isFinger && hand.current?.isPen === true) return;
        if (hand.current || carry.current || event.button !== 0) return stop();
        event.currentTarget.setPointerCapture(event.pointerId);
        if (isFinger && wasPenSeen) {
          carry.current = {
            pointer: event.pointerId,
            from: [event.clientX, event.clientY],
            viewport: flow.getViewport(),
          };
          return;
        }
        const isPen = event.pointerType === "pen";
        hand.current = { pointer: event.pointerId, isPen, points: [], touched: new Set() };
        take(event);
      }}
      onPointerMove={(event) => {
        notePen(event);
        if (hand.current?.pointer === event.pointerId) take(event);
        if (carry.current?.pointer !== event.pointerId) return;
        const { from, viewport } = carry.current;
        const [x, y] = [viewport.x + event.clientX - from[0], viewport.y + event.clientY - from[1]];
        void flow.setViewport({ ...viewport, x, y });
      }}
      onPointerUp={(event) => {
        if (carry.current?.pointer === event.pointerId) carry.current = undefined;
        if (hand.current?.pointer === event.pointerId) end();
      }}
      onPointerCancel={({ pointerId }) => {
        // a palm that the system takes back ends no line of the stylus
        if (hand.current?.isPen !== true || hand.current.pointer === pointerId) stop();
      }}
      onWheel={(event: WheelEvent) => {
        const { x, y, zoom } = flow.getViewport();
        void flow.setViewport({ x: x - event.deltaX, y: y - event.deltaY, zoom });
      }}
    >
      <svg className={css["line"]}>{line !== "" && <path d={line} style={{ stroke: inkOf(colour) }} />}</svg>
    </div>
  );
};
