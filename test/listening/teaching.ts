/**
 * `npm run teach:listening -- <folder>`: what the labels of one board are worth. For each app, a model that has read the other apps
 * only reads it, first as it is, then after so many labels drawn by chance. F1 is over the posts that were not labelled, the mean of
 * five draws.
 */
import { resolve } from "node:path";
import { calibrate, learnFromLabels } from "@palabre/shared/listening/classify";
import { print } from "./print.ts";
import { f1Of } from "./scores.ts";
import { fitCalibration } from "./training/calibrate.ts";
import { askUnseen } from "./training/crossValidate.ts";
import { fitExpectation, know, QUESTIONS, SEED, type Known } from "./training/fit.ts";
import { readPosts, readWritten, SOURCES } from "./training/posts.ts";

const LABELS = [0, 10, 50, 200];
const DRAWS = 5;

interface Read {
  readonly known: Known;
  /** log odds, less the threshold */
  readonly from: number;
  readonly isYes: boolean;
}

const [named] = process.argv.slice(2);
if (named === undefined) {
  print("say which folder: npm run teach:listening -- <folder>");
  process.exitCode = 1;
} else {
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), named);
  const reviews = SOURCES.filter(({ file }) => file.startsWith("expect-")).flatMap(({ file }) =>
    readPosts(folder, file),
  );
  const known = [...reviews, ...readWritten()].map(know);
  const apps = [...new Set(reviews.flatMap(({ app }) => app ?? []))].toSorted();
  const folds = known.map(({ post }) => (post.app === undefined ? undefined : apps.indexOf(post.app)));
  const logits = askUnseen(known, folds, fitExpectation);
  const isYesOf = ({ post }: Known): boolean => QUESTIONS[0]?.(post) === true;
  for (const [fold, app] of apps.entries()) {
    const others = known.flatMap((each, at) =>
      folds[at] === undefined || folds[at] === fold
        ? []
        : [{ logit: logits[at]?.[0] ?? 0, stars: undefined, isYes: isYesOf(each) }],
    );
    const calibration = fitCalibration(others, false);
    const calibrations = { starred: calibration, review: calibration, post: calibration };
    const reads = known.flatMap((each, at): readonly Read[] => {
      if (folds[at] !== fold) return [];
      const { logit, threshold } = calibrate(logits[at]?.[0] ?? 0, { kind: "review" }, calibrations);
      return [{ known: each, from: logit - threshold, isYes: isYesOf(each) }];
    });
    const figures = LABELS.map((count) => {
      const draws = Array.from({ length: count === 0 ? 1 : DRAWS }, (_, draw) => scoreAfter(reads, count, SEED + draw));
      return `${count}: ${(draws.reduce((sum, f1) => sum + f1, 0) / draws.length).toFixed(1)}`;
    });
    print(`${app} expectation-F1 by labels ${figures.join(", ")} n ${reads.length}`);
  }
}

function scoreAfter(reads: readonly Read[], count: number, seed: number): number {
  const shuffled = shuffle(reads, seed);
  const shift = learnFromLabels(shuffled.slice(0, count).map(({ known, from, isYes }) => ({ ...known, from, isYes })));
  return f1Of(
    shuffled.slice(count).map(({ known, from, isYes }) => ({ said: from + (shift?.(known) ?? 0) >= 0, so: isYes })),
    true,
  );
}

function shuffle<T>(things: readonly T[], seed: number): readonly T[] {
  let state = seed >>> 0;
  const shuffled = [...things];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T];
  }
  return shuffled;
}
