import { newBoardId, newCardId, newPersonId, type ChangedFact, type PersonId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { ChangeFilter, LoggedChange } from "../stores/index.ts";
import { changesAround } from "./changes.ts";

const [amina, bruno] = [newPersonId(), newPersonId()];
const card = newCardId();
const [text, colour] = [`text/${card}`, `attribute/${card}/colour`];

/** The log of a board, of as many changes as wanted. */
const storeOf = (log: readonly (readonly [PersonId, ChangedFact])[]) => ({
  changes: async (_board: unknown, { person, afterSeq = 0, limit }: ChangeFilter) =>
    log
      .map(([by, fact], at): LoggedChange => ({ seq: at + 1, at, person: by, facts: [fact] }))
      .filter((entry) => entry.seq > afterSeq && (person === undefined || entry.person === person))
      .slice(0, limit),
});
const told = async (log: Parameters<typeof storeOf>[0], limits?: Parameters<typeof changesAround>[3]) =>
  (await changesAround(storeOf(log), newBoardId(), { person: amina, since: 0 }, limits)).map(
    ({ person, facts }) => [person, facts[0]] as const,
  );

describe("changesAround", () => {
  it("[R79] of an attribute only the values are told that can come back", async () => {
    const set = (by: PersonId, before: string, after: string) => [by, { key: colour, before, after }] as const;
    const log = [
      set(amina, "a", "b"),
      set(bruno, "b", "c"),
      set(amina, "c", "d"),
      ...Array.from({ length: 500 }, () => set(amina, "d", "e")),
      set(amina, "e", "f"),
    ];
    expect(await told(log)).toEqual([
      [amina, { key: colour }],
      [bruno, { key: colour }],
      [amina, { key: colour, before: "c", after: "f" }],
    ]);
  });

  it("[R79] a text in which too much was written is told without its letters, and so is all beyond what memory may hold", async () => {
    const write = (by: PersonId, insert: string) => [by, { key: text, delta: [{ insert }] }] as const;
    const log = [write(amina, "Fast"), write(bruno, "er"), write(amina, "st")];
    expect(await told(log)).toEqual(log);
    expect(await told(log, { mostOfText: 20 })).toEqual(log.map(([by]) => [by, { key: text }]));
    expect(await told(log, { mostOfAll: 40 })).toEqual([...log.slice(0, 2), [amina, { key: text }]]);
  });
});
