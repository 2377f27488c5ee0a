import { useState, type PointerEvent, type RefObject } from "react";
import type { Drop } from "./tiers.ts";

/** What makes a part of a row the place to drag it by. */
export interface Grip {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

/** How much of a tier, from above and from below, means between it and its neighbour. */
const EDGE = 0.3;

/** Drags a row over the tiers of a list, by mouse or thumb: `drop` is where it would fall. */
export function useDragged<Option extends string>(
  list: RefObject<HTMLElement | null>,
  onDrop: (option: Option, drop: Drop) => void,
): { readonly dragged: Option | undefined; readonly drop: Drop | undefined; readonly grip: (option: Option) => Grip } {
  const [dragged, setDragged] = useState<Option>();
  const [drop, setDrop] = useState<Drop>();
  const dropAt = (y: number): Drop => {
    const tiers = [...(list.current?.querySelectorAll<HTMLElement>("[data-tier]") ?? [])];
    for (const [at, tier] of tiers.entries()) {
      const { top, bottom, height } = tier.getBoundingClientRect();
      if (y < top + EDGE * height) return { before: at };
      if (y < bottom - EDGE * height) return { on: at };
    }
    return { before: tiers.length };
  };
  const end = (): void => {
    setDragged(undefined);
    setDrop(undefined);
  };
  return {
    dragged,
    drop,
    grip: (option) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(option);
      },
      onPointerMove: ({ clientY }) => {
        if (dragged === option) setDrop(dropAt(clientY));
      },
      onPointerUp: ({ clientY }) => {
        if (dragged === option && drop) onDrop(option, dropAt(clientY));
        end();
      },
      onPointerCancel: end,
    }),
  };
}
