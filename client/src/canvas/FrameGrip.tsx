import { sizeOf, type Card, type Pair } from "@palabre/shared/terms";
import { useStoreApi } from "@xyflow/react";
import { useRef, type PointerEvent } from "react";
import { useBoard } from "../state/index.ts";
import css from "./FrameNode.module.css";

/** A frame is never smaller than the card it is made for. */
const LEAST: Pair = [240, 180];

/** The corner by which a frame is made larger or smaller; one write when it is let go. */
export const FrameGrip = ({ card }: { readonly card: Card }) => {
  const { commands } = useBoard();
  const store = useStoreApi();
  const start = useRef<Pair>(undefined);
  const sizeAt = ({ clientX, clientY }: PointerEvent): Pair => {
    const [width, height] = sizeOf(card);
    const [fromX, fromY] = start.current ?? [clientX, clientY];
    const zoom = store.getState().transform[2];
    return [
      Math.round(Math.max(LEAST[0], width + (clientX - fromX) / zoom)),
      Math.round(Math.max(LEAST[1], height + (clientY - fromY) / zoom)),
    ];
  };
  /** Only the screen knows a size that is not let go yet. */
  const show = (event: PointerEvent<HTMLElement>, size: Pair | undefined) => {
    const node = event.currentTarget.closest<HTMLElement>(".react-flow__node");
    if (!node) return;
    const [width, height] = size ?? sizeOf(card);
    node.style.width = `${width}px`;
    node.style.height = `${height}px`;
  };
  return (
    <span
      className={`${css["grip"]} nodrag nopan`}
      data-grip
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = [event.clientX, event.clientY];
      }}
      onPointerMove={(event) => start.current && show(event, sizeAt(event))}
      onPointerUp={(event) => {
        if (!start.current) return;
        const size = sizeAt(event);
        start.current = undefined;
        show(event, undefined);
        commands.setCard(card.id, { size });
      }}
      onPointerCancel={(event) => {
        start.current = undefined;
        show(event, undefined);
      }}
    />
  );
};
