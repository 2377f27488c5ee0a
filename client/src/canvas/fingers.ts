/** A finger that lies still this long asks for the menu. */
const LONG_PRESS_MS = 500;
/** Two taps as close as this, in time and place, are one double tap. */
const DOUBLE_MS = 300;
const DOUBLE_PX = 28;
/** A finger trembles; further than this it has moved. */
const STILL_PX = 10;
/** The browser's own double click or menu for a gesture that was answered already comes within this. */
const ECHO_MS = 700;

/** What answers fingers by itself: buttons, fields, and the dots that links are drawn from. */
const OWN = "button, a, input, textarea, select, [role=toolbar], [data-port]";
const BOARD = ".react-flow__pane, .react-flow__node, .react-flow__edge";

/**
 * A long press is a right click and a double tap a double click, on every device: some browsers tell neither of fingers, some one of them.
 * Whoever listens to the canvas hears the events of a mouse, once.
 * @param hasDoubles  whether two taps mean something together; where they don't, each counts
 */
export function listenToFingers(element: HTMLElement, hasDoubles: () => boolean): () => void {
  let down: { readonly x: number; readonly y: number; readonly target: Element } | undefined;
  let tap: { readonly x: number; readonly y: number; readonly at: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** the menu was asked for: what the finger does until it leaves is nothing */
  let isHeld = false;
  let answeredAt = Number.NEGATIVE_INFINITY;

  const tell = (type: "contextmenu" | "dblclick", { x, y, target }: NonNullable<typeof down>) => {
    answeredAt = performance.now();
    const detail = type === "dblclick" ? 2 : 0;
    target.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, detail, view: window }),
    );
  };
  const forget = () => {
    clearTimeout(timer);
    down = undefined;
  };
  const onStart = (event: TouchEvent) => {
    forget();
    const [finger] = event.touches;
    const { target } = event;
    if (event.touches.length !== 1 || !finger || !(target instanceof Element)) {
      tap = undefined;
      return;
    }
    isHeld = false;
    if (target.closest(BOARD) === null || target.closest(OWN) !== null) return;
    const here = { x: finger.clientX, y: finger.clientY, target };
    down = here;
    timer = setTimeout(() => {
      isHeld = true;
      down = undefined;
      tell("contextmenu", here);
    }, LONG_PRESS_MS);
  };
  const onMove = (event: TouchEvent) => {
    if (isHeld) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const [finger] = event.touches;
    if (down && finger && Math.hypot(finger.clientX - down.x, finger.clientY - down.y) > STILL_PX) forget();
  };
  const onEnd = (event: TouchEvent) => {
    const ended = down;
    forget();
    if (isHeld) {
      // no click follows, which would close the menu
      event.preventDefault();
      return;
    }
    if (!ended) return;
    const isDouble =
      tap !== undefined &&
      hasDoubles() &&
      event.timeStamp - tap.at < DOUBLE_MS &&
      Math.hypot(ended.x - tap.x, ended.y - tap.y) < DOUBLE_PX;
    tap = isDouble ? undefined : { x: ended.x, y: ended.y, at: event.timeStamp };
    if (!isDouble) return;
    event.preventDefault();
    tell("dblclick", ended);
  };
  const onEcho = (event: Event) => {
    if (!event.isTrusted) return;
    if (performance.now() - answeredAt < ECHO_MS) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.type === "contextmenu" && down) {
      // the browser was first
      isHeld = true;
      forget();
    }
  };
  const options = { capture: true, passive: false };
  element.addEventListener("touchstart", onStart, options);
  element.addEventListener("touchmove", onMove, options);
  element.addEventListener("touchend", onEnd, options);
  element.addEventListener("touchcancel", forget, options);
  element.addEventListener("contextmenu", onEcho, true);
  element.addEventListener("dblclick", onEcho, true);
  return () => {
    forget();
    element.removeEventListener("touchstart", onStart, options);
    element.removeEventListener("touchmove", onMove, options);
    element.removeEventListener("touchend", onEnd, options);
    element.removeEventListener("touchcancel", forget, options);
    element.removeEventListener("contextmenu", onEcho, true);
    element.removeEventListener("dblclick", onEcho, true);
  };
}
