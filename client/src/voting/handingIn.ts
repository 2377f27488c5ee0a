import { whyNoPaper } from "@palabre/shared/facilitation/ballots";
import type { CardId, Paper, RatingAnswer } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import type { AskedBallot } from "./formProps.ts";

/** A paper that can be handed in, or why this one can't be yet. */
export type HandingIn = { readonly paper: Paper } | { readonly missing: string };

/** What of a paper is handed in: an answer that is half given, one of Kano's two, is none. */
export function handingIn(ballot: AskedBallot, written: Paper, { t }: Pick<Text, "t">): HandingIn {
  const paper = withoutHalves(ballot, written);
  switch (whyNoPaper(ballot, paper)) {
    case undefined:
      return { paper };
    case "empty":
      return { missing: ballot.method === "dots" ? t("voting.missing.points") : t("voting.missing.answer") };
    case "incomplete":
      return { missing: t("voting.missing.all") };
    case "reason":
      return { missing: t("voting.missing.reason") };
    // the form lets nobody write these
    case "method":
    case "option":
    case "twice":
    case "budget":
    case "cap":
    case "grade":
    case "pair":
    case "rating":
      return { missing: t("voting.missing.other") };
  }
}

function withoutHalves({ settings }: AskedBallot, paper: Paper): Paper {
  if (paper.method !== "rating" || settings.rating !== "kano") return paper;
  const isWhole = ({ present, absent }: RatingAnswer): boolean => present !== undefined && absent !== undefined;
  // the keys are those of the paper
  const entries = Object.entries(paper.ratings) as [CardId, RatingAnswer][];
  return { ...paper, ratings: Object.fromEntries(entries.filter(([, answer]) => isWhole(answer))) };
}
