import { newCardId, newSourceId, type Card, type CardAttributes, type Post } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { openAnalysis } from "./analysis.ts";
import type { Annotated } from "./messages.ts";

const failed = { name: "AppError", code: "internal" };
/** A thread that ends itself when it is asked anything. */
const FRAIL = new URL(
  "data:text/javascript,import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));",
);

const source = newSourceId();
const postOf = (text: string, id = "1"): Post => ({ id, source, text, at: 1, url: "", author: "", language: "" });
const expectation = (text: string, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind: "expectation",
  text,
  attributes,
  at: 1,
  position: [0, 0],
  extra: {},
});
/** What came out, as the first value of each card's readings. */
const valuesOf = ({ changes }: Annotated) =>
  changes.map(([id, annotation]) => [id, annotation?.readings[0]?.value] as const);

function open(entry?: URL) {
  const analysis = openAnalysis(entry);
  onTestFinished(() => analysis.close());
  return analysis;
}

describe("the analysis thread", () => {
  it("[N15] measures what it was told, in the order in which it was told", async () => {
    const analysis = open();
    const card = expectation("Le soir");
    const { id } = card;
    const told = [
      analysis.ask({ type: "open", key: "one", language: "fr" }),
      analysis.ask({
        type: "draw",
        key: "one",
        cards: [[id, card]],
        links: [],
        stale: { cards: new Set([id]), map: true, choice: false },
      }),
      analysis.ask({ type: "hear", key: "one", posts: [postOf("Un soir")] }),
    ];
    const changes: unknown[] = [];
    for (let left = 1; left > 0;) {
      const answer = await analysis.ask({ type: "annotate", key: "one", until: 10, sources: [] });
      changes.push(...valuesOf(answer));
      left = answer.left;
    }
    expect(changes).toEqual([[id, 1]]);
    expect(await Promise.all(told)).toEqual(told.map(() => ({ changes: [], links: [], left: 0 })));
    await analysis.ask({ type: "forget", key: "one" });
    await expect(analysis.ask({ type: "annotate", key: "one", until: 10, sources: [] })).rejects.toMatchObject(failed);
    expect(analysis.starts).toBe(1);
  });

  it("[N44] answers one board while it still asks the posts of another for long queries", async () => {
    const analysis = open();
    const tell = (key: string, queries: readonly string[], posts: number) => {
      const cards = queries.map((query) => expectation("", { query }));
      const drawn = cards.map((card) => [card.id, card] as const);
      const stale = { cards: new Set(cards.map(({ id }) => id)), map: true, choice: false };
      const text = "Nous voudrions que la piscine soit ouverte plus tard. ".repeat(4);
      return [
        analysis.ask({ type: "open", key, language: "fr" }),
        analysis.ask({ type: "draw", key, cards: drawn, links: [], stale }),
        analysis.ask({ type: "hear", key, posts: Array.from({ length: posts }, (_, at) => postOf(text, `${at}`)) }),
      ];
    };
    const ask = (key: string) => analysis.ask({ type: "annotate", key, until: 10, sources: [] });
    // 133 words of two signs, none of which anybody wrote
    const absent = Array.from({ length: 133 }, (_, at) => (at + 1_000).toString(36));
    const told = [
      ...tell(
        "long",
        Array.from({ length: 20 }, () => absent.join(",")),
        3_000,
      ),
      ...tell("short", ["piscine"], 1),
    ];
    await Promise.all(told);
    const short: Annotated[] = [];
    do {
      const [long, asked] = await Promise.all([ask("long"), ask("short")]);
      short.push(asked);
      // a step is sure at each asking, however slow the machine
      expect([valuesOf(long), long.left > 0]).toEqual([[], true]);
    } while ((short.at(-1)?.left ?? 0) > 0);
    expect(short.flatMap(valuesOf)).toEqual([[expect.anything(), 1]]);
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
