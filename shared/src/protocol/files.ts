import { z } from "zod/mini";
import { fileNameSchema } from "../terms/index.ts";

/** An image that a board keeps from now on: the name by which a card holds it, and its size in px. */
export const fileKeptSchema: z.ZodMiniType<FileKept> = z.object({
  file: fileNameSchema,
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
});
export interface FileKept {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}
