import { applyEdits, readAnnotation, readLinkAnnotation, type Edit } from "@palabre/shared/documents";
import {
  newCardId,
  newLinkId,
  type CardAttributes,
  type CardId,
  type CardKind,
  type LinkId,
  type Measure,
  type Polarity,
  type Strength,
} from "@palabre/shared/terms";
import { openAnalysis } from "@palabre/server/annotator";
import { describe, expect, it } from "vitest";
import { expectation, openAnnotated, says } from "../helpers/annotated.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const card = (kind: CardKind, attributes: CardAttributes = {}, id: CardId = newCardId()) =>
  ({ type: "addCard", id, kind, position: [0, 0], text: kind, attributes, at: 1 }) as const;
const link = (from: { id: CardId }, to: { id: CardId }, polarity: Polarity = "+", strength: Strength = 2) =>
  ({ type: "addLink", id: newLinkId(), from: from.id, to: to.id, polarity, strength, at: 1 }) as const;

/** Two factors that hold each other up, an expectation that one of them serves, and two strategies that move them. */
function workshop() {
  const [volunteers, trust, waiting] = [card("factor"), card("factor"), card("factor")];
  const evenings = card("expectation");
  const [train, advertise] = [
    card("strategy", { cost: 100, gain: 300, unit: "hour" }),
    card("strategy", { cost: 50, gain: 60, unit: "hour" }),
  ];
  const links = [
    link(volunteers, trust),
    link(volunteers, waiting, "-", 2),
    link(volunteers, evenings, "+", 3),
    link(train, volunteers, "+", 1),
    link(advertise, trust, "+", 1),
  ];
  const back = link(trust, volunteers);
  const cards = [volunteers, trust, waiting, evenings, train, advertise];
  return { volunteers, trust, waiting, evenings, train, advertise, back, links, edits: [...cards, ...links] as Edit[] };
}

/** Two people on a board over real sockets: what one draws is read in the other's copy of `workshop`. */
async function openPair() {
  const server = await startServer();
  const board = await openBoard(server);
  const [awa, bo] = [await board.join("facilitator", "Awa"), await board.join("participant", "Bo")];
  const mine = connect(server, board.id, awa.session, "board");
  const theirs = connect(server, board.id, bo.session, "workshop");
  await Promise.all([synced(mine), synced(theirs)]);
  const read = (id: CardId, measure: Measure) =>
    readAnnotation(theirs.doc, id)?.readings.find((reading) => reading.measure === measure);
  return {
    draw: (...edits: readonly Edit[]) =>
      applyEdits(
        mine.doc,
        edits.map((edit) => ("kind" in edit || edit.type === "addLink" ? { ...edit, by: awa.person } : edit)),
      ),
    setBudget: (body: unknown) => ask(server, "PUT", `/api/boards/${board.id}/budget`, { body, session: awa.session }),
    read,
    linkAnnotation: (id: LinkId) => readLinkAnnotation(theirs.doc, id),
    pathsOf: (id: CardId) => readAnnotation(theirs.doc, id)?.paths,
  };
}

describe("what the map of a live board says", () => {
  it("[N30] a drawn link changes quadrants, loops and effects on the screens of others", async () => {
    const { draw, read, linkAnnotation, pathsOf } = await openPair();
    const { volunteers, trust, evenings, train, back, links, edits } = workshop();
    draw(...edits);
    await until(() => read(train.id, "effect"), "the effects");
    expect(read(volunteers.id, "quadrant")).toMatchObject({ state: "known", n: 3, quadrant: "driver" });
    expect(read(volunteers.id, "loops")).toMatchObject({ value: 0 });
    expect(read(volunteers.id, "influence")).toMatchObject({ value: 7, rank: 1, of: 3 });
    expect(read(evenings.id, "servedBy")?.parts?.map(({ card: by }) => by)).toEqual([train.id]);
    const before = read(train.id, "effect")?.value ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(pathsOf(volunteers.id)?.[0]?.links).toEqual([links[2]?.id]);
    draw(back);
    await until(() => (read(volunteers.id, "loops")?.value ?? 0) > 0, "a loop");
    expect(read(trust.id, "loops")).toMatchObject({ value: 1, reinforcing: 1, balancing: 0 });
    await until(() => linkAnnotation(back.id), "the loop on its links");
    expect(linkAnnotation(back.id)).toMatchObject({ strength: 2, n: 1, reinforcing: 1, balancing: 0 });
    await until(() => read(evenings.id, "servedBy")?.n === 2, "the strategy that serves by way of the loop");
    // more volunteers give more trust, which gives more volunteers
    expect(read(train.id, "effect")?.value ?? 0).toBeGreaterThan(before);
    draw({ type: "setAttributes", on: back.id, values: { polarity: "-" } });
    await until(() => read(trust.id, "loops")?.balancing === 1, "the loop to hold itself back");
    draw({ type: "trash", things: [back.id], at: 5 });
    await until(() => read(trust.id, "loops")?.value === 0, "no loop");
    await until(() => linkAnnotation(back.id) === undefined, "nothing said of the link");
  });

  it("[N31] a budget is on the cards of others a moment after it was set, and gone with it", async () => {
    const { draw, read, setBudget } = await openPair();
    const { train, advertise, edits } = workshop();
    draw(...edits);
    await until(() => read(train.id, "effect"), "the effects");
    expect(read(train.id, "budget")).toBeUndefined();
    await setBudget({ amount: 100, unit: "hour" });
    await until(() => read(train.id, "budget"), "the budget");
    expect(read(train.id, "budget")).toMatchObject({ state: "known", value: 1, n: 1, of: 2 });
    expect(read(advertise.id, "budget")).toMatchObject({ state: "known", value: 0 });
    await setBudget({ amount: 60, unit: "hour" });
    await until(() => read(train.id, "budget")?.value === 0, "less to spend");
    await setBudget({ amount: null });
    await until(() => read(train.id, "budget") === undefined, "no budget");
  });

  it("[N32] says how often a strategy stays best once people were drawn, for the map as it is", async () => {
    const { draw, read } = await openPair();
    const { train, advertise, back, edits } = workshop();
    draw(...edits, back);
    const best = await until(() => {
      const reading = read(train.id, "best");
      return reading?.state === "known" ? reading : undefined;
    }, "draws");
    expect(best).toMatchObject({ n: 1, draws: 500 });
    const other = read(advertise.id, "best")?.value ?? 0;
    expect((best.value ?? 0) + other).toBeCloseTo(1, 6);
    expect((best.low ?? 1) <= (best.value ?? 0) && (best.value ?? 1) <= (best.high ?? 0)).toBe(true);
  });
});

/** 300 cards, with three links from each. */
function largeMap() {
  const cards = Array.from({ length: 300 }, (_, index) => card(index % 10 === 0 ? "strategy" : "factor"));
  const at = (index: number) => cards[index % cards.length] ?? card("factor");
  const links = Array.from({ length: 900 }, (_, index) => link(at(index), at(index * 7 + 1 + (index % 5))));
  return { cards, links };
}

describe("a board whose map is large", () => {
  it("[N43] has its figures once it is opened, without an edit, whether they were kept or not, and whatever else is open", async () => {
    const analysis = openAnalysis();
    const [large, small] = [await openAnnotated({ analysis }), await openAnnotated({ analysis })];
    const { cards, links } = largeMap();
    await large.edit(...cards, ...links);
    const strategy = card("strategy");
    await small.edit(strategy);
    const saysAll = async (count: number) => {
      const { cards: said, links: saidOfLinks } = await large.conductor.annotations(large.board);
      return said.size === count && saidOfLinks.size > 0;
    };
    small.join();
    large.join();
    await until(() => saysAll(cards.length), "the figures of all cards");
    await until(async () => (await small.annotations()).has(strategy.id), "those of the other board");
    expect([...(await small.annotations()).keys()]).toEqual([strategy.id]);

    // while nobody is there, one thing more: what was kept lacks it
    large.leave();
    const factor = card("factor");
    await large.edit(factor);
    large.join();
    await until(() => saysAll(cards.length + 1), "the figures of one card more");
  });

  it(
    "[N33] holds up nobody: what is heard on another board is on its cards within two seconds meanwhile",
    { retry: 2 },
    async () => {
      const analysis = openAnalysis();
      const [large, small] = [await openAnnotated({ analysis }), await openAnnotated({ analysis })];
      const { cards, links } = largeMap();
      await large.edit(...cards, ...links);
      const evening = expectation("evening*");
      await small.edit(evening);
      await small.addSource();
      small.join();
      large.join();
      for (let heard = 1; heard <= 10; heard += 1) {
        const start = performance.now();
        await large.edit({ type: "setAttributes", on: links[heard]?.id ?? newLinkId(), values: { strength: 3 } });
        await small.hear(`Evening ${heard}`);
        await says(small, evening.id, heard);
        expect(performance.now() - start).toBeLessThan(2_000);
      }
    },
  );
});
