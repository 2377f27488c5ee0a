import { newCardId, newSourceId } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { openAnalysis } from "./analysis.ts";

const failed = { name: "AppError", code: "internal" };
/** A thread that ends itself when it is asked anything. */
const FRAIL = new URL(
  "data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));",
);

function open(entry?: URL) {
  const analysis = openAnalysis(entry);
  onTestFinished(() => analysis.close());
  return analysis;
}

describe("the analysis thread", () => {
  it("[N15] measures what it was told, in the order in which it was told", async () => {
    const analysis = open();
    const [id, source] = [newCardId(), newSourceId()];
    const card = {
      id,
      kind: "expectation",
      text: "Le soir",
      attributes: {},
      at: 1,
      position: [0, 0],
      extra: {},
    } as const;
    const post = { id: "1", source, text: "Un soir", at: 1, url: "", author: "", language: "" };
    const told = [
      analysis.ask({ type: "open", key: "one", language: "fr" }),
      analysis.ask({
        type: "draw",
        key: "one",
        cards: [[id, card]],
        links: [],
        stale: { cards: new Set([id]), map: true, choice: false },
      }),
      analysis.ask({ type: "hear", key: "one", posts: [post] }),
    ];
    const { changes } = await analysis.ask({ type: "annotate", key: "one", until: 10, sources: [] });
    expect(changes.map(([changed, annotation]) => [changed, annotation?.readings[0]?.value])).toEqual([[id, 1]]);
    expect(await Promise.all(told)).toEqual(told.map(() => ({ changes: [], links: [], left: 0 })));
    await analysis.ask({ type: "forget", key: "one" });
    await expect(analysis.ask({ type: "annotate", key: "one", until: 10, sources: [] })).rejects.toMatchObject(failed);
    expect(analysis.starts).toBe(1);
  });

  it("[N13] that ends refuses what waits, and is started again when asked again", async () => {
    const analysis = open(FRAIL);
    await expect(analysis.ask({ type: "forget", key: "one" })).rejects.toMatchObject(failed);
    await expect(analysis.ask({ type: "forget", key: "one" })).rejects.toMatchObject(failed);
    expect(analysis.starts).toBe(2);
  });

  it("[N13] that can't be started refuses, and a closed one too", async () => {
    const missing = open(new URL("missing.js", import.meta.url));
    await expect(missing.ask({ type: "forget", key: "one" })).rejects.toMatchObject(failed);
    const closed = open();
    await closed.ask({ type: "open", key: "one", language: "en" });
    const asked = closed.ask({ type: "annotate", key: "one", until: 1, sources: [] }).catch((error: unknown) => error);
    await closed.close();
    await closed.close();
    await asked;
    await expect(closed.ask({ type: "forget", key: "one" })).rejects.toMatchObject(failed);
  });
});
