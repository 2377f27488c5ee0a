const LEAVING = "palabre-leaving";

/** Whether this page may give way to another one of ours by the browser's own way back; who would lose something by it has it asked. */
export const mayLeave = (): boolean => dispatchEvent(new Event(LEAVING, { cancelable: true }));

/** Calls `mayGo` before that, which keeps the page by answering false; returns the undoing. */
export function beforeLeaving(mayGo: () => boolean): () => void {
  const onLeaving = (event: Event): void => {
    if (!mayGo()) event.preventDefault();
  };
  addEventListener(LEAVING, onLeaving);
  return () => removeEventListener(LEAVING, onLeaving);
}
