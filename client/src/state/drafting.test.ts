import {
  createBoardDoc,
  createStateDoc,
  readBoard,
  settingAgenda,
  settingNow,
  writeState,
  type OwnPresence,
} from "@palabre/shared/documents";
import { newPhaseId, type CardId, type Phase, type Role } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type { BoardConnection, CardsConnection, SyncStatus } from "../sync/index.ts";
import { connectAlone, SILENT, someoneOn } from "./alone.ts";
import { boardStateOver } from "./boardState.ts";
import { draftingOver } from "./draftingState.ts";

const phase: Phase = { id: newPhaseId(), title: { en: "Ideas" }, instruction: {}, writing: "silent" };

/** A board and a draft of one person. */
function openSilent(role: Role = "participant") {
  const shown: OwnPresence[] = [];
  const workshop = createStateDoc();
  const [board, doc] = [createBoardDoc(), createBoardDoc()];
  writeState(workshop, [
    settingAgenda({ revision: 1, phases: [phase] }),
    settingNow({ phase: phase.id, startedAt: 0 }),
  ]);
  let status: SyncStatus = { type: "saved", at: 1 };
  const parts: Partial<BoardConnection> = {
    board,
    workshop,
    status: () => ({ type: "saved", at: 5 }),
    waiting: () => ({ changes: 0, kept: 0, isKeeping: true }),
  };
  const live = boardStateOver(connectAlone(parts, shown), someoneOn(role));
  const ended: number[] = [];
  const draft: CardsConnection = {
    ...SILENT,
    doc,
    // nothing of it is asked for here
    provider: undefined as never,
    status: () => status,
    waiting: () => ({ changes: 2, kept: 1, isKeeping: true }),
    end: (code) => void ended.push(code),
  };
  const drafting = draftingOver(live, draft, { phase: phase.id, round: 0 });
  return { live, drafting, board, doc, shown, ended, workshop, say: (next: SyncStatus) => (status = next) };
}

const textsIn = (doc: ReturnType<typeof createBoardDoc>) => [...readBoard(doc).cards.values()].map(({ text }) => text);
const idea = (text: string) => ({ kind: "note", position: [0, 0], text }) as const;

describe("a board in a silent phase", () => {
  it("[F45] a new card goes to the draft, and lies on the canvas and nowhere else", () => {
    const { drafting, live, board, doc } = openSilent();
    const id = drafting.canvas.commands.addCard(idea("benches"));
    expect([textsIn(board), textsIn(doc)]).toEqual([[], ["benches"]]);
    expect(drafting.canvas.card(id!)?.text).toBe("benches");
    expect([...drafting.canvas.snapshot().cards.keys()]).toEqual([id]);
    expect([live.card(id!), drafting.board.card(id!)]).toEqual([undefined, undefined]);
    expect(drafting.board.snapshot().cards.size).toBe(0);
    drafting.canvas.commands.addCards([idea("trees"), idea("shade")]);
    expect(textsIn(doc)).toEqual(expect.arrayContaining(["benches", "trees", "shade"]));
    // and what goes to no draft is the board's, by its own rules
    expect(drafting.canvas.commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })).toBeUndefined();
    expect([drafting.board.forbidden(), live.forbidden()]).toMatchObject([{ reason: "phase" }, { reason: "phase" }]);
  });

  it("[F45] it is moved, written in, thrown away and taken back as any card, cards of the board beside it too", () => {
    const { drafting, board, doc } = openSilent("facilitator");
    const { commands } = drafting.canvas;
    const frame = commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })!;
    const note = commands.addCard(idea("benches"))!;
    expect([textsIn(board), textsIn(doc)]).toEqual([["Ideas"], ["benches"]]);
    commands.moveCards([frame, note], [10, 20]);
    expect([frame, note].map((id) => drafting.canvas.card(id)?.position)).toEqual([
      [10, 20],
      [10, 20],
    ]);
    commands.setCard(note, { colour: "rose" });
    const text = commands.openText(note)!;
    text.edit("benches in the shade");
    text.close();
    expect(drafting.canvas.card(note)).toMatchObject({ text: "benches in the shade", attributes: { colour: "rose" } });
    commands.undo();
    expect(drafting.canvas.card(note)?.text).toBe("benches");
    const back = commands.trash([frame, note])!;
    const trashed = () => [frame, note].map((id) => drafting.canvas.card(id)?.attributes.trashedAt !== undefined);
    expect(trashed()).toEqual([true, true]);
    back();
    expect(trashed()).toEqual([false, false]);
    expect(commands.addLink(frame, note)).toBeUndefined();
    expect(drafting.board.forbidden()?.reason).toBe("phase");
  });

  it("[F45] presence shows nothing of it: neither what is chosen, typed in or dragged, nor where the hand is", () => {
    const { drafting, shown } = openSilent("facilitator");
    const { commands } = drafting.canvas;
    const frame = commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })!;
    const notes = commands.addCards([idea("benches"), idea("trees")]);
    commands.select([frame, ...notes]);
    expect(drafting.canvas.ui.get().selection).toEqual(new Set([frame, ...notes]));
    commands.edit(notes[0]);
    expect(drafting.canvas.ui.get().editing).toBe(notes[0]);
    commands.edit(undefined);
    commands.showDrag({ cards: [frame, ...notes], by: [1, 1] });
    commands.showDrag({ cards: notes, by: [1, 1] });
    commands.showCursor([3, 4]);
    commands.trash(notes);
    const told = JSON.stringify(shown);
    expect(notes.filter((id) => told.includes(id))).toEqual([]);
    expect(told).toContain(frame);
    expect(shown.filter(({ cursor }) => cursor !== undefined)).toEqual([]);
  });

  it("[F42, F45] once the phase is over it is there to be read; copies of it do not come to lie where all see them", () => {
    const { drafting, board, doc, workshop } = openSilent();
    const { commands } = drafting.canvas;
    const note = commands.addCard(idea("benches"))!;
    writeState(workshop, [settingNow(undefined)]);
    commands.moveCards([note], [10, 10]);
    expect(drafting.canvas.card(note)?.position).toEqual([0, 0]);
    expect(drafting.board.forbidden()?.reason).toBe("phase");
    commands.select([note]);
    expect(commands.addCards([idea("benches")])).toEqual([]);
    expect([textsIn(board), textsIn(doc)]).toEqual([[], ["benches"]]);
    commands.select([]);
    commands.addCards([idea("said aloud")]);
    expect(textsIn(board)).toEqual(["said aloud"]);
  });

  it("[F45, F46] its cards wear what it is told, and the page says what of both is not saved", () => {
    const { drafting, live, say, ended } = openSilent();
    const note = drafting.canvas.commands.addCard(idea("benches"))!;
    const dress = { words: "only you", className: "", style: {}, tags: undefined, colour: undefined };
    let told = 0;
    drafting.canvas.ui.subscribe(() => (told += 1));
    drafting.dressIn(dress);
    expect(told).toBe(1);
    expect([...drafting.canvas.ui.get().dress]).toEqual([[note, dress]]);
    expect(drafting.canvas.ui.get()).toBe(drafting.canvas.ui.get());
    expect(live.ui.get().dress.size).toBe(0);
    expect(drafting.board.status()).toEqual({ type: "saved", at: 5 });
    expect(drafting.board.status()).toBe(drafting.board.status());
    say({ type: "offline", where: "device", changes: 2 });
    expect(drafting.board.status()).toEqual({ type: "offline", where: "device", changes: 2 });
    say({ type: "refused", code: 4410, where: "device", changes: 2 });
    expect(drafting.board.status()).toEqual({ type: "saved", at: 5 });
    // nothing is taken into a draft that the server has ended
    expect(drafting.canvas.commands.addCard(idea("too late"))).toBeUndefined();
    expect(drafting.board.waiting()).toEqual({ changes: 2, kept: 1, isKeeping: true });
    drafting.canvas.commands.select([note]);
    drafting.close("revealed");
    expect(live.ui.get().selection.size).toBe(0);
    expect(ended).toEqual([4410]);
    drafting.dressIn(undefined);
    expect(note satisfies CardId).toBeDefined();
  });
});
