import { z } from "zod/mini";
import { CARD_KINDS } from "./card.ts";
import type { BoardId } from "./ids.ts";

const px = z.number();
const kindIndex = z.number().check(z.int(), z.minimum(0), z.maximum(CARD_KINDS.length - 1));

/**
 * A small picture of a board, kept on the device by the board page for the home page: shapes without words, in board px.
 *
 * - `cards`: [index of the kind in CARD_KINDS, x, y, w, h]
 * - `links`: [x1, y1, x2, y2, sign], the sign 1 for +, −1 for −
 */
export const boardPreviewSchema: z.ZodMiniType<BoardPreview> = z.object({
  cards: z.readonly(z.array(z.readonly(z.tuple([kindIndex, px, px, px, px])))),
  links: z.readonly(z.array(z.readonly(z.tuple([px, px, px, px, z.union([z.literal(1), z.literal(-1)])])))),
});
export interface BoardPreview {
  readonly cards: readonly (readonly [kind: number, x: number, y: number, w: number, h: number])[];
  readonly links: readonly (readonly [x1: number, y1: number, x2: number, y2: number, sign: 1 | -1])[];
}

/** Where a device keeps the preview of a board. */
export const previewKey = (board: BoardId): string => `palabre.preview.${board}`;
