import { LIMITS } from "../../terms/index.ts";
import { readFeatures, type Features } from "./features.ts";
import { readFeeling } from "./lexicon/feelings.ts";
import { markSentences } from "./mark.ts";
import { findRules, type Hit } from "./rules/findRules.ts";
import { readSignals } from "./signals.ts";

/** All that the models see of a post. */
export interface Clues extends Features {
  /** see `signals.ts` */
  readonly signals: Float32Array;
  readonly hits: readonly Hit[];
  readonly marked: string;
}

/** Reads what a text holds, up to `LIMITS.postLength`. Never throws. */
export function readClues(written: string, language: string, isReview: boolean): Clues {
  const text = written.slice(0, LIMITS.postLength);
  const marked = markSentences(text);
  const hits = findRules(marked, language);
  const signals = readSignals(text, marked, hits, readFeeling(marked, text, language), isReview);
  return { ...readFeatures(marked), signals, hits, marked };
}
