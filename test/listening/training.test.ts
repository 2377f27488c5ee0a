import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUCKETS, readClues, SIGNAL_COUNT } from "@palabre/shared/listening/classify";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fitCalibration, fitPlane } from "./training/calibrate.ts";
import { foldsOf } from "./training/folds.ts";
import { applyHead, pack, prune } from "./training/head.ts";
import { trainLogistic } from "./training/logistic.ts";
import { hashFile, readWritten, SOURCES, WEIGHTS_FOLDER, WRITTEN } from "./training/posts.ts";

const note = z.object({ seed: z.number(), learntFrom: z.array(z.object({ file: z.string(), sha256: z.string() })) });

describe("the weights that ship", () => {
  test("[L66] name every source with its hash, and were made of the posts that are in the repository", () => {
    const { learntFrom } = note.parse(JSON.parse(readFileSync(join(WEIGHTS_FOLDER, "weights.json"), "utf8")));
    expect(learntFrom.map(({ file }) => file)).toEqual([
      ...SOURCES.map(({ file }) => file),
      "written/en.txt",
      "written/fr.txt",
    ]);
    expect(learntFrom.slice(-2).map(({ sha256 }) => sha256)).toEqual(WRITTEN.map(hashFile));
    for (const { sha256 } of learntFrom) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readWritten().length).toBeGreaterThan(400);
  });
});

describe("training", () => {
  const examples = ["yes it is", "yes they are", "yes we do", "no it is", "no they are", "no we do"].map((text) =>
    readClues(text, "en", false),
  );
  const isYes = [true, true, true, false, false, false];
  const settings = { cost: 10, epochs: 30, seed: 1, ratioShare: 0.5 };

  test("[L66] learns what parts two classes, and the same seed learns the same", () => {
    const head = trainLogistic(examples, isYes, settings);
    expect(examples.map((example) => applyHead(head, example) > 0)).toEqual(isYes);
    expect(applyHead(head, readClues("yes", "en", false))).toBeGreaterThan(
      applyHead(head, readClues("no", "en", false)),
    );
    expect(trainLogistic(examples, isYes, settings)).toEqual(head);
  });

  test("[L66] a pruned head keeps no more buckets than asked, and is what is packed", () => {
    const [head] = prune([trainLogistic(examples, isYes, settings)], examples, 10);
    const kept = head?.weights.filter((weight) => weight !== 0).length ?? 0;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThanOrEqual(10);
    const packed = pack(head ? [head] : []);
    expect(Buffer.from(packed.packed, "base64")).toHaveLength(BUCKETS / 8 + kept);
    expect(packed.heads[0]?.signals).toHaveLength(SIGNAL_COUNT);
  });

  test("[L67] near-copies fall into one fold", () => {
    const texts = Array.from(
      { length: 40 },
      (_, at) => `the ${at} people of town number ${at * 7} met in hall ${at * 13}`,
    );
    const copies = texts.map((text) => `RT @someone ${text.toUpperCase()} https://t.co/x`);
    const folds = foldsOf([...texts, ...copies], 5);
    expect(folds.slice(40)).toEqual(folds.slice(0, 40));
    expect(new Set(folds).size).toBe(5);
  });

  test("[L66] calibration finds how odds were stretched, and stars where they tell", () => {
    // log odds 2: three in four are so, which is log odds 1.0986; log odds −2 the mirror: slope 0.549, offset 0
    const posts = [2, -2].flatMap((logit) =>
      Array.from({ length: 4 }, (_, at) => ({ logit, stars: undefined, isYes: logit > 0 ? at > 0 : at === 0 })),
    );
    const { slope, offset } = fitCalibration(posts, false);
    expect(slope).toBeCloseTo(Math.log(3) / 2, 2);
    expect(offset).toBeCloseTo(0, 2);
    const starred = [1, 5].flatMap((stars) =>
      posts.map((post, at) => ({ ...post, stars, isYes: stars === 1 ? at !== 0 : at === 0 })),
    );
    const [one = 0, , , , five = 0] = fitCalibration(starred, true).stars;
    expect(one).toBeGreaterThan(five + 2);
  });

  test("[L66] a plane through points on it is found: y = 2x − z + 3", () => {
    const points = [
      [0, 0, 3],
      [1, 0, 5],
      [0, 1, 2],
      [2, 3, 4],
    ] as const;
    expect(fitPlane(points)).toEqual([2, -1, 3]);
  });
});
