import { newPersonId, type PersonId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { COMEBACK_MS } from "../state/index.ts";
import { hereOrBack, type HereOrBack } from "./hereOrBack.ts";

const [awa, bo] = [newPersonId(), newPersonId()];
const both = new Set([awa, bo]);
const nobody = new Set<PersonId>();

type Look = readonly [at: number, here: ReadonlySet<PersonId>, isConnected?: boolean];
/** What is known after each look in turn. */
function looks(...all: readonly Look[]): HereOrBack {
  let known: HereOrBack = new Map();
  for (const [at, here, isConnected = true] of all) known = hereOrBack(known, here, isConnected, at);
  return known;
}

describe("who is here, or back soon", () => {
  it("[F123] is whoever was seen until they are missed for as long as a line takes to come back", () => {
    const known = (at: number) => [...looks([0, both], [1_000, new Set([bo])], [at, new Set([bo])]).keys()];
    expect(known(1_000 + COMEBACK_MS - 1)).toEqual([awa, bo]);
    expect(known(1_000 + COMEBACK_MS)).toEqual([bo]);
    // who came back may be missed as long again
    const again = looks([0, both], [1_000, nobody], [15_000, both], [16_000, nobody], [30_000, nobody]);
    expect([...again.keys()]).toEqual([awa, bo]);
  });

  it("[F123] nobody is missed while one's own line is cut; the others have as long to come back from when it is there again", () => {
    const cut = [
      [0, both],
      [1_000, nobody],
      [1_000, nobody, false],
    ] as const;
    const known = (at: number) => looks(...cut, [90_000, nobody, false], [91_000, nobody], [at, nobody]).size;
    expect(looks(...cut, [90_000, nobody, false]).size).toBe(2);
    expect(known(91_000 + COMEBACK_MS - 1)).toBe(2);
    expect(known(91_000 + COMEBACK_MS)).toBe(0);
  });

  it("[F123] is the same object while nothing alters", () => {
    const known = looks([0, both]);
    expect(hereOrBack(known, both, true, 5_000)).toBe(known);
    const missed = hereOrBack(known, nobody, true, 5_000);
    expect(hereOrBack(missed, nobody, true, 6_000)).toBe(missed);
  });
});
