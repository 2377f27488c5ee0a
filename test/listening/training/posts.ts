import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** A labelled post; a label that its source doesn't give is undefined. */
export interface LabelledPost {
  readonly text: string;
  readonly lang: string;
  readonly isReview: boolean;
  readonly app?: string | undefined;
  readonly stars?: number | undefined;
  readonly request?: boolean | undefined;
  readonly problem?: boolean | undefined;
  readonly sentiment?: string | undefined;
  readonly score?: number | undefined;
  readonly source?: string | undefined;
}

const flag = z.union([z.literal(0), z.literal(1)]);
const row = z.object({
  text: z.string(),
  lang: z.string(),
  app: z.string().optional(),
  stars: z.number().optional(),
  feature_request: flag.optional(),
  problem_report: flag.optional(),
  set: z.string().optional(),
  sentiment: z.enum(["negative", "neutral", "positive"]).optional(),
  score: z.number().optional(),
  source: z.string().optional(),
});

/** The files that may teach; each named with its licence in `SOURCES`. Those under other licences are measured only. */
export const SOURCES: readonly { readonly file: string; readonly from: string }[] = [
  { file: "expect-reviews-fr.jsonl", from: "Mini-BAR (Wei et al., ICTAI 2023), MIT" },
  { file: "expect-reviews-en.jsonl", from: "Mini-BAR (Wei et al., ICTAI 2023), MIT" },
  { file: "themes-reviews-fr-en.jsonl", from: "Mini-BAR (Wei et al., ICTAI 2023), MIT" },
  { file: "sentiment-tweets-fr.jsonl", from: "UMSAB (cardiffnlp/xlm-t), Apache-2.0" },
  { file: "sentiment-tweets-en.jsonl", from: "UMSAB (cardiffnlp/xlm-t), Apache-2.0" },
  { file: "sentiment-rated-en.jsonl", from: "VADER ground truth (Hutto & Gilbert, ICWSM 2014), MIT" },
];

/** @throws when a file is missing or a line of it doesn't fit */
export function readPosts(folder: string, file: string): readonly LabelledPost[] {
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line): LabelledPost => {
      const { feature_request, problem_report, set, ...rest } = row.parse(JSON.parse(line));
      const [app, grouped] = readSet(set);
      return {
        ...rest,
        app: rest.app ?? app,
        isReview: rest.app !== undefined || rest.stars !== undefined,
        // a theme's set tells one label, and nothing of the other
        request: feature_request === undefined ? grouped === "feature_request" || undefined : feature_request === 1,
        problem: problem_report === undefined ? grouped === "problem_report" || undefined : problem_report === 1,
      };
    });
}

/** "Garmin Connect feature_request": the app, and the label that all posts of the set bear. */
const readSet = (set: string = ""): readonly (string | undefined)[] =>
  /^(.+) (feature_request|problem_report)$/.exec(set)?.slice(1) ?? [];

export const hashFile = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

/** From the built file to the sources: `test/listening/dist/training` and `test/listening/training` alike. */
const HOME = join(import.meta.dirname, import.meta.dirname.includes("dist") ? "../.." : "..");
export const WRITTEN: readonly string[] = ["written/en.txt", "written/fr.txt"].map((file) => join(HOME, file));
/** Where the results go. */
export const SCORES_PAGE: string = join(HOME, "SCORES.md");
export const WEIGHTS_FOLDER: string = join(HOME, "../../shared/src/listening/classify");

const MOODS: Readonly<Record<string, string>> = { "-": "negative", "0": "neutral", "+": "positive" };

/** The posts that were written for this project. */
export function readWritten(): readonly LabelledPost[] {
  return WRITTEN.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line): readonly LabelledPost[] => {
        const [, kind, mood = "", text = ""] = /^(request|wish|problem|praise|other) ([-0+]) (.+)$/.exec(line) ?? [];
        if (kind === undefined) return [];
        const lang = path.endsWith("fr.txt") ? "fr" : "en";
        const request = kind === "request" || kind === "wish";
        return [{ text, lang, isReview: false, request, problem: kind === "problem", sentiment: MOODS[mood] }];
      }),
  );
}
