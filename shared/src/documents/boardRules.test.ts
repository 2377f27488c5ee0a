import { describe, expect, it } from "vitest";
import { newCardId, newLinkId, newPersonId } from "../terms/index.ts";
import { freezing, freezingByTimer, locking, muting, readRules } from "./boardRules.ts";
import { createStateDoc } from "./doc.ts";
import { writeState } from "./state.ts";
import type { StateChange } from "./stateChange.ts";

describe("readRules", () => {
  it("[F8] reads the freeze and the locks that were written, until they are taken away", () => {
    const doc = createStateDoc();
    const [card, link] = [newCardId(), newLinkId()];
    expect(readRules(doc)).toEqual({ frozen: false, locks: new Set(), muted: new Set() });
    writeState(doc, [freezing(true, 5), locking(card, true, 5), locking(link, true, 6)]);
    expect(readRules(doc)).toEqual({ frozen: true, locks: new Set([card, link]), muted: new Set() });
    writeState(doc, [freezing(false, 7), locking(card, false, 7)]);
    expect(readRules(doc)).toEqual({ frozen: false, locks: new Set([link]), muted: new Set() });
  });

  it("[F27] a freeze that the time made says so, and one made by hand does not", () => {
    const doc = createStateDoc();
    const nothing = { locks: new Set(), muted: new Set() };
    writeState(doc, [freezingByTimer(5)]);
    expect(readRules(doc)).toEqual({ frozen: true, isFrozenByTimer: true, ...nothing });
    writeState(doc, [freezing(false, 6)]);
    writeState(doc, [freezing(true, 7)]);
    expect(readRules(doc)).toEqual({ frozen: true, ...nothing });
  });

  it("[F8] an entry that is malformed is no rule", () => {
    const doc = createStateDoc();
    const wrong: StateChange[] = [
      { map: "rules", key: "frozen", value: "yes" },
      { map: "rules", key: `lock:${newCardId()}`, value: { at: "noon" } },
      { map: "rules", key: "other", value: { at: 1 } },
    ];
    writeState(doc, wrong);
    expect(readRules(doc)).toEqual({ frozen: false, locks: new Set(), muted: new Set() });
  });

  it("[F60] reads who is muted until they may write again", () => {
    const doc = createStateDoc();
    const [awa, bo] = [newPersonId(), newPersonId()];
    writeState(doc, [muting(awa, true, 5), muting(bo, true, 6)]);
    expect(readRules(doc).muted).toEqual(new Set([awa, bo]));
    writeState(doc, [muting(awa, false, 7)]);
    expect(readRules(doc).muted).toEqual(new Set([bo]));
  });
});
