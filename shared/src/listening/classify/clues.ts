import { LIMITS } from "../../terms/index.ts";
import { blankManners } from "../index.ts";
import { readFeatures, type Features } from "./features.ts";
import { readFeeling } from "./lexicon/feelings.ts";
import { markSentences } from "./mark.ts";
import { findRules, type Hit } from "./rules/findRules.ts";
import { readSignals } from "./signals.ts";
import { reword, type Reworded } from "./turns/reword.ts";

/** All that the models see of a post. */
export interface Clues extends Features {
  /** see `signals.ts` */
  readonly signals: Float32Array;
  readonly hits: readonly Hit[];
  readonly marked: string;
  /** where the words of `marked` stand in the text, if they are not those that were written */
  readonly places: Reworded["places"] | undefined;
  /** the text as it is read: addresses are blank, all else stands where it was written */
  readonly read: string;
}

/** Reads what a text holds, up to `LIMITS.postLength`; web addresses say nothing. Never throws. */
export function readClues(written: string, language: string, isReview: boolean): Clues {
  const text = blankManners(written.slice(0, LIMITS.postLength));
  const asWritten = markSentences(text);
  const { marked, places } = reword(asWritten, language) ?? { marked: asWritten, places: undefined };
  const hits = findRules(marked, language);
  const signals = readSignals(text, marked, hits, readFeeling(marked, text, language), isReview);
  return { ...readFeatures(marked), signals, hits, marked, places, read: text };
}
