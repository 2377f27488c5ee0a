import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { SLIDE } from "@palabre/shared/protocol";
import {
  JOIN_CODE_LENGTH,
  JOIN_LETTERS,
  joinCodeSchema,
  LONG_CODE_LENGTH,
  type BoardId,
  type JoinCode,
} from "@palabre/shared/terms";
import type { BoardStore, SlideRecord } from "../stores/index.ts";

/** What a slide shows: sixteen letters, of which people type six. */
export interface ShownSlide {
  readonly code: JoinCode;
  /** when the code is over, however long it is shown */
  readonly endsAt: number;
}

/**
 * The codes by which people join a board while its slide is shown.
 *
 * Slides are rows of the store: a code is looked up across all boards, which no document of one board can answer; it outlives a restart
 * within its life; any number of servers find it; and saying every 20 s that a slide is still shown rewrites a row, where a document
 * would grow by it. No code is stored: it is computed, as the links are, from a salt and the server's key, and found by its digest
 * under that key, so that a stolen copy of the rows opens nothing and the time that a search takes says nothing about codes.
 *
 * The odds of a guesser, with 21⁶ = 85,766,121 codes and the limits of `http/guesses.ts` (60 wrong ones a minute from one network,
 * 600 in all): in the two hours of one code a network tries 7,260, and finds it once in 11,800 such workshops; all the networks
 * of the world together try 72,600, once in 1,180. What is found lets one person in as a participant, in front of a facilitator who
 * sees them arrive. The sixteen letters of the QR code (1.4 · 10²¹) are beyond guessing, and need no limit.
 */
export interface Slides {
  /** The code of the board's slide, which is shown from now on; another one if `isFresh`, or if the last was over. */
  show(board: BoardId, isFresh: boolean): Promise<ShownSlide>;
  /** The board that a code leads to, and whether its slide is shown; undefined when there is none. */
  find(code: JoinCode): Promise<{ readonly board: BoardId; readonly isShown: boolean } | undefined>;
}

export function createSlides(deps: { store: BoardStore; key: Uint8Array; now?: () => number }): Slides {
  const { store, key, now = Date.now } = deps;
  const codeOf = (board: BoardId, salt: string): JoinCode => {
    const digest = createHmac("sha256", key).update(`palabre slide ${board} ${salt}`).digest("hex");
    return joinCodeSchema.parse(toLetters(BigInt(`0x${digest}`)));
  };
  const digestOf = (code: JoinCode) =>
    createHmac("sha256", key)
      .update(`palabre code ${code.slice(0, JOIN_CODE_LENGTH)}`)
      .digest("hex");
  const isShown = ({ seenAt, codeAt }: SlideRecord) => now() - seenAt < SLIDE.graceMs && now() - codeAt < SLIDE.codeMs;

  const newSlide = async (board: BoardId): Promise<SlideRecord> => {
    const salt = randomBytes(16).toString("hex");
    const digest = digestOf(codeOf(board, salt));
    const other = await store.slideByDigest(digest);
    // a code that another room is looking at stays theirs
    if (other && isShown(other)) return newSlide(board);
    return { board, salt, digest, codeAt: now(), seenAt: now() };
  };

  return {
    show: async (board, isFresh) => {
      const before = await store.slide(board);
      const slide = before && isShown(before) && !isFresh ? { ...before, seenAt: now() } : await newSlide(board);
      await store.saveSlide(slide);
      return { code: codeOf(board, slide.salt), endsAt: slide.codeAt + SLIDE.codeMs };
    },
    find: async (code) => {
      const slide = await store.slideByDigest(digestOf(code));
      if (!slide) return undefined;
      const right = codeOf(slide.board, slide.salt).slice(0, code.length);
      return timingSafeEqual(Buffer.from(right), Buffer.from(code))
        ? { board: slide.board, isShown: isShown(slide) }
        : undefined;
    },
  };
}

/** The first letters of a number of 256 bits, so much larger than 21¹⁶ that no letter is likelier than another. */
function toLetters(number: bigint): string {
  const base = BigInt(JOIN_LETTERS.length);
  let left = number;
  return Array.from({ length: LONG_CODE_LENGTH }, () => {
    const letter = JOIN_LETTERS[Number(left % base)];
    left /= base;
    return letter;
  }).join("");
}
