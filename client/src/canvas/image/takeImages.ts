import { AppError } from "@palabre/shared/errors";
import type { BoardSnapshot, CardId, Pair } from "@palabre/shared/terms";
import { keepFile } from "../files.ts";
import type { ActionContext } from "../action.ts";
import type { BoardState } from "../house.ts";
import { boundsOf, boxOf } from "../box.ts";
import { findFreePlace, placeNew, type ListedCard } from "../fromFlow.ts";
import { takeAway } from "../takeAway.ts";
import { shrinkImage } from "./shrinkImage.ts";

/** A card that an image gets: large enough to be seen, small enough to lie among others. */
const LONGEST = 320;
const SHORTEST = 48;
const GAP = 24;
/** At once: more is an album. */
const MOST = 20;

interface KeptImage {
  /** as the server keeps it */
  readonly file: string;
  readonly size: Pair;
  readonly title: string;
}

/**
 * Sends images to the server, one after the other, and puts them on the board in one step; says what could not be taken.
 * @param at where they were dropped; else where there is room
 */
export async function takeImages(
  context: ActionContext,
  files: readonly File[],
  at?: Pair,
): Promise<readonly CardId[]> {
  const { board, view, text, toast } = context;
  if (isSilent(board)) {
    toast({ text: text.t("canvas.imagesInSilence"), tone: "warn" });
    return [];
  }
  const middle = at ?? view?.middle() ?? [0, 0];
  const images: KeptImage[] = [];
  const faults: AppError[] = [];
  for (const file of files.slice(0, MOST)) {
    try {
      const kept = await keepFile(board.me.id, await shrunk(file));
      images.push({ file: kept.file, size: sizeFor(kept.width, kept.height), title: titleFor(file.name) });
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      faults.push(cause);
    }
  }
  const more = files.length - MOST;
  const left = more > 0 ? [text.t("canvas.pastedLeft", { n: more })] : [];
  const [fault] = faults;
  if (fault) {
    const failed = faults.length > 1 ? [text.t("canvas.imagesFailed", { n: faults.length })] : [];
    toast({ text: [...failed, text.error(fault), ...(images.length === 0 ? left : [])].join(" "), tone: "warn" });
  }
  if (images.length === 0) return [];
  // while they were sent the frames may have moved, and others have written
  const ids = board.commands.addCards(sideBySide(board.snapshot(), images, middle, at === undefined));
  const bounds = boundsOf(ids.flatMap((id) => board.card(id) ?? []).map((card) => boxOf(card)));
  if (!bounds) return [];
  view?.reveal(bounds);
  const added = text.t("canvas.imagesAdded", { n: ids.length });
  toast({
    text: [left.length === 0 ? added : `${added}.`, ...left].join(" "),
    action: { label: text.t("canvas.actUndo"), onAction: () => takeAway(context, ids) },
  });
  return ids;
}

/** Cards of images in a row, each in the frame that lies there. @param isAnywhere whether the first looks for room */
function sideBySide(
  snapshot: BoardSnapshot,
  images: readonly KeptImage[],
  middle: Pair,
  isAnywhere: boolean,
): readonly ListedCard[] {
  const [first] = images;
  if (!first) return [];
  let [x, y] = isAnywhere ? findFreePlace(snapshot, first.size, middle, [first.size[0] + GAP, 0]) : middle;
  return images.map(({ file, size, title }) => {
    const card = { ...placeNew(snapshot, "image", [x, y], { file, size }), text: title };
    x += size[0] + GAP;
    return card;
  });
}

/** Whether images would go to a draft: the board keeps their files, which would outlast it. Facilitators decide for themselves. */
const isSilent = (board: BoardState): boolean =>
  !board.mayFacilitate && board.workshop().rules.phase?.drafts !== undefined;

const shrunk = async (file: File): Promise<Blob> => {
  try {
    return await shrinkImage(file);
  } catch (cause) {
    throw new AppError("not-an-image", "the browser can't read this file as an image: choose another one", { cause });
  }
};

/** As wide and high as the image says, within bounds, its shape kept. */
export function sizeFor(width: number, height: number): Pair {
  const share = Math.min(1, LONGEST / Math.max(width, height));
  const side = (px: number) => Math.max(SHORTEST, Math.round(px * share));
  return [side(width), side(height)];
}

/** What somebody called a file; a camera's numbers and a clipboard's `image` say nothing. */
export const titleFor = (name: string): string => {
  const words = name
    .replace(/\.[a-z\d]+$/i, "")
    .replaceAll(/[-_]+/g, " ")
    .trim();
  return /^(?:image|img|dsc|dscn|pxl|screenshot|capture)?[\s\d.]*$/i.test(words) ? "" : words.slice(0, 120);
};
