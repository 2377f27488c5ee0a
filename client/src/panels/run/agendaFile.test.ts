import { describe, expect, it } from "vitest";
import { applyEdits, createBoardDoc, readBoard } from "@palabre/shared/documents";
import { newCardId, newPhaseId, type Phase } from "@palabre/shared/terms";
import { readAgendaFile, writeAgendaFile } from "./agendaFile.ts";

const doc = createBoardDoc();
const frame = newCardId();
applyEdits(doc, [
  { type: "addCard", id: frame, kind: "frame", position: [0, 0], text: "Ideas", attributes: {}, at: 1 },
]);
const board = readBoard(doc);
const phases: readonly Phase[] = [
  {
    id: newPhaseId(),
    title: { fr: "Écrire", en: "Write" },
    instruction: { en: "In silence." },
    minutes: 7.5,
    timeUp: "freeze",
    writing: "silent",
    signed: true,
    look: frame,
    fewTools: true,
    ballot: { method: "dots", on: "strategy" },
    may: { participant: { add: ["note"], edit: "own", move: "none", trash: "own", link: false, comment: true } },
  },
  { id: newPhaseId(), title: { en: "Talk" }, instruction: {} },
];
const facts = (all: readonly Phase[]) => all.map((phase) => ({ ...phase, id: undefined }));

describe("the agenda as a file", () => {
  it("[P97] comes back as it was, under other ids, looking at the frame of the same title", () => {
    const text = writeAgendaFile(phases, () => "Ideas");
    const read = readAgendaFile(text, board);
    expect(read.faults).toEqual([]);
    expect(facts(read.phases)).toEqual(facts(phases));
    expect(read.phases.some(({ id }) => phases.some((phase) => phase.id === id))).toBe(false);
    // on another board there is no such frame, and the step looks nowhere
    const elsewhere = readAgendaFile(text, { ...board, cards: new Map() });
    expect(elsewhere.phases[0]?.look).toBeUndefined();
  });

  it("[P97] says of each step what is wrong with it, and gives none of a file that is not whole", () => {
    const write = (all: readonly unknown[]) => JSON.stringify({ palabre: "agenda", version: 1, phases: all });
    const good = { title: { en: "Good" }, instruction: {} };
    const bad = [{ ...good, title: {}, minutes: -1 }, good, { ...good, may: { participant: { add: "some" } } }];
    expect(readAgendaFile(write(bad), board)).toEqual({
      phases: [],
      faults: [
        { place: 1, field: "title" },
        { place: 1, field: "minutes" },
        { place: 3, field: "may" },
      ],
    });
    expect(readAgendaFile("{", board).faults).toEqual([{ place: undefined, field: "json" }]);
    expect(readAgendaFile('{"a":1}', board).faults).toEqual([{ place: undefined, field: "kind" }]);
    expect(readAgendaFile(write(Array(51).fill(good)), board).faults).toEqual([{ place: undefined, field: "steps" }]);
  });
});
