import { FEELING_SIGNAL } from "@palabre/shared/listening/classify";
import { groupBy, macroF1, pearson } from "../scores.ts";
import { fitPlane } from "./calibrate.ts";
import { askUnseen, copiesTogether } from "./crossValidate.ts";
import { fitRating, fitSentiment, SENTIMENTS, type Known } from "./fit.ts";
import type { Row } from "./page.ts";

const FOLDS = 5;

export function scoreSentiment(tweets: readonly Known[]): readonly Row[] {
  const logits = askUnseen(tweets, copiesTogether(tweets, FOLDS), fitSentiment);
  const answers = tweets.map(({ post }, at) => {
    const own = logits[at] ?? [];
    return {
      lang: post.lang,
      so: post.sentiment,
      said: SENTIMENTS[own.indexOf(Math.max(...own))] as string | undefined,
    };
  });
  const of = (lang: string): string => macroF1(answers.filter((answer) => answer.lang === lang)).toFixed(1);
  return [
    {
      measure: "sentiment macro-F1, tweets, near-copies apart, FR / EN",
      figure: `${of("fr")} / ${of("en")}`,
      now: "61.1 / 60.7",
      goal: "63 / 63",
    },
    {
      measure: "sentiment macro-F1, ES / IT / DE / PT",
      figure: "not measured: no data",
      now: "48.1 / 52.3 / 44.4 / 51.2",
      goal: "50 / 54 / 48 / 53",
    },
  ];
}

const BEFORE: Readonly<Record<string, string>> = {
  tweet: "0.873 (VADER)",
  review: "0.572 (wink)",
  news: "0.479 (VADER)",
};

export function scoreRating(rated: readonly Known[]): {
  readonly score: { readonly byModel: number; readonly byWords: number; readonly offset: number };
  readonly rows: readonly Row[];
} {
  const logits = askUnseen(rated, copiesTogether(rated, FOLDS), fitRating);
  const points = rated.map(({ post, signals }, at) => ({
    source: post.source ?? "",
    model: logits[at]?.[0] ?? 0,
    words: signals[FEELING_SIGNAL] ?? 0,
    rating: post.score ?? 0,
  }));
  const [byModel, byWords, offset] = fitPlane(
    points.map(({ model, words, rating }) => [model, words, rating] as const),
  );
  const rows = groupBy(points, ({ source }) => source).map(([source, group]): Row => {
    const pairs = group.map(
      ({ model, words, rating }) => [byModel * model + byWords * words + offset, rating] as const,
    );
    return {
      measure: `score, Pearson, ${source} EN`,
      figure: pearson(pairs).toFixed(3),
      now: BEFORE[source] ?? "",
      goal: "",
    };
  });
  return { score: { byModel, byWords, offset }, rows };
}
