import { LIMITS } from "../../terms/index.ts";
import { explain, type Because } from "./explain.ts";
import { markSentences } from "./mark.ts";
import { findRules } from "./rules/findRules.ts";

/** What a post is, as far as a community's expectations go. */
export interface ExpectationReading {
  readonly kind: "request" | "problem" | "wish" | "praise" | "other";
  readonly isExpectation: boolean | "unsure";
  /** what is more likely, also where that is unsure */
  readonly leansToExpectation: boolean;
  /** that it asks for something */
  readonly asks: boolean;
  /** that it reports a problem */
  readonly reports: boolean;
  /** of being an expectation, 0 to 1 */
  readonly probability: number;
  /** the places that explain it, in order of the text; empty where no rule was met */
  readonly because: readonly Because[];
}

/** What is known of a post besides its text. */
export interface PostContext {
  readonly kind?: string;
  /** 1 to 5, where its writer gave any */
  readonly stars?: number | null;
}

/** Reads whether a post expects something: a request, a problem or a wish. Never throws. */
export function readExpectation(written: string, language: string, _context: PostContext = {}): ExpectationReading {
  const text = written.slice(0, LIMITS.postLength);
  const marked = markSentences(text);
  const hits = findRules(marked, language);
  const met = (says: string): boolean => hits.some((hit) => hit.says === says);
  const [asks, wishes, reports] = [met("request"), met("wish"), met("problem")];
  const isExpectation = asks || wishes || reports;
  return {
    kind: asks ? "request" : reports ? "problem" : wishes ? "wish" : met("praise") ? "praise" : "other",
    isExpectation,
    leansToExpectation: isExpectation,
    asks: asks || wishes,
    reports,
    probability: isExpectation ? 0.8 : 0.2,
    because: explain(text, marked, hits),
  };
}
