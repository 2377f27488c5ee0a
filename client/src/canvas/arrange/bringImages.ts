import { AppError } from "@palabre/shared/errors";
import { isFileName, type BoardId } from "@palabre/shared/terms";
import { fetchFile, keepFile } from "../files.ts";
import type { Clipping } from "./clippingText.ts";

/** What of a clipping can be on a board, and how many images can't. */
export interface Brought {
  readonly clipping: Clipping;
  readonly left: number;
}

/**
 * Has a board keep the images of a clipping that was made on another one, as far as this device may see them there: the server keeps
 * each image for one board. Images that can't come are left out, with their links.
 */
export async function bringImages(clipping: Clipping, here: BoardId): Promise<Brought> {
  if (clipping.board === here) return { clipping, left: 0 };
  const kept = new Map<string, string | undefined>();
  // one after the other, as images that are dropped
  for (const { attributes } of clipping.cards) {
    const { file } = attributes;
    if (file !== undefined && !kept.has(file)) kept.set(file, await bring(clipping.board, file, here));
  }
  const cards = clipping.cards.map((card) => {
    const { file, ...facts } = card.attributes;
    const own = file === undefined ? undefined : kept.get(file);
    return { ...card, attributes: own === undefined ? facts : { ...facts, file: own } };
  });
  return without({ ...clipping, cards }, ({ kind, attributes }) => kind === "image" && attributes.file === undefined);
}

/** Under which name the other board keeps it; undefined when it can't. */
async function bring(from: BoardId, file: string, to: BoardId): Promise<string | undefined> {
  // what others wrote there is no address before it is known to be a file's name
  if (!isFileName(file)) return undefined;
  try {
    return (await keepFile(to, await fetchFile(from, file))).file;
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return undefined;
  }
}

/** A clipping without some cards: frames and links are told by places in the list, which shift. */
export function without(clipping: Clipping, isLeft: (card: Clipping["cards"][number]) => boolean): Brought {
  const places = new Map<number, number>();
  for (const [place, card] of clipping.cards.entries()) if (!isLeft(card)) places.set(place, places.size);
  const cards = clipping.cards.flatMap((card, place) => {
    if (!places.has(place)) return [];
    const { within, ...rest } = card;
    const frame = within === undefined ? undefined : places.get(within);
    return [frame === undefined ? rest : { ...rest, within: frame }];
  });
  const links = clipping.links.flatMap((link) => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
  });
  return { clipping: { ...clipping, cards, links }, left: clipping.cards.length - cards.length };
}
