/** Calls back when the pointer that is down is let go, a tick after whoever else answers that. */
export function onceReleased(act: (event: PointerEvent) => void): void {
  const stopped = new AbortController();
  const onRelease = (event: PointerEvent) => {
    stopped.abort();
    setTimeout(() => act(event));
  };
  const options = { capture: true, signal: stopped.signal };
  window.addEventListener("pointerup", onRelease, options);
  window.addEventListener("pointercancel", onRelease, options);
}
