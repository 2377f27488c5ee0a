import type { ActionContext } from "../action.ts";
import { sayReadOnly } from "../useActionContext.ts";
import type { Form } from "./readPasted.ts";
import { takeFiles } from "./takeFiles.ts";

/**
 * What is dropped on the board from elsewhere: images become cards where they fall, texts and addresses are read as if they were pasted.
 * @returns what ends it
 */
export function watchDrops(
  element: HTMLElement,
  context: ActionContext,
  take: (pasted: string, form?: Form) => void,
): () => void {
  const stopped = new AbortController();
  const options = { signal: stopped.signal };
  let isOfPage = false;
  const isOurs = ({ dataTransfer }: DragEvent) =>
    !isOfPage &&
    dataTransfer !== null &&
    ["Files", "text/uri-list", "text/plain"].some((type) => dataTransfer.types.includes(type));
  // words and links of the page itself are on the board already; a press says that a drag whose source has gone is over
  for (const [type, begins] of [
    ["dragstart", true],
    ["dragend", false],
    ["pointerdown", false],
  ] as const)
    window.addEventListener(type, () => void (isOfPage = begins), { ...options, capture: true });
  element.addEventListener(
    "dragover",
    (event) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    },
    options,
  );
  element.addEventListener(
    "drop",
    (event) => {
      if (!isOurs(event) || !event.dataTransfer || event.defaultPrevented) return;
      event.preventDefault();
      if (!context.board.mayEdit) return sayReadOnly(context);
      const files = [...event.dataTransfer.files];
      const at = context.view?.at([event.clientX, event.clientY]);
      if (files.length > 0) return takeFiles({ ...context, view: context.view, at }, files, take);
      const words = event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain");
      if (words.trim() !== "") take(words);
    },
    options,
  );
  return () => stopped.abort();
}
