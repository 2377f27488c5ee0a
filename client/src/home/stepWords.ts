import type { TemplatePhase } from "@palabre/shared/facilitation/library";
import type { MessageKey } from "../i18n/index.ts";

type Right = "library.mayWrite" | "library.mayMove" | "library.mayLink" | "library.mayComment" | "library.mayRead";

/** What participants may do in a step, in the order in which one does it; reading, when there is nothing else. */
export function rightsKeys({ may }: TemplatePhase): readonly Right[] {
  const rules = may?.participant;
  if (!rules) return ["library.mayWrite", "library.mayMove", "library.mayLink", "library.mayComment"];
  const rights: Right[] = [];
  if (rules.add === "all" || rules.add.length > 0) rights.push("library.mayWrite");
  if (rules.move === "all") rights.push("library.mayMove");
  if (rules.link) rights.push("library.mayLink");
  if (rules.comment) rights.push("library.mayComment");
  return rights.length > 0 ? rights : ["library.mayRead"];
}

type Method = NonNullable<TemplatePhase["ballot"]>["method"];
const METHODS = {
  dots: "library.voteDots",
  judgment: "library.voteJudgment",
  ranked: "library.voteRanked",
  pairwise: "library.votePairwise",
  agreement: "library.voteAgreement",
  rating: "library.voteRating",
  consent: "library.voteConsent",
  links: "library.voteLinks",
} as const satisfies Readonly<Record<Method, MessageKey>>;

/** How a vote is cast, in a word. */
export const ballotKey = (method: Method): (typeof METHODS)[Method] => METHODS[method];
