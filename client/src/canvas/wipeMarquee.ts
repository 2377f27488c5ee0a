import type { useStoreApi } from "@xyflow/react";

/** Takes away the marquee that React Flow draws while the pointer is still down. */
export function wipeMarquee(store: ReturnType<typeof useStoreApi>, pointer: number): void {
  store.setState({ userSelectionActive: false, userSelectionRect: null });
  const pane = store.getState().domNode?.querySelector(".react-flow__pane");
  if (pane?.hasPointerCapture(pointer) !== true) return;
  // at the edge the view is moved until this is heard; the release to come is still the pane's, which would miss its end
  pane.dispatchEvent(new PointerEvent("pointercancel", { pointerId: pointer, bubbles: true }));
  pane.setPointerCapture(pointer);
}
