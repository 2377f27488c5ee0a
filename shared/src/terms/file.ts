import { z } from "zod/mini";

/** Kinds of images that a board keeps, by the ending of their names. No SVG: that is a program, not a picture. */
export type ImageType = "png" | "jpg" | "gif" | "webp";

/** The name of a file that a board keeps: the SHA-256 of its bytes in hex, and what it is. Whoever does not know it can't guess it. */
const FILE_NAME = /^[\da-f]{64}\.(?:png|jpg|gif|webp)$/;
export const fileNameSchema: z.ZodMiniType<string> = z.string().check(z.regex(FILE_NAME));
export const isFileName = (name: string): boolean => FILE_NAME.test(name);

/** What a board takes as a file, each with its unit. */
export const FILE_LIMITS = {
  /** of one file: 8 MB */
  bytes: 8_388_608,
  /** width × height: a small file may unpack to more than a phone can hold */
  pixels: 40_000_000,
  /** of one side */
  sidePx: 16_384,
  /** of all files of a board together: 200 MB */
  bytesPerBoard: 209_715_200,
  filesPerBoard: 1_000,
} as const;
