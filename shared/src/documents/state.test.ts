import { describe, expect, it } from "vitest";
import { newCardId, newPersonId, type Annotation } from "../terms/index.ts";
import { createStateDoc, observeUpdates } from "./doc.ts";
import { readAnnotation, readAnnotations } from "./annotations.ts";
import { observeState, readDesk, readWorkshop, writeState } from "./state.ts";

describe("the workshop's state", () => {
  it("[B14] an empty document reads as an empty workshop and an empty desk", () => {
    const doc = createStateDoc();
    expect(readWorkshop(doc)).toEqual({
      title: "",
      language: "fr",
      people: new Map(),
      listening: { sources: 0, posts: 0, late: 0 },
      rules: { frozen: false, locks: new Set(), muted: new Set() },
      agenda: { revision: 0, phases: [] },
      now: undefined,
      drafts: [],
      budget: undefined,
      spotlight: undefined,
      damage: undefined,
      together: { hands: new Map(), readyCheck: undefined, gathering: undefined, areCursorsHidden: false },
    });
    expect(readAnnotations(doc)).toEqual({ cards: new Map(), links: new Map() });
    expect(readAnnotation(doc, newCardId())).toBeUndefined();
    expect(readDesk(doc)).toEqual({
      sources: new Map(),
      removed: new Map(),
      voices: new Map(),
      hasWaitingRoom: false,
      waiting: new Map(),
    });
  });

  it("[B14] a fact that came out the same is not written again; wrong entries are not read", () => {
    const doc = createStateDoc();
    const card = newCardId();
    const person = newPersonId();
    const annotation: Annotation = {
      readings: [{ measure: "mentions", state: "known", value: 3, n: 3, unit: undefined, origin: [] }],
      quotes: [],
    };
    const changes = [
      { map: "about", key: "title", value: "Repair" },
      { map: "people", key: person, value: { name: "Amina", role: "facilitator", colour: 1 } },
      { map: "annotations", key: card, value: annotation },
      { map: "annotations", key: newCardId(), value: { readings: "many" } },
    ] as const;
    const updates: Uint8Array[] = [];
    const heard: string[][] = [];
    observeUpdates(doc, (update) => updates.push(update));
    observeState(doc, (changed) => heard.push([...changed.keys()].toSorted()));
    expect(writeState(doc, changes)).toBe(4);
    expect(writeState(doc, changes)).toBe(0);
    expect(updates).toHaveLength(1);
    expect(heard).toEqual([["about", "annotations", "people"]]);
    const read = readWorkshop(doc);
    expect(read.title).toBe("Repair");
    expect(read.people).toEqual(new Map([[person, { name: "Amina", role: "facilitator", colour: 1 }]]));
    expect(readAnnotation(doc, card)).toBe(readAnnotations(doc).cards.get(card));
    expect(readAnnotations(doc).cards).toEqual(
      new Map([
        [card, { readings: [{ measure: "mentions", state: "known", value: 3, n: 3, origin: [] }], quotes: [] }],
      ]),
    );
    expect(writeState(doc, [{ map: "about", key: "title", value: undefined }])).toBe(1);
    expect(readWorkshop(doc).title).toBe("");
  });
});
