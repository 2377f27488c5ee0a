import type { Card, CardId, Pair } from "@palabre/shared/terms";
import { useStoreApi } from "@xyflow/react";
import { useEffect, useRef, useState, type PointerEvent } from "react";
import { useBoard, useSnapshot, useUi } from "../house.ts";
import { classes } from "../house.ts";
import { boxOf, type Box } from "../box.ts";
import { framesAfterSizing } from "../fromFlow.ts";
import { onGivenUp } from "../giveUp.ts";
import { useZoom } from "../view.ts";
import { GRID_PX } from "./createDragAids.ts";
import { CORNERS, leastOf, resized, type Corner } from "./resize.ts";
import css from "./Arranging.module.css";

/** Under this zoom the handles of a card would lie on one another. */
const READABLE = 0.35;

/** From a card to the ring around it, in board px. */
const RING_PX = 6;

/** The corners of the one card that is chosen. */
export const ResizeHandles = () => {
  const board = useBoard();
  const { cards } = useSnapshot();
  const only = useUi(({ selection, editing, tool }) =>
    selection.size === 1 && editing === undefined && tool.type === "select" ? [...selection][0] : undefined,
  );
  const zoom = useZoom();
  const card = only === undefined ? undefined : cards.get(only as CardId);
  if (!card || card.attributes.trashedAt !== undefined || board.isLocked(card.id) || zoom < READABLE) return null;
  return <Handles key={card.id} card={card} zoom={zoom} />;
};

const Handles = ({ card, zoom }: { readonly card: Card; readonly zoom: number }) => {
  const board = useBoard();
  const { commands, ui } = board;
  const store = useStoreApi();
  const pull = useRef<{ readonly pointer: number; readonly from: Pair; readonly stopListening: () => void }>(undefined);
  const [shown, setShown] = useState<Box>();
  const at = (event: PointerEvent, corner: Corner): Box => {
    const [fromX, fromY] = pull.current?.from ?? [event.clientX, event.clientY];
    const scale = store.getState().transform[2];
    const onGrid = ui.get().isOnGrid && !event.ctrlKey && !event.metaKey;
    const by = [event.clientX - fromX, event.clientY - fromY].map((px) =>
      onGrid ? Math.round(px / scale / GRID_PX) * GRID_PX : px / scale,
    ) as [number, number];
    return resized(boxOf(card), corner, by, leastOf(card.kind));
  };
  /** Only the screen knows a size that is not let go yet. */
  const show = (box: Box | undefined) => {
    setShown(box);
    const node = store.getState().domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${card.id}"]`);
    const now = board.card(card.id);
    if (!node || !now) return;
    const { x, y, width, height } = box ?? boxOf(now);
    node.style.width = `${width}px`;
    node.style.height = `${height}px`;
    node.style.transform = `translate(${x}px,${y}px)`;
  };
  /** The card looks again as it is. */
  const end = () => {
    if (!pull.current) return;
    pull.current.stopListening();
    pull.current = undefined;
    show(undefined);
  };
  const endNow = useRef(end);
  useEffect(() => void (endNow.current = end));
  // handles that go while one is held leave nothing behind
  useEffect(() => () => endNow.current(), []);
  const { x, y, width, height } = shown ?? boxOf(card);
  return CORNERS.map((corner) => (
    <span
      key={corner}
      data-grip={corner}
      aria-hidden="true"
      className={classes(css["handle"], css[corner], "nodrag nopan nokey")}
      style={{
        left: corner.endsWith("w") ? x - RING_PX : x + width + RING_PX,
        top: corner.startsWith("n") ? y - RING_PX : y + height + RING_PX,
        transform: `translate(-50%, -50%) scale(${1 / zoom})`,
      }}
      onPointerDown={(event) => {
        if (event.button !== 0 || !event.isPrimary) return;
        event.stopPropagation();
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        end();
        const pointer = event.pointerId;
        const stopKeys = onGivenUp(() => endNow.current());
        // a second finger is another gesture
        const onOther = ({ pointerId }: globalThis.PointerEvent) => pointerId !== pointer && endNow.current();
        window.addEventListener("pointerdown", onOther, { capture: true });
        pull.current = {
          pointer,
          from: [event.clientX, event.clientY],
          stopListening: () => {
            stopKeys();
            window.removeEventListener("pointerdown", onOther, { capture: true });
          },
        };
      }}
      onPointerMove={(event) => pull.current?.pointer === event.pointerId && show(at(event, corner))}
      onPointerUp={(event) => {
        if (pull.current?.pointer !== event.pointerId) return;
        const box = at(event, corner);
        end();
        if (isSameBox(box, boxOf(card))) return;
        commands.arrange(
          [{ card: card.id, to: [box.x, box.y], values: { size: [box.width, box.height] } }],
          [],
          framesAfterSizing(board.snapshot(), new Map([[card.id, box]])),
        );
      }}
      onPointerCancel={end}
    />
  ));
};

const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
