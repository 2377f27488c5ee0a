import type { CardId, LinkId } from "@palabre/shared/terms";
import { useEffect, type RefObject } from "react";
import { useBoard, useUi } from "../../state/index.ts";

/** Brings the keyboard to a place of the panel when a key or a menu asked for it, once. */
export function useSaying(on: CardId | LinkId, part: "comment" | "react", place: RefObject<HTMLElement | null>): void {
  const { ui } = useBoard();
  const saying = useUi((state) => state.saying);
  useEffect(() => {
    if (saying?.on !== on || saying.part !== part) return;
    // where there is no place now, none that comes in a later step takes the keyboard
    ui.set({ saying: undefined });
    place.current?.scrollIntoView({ block: "nearest" });
    place.current?.focus({ preventScroll: true });
  }, [saying, on, part, place, ui]);
}
