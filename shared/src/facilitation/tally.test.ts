import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionsOf, newCardId, newLinkId, newPersonId, type ChangeEntry, type PersonId } from "../terms/index.ts";
import { createTally } from "./tally.ts";

const [awa, bo] = [newPersonId(), newPersonId()];
const born = (type: string, id: string, by?: PersonId): ChangeEntry["facts"][number] => ({
  key: `${type}/${id}`,
  after: { at: 1, ...(by === undefined ? {} : { by }) },
});
const wrote = (id: string, insert = "word"): ChangeEntry["facts"][number] => ({
  key: `text/${id}`,
  delta: [{ keep: 3 }, { insert }],
});
const entry = (at: number, person: PersonId | undefined, ...facts: ChangeEntry["facts"]): ChangeEntry => ({
  at,
  ...(person === undefined ? {} : { person }),
  facts,
});

describe("the tally of contributions", () => {
  it("[F66] counts what is made for its maker, and texts in cards of others once a card", () => {
    const tally = createTally();
    const [mine, yours] = [newCardId(), newCardId()];
    tally.take(entry(1, awa, wrote(mine), born("card", mine, awa)));
    tally.take(entry(2, bo, born("card", yours, bo), born("link", newLinkId(), bo)));
    for (let at = 3; at < 9; at += 1) tally.take(entry(at, awa, wrote(yours), wrote(mine)));
    tally.take(entry(9, bo, born("comment", newCardId(), bo), wrote(mine, "  ")));
    tally.take(entry(10, awa, { key: `position/${yours}`, before: [0, 0], after: [1, 1] }));
    expect(tally.voices().get(awa)?.all).toEqual({ cards: 1, texts: 1, links: 0, comments: 0 });
    expect(tally.voices().get(bo)?.all).toEqual({ cards: 1, texts: 0, links: 1, comments: 1 });
  });

  it("[F66] counts a card that the server writes for whom it names, and for nobody when it names none; born again is not new", () => {
    const tally = createTally();
    const [signed, unsigned] = [newCardId(), newCardId()];
    tally.take(entry(1, undefined, born("card", signed, awa), born("card", unsigned), wrote(unsigned)));
    tally.take(entry(2, undefined, born("card", signed, awa)));
    expect([...tally.voices()]).toEqual([
      [awa, { all: { cards: 1, texts: 0, links: 0, comments: 0 }, phase: expect.anything() }],
    ]);
  });

  it("[F66] counts a phase from its beginning, and all of it again for the next", () => {
    const tally = createTally();
    const card = newCardId();
    tally.beginPhase(10);
    tally.take(entry(9, awa, born("card", newCardId(), awa)));
    tally.take(entry(10, awa, born("card", card, awa)));
    tally.take(entry(11, bo, wrote(card)));
    const inPhase = (person: PersonId) => contributionsOf(tally.voices().get(person)?.phase ?? raise());
    expect([inPhase(awa), inPhase(bo)]).toEqual([1, 1]);
    tally.beginPhase(20);
    expect([inPhase(awa), inPhase(bo)]).toEqual([0, 0]);
    tally.take(entry(21, bo, wrote(card)));
    expect(tally.voices().get(bo)).toEqual({
      all: { cards: 0, texts: 1, links: 0, comments: 0 },
      phase: { cards: 0, texts: 1, links: 0, comments: 0 },
      phaseAt: 20,
    });
  });

  it("[F66] comes to the same in one go and in parts", () => {
    const ids = Array.from({ length: 6 }, () => newCardId());
    const step = fc.record({
      at: fc.integer({ min: 0, max: 30 }),
      person: fc.constantFrom(awa, bo, undefined),
      id: fc.constantFrom(...ids),
      type: fc.constantFrom("card", "text", "link"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const entries = steps.map(({ at, person, id, type }) =>
          entry(at, person, type === "text" ? wrote(id) : born(type, id, person)),
        );
        const [whole, asked] = [createTally(), createTally()];
        for (const tally of [whole, asked]) tally.beginPhase(15);
        for (const one of entries) whole.take(one);
        for (const one of entries) {
          asked.take(one);
          asked.beginPhase(15);
          asked.voices();
        }
        expect(asked.voices()).toEqual(whole.voices());
      }),
    );
  });
});

const raise = (): never => {
  throw new Error("nobody of that name contributed");
};
