import { useStore } from "@xyflow/react";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useHanging } from "../ui/index.ts";
import type { Box } from "./box.ts";
import { useCovered } from "./useCovered.ts";
import css from "./Bar.module.css";

export interface BarProps {
  readonly label: string;
  /** what it belongs to, in board px */
  readonly around: Box;
  readonly children: ReactNode;
  readonly onEscape?: (() => void) | undefined;
}

const INSIDE_PX = 8;
/** Clear of the ring and of the port on it. */
const ABOVE_PX = 18;

/** A floating bar of buttons above something on the board, below it where there is no room, always inside the canvas and clear of what hangs from its top and of a panel that lies over it. */
export const Bar = ({ label, around, children, onEscape }: BarProps) => {
  const bar = useRef<HTMLDivElement>(null);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  const hanging = useHanging();
  const covered = useCovered();
  const x = useStore(({ transform }) => transform[0]);
  const y = useStore(({ transform }) => transform[1]);
  const zoom = useStore(({ transform }) => transform[2]);
  const roomWidth = useStore((state) => state.width) - covered;
  const roomHeight = useStore((state) => state.height);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.offsetWidth, height: element.offsetHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const top = around.y * zoom + y - ABOVE_PX - height;
  const below = (around.y + around.height) * zoom + y + ABOVE_PX;
  const left = (around.x + around.width / 2) * zoom + x - width / 2;
  const within = (at: number, length: number, room: number, least = INSIDE_PX) =>
    Math.max(least, Math.min(at, room - length - INSIDE_PX));
  const highest = hanging + INSIDE_PX;
  const isSeen =
    around.x * zoom + x < roomWidth &&
    (around.x + around.width) * zoom + x > 0 &&
    around.y * zoom + y < roomHeight &&
    below - ABOVE_PX > 0;
  return (
    // its buttons have the keyboard; Esc is theirs too
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className={css["bar"]}
      hidden={!isSeen}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !onEscape) return;
        event.stopPropagation();
        onEscape();
      }}
      style={{
        transform: `translate(${Math.round(within(left, width, roomWidth))}px, ${Math.round(within(top < highest ? below : top, height, roomHeight, highest))}px)`,
        maxWidth: roomWidth - 2 * INSIDE_PX,
        visibility: width === 0 ? "hidden" : "visible",
      }}
    >
      {children}
    </div>
  );
};

export const BarGap = () => <span className={css["gap"]} aria-hidden="true" />;
