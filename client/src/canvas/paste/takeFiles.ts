import type { ActionContext } from "../action.ts";
import { addImages, imagesAmong } from "../pickImages.ts";
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

/** Puts files on the board that were dropped or pasted: images as they are, texts as what they say; what is neither is told. */
export function takeFiles(
  context: ActionContext,
  files: readonly File[],
  take: (pasted: string, form?: Form) => void,
): void {
  const { text, toast } = context;
  const images = imagesAmong(files);
  if (images.length > 0) addImages(context, images);
  const readable = files.filter(({ name }) => READ.test(name));
  const texts = readable.filter(({ size }) => size <= MOST_BYTES);
  for (const file of texts)
    void readFile(file).then(
      (words) => take(words, formOf(file.name)),
      () => toast({ text: text.t("canvas.notFetched") }),
    );
  if (readable.length > texts.length) toast({ text: text.t("canvas.dropTooLarge"), tone: "warn" });
  if (files.length > images.length + readable.length) toast({ text: text.t("canvas.dropUnknown") });
}
