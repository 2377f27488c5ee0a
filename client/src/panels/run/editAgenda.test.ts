import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newPhaseId, type Phase } from "@palabre/shared/terms";
import { applyEdit, collides, copyOf, type AgendaEdit } from "./editAgenda.ts";

const step = (title: string, more: Partial<Phase> = {}): Phase => ({
  id: newPhaseId(),
  title: { en: title },
  instruction: {},
  ...more,
});
const [welcome, write, link] = [step("Welcome"), step("Write", { minutes: 10 }), step("Link")];
const agenda = [welcome, write, link];
const titles = (phases: readonly Phase[]) => phases.map(({ title }) => title.en);

describe("editing the agenda", () => {
  it("[P93] adds, changes, moves and takes out a step, and leaves all others as they are", () => {
    const vote = step("Vote");
    const after = (edit: AgendaEdit) => titles(applyEdit(agenda, edit));
    expect(after({ type: "add", phase: vote, before: write.id })).toEqual(["Welcome", "Vote", "Write", "Link"]);
    expect(after({ type: "add", phase: vote })).toEqual(["Welcome", "Write", "Link", "Vote"]);
    expect(after({ type: "move", id: link.id, before: welcome.id })).toEqual(["Link", "Welcome", "Write"]);
    expect(after({ type: "move", id: welcome.id, before: undefined })).toEqual(["Write", "Link", "Welcome"]);
    expect(after({ type: "remove", id: write.id })).toEqual(["Welcome", "Link"]);
    const changed = applyEdit(agenda, { type: "change", id: write.id, values: { minutes: undefined, fewTools: true } });
    expect(changed[1]).toEqual({ id: write.id, title: write.title, instruction: {}, fewTools: true });
    expect(changed[0]).toBe(welcome);
    // a step that came back is not there twice
    expect(after({ type: "add", phase: write })).toEqual(["Welcome", "Link", "Write"]);
    expect(copyOf(write)).toEqual({ ...write, id: expect.not.stringMatching(write.id) });
  });

  it("[P93] moves steps without losing or doubling one", () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 6 })));
    fc.assert(
      fc.property(moves, (all) => {
        const phases = Array.from({ length: 6 }, (_, i) => step(`${i}`));
        const moved = all.reduce<readonly Phase[]>((now, [from, to]) => {
          const id = now[from]?.id ?? newPhaseId();
          return applyEdit(now, { type: "move", id, before: now[to]?.id });
        }, phases);
        expect(titles(moved).toSorted()).toEqual(titles(phases));
      }),
    );
  });

  it("[P94] meets what others did where both changed the same fact of a step, and nowhere else", () => {
    const others = (edit: AgendaEdit) => applyEdit(agenda, edit);
    const mine: AgendaEdit = { type: "change", id: write.id, values: { minutes: 20 } };
    expect(collides(agenda, others({ type: "change", id: write.id, values: { minutes: 5 } }), mine)).toBe(true);
    expect(collides(agenda, others({ type: "remove", id: write.id }), mine)).toBe(true);
    expect(collides(agenda, others({ type: "change", id: write.id, values: { title: { en: "Note" } } }), mine)).toBe(
      false,
    );
    expect(collides(agenda, others({ type: "move", id: write.id, before: undefined }), mine)).toBe(false);
    const move: AgendaEdit = { type: "move", id: write.id, before: undefined };
    expect(collides(agenda, others({ type: "move", id: write.id, before: welcome.id }), move)).toBe(false);
    expect(collides(agenda, others({ type: "remove", id: write.id }), move)).toBe(true);
    const removal: AgendaEdit = { type: "remove", id: link.id };
    expect(collides(agenda, others({ type: "change", id: link.id, values: { minutes: 3 } }), removal)).toBe(true);
    expect(collides(agenda, others({ type: "remove", id: link.id }), removal)).toBe(false);
    expect(collides(agenda, others(mine), { type: "replace", phases: [] })).toBe(true);
    // the order in which a document keeps the facts of a step says nothing
    const again = agenda.map((phase) => Object.fromEntries(Object.entries(phase).toReversed()) as unknown as Phase);
    expect(collides(agenda, again, { type: "replace", phases: [] })).toBe(false);
    // nor is a text that was read anew another text
    const reread = structuredClone(agenda);
    const title: AgendaEdit = { type: "change", id: write.id, values: { title: { en: "Note" } } };
    expect(collides(agenda, reread, title)).toBe(false);
  });

  it("[P94] gives the same agenda in either order when two edits don't meet", () => {
    const values = fc.constantFrom<AgendaEdit>(
      { type: "change", id: welcome.id, values: { minutes: 3 } },
      { type: "change", id: welcome.id, values: { fewTools: true } },
      { type: "change", id: write.id, values: { title: { fr: "Écrire" } } },
      { type: "change", id: link.id, values: { minutes: 9 } },
      { type: "remove", id: link.id },
    );
    fc.assert(
      fc.property(values, values, (a, b) => {
        fc.pre(!collides(agenda, applyEdit(agenda, a), b));
        expect(applyEdit(applyEdit(agenda, a), b)).toEqual(applyEdit(applyEdit(agenda, b), a));
      }),
    );
  });
});
