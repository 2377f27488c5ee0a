import { monitorEventLoopDelay } from "node:perf_hooks";
import { openAnalysis, type Analysis } from "@palabre/server/annotator";
import { describe, expect, it } from "vitest";
import { expectation, mentions, openAnnotated, says } from "../helpers/annotated.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

describe("a live board whose surroundings fail or are large", () => {
  it("[N13] keeps its figures when the store of posts fails, and is right again with the next news", async () => {
    const world = await openAnnotated();
    const evening = expectation("evening*");
    await world.edit(evening);
    await world.addSource();
    await world.hear("An evening");
    world.join();
    await says(world, evening.id, 1);
    world.outer.isBroken = true;
    // posts went away, so all have to be read again
    world.tell(undefined);
    await until(
      async () => world.lines.some((line) => line.includes(world.board) && line.includes("store-failed")),
      "a line in the log",
    );
    expect(await mentions(world, evening.id)).toBe(1);
    world.outer.isBroken = false;
    await world.hear("Two evenings");
    await says(world, evening.id, 2);
    expect(world.lines.filter((line) => /vening/.test(line))).toEqual([]);
  });

  it("[N13] is told to the analysis again when its thread had to be started anew", async () => {
    const threads = [openAnalysis(), openAnalysis()];
    let starts = 1;
    const current = () => threads[starts - 1] ?? openAnalysis();
    const analysis: Analysis = {
      get starts() {
        return starts;
      },
      ask: (request) => current().ask(request),
      close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
    };
    const world = await openAnnotated({ analysis });
    const evening = expectation("evening*");
    await world.edit(evening);
    await world.addSource();
    await world.hear("An evening");
    world.join();
    await says(world, evening.id, 1);
    starts = 2;
    await world.hear("Two evenings");
    await says(world, evening.id, 2);
  });

  it(
    "[N15] is annotated from ten thousand posts while the thread that serves people goes on",
    { retry: 2 },
    async () => {
      const world = await openAnnotated({ dataDir: await openFolder() });
      await world.addSource();
      const evenings = Array.from({ length: 60 }, (_, index) => expectation(`evening*, word${index}`));
      await world.edit(...evenings);
      for (let thousand = 0; thousand < 10; thousand += 1) {
        const texts = Array.from(
          { length: 1_000 },
          (_, index) => `One evening in ${index % 7}, we could meet at number ${index} and talk it over`,
        );
        await world.hear(...texts);
      }
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      world.join();
      await until(async () => {
        const annotations = await world.annotations();
        return evenings.every(({ id }) => annotations.get(id)?.readings[0]?.value === 10_000);
      }, "sixty annotations");
      delay.disable();
      expect(delay.max / 1e6).toBeLessThan(200);
    },
  );
});
