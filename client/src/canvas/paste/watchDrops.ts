import type { ActionContext } from "../action.ts";
import { addImages, imagesAmong } from "../pickImages.ts";
import { sayReadOnly } from "../useActionContext.ts";
import { readFile } from "./readFile.ts";
import type { Form } from "./readPasted.ts";

/** Files whose text is read as if it were pasted. */
const READ = /\.(?:txt|md|mmd|opml|canvas|json|csv|tsv)$/i;
const formOf = (name: string): Form =>
  /\.[ct]sv$/i.test(name)
    ? "csv"
    : /\.(?:canvas|json)$/i.test(name)
      ? "canvas"
      : /\.opml$/i.test(name)
        ? "opml"
        : "any";
/** Bytes of such a file: more is a file to import, not a thought. */
const MOST_BYTES = 2_000_000;

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
      const images = imagesAmong(files);
      const at = context.view?.at([event.clientX, event.clientY]);
      if (images.length > 0) addImages({ ...context, view: context.view, at }, images);
      const readable = files.filter(({ name }) => READ.test(name));
      const texts = readable.filter(({ size }) => size <= MOST_BYTES);
      for (const file of texts)
        void readFile(file).then(
          (words) => take(words, formOf(file.name)),
          () => context.toast({ text: context.text.t("canvas.notFetched") }),
        );
      if (readable.length > texts.length) context.toast({ text: context.text.t("canvas.dropTooLarge"), tone: "warn" });
      if (files.length > images.length + readable.length) context.toast({ text: context.text.t("canvas.dropUnknown") });
      if (files.length > 0) return;
      const words = event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain");
      if (words.trim() !== "") take(words);
    },
    options,
  );
  return () => stopped.abort();
}
