import { isReview, type PostContext } from "./calibration.ts";
import { readClues, type Clues } from "./clues.ts";
import { expectationOf, type ExpectationReading } from "./readExpectation.ts";
import { feelingOf, type SentimentReading } from "./readSentiment.ts";
import type { Taught } from "./teach.ts";

/** All that is read of one post. */
export interface PostReading {
  readonly expectation: ExpectationReading;
  readonly feeling: Omit<SentimentReading, "score">;
}

/**
 * Reads what a post expects and how it feels, looking at its words once. Never throws.
 * @param language a tag, or empty where it isn't known
 * @param taught   what the board of the post has taught, if it has
 */
export function readPost(text: string, language: string, context: PostContext = {}, taught?: Taught): PostReading {
  const clues = readClues(text, language, isReview(context));
  // feelings are learnt from posts that are no reviews
  const plain: Clues = isReview(context) ? readClues(text, language, false) : clues;
  return {
    expectation: expectationOf(clues, context, taught?.(clues)),
    feeling: feelingOf(plain, language),
  };
}
