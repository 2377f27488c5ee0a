/**
 * While a hand is at work, Esc gives up what it does and nothing else: it is heard before the canvas, for which it is another key.
 * @returns what ends the listening
 */
export function onGivenUp(giveUp: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  window.addEventListener("keydown", onKeyDown, { capture: true });
  return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
}
