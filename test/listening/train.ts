/**
 * `npm run train:listening -- <folder>`: learns the weights that ship from the posts of a folder that may teach, and those written for
 * the project; writes them with a note of where they come from, and `SCORES.md` with what they score on posts they have not seen.
 * The same data give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Weights } from "@palabre/shared/listening/classify";
import { print } from "./print.ts";
import { fitExpectation, fitRating, fitSentiment, know, SEED } from "./training/fit.ts";
import { pack } from "./training/head.ts";
import { hashFile, readPosts, readWritten, SCORES_PAGE, SOURCES, WEIGHTS_FOLDER, WRITTEN } from "./training/posts.ts";
import { scoreExpectation } from "./training/scoreExpectation.ts";
import { scoreRating, scoreSentiment } from "./training/scoreSentiment.ts";
import { toPage } from "./training/page.ts";

const [named] = process.argv.slice(2);
if (named === undefined) {
  print("say which folder: npm run train:listening -- <folder>");
  process.exitCode = 1;
} else {
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), named);
  const load = (kind: string) =>
    SOURCES.filter(({ file }) => file.startsWith(kind)).flatMap(({ file }) => readPosts(folder, file).map(know));
  const labelled = load("expect-");
  const texts = new Set(labelled.map(({ post }) => post.text.trim()));
  const themed = load("themes-").filter(({ post }) => !texts.has(post.text.trim()));
  const reviews = [...labelled, ...themed, ...readWritten().map(know)];
  const tweets = load("sentiment-tweets-");
  const rated = load("sentiment-rated-");

  const heads = fitExpectation(reviews);
  const expectation = scoreExpectation(reviews, heads, folder);
  const sentiment = scoreSentiment(tweets);
  const rating = scoreRating(rated);
  const weights: Weights = {
    expectation: pack(heads),
    sentiment: pack(fitSentiment(tweets)),
    rating: pack(fitRating(rated)),
    calibrations: expectation.calibrations,
    score: rating.score,
  };
  const rows = [...expectation.rows, ...sentiment, ...rating.rows];
  const origin = {
    seed: SEED,
    learntFrom: [
      ...SOURCES.map(({ file, from }) => ({ file, from, sha256: hashFile(join(folder, file)) })),
      ...WRITTEN.map((path) => ({
        file: path.slice(path.indexOf("written/")),
        from: "written for this project, MIT",
        sha256: hashFile(path),
      })),
    ],
    scores: rows.map(({ measure, figure }) => ({ measure, figure })),
  };
  const code = `// Written by npm run train:listening; weights.json says from what.\nimport type { Weights } from "./weights.ts";\n\nexport const WEIGHTS: Weights = ${JSON.stringify(weights)};\n`;
  writeFileSync(join(WEIGHTS_FOLDER, "weights.generated.ts"), code);
  writeFileSync(join(WEIGHTS_FOLDER, "weights.json"), `${JSON.stringify(origin, undefined, 2)}\n`);
  writeFileSync(SCORES_PAGE, toPage(rows));
  print(rows.map(({ measure, figure }) => `${measure}: ${figure}`).join("\n"));
}
