import type { Panel } from "../state/index.ts";

/** A panel that is not on the page yet is waited for so long, about a second; who goes elsewhere meanwhile stays there. */
const PATIENCE_FRAMES = 60;

/** Brings the keyboard into a panel that was asked for by name, before the first thing in it. */
export function focusPanel(panel: Panel, from = document.activeElement, frames = PATIENCE_FRAMES): void {
  const place = document.querySelector<HTMLElement>(`[data-panel=${panel}]`);
  // nowhere or at the board, once the panel is gone that the keyboard was in
  const here = document.activeElement;
  const isLost = from?.isConnected === false && (here === document.body || here?.id === "canvas");
  if (here !== from && !isLost) return;
  if (!place) return void (frames > 0 && requestAnimationFrame(() => focusPanel(panel, from, frames - 1)));
  place.tabIndex = -1;
  place.focus();
}
