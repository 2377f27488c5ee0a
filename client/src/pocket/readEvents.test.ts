import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEvents, type ServerEvent } from "./readEvents.ts";

const streamOf = (bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start: (controller) => {
      for (const [n, place] of places.entries()) controller.enqueue(bytes.slice(places[n - 1] ?? 0, place));
      controller.close();
    },
  });
};

describe("events of a line", () => {
  it("[K2] are read as they were sent, wherever the bytes are cut", async () => {
    const text = fc.string({ unit: "grapheme" }).map((each) => JSON.stringify(each));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("view", "beat"), text)),
        fc.array(fc.nat()),
        async (sent, cuts) => {
          const written = sent.map(([event, data], n) => `id: ${n}\nevent: ${event}\ndata: ${data}\n\n`).join("");
          const bytes = new TextEncoder().encode(`retry: 2000\n\n${written}`);
          const read: ServerEvent[] = [];
          for await (const event of readEvents(streamOf(bytes, cuts))) read.push(event);
          expect(read).toEqual(sent.map(([event, data], n) => ({ id: String(n), event, data })));
        },
      ),
      // ends a line of JavaScript, not one of an event: JSON writes it as it is
      { examples: [[[["view", '"\u2028"']], []]] },
    );
  });
});
