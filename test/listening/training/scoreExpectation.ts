import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { calibrate, mixRules, type Calibrations } from "@palabre/shared/listening/classify";
import { z } from "zod";
import { f1Of } from "../scores.ts";
import { fitCalibration, type Unseen } from "./calibrate.ts";
import { askUnseen, copiesTogether, type Logits } from "./crossValidate.ts";
import { fitExpectation, know, QUESTIONS, type Known } from "./fit.ts";
import { applyHead, type Head } from "./head.ts";
import type { Row } from "./page.ts";

const FOLDS = 5;
type Asked = "expectation" | "request" | "problem";
const ASKED: readonly Asked[] = ["expectation", "request", "problem"];

interface Read {
  readonly known: Known;
  readonly logits: readonly number[];
}

/** Calibrations from posts not learnt from, and the table of what they score. */
export function scoreExpectation(
  known: readonly Known[],
  shipped: readonly Head[],
  folder: string,
): { readonly calibrations: Record<Asked, Calibrations>; readonly rows: readonly Row[] } {
  const unseen = withLogits(known, askUnseen(known, copiesTogether(known, FOLDS), fitExpectation));
  const apps = [...new Set(known.flatMap(({ post }) => post.app ?? []))].toSorted();
  const appFolds = known.map(({ post }) => (post.app === undefined ? undefined : apps.indexOf(post.app)));
  const elsewhere = withLogits(known, askUnseen(known, appFolds, fitExpectation));
  const calibrations = {
    expectation: calibrationsOf(unseen, 0),
    request: calibrationsOf(unseen, 1),
    problem: calibrationsOf(unseen, 2),
  };
  const f1 = (reads: readonly Read[], question: number, withStars: boolean): number =>
    f1Of(
      reads.map(({ known: { post }, logits }) => ({
        so: QUESTIONS[question]?.(post) === true,
        said: calibrate(
          logits[question] ?? 0,
          { kind: post.isReview ? "review" : "post", stars: withStars ? (post.stars ?? null) : null },
          calibrations[ASKED[question] ?? "expectation"],
        ).isYes,
      })),
      true,
    );
  const reviews = unseen.filter(({ known: { post } }) => post.isReview);
  const of = (lang: string): readonly Read[] => reviews.filter(({ known: { post } }) => post.lang === lang);
  const cases = ["fr", "en"].flatMap((lang) =>
    apps.map((app) => elsewhere.filter(({ known: { post } }) => post.app === app && post.lang === lang)),
  );
  const both = (take: (withStars: boolean) => number): string =>
    `${take(false).toFixed(1)} (with stars ${take(true).toFixed(1)})`;
  const pair = (question: number): string =>
    both((stars) => f1(of("fr"), question, stars)).concat(
      " / ",
      both((stars) => f1(of("en"), question, stars)),
    );
  const written = unseen.filter(({ known: { post } }) => !post.isReview);
  const forum = readForum(folder, shipped);
  const forumF1 = (question: number): string =>
    forum.length === 0
      ? "not measured"
      : f1Of(
          forum.map(({ isSuggestion, logits }) => ({
            so: isSuggestion,
            said: calibrate(logits[question] ?? 0, { kind: "topic" }, calibrations[ASKED[question] ?? "expectation"])
              .isYes,
          })),
          true,
        ).toFixed(1);
  const rows: readonly Row[] = [
    { measure: "expectation F1, reviews, FR / EN", figure: pair(0), now: "94.4 / 94.0", goal: "95 / 95" },
    {
      measure: "expectation F1, each unseen app, FR then EN",
      figure: cases.map((each) => f1(each, 0, false).toFixed(1)).join(", "),
      now: "",
      goal: "",
    },
    {
      measure: "expectation F1, worst unseen app",
      figure: both((stars) => Math.min(...cases.map((each) => f1(each, 0, stars)))),
      now: "87.9",
      goal: "91",
    },
    { measure: "feature request F1, FR / EN", figure: pair(1), now: "75.3 / 72.3", goal: "78 / 77" },
    {
      measure: "feature request F1, mean of 6 unseen-app cases",
      figure: both((stars) => cases.reduce((sum, each) => sum + f1(each, 1, stars), 0) / cases.length),
      now: "64.3",
      goal: "69",
    },
    { measure: "problem F1, FR / EN", figure: pair(2), now: "87.4 / 86.6", goal: "" },
    {
      measure: "forum suggestions F1, read as requests (looked at, see below)",
      figure: forumF1(1),
      now: "58.7",
      goal: "64",
    },
    { measure: "forum suggestions F1, read as any expectation", figure: forumF1(0), now: "58.7", goal: "64" },
    { measure: "complaints to brands F1", figure: "not measured: no data that may be used", now: "49.6", goal: "58" },
    {
      measure: "expectation F1, posts written for the project (by one hand: flattering)",
      figure: f1(written, 0, false).toFixed(1),
      now: "",
      goal: "",
    },
    {
      measure: "reviews that are unsure; right among the others",
      figure: sureness(reviews, calibrations.expectation),
      now: "",
      goal: "",
    },
  ];
  return { calibrations, rows };
}

/** Those of which every label is known. Posts that are no reviews have what the rules say mixed in, as when they are read. */
const withLogits = (known: readonly Known[], logits: Logits): readonly Read[] =>
  known.flatMap((each, at) => {
    const own = logits[at] ?? [];
    const isTold = QUESTIONS.every((asks) => asks(each.post) !== undefined);
    return own.length === 0 || !isTold ? [] : [{ known: each, logits: mixRules(own, each, each.post.isReview) }];
  });

function calibrationsOf(reads: readonly Read[], question: number): Calibrations {
  const posts = (isReview: boolean): readonly Unseen[] =>
    reads
      .filter(({ known: { post } }) => post.isReview === isReview)
      .map(({ known: { post }, logits }) => ({
        logit: logits[question] ?? 0,
        stars: post.stars,
        isYes: QUESTIONS[question]?.(post) === true,
      }));
  return {
    starred: fitCalibration(posts(true), true),
    review: fitCalibration(posts(true), false),
    // how many of the posts written for the project expect something says nothing of real streams: what is likelier is said
    post: { ...fitCalibration(posts(false), false), threshold: 0 },
  };
}

function sureness(reads: readonly Read[], by: Calibrations): string {
  const sure = reads.flatMap(({ known: { post }, logits }) => {
    const { logit } = calibrate(logits[0] ?? 0, { kind: "review" }, by);
    const probability = 1 / (1 + Math.exp(-logit));
    return probability > 0.35 && probability < 0.65 ? [] : [probability >= 0.5 === (QUESTIONS[0]?.(post) === true)];
  });
  const right = sure.filter(Boolean).length / sure.length;
  return `${(100 - (100 * sure.length) / reads.length).toFixed(1)} %; ${(100 * right).toFixed(1)} %`;
}

const suggestion = z.object({ text: z.string(), suggestion: z.number() });

/** Read by the heads that ship; this file teaches nothing. */
function readForum(
  folder: string,
  heads: readonly Head[],
): readonly { isSuggestion: boolean; logits: readonly number[] }[] {
  const path = join(folder, "suggest-forum-en.jsonl");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { text, suggestion: label } = suggestion.parse(JSON.parse(line));
      const known = know({ text, lang: "en", isReview: false });
      const logits = heads.map((head) => applyHead(head, known));
      return { isSuggestion: label === 1, logits: mixRules(logits, known, false) };
    });
}
