import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newCardId, newPhaseId, type CardId, type Phase } from "../terms/index.ts";
import { fromAgendaFile, toAgendaFile } from "./agendaFile.ts";

const frame = newCardId();
const phases: readonly Phase[] = [
  { id: newPhaseId(), title: { fr: "Accueil", en: "Welcome" }, instruction: {}, minutes: 5, look: frame },
  {
    id: newPhaseId(),
    title: { fr: "Écrire" },
    instruction: { fr: "En silence" },
    timeUp: "freeze",
    may: {
      participant: { add: ["note"], edit: "own", move: "none", trash: "own", link: false, comment: false },
      facilitator: { add: "all", edit: "all", move: "all", trash: "all", link: true, comment: true },
    },
    writing: "silent",
    signed: true,
    fewTools: true,
    ballot: { method: "judgment", on: "strategy" },
  },
];
const titleOf = (look: CardId) => (look === frame ? "What people expect" : undefined);
/** as it is once it was a file */
const written = (all: readonly Phase[]): unknown => JSON.parse(JSON.stringify(toAgendaFile(all, titleOf)));
const nowhere = () => undefined;

describe("an agenda as a file", () => {
  it("[F30] comes back as it was, under ids of its own, looking at what has the same title", () => {
    const other = newCardId();
    const read = fromAgendaFile(written(phases), (title) => (title === "What people expect" ? other : undefined));
    expect(read.map((phase) => ({ ...phase, id: "" }))).toEqual([
      { ...phases[0], id: "", look: other },
      { ...phases[1], id: "" },
    ]);
    expect(new Set([...read, ...phases].map(({ id }) => id)).size).toBe(4);
    expect(fromAgendaFile(written(phases), nowhere)[0]?.look).toBeUndefined();
    // it names no card by its id
    expect(JSON.stringify(written(phases))).not.toContain(frame);
    expect(written([{ ...phases[1], look: newCardId() } as Phase])).toEqual(written(phases.slice(1)));
  });

  it("[F30] that is none is refused, with the phase that is wrong, and nothing else happens", () => {
    const isRefused = (file: unknown): void => {
      expect(() => fromAgendaFile(file, nowhere)).toThrow("file");
    };
    fc.assert(fc.property(fc.anything(), isRefused));
    const file = toAgendaFile(phases, titleOf);
    for (const wrong of [{ version: 2 }, { palabre: "board" }, { phases: Array.from({ length: 51 }, () => ({})) }])
      isRefused({ ...file, ...wrong });
    expect(() => fromAgendaFile({ ...file, phases: [...file.phases, { title: {} }] }, nowhere)).toThrow(
      expect.objectContaining({ code: "not-an-agenda", details: { phase: 3 } }) as Error,
    );
  });
});
