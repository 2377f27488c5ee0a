import type { ActionContext } from "./action.ts";

const ACCEPTED = "image/png,image/jpeg,image/gif,image/webp,image/avif";
const fetchImages = () => import("./image/index.ts");

/** Sends images and puts them on the board; says so when that can't be fetched. */
export function addImages(context: ActionContext, files: readonly File[]): void {
  fetchImages()
    .then(({ takeImages }) => takeImages(context, files, context.at))
    .catch(() => context.toast({ text: context.text.t("canvas.notFetched"), tone: "warn" }));
}

/** Asks for images of this device; at once, since a browser opens its window only for who has just pressed something. */
export function pickImages(context: ActionContext): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ACCEPTED;
  input.multiple = true;
  input.addEventListener("change", () => addImages(context, [...(input.files ?? [])]));
  input.click();
}

export const imagesAmong = (files: Iterable<File>): readonly File[] =>
  [...files].filter(({ type }) => /^image\/(?!svg)/.test(type));
