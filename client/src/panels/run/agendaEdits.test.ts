import { describe, expect, it } from "vitest";
import { AppError } from "@palabre/shared/errors";
import { newPhaseId, type Agenda, type Phase } from "@palabre/shared/terms";
import { createAgendaEdits } from "./agendaEdits.ts";
import { applyEdit, type AgendaEdit } from "./editAgenda.ts";

const step = (title: string): Phase => ({ id: newPhaseId(), title: { en: title }, instruction: {} });
const [welcome, write] = [step("Welcome"), step("Write")];
const rename = (title: string) =>
  ({ type: "change", id: write.id, values: { title: { en: title } } }) satisfies AgendaEdit;
const titles = (phases: readonly Phase[]) => phases.map(({ title }) => title.en);

/** A server that judges by revision, as the true one does, and whose document arrives a moment after its answer. */
function openServer() {
  let agenda: Agenda = { revision: 1, phases: [welcome, write] };
  const listeners = new Set<() => void>();
  const connected = new Set<() => void>();
  let isDown = false;
  let isRefusing = false;
  let isAnswerLost = false;
  let saves = 0;
  const put = (phases: readonly Phase[]): void => {
    agenda = { revision: agenda.revision + 1, phases };
    for (const listener of listeners) listener();
  };
  const edits = createAgendaEdits({
    agenda: () => agenda,
    onAgenda: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnected: (listener) => void connected.add(listener),
    save: async ({ revision, phases }) => {
      saves += 1;
      await Promise.resolve();
      if (isRefusing) throw new AppError("bad-request", "not while a step is under way");
      if (isDown) throw new AppError("unreachable", "nobody answers");
      if (revision !== agenda.revision) throw new AppError("conflict", "another revision");
      queueMicrotask(() => put(phases));
      if (isAnswerLost) throw new AppError("unreachable", "the answer was lost");
    },
  });
  return {
    edits,
    agenda: () => agenda,
    /** what somebody else does */
    other: (edit: AgendaEdit) => put(applyEdit(agenda.phases, edit)),
    down: (now: boolean) => (isDown = now),
    refuse: (now: boolean) => (isRefusing = now),
    loseAnswers: (now: boolean) => (isAnswerLost = now),
    saves: () => saves,
    /** the line is back, or was never away */
    connect: () => {
      for (const listener of connected) listener();
    },
    settled: async () => {
      for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
    },
  };
}

describe("the agenda of two facilitators", () => {
  it("[F129] what was saved and whose answer was lost is nobody else's change, and is told as saved once", async () => {
    for (const edit of [
      rename("Think"),
      { type: "replace", phases: [step("Another")] },
      { type: "remove", id: write.id },
    ] satisfies AgendaEdit[]) {
      const server = openServer();
      let told = 0;
      server.loseAnswers(true);
      server.edits.edit(edit, () => (told += 1));
      await server.settled();
      expect(server.edits.get()).toMatchObject({ waiting: 1, fault: { code: "unreachable" } });
      server.loseAnswers(false);
      server.connect();
      await server.settled();
      expect(server.edits.get()).toMatchObject({ waiting: 0, isMet: false, fault: undefined });
      expect([told, server.saves()]).toEqual([1, 1]);
    }
  });

  it("[P95] a change of a step that somebody else took out is asked about", async () => {
    const server = openServer();
    server.down(true);
    server.edits.edit(rename("Think"));
    await server.settled();
    server.other({ type: "remove", id: write.id });
    server.down(false);
    server.connect();
    await server.settled();
    expect(server.edits.get()).toMatchObject({ waiting: 1, isMet: true });
  });

  it("[P95] a change that is to hold puts the step back that somebody else took out, where it was", async () => {
    const [invite, close, added] = [step("Invite"), step("Close"), step("Added")];
    for (const isLate of [false, true]) {
      const server = openServer();
      server.other({ type: "replace", phases: [invite, write, welcome, close] });
      server.down(true);
      if (!isLate) server.edits.edit(rename("Think"));
      await server.settled();
      server.other({ type: "replace", phases: [invite, close, added] });
      server.down(false);
      // what is still in its field when its step goes comes after it
      if (isLate) server.edits.edit(rename("Think"));
      else server.connect();
      await server.settled();
      expect(server.edits.get()).toMatchObject({ waiting: 1, isMet: true });
      server.edits.insist();
      await server.settled();
      expect(titles(server.agenda().phases)).toEqual(["Invite", "Think", "Close", "Added"]);
      expect(server.edits.get()).toMatchObject({ waiting: 0, isMet: false });
    }
  });

  it("[P95] a step that is moved and was taken out by somebody else is asked about; what is to hold puts it where it was moved", async () => {
    for (const isLate of [false, true])
      for (const way of ["insist", "giveUp"] as const) {
        const { edits, agenda, other, settled } = openServer();
        const move = (): void => edits.edit({ type: "move", id: write.id, before: welcome.id });
        // begun before the other's change is seen, or dropped right after it
        if (!isLate) move();
        other({ type: "remove", id: write.id });
        if (isLate) move();
        await settled();
        expect(edits.get()).toMatchObject({ isMet: true, waiting: 1 });
        edits[way]();
        await settled();
        expect(edits.get()).toMatchObject({ isMet: false, waiting: 0 });
        expect(titles(agenda().phases)).toEqual(way === "insist" ? ["Write", "Welcome"] : ["Welcome"]);
      }
  });

  it("[P95] shows an edit at once, and saves edits one after the other", async () => {
    const { edits, agenda, settled } = openServer();
    edits.edit(rename("Write down"));
    edits.edit({ type: "move", id: write.id, before: welcome.id });
    expect(titles(edits.get().phases)).toEqual(["Write down", "Welcome"]);
    expect(edits.get().waiting).toBe(2);
    await settled();
    expect(agenda()).toMatchObject({ revision: 3, phases: [{ title: { en: "Write down" } }, welcome] });
    expect(edits.get()).toMatchObject({ waiting: 0, isMet: false, fault: undefined });
  });

  it("[P95] makes an edit again on what another has changed elsewhere", async () => {
    const { edits, agenda, other, settled } = openServer();
    edits.edit(rename("Note"));
    // before the first edit arrives, so that the server refuses it once
    other({ type: "change", id: write.id, values: { minutes: 12 } });
    await settled();
    expect(agenda().phases[1]).toEqual({ ...write, title: { en: "Note" }, minutes: 12 });
    expect(edits.get().waiting).toBe(0);
  });

  it("[P95] asks whose is to hold when both changed the same, and loses neither until that is said", async () => {
    for (const way of ["insist", "giveUp"] as const) {
      const { edits, agenda, other, settled } = openServer();
      edits.edit(rename("Mine"));
      other(rename("Theirs"));
      await settled();
      expect(edits.get()).toMatchObject({ waiting: 1, isMet: true });
      expect(titles(edits.get().phases)).toEqual(["Welcome", "Mine"]);
      expect(titles(agenda().phases)).toEqual(["Welcome", "Theirs"]);
      edits[way]();
      await settled();
      expect(titles(agenda().phases)).toEqual(["Welcome", way === "insist" ? "Mine" : "Theirs"]);
      expect(edits.get()).toMatchObject({ waiting: 0, isMet: false });
    }
  });

  it("[P95] asks also about what the other changed while one was still writing", async () => {
    const { edits, agenda, other, settled } = openServer();
    other(rename("Theirs"));
    await settled();
    edits.edit({ ...rename("Mine"), over: { title: { en: "Write" } } });
    await settled();
    expect(edits.get()).toMatchObject({ waiting: 1, isMet: true });
    expect(titles(agenda().phases)).toEqual(["Welcome", "Theirs"]);
    edits.insist();
    await settled();
    expect(titles(agenda().phases)).toEqual(["Welcome", "Mine"]);
    // what is written over what stands there meets nobody
    edits.edit({ ...rename("Mine, again"), over: { title: { en: "Mine" } } });
    await settled();
    expect(titles(agenda().phases)).toEqual(["Welcome", "Mine, again"]);
    expect(edits.get()).toMatchObject({ waiting: 0, isMet: false });
  });

  it("[F127] says that an edit is in place once it is saved, and never of one that was given up", async () => {
    const { edits, agenda, down, settled } = openServer();
    const told: string[] = [];
    const tell = (what: string) => () => told.push(`${what} at ${agenda().revision}`);
    edits.edit(rename("First"), tell("first"));
    expect(told).toEqual([]);
    await settled();
    expect(told).toEqual(["first at 2"]);
    down(true);
    edits.edit(rename("Second"), tell("second"));
    await settled();
    edits.giveUp();
    down(false);
    edits.edit(rename("Third"), tell("third"));
    await settled();
    expect(told).toEqual(["first at 2", "third at 3"]);
  });

  it("[P95] keeps what the server could not save until it is tried again or given up", async () => {
    const { edits, agenda, down, settled } = openServer();
    down(true);
    edits.edit(rename("Kept"));
    edits.edit({ type: "remove", id: welcome.id });
    await settled();
    expect(edits.get()).toMatchObject({ waiting: 2, fault: { code: "unreachable" } });
    expect(titles(edits.get().phases)).toEqual(["Kept"]);
    down(false);
    edits.insist();
    await settled();
    expect(titles(agenda().phases)).toEqual(["Kept"]);
    expect(edits.get().fault).toBeUndefined();
  });

  it("[F129] sends by itself what found nobody, once the line is back; what meets another's by then is asked about", async () => {
    const { edits, agenda, other, down, connect, settled } = openServer();
    down(true);
    edits.edit(rename("Kept"));
    edits.edit({ type: "remove", id: welcome.id });
    await settled();
    const faults = new Set<string | undefined>();
    const stop = edits.subscribe(() => faults.add(edits.get().fault?.code));
    connect();
    await settled();
    stop();
    // one that fails again is the same trouble still: it is not told anew
    expect([...faults]).toEqual(["unreachable"]);
    expect(edits.get()).toMatchObject({ waiting: 2, fault: { code: "unreachable" } });
    down(false);
    connect();
    await settled();
    expect(titles(agenda().phases)).toEqual(["Kept"]);
    expect(edits.get()).toMatchObject({ waiting: 0, fault: undefined });
    down(true);
    edits.edit(rename("Mine"));
    await settled();
    other(rename("Theirs"));
    down(false);
    connect();
    await settled();
    expect(edits.get()).toMatchObject({ waiting: 1, isMet: true });
    connect();
    await settled();
    expect(titles(agenda().phases)).toEqual(["Theirs"]);
  });

  it("[F129] what is given up while it is tried again leaves what is done after it alone", async () => {
    const { edits, agenda, down, connect, settled } = openServer();
    for (const isDown of [true, false]) {
      down(true);
      edits.edit(rename("Given up"));
      await settled();
      down(isDown);
      connect();
      edits.giveUp();
      down(false);
      edits.edit({ type: "change", id: welcome.id, values: { minutes: isDown ? 5 : 6 } });
      await settled();
      expect(edits.get()).toMatchObject({ waiting: 0, isMet: false, fault: undefined });
      expect(agenda().phases[0]).toMatchObject({ minutes: isDown ? 5 : 6 });
    }
  });

  it("[F129] what the server refused is not tried again by itself", async () => {
    const { edits, refuse, connect, saves, settled } = openServer();
    refuse(true);
    edits.edit(rename("Refused"));
    await settled();
    refuse(false);
    connect();
    await settled();
    expect(saves()).toBe(1);
    expect(edits.get()).toMatchObject({ waiting: 1, fault: { code: "bad-request" } });
  });
});
