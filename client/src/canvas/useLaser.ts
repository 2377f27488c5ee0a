import { useEffect } from "react";
import { useBoard, useHasFewTools, useUi } from "../state/index.ts";

/** The others see the light of this pointer as long as the laser is in hand; a step that shows few tools takes it away. */
export function useLaser(): void {
  const board = useBoard();
  const isOn = useUi(({ tool }) => tool.type === "laser");
  const isOffered = !useHasFewTools();
  useEffect(() => {
    if (!isOn) return;
    if (!isOffered) return board.ui.set({ tool: { type: "select" } });
    board.present({ laser: true });
    return () => board.present({ laser: undefined });
  }, [board, isOn, isOffered]);
}
