import { boardPreviewSchema, previewKey, type BoardId, type BoardPreview } from "@palabre/shared/terms";

/** What the device keeps of a board's picture, as it was written; null when there is nothing, or storage is forbidden. */
export const keptPreview = (board: BoardId): string | null => {
  try {
    return localStorage.getItem(previewKey(board));
  } catch {
    // storage is forbidden here: a board without a picture
    return null;
  }
};

/** The picture's shapes; undefined when there is none, no card in it, or it is something else. */
export const readPreview = (kept: string | null): BoardPreview | undefined => {
  if (kept === null) return undefined;
  try {
    const preview = boardPreviewSchema.safeParse(JSON.parse(kept));
    return preview.success && preview.data.cards.length > 0 ? preview.data : undefined;
  } catch {
    // not JSON: somebody else's value under our key
    return undefined;
  }
};
