import { newCardId, newLinkId, newSourceId } from "@palabre/shared/terms";
import { openAnalysis, type Analysis } from "@palabre/server/annotator";
import { describe, expect, it } from "vitest";
import { expectation, factor, mentions, NOW, openAnnotated, says } from "../helpers/annotated.ts";
import { until } from "../helpers/until.ts";

describe.each([
  ["a live board", {}],
  // let go within a millisecond of having nothing to do, it is told again with whatever happens
  ["a live board that always rests", { restMs: 0 }],
])("%s", (_, options) => {
  it("[N10] has its figures written soon after a post was stored, and after an edit", async () => {
    const world = await openAnnotated(options);
    const evening = expectation("evening*");
    await world.edit(evening);
    await world.addSource();
    await world.hear("An evening", "A morning");
    world.join();
    await says(world, evening.id, 1);
    await world.hear("Two evenings");
    await says(world, evening.id, 2);
    await world.edit({ type: "setAttributes", on: evening.id, values: { query: "morning" } });
    await says(world, evening.id, 1);
    const [quote] = (await world.annotations()).get(evening.id)?.quotes ?? [];
    expect(quote).toMatchObject({ text: "A morning", sourceName: "Forum", source: world.forum });
  });

  it("[N10] loses no change, however they come", async () => {
    const world = await openAnnotated(options);
    await world.addSource();
    const evenings = Array.from({ length: 20 }, () => expectation("evening*"));
    const factors = [factor(), factor(), factor()];
    world.join();
    const idOf = (index: number) => factors[index % 3]?.id ?? newCardId();
    await Promise.all([
      ...evenings.map((card) => world.edit(card)),
      ...Array.from({ length: 50 }, (_, index) => world.hear(`Evening ${index}`)),
      world.edit(...factors),
      ...Array.from({ length: 9 }, (_, index) =>
        world.edit({ type: "addLink", id: newLinkId(), from: idOf(index), to: idOf(index + 1), strength: 2, at: 1 }),
      ),
    ]);
    await until(async () => {
      const annotations = await world.annotations();
      const heard = evenings.every(({ id }) => annotations.get(id)?.readings[0]?.value === 50);
      return heard && factors.every(({ id }) => annotations.get(id)?.readings[0]?.value === 6);
    }, "all that was done");
  });

  it("[N11] takes away the annotation of a card that is trashed, and gives it again", async () => {
    const world = await openAnnotated(options);
    const [evening, morning] = [expectation("evening*"), expectation("morning")];
    await world.edit(evening, morning);
    await world.addSource();
    await world.hear("An evening", "A morning");
    world.join();
    await says(world, evening.id, 1);
    await world.edit({ type: "trash", things: [evening.id], at: 5 });
    await until(async () => !(await world.annotations()).has(evening.id), "gone");
    expect(await mentions(world, morning.id)).toBe(1);
    await world.edit({ type: "bringBack", things: [evening.id] });
    await says(world, evening.id, 1);
    // trashed while nobody was there
    world.leave();
    await world.edit({ type: "trash", things: [evening.id], at: 6 });
    world.join();
    await until(async () => !(await world.annotations()).has(evening.id), "gone while nobody was there");
    expect(await mentions(world, morning.id)).toBe(1);
  });

  it("[N1] moves its period on with the clock", async () => {
    const world = await openAnnotated(options);
    const evening = expectation("evening*");
    await world.edit(evening);
    await world.addSource();
    await world.hear("An evening");
    world.join();
    await says(world, evening.id, 1);
    world.outer.now = NOW + 29.5 * 86_400_000;
    await world.hear("A morning");
    const hour = 3_600_000;
    const end = (Math.floor(world.outer.now / hour) + 1) * hour - 1;
    await until(async () => (await world.annotations()).get(evening.id)?.readings[0]?.to === end, "the new period");
    expect(await mentions(world, evening.id)).toBe(1);
  });

  it("[N14] shows its sources on the desk and their summary to all", async () => {
    const world = await openAnnotated(options);
    await world.addSource();
    const other = newSourceId();
    await world.addSource(other, "Blog");
    await world.hear("An evening", "A morning");
    world.join();
    const desk = () => world.conductor.desk(world.board);
    await until(async () => (await desk()).sources.size === 2, "two sources");
    const { sources } = await desk();
    expect(new Map([...sources.values()].map(({ name, posts }) => [name, posts]))).toEqual(
      new Map([
        ["Blog", 0],
        ["Forum", 2],
      ]),
    );
    expect((await world.conductor.workshop(world.board)).listening).toEqual({
      sources: 2,
      posts: 2,
      readAt: 5,
      late: 0,
    });
    await world.removeSource(other);
    await until(async () => (await desk()).sources.size === 1, "one source");
    world.leave();
    await world.removeSource();
    world.join();
    await until(async () => (await desk()).sources.size === 0, "no source, removed while nobody was there");
    expect((await world.conductor.workshop(world.board)).listening).toEqual({ sources: 0, posts: 0, late: 0 });
  });

  it("[N10] is left alone once nobody is there or the annotator is closed", async () => {
    const world = await openAnnotated(options);
    const evening = expectation("evening*");
    await world.edit(evening);
    await world.addSource();
    world.join();
    await until(async () => (await world.annotations()).has(evening.id), "an annotation");
    await world.annotator.close();
    await world.annotator.close();
    world.writes.length = 0;
    world.join();
    await world.hear("An evening");
    expect(world.writes).toEqual([]);
  });
});

describe("a live board that is not left", () => {
  it("[N12] writes what came out differently, and nothing for what does not matter", async () => {
    const world = await openAnnotated();
    const [evening, morning, note] = [expectation("evening*"), expectation("morning"), newCardId()];
    await world.edit(evening, morning, { type: "addCard", id: note, kind: "note", position: [0, 0], text: "", at: 1 });
    await world.addSource();
    await world.hear("An evening", "A morning");
    world.join();
    await says(world, evening.id, 1);
    world.writes.length = 0;
    await world.edit(
      { type: "moveCards", moves: [evening.id, note].map((card) => ({ card, to: [9, 9] })) },
      { type: "setAttributes", on: evening.id, values: { tags: ["x"] } },
    );
    await world.hear("Another evening");
    await says(world, evening.id, 2);
    await until(async () => world.writes.flat().includes(`desk sources ${world.forum}`), "the source on the desk");
    const written = new Set(world.writes.flat());
    expect(written).toEqual(
      new Set([`workshop annotations ${evening.id}`, "workshop listening summary", `desk sources ${world.forum}`]),
    );
  });

  it("[N40] is let go by the analysis once it rests, and is followed again from the next change on", async () => {
    const thread = openAnalysis();
    const told: string[] = [];
    const analysis: Analysis = {
      get starts() {
        return thread.starts;
      },
      ask: (request) => {
        if (request.type === "open" || request.type === "forget") told.push(request.type);
        return thread.ask(request);
      },
      close: () => thread.close(),
    };
    const world = await openAnnotated({ analysis, restMs: 0 });
    const evening = expectation("evening*");
    await world.edit(evening);
    await world.addSource();
    await world.hear("An evening");
    world.join();
    await until(() => told.at(-1) === "forget", "the board to be let go");
    expect(await mentions(world, evening.id)).toBe(1);
    const times = told.length;
    await world.edit({ type: "setAttributes", on: evening.id, values: { query: "morning" } });
    await says(world, evening.id, 0);
    await until(() => told.length > times && told.at(-1) === "forget", "the board to be let go again");
    const rows = world.written.length;
    await world.edit({ type: "moveCards", moves: [{ card: evening.id, to: [9, 9] }] });
    await until(() => world.written.length > rows, "the board to be looked at");
    const count = (what: string) => told.filter((each) => each === what).length;
    world.leave();
    await until(() => count("open") === count("forget"), "the board to be left");
    expect(world.written.slice(rows).every((facts) => facts === 0)).toBe(true);
    const left = told.length;
    await world.hear("A morning");
    expect(told.length).toBe(left);
  });
});
