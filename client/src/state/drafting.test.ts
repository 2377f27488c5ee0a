import {
  createBoardDoc,
  createStateDoc,
  encodeDoc,
  freezing,
  muting,
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
import { awaitingDraft } from "./awaitingDraft.ts";
import { boardStateOver } from "./boardState.ts";
import { draftingOver } from "./draftingState.ts";
import { openVersionState } from "./versionState.ts";
import { setView, viewOf, type View } from "./view.ts";

const phase: Phase = { id: newPhaseId(), title: { en: "Ideas" }, instruction: {}, writing: "silent" };

/** The refusal of one document, and its end. */
function refusable() {
  let [refuse, restore] = [() => {}, () => {}];
  return {
    parts: {
      onRefused: (listener: () => void) => {
        refuse = listener;
        return () => {};
      },
      onRestored: (listener: () => void) => {
        restore = listener;
        return () => {};
      },
    },
    refuse: () => refuse(),
    restore: () => restore(),
  };
}

/** A board and a draft of one person. */
function openSilent(role: Role = "participant") {
  const refusals = { board: refusable(), draft: refusable() };
  const shown: OwnPresence[] = [];
  const workshop = createStateDoc();
  const [board, doc] = [createBoardDoc(), createBoardDoc()];
  writeState(workshop, [
    settingAgenda({ revision: 1, phases: [phase] }),
    settingNow({ phase: phase.id, startedAt: 0 }),
  ]);
  let status: SyncStatus = { type: "saved", at: 1 };
  const parts: Partial<BoardConnection> = {
    ...refusals.board.parts,
    board,
    workshop,
    status: () => ({ type: "saved", at: 5 }),
    waiting: () => ({ changes: 0, kept: 0, isKeeping: true }),
  };
  const live = boardStateOver(connectAlone(parts, shown), someoneOn(role));
  const ended: number[] = [];
  const draft: CardsConnection = {
    ...SILENT,
    ...refusals.draft.parts,
    doc,
    // nothing of it is asked for here
    provider: undefined as never,
    status: () => status,
    waiting: () => ({ changes: 2, kept: 1, isKeeping: true }),
    end: (code) => void ended.push(code),
  };
  const drafting = draftingOver(live, draft, { phase: phase.id, round: 0 });
  return { live, drafting, board, doc, shown, ended, workshop, refusals, say: (next: SyncStatus) => (status = next) };
}

const textsIn = (doc: ReturnType<typeof createBoardDoc>) => [...readBoard(doc).cards.values()].map(({ text }) => text);
const idea = (text: string) => ({ kind: "note", position: [0, 0], text }) as const;

describe("a board whose draft is not there yet", () => {
  it.each(["participant", "facilitator"] as const)(
    "[F103] holds what a %s begins, shows it to nobody, and puts the last of it into the draft",
    (role) => {
      const { live, drafting, board, doc } = openSilent(role);
      const { canvas, settle } = awaitingDraft(live);
      expect(canvas.commands.addCard(idea("benches"))).toBeUndefined();
      expect(canvas.commands.addCards([idea("trees"), idea("shade")])).toEqual([]);
      expect([textsIn(board), textsIn(doc), live.forbidden()]).toEqual([[], [], undefined]);
      settle(drafting.canvas.commands);
      settle(drafting.canvas.commands);
      expect([textsIn(board), textsIn(doc).toSorted()]).toEqual([[], ["shade", "trees"]]);
    },
  );

  it("[F103] gives to the draft what is begun once it is there, though the canvas is not drawn over it yet", () => {
    const { live, drafting, board, doc } = openSilent();
    const { canvas, settle, forget } = awaitingDraft(live);
    settle(drafting.canvas.commands);
    expect(canvas.commands.addCard(idea("benches"))).toBeDefined();
    expect(canvas.commands.addCards([idea("trees"), idea("shade")])).toHaveLength(2);
    expect([textsIn(board), textsIn(doc).toSorted()]).toEqual([[], ["benches", "shade", "trees"]]);
    forget();
    expect(canvas.commands.addCard(idea("too late for it"))).toBeUndefined();
    expect(textsIn(doc)).toHaveLength(3);
  });

  it("[F103] forgets what was held when the step is over before; what goes to no draft is the board's at once", () => {
    const { live, drafting, board, doc } = openSilent("facilitator");
    const { canvas, settle, forget } = awaitingDraft(live);
    canvas.commands.addCard(idea("benches"));
    forget();
    settle(drafting.canvas.commands);
    expect(textsIn(doc)).toEqual([]);
    expect(canvas.commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })).toBeDefined();
    expect(textsIn(board)).toEqual(["Ideas"]);
  });
});

describe("a board in a silent phase", () => {
  it.each([
    ["participant", false],
    ["facilitator", true],
  ] as const)("[F114] to a %s who writes in silence, sending an image is offered: %s", (role, isOffered) => {
    const { drafting, workshop } = openSilent(role);
    const offers = (kind: string) => drafting.canvas.offers({ type: "addCard", kind });
    expect([offers("image"), offers("drawing"), offers("note")]).toEqual([isOffered, true, true]);
    writeState(workshop, [settingNow(undefined)]);
    expect(offers("image")).toBe(true);
  });

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

  it("[B143] what a draft has no room for is told with how many, and the rest is made; cards of the board count for nothing", () => {
    const { drafting, board, doc } = openSilent("facilitator");
    const { commands } = drafting.canvas;
    commands.addCards(Array.from({ length: 290 }, (_, i) => idea(`idea ${i}`)));
    const frame = commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" });
    const told: unknown[] = [];
    drafting.board.subscribe("forbidden", () => told.push(drafting.board.forbidden()));
    const lines = Array.from({ length: 20 }, (_, i) => idea(`line ${i}`));
    const made = commands.addCards(lines);
    expect(made.map((id) => drafting.canvas.card(id)?.text)).toEqual(lines.slice(0, 10).map(({ text }) => text));
    expect(textsIn(doc)).toHaveLength(300);
    // what is thrown away lies there all the same
    commands.trash(made);
    expect([commands.addCard(idea("one more")), commands.addCards(lines.slice(0, 2))]).toEqual([undefined, []]);
    expect(told).toEqual([10, 1, 2].map((left) => ({ reason: "full", most: 300, left })));
    expect(frame && commands.addCard({ kind: "frame", position: [0, 0], text: "More" })).toBeDefined();
    expect(textsIn(board).toSorted()).toEqual(["Ideas", "More"]);
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

  it("[F105] of the text of a draft no caret is shown, which would tell how long it is; of a text on the board it is", () => {
    const { drafting, live, shown } = openSilent("facilitator");
    const { commands, present } = drafting.canvas;
    const frame = commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })!;
    const note = commands.addCard(idea("benches"))!;
    commands.edit(note);
    const before = shown.length;
    present({ caret: [7, 7, 7] });
    expect(shown.slice(before)).toEqual([]);
    present({ view: [0, 0, 10, 10], caret: [7, 7, 7] });
    expect(shown.slice(before)).toEqual([{ view: [0, 0, 10, 10] }]);
    present({ caret: undefined });
    commands.edit(frame);
    present({ caret: [5, 5, 5] });
    expect(shown.slice(before).filter((part) => "caret" in part)).toEqual([{ caret: undefined }, { caret: [5, 5, 5] }]);
    expect(live.ui.get().editing).toBe(frame);
  });

  it("[F42, F45] once the phase is over it is there to be read, and stays as it is", () => {
    const { drafting, board, doc, workshop } = openSilent();
    const { commands } = drafting.canvas;
    const note = commands.addCard(idea("benches"))!;
    writeState(workshop, [settingNow(undefined)]);
    commands.moveCards([note], [10, 10]);
    expect(drafting.canvas.card(note)?.position).toEqual([0, 0]);
    expect(drafting.board.forbidden()?.reason).toBe("phase");
    expect([textsIn(board), textsIn(doc)]).toEqual([[], ["benches"]]);
  });

  it("[F139] while a card of one’s own draft is chosen, what is pasted, drawn or sent and goes to no draft comes onto the board", () => {
    const { drafting, board, doc, workshop } = openSilent("facilitator");
    const { commands } = drafting.canvas;
    const note = commands.addCard(idea("benches"))!;
    const put = (kind: "note" | "drawing" | "image" | "frame", text: string) => {
      commands.select([note]);
      return commands.addCards([{ kind, position: [0, 0], text }]).length;
    };
    expect(put("frame", "Ideas")).toBe(1);
    writeState(workshop, [settingNow(undefined)]);
    expect([put("note", "said aloud"), put("drawing", "a line"), put("image", "square.png")]).toEqual([1, 1, 1]);
    expect(textsIn(board).toSorted()).toEqual(["Ideas", "a line", "said aloud", "square.png"]);
    expect(textsIn(doc)).toEqual(["benches"]);
    expect(drafting.board.forbidden()).toBeUndefined();
  });

  it("[F106] what is written in silence lies in no frame of the board: whoever copies or moves that neither shows nor moves a draft", () => {
    const { drafting, board, doc } = openSilent("facilitator");
    const { canvas } = drafting;
    const { commands } = canvas;
    const frame = commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })!;
    const attributes = { frame, colour: "rose" } as const;
    const first = commands.addCard({ ...idea("benches"), attributes })!;
    const [second] = commands.addCards([{ ...idea("trees"), attributes }]);
    expect([first, second].map((id) => canvas.card(id!)?.attributes)).toEqual([{ colour: "rose" }, { colour: "rose" }]);
    commands.moveCards([frame], [10, 10]);
    expect([first, second].map((id) => canvas.card(id!)?.position)).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect([textsIn(board), textsIn(doc).toSorted()]).toEqual([["Ideas"], ["benches", "trees"]]);
  });

  it("[F106] of cards that come together each goes where its kind is written: ideas to the draft, frames and links among them to the board", () => {
    const { drafting, board, doc, shown } = openSilent("facilitator");
    const { commands, ui } = drafting.canvas;
    const frame = (text: string) => ({ kind: "frame", position: [0, 0], text }) as const;
    const ids = commands.addCards(
      [{ ...idea("benches"), within: 1 }, frame("Ideas"), idea("trees"), frame("More")],
      [
        { from: 1, to: 3, attributes: { polarity: "-" } },
        { from: 0, to: 1, attributes: {} },
      ],
    );
    expect([textsIn(board).toSorted(), textsIn(doc).toSorted()]).toEqual([
      ["Ideas", "More"],
      ["benches", "trees"],
    ]);
    const [ideas, more] = ["Ideas", "More"].map(
      (title) => [...readBoard(board).cards.values()].find(({ text }) => text === title)?.id,
    );
    expect([...readBoard(board).links.values()]).toMatchObject([{ from: ideas, to: more, polarity: "-" }]);
    expect([...readBoard(doc).cards.values()].map((card) => card.attributes)).toEqual([{}, {}]);
    expect(ui.get().selection).toEqual(new Set(ids));
    expect(ids).toHaveLength(4);
    expect(shown.findLast((part) => "selection" in part)?.selection?.toSorted()).toEqual([ideas, more].toSorted());
  });

  it("[F106] no copy is made of what waits to be revealed once its step is over", () => {
    const { drafting, live, workshop } = openSilent("facilitator");
    const { canvas } = drafting;
    const frame = canvas.commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })!;
    const note = canvas.commands.addCard(idea("benches"))!;
    const mayCopy = () => [frame, note].map((id) => canvas.mayCopy(id));
    expect(mayCopy()).toEqual([true, true]);
    writeState(workshop, [settingNow(undefined)]);
    expect(mayCopy()).toEqual([true, false]);
    expect(live.mayCopy(frame)).toBe(true);
  });

  it("[F107] once its step is over nothing of a draft is taken back or made again; that is kept until it may be", () => {
    const { drafting, doc, workshop } = openSilent();
    const { commands } = drafting.canvas;
    const note = commands.addCard(idea("benches"))!;
    commands.moveCards([note], [10, 10]);
    commands.undo();
    const under = (isOver: boolean) =>
      writeState(workshop, [settingNow(isOver ? undefined : { phase: phase.id, startedAt: 0 })]);
    const read = () => readBoard(doc).cards.get(note);
    const before = read();
    const told: (string | undefined)[] = [];
    drafting.board.subscribe("forbidden", () => told.push(drafting.board.forbidden()?.reason));
    under(true);
    expect([commands.undo(), commands.redo()]).toEqual([
      { done: 0, skipped: 0 },
      { done: 0, skipped: 0 },
    ]);
    expect([told, read()]).toEqual([["phase", "phase"], before]);
    under(false);
    commands.redo();
    expect(read()?.position).toEqual([10, 10]);
    commands.undo();
    commands.undo();
    expect(read()?.attributes.trashedAt).toBeDefined();
  });

  it("[F107] what was done to the board is taken back by the rules of the board, after the step too", () => {
    const { drafting, board, workshop } = openSilent("facilitator");
    const { commands } = drafting.canvas;
    commands.addCard(idea("benches"));
    const frame = commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })!;
    writeState(workshop, [settingNow(undefined)]);
    expect(commands.undo()).toMatchObject({ skipped: 0 });
    expect(readBoard(board).cards.get(frame)?.attributes.trashedAt).toBeDefined();
    expect(drafting.board.forbidden()).toBeUndefined();
  });

  it("[F107] an act of a draft keeps its turn while its person is muted, and while the board is frozen", () => {
    const { drafting, live, doc, workshop } = openSilent();
    const { commands } = drafting.canvas;
    commands.addCard(idea("benches"));
    for (const [begin, end, reason] of [
      [muting(live.me.person, true, 1), muting(live.me.person, false, 2), "muted"],
      [freezing(true, 3), freezing(false, 4), "frozen"],
    ] as const) {
      writeState(workshop, [begin]);
      expect(commands.undo()).toEqual({ done: 0, skipped: 0 });
      expect(drafting.board.forbidden()?.reason).toBe(reason);
      writeState(workshop, [end]);
    }
    commands.undo();
    expect([...readBoard(doc).cards.values()].map(({ attributes }) => attributes.trashedAt === undefined)).toEqual([
      false,
    ]);
  });

  it.each([
    ["board", "draft"],
    ["draft", "board"],
  ] as const)(
    "[F134] while the document of the %s is changed, who writes in a text of the %s goes on in it",
    (refused, written) => {
      const { drafting, live, refusals } = openSilent("facilitator");
      const { commands } = drafting.canvas;
      const frame = commands.addCard({ kind: "frame", position: [0, 0], text: "Ideas" })!;
      const note = commands.addCard(idea("benches"))!;
      const [own, foreign] = written === "draft" ? [note, frame] : [frame, note];
      const typing = () => [live.ui.get().editing, live.ui.get().resuming];
      commands.edit(own);
      refusals[refused].refuse();
      expect(typing()).toEqual([own, undefined]);
      refusals[refused].restore();
      expect(typing()).toEqual([own, undefined]);
      // whose own document is changed as well goes on when that one is there again
      refusals[refused].refuse();
      refusals[written].refuse();
      expect(typing()).toEqual([undefined, own]);
      refusals[refused].restore();
      expect(typing()).toEqual([undefined, own]);
      refusals[written].restore();
      expect(typing()).toEqual([own, undefined]);
      // who has gone over to the other document meanwhile is not called back
      refusals[written].refuse();
      commands.edit(foreign);
      refusals[written].restore();
      expect(typing()).toEqual([foreign, undefined]);
    },
  );

  it.each(["board", "draft"] as const)(
    "[F134] who goes over to another text of the %s while its document is changed goes on in that one",
    (document) => {
      const { drafting, live, refusals } = openSilent("facilitator");
      const { commands } = drafting.canvas;
      const begin = (text: string) =>
        document === "draft"
          ? commands.addCard(idea(text))!
          : commands.addCard({ kind: "frame", position: [0, 0], text })!;
      const [one, another] = [begin("benches"), begin("trees")];
      const typing = () => [live.ui.get().editing, live.ui.get().resuming];
      const { refuse, restore } = refusals[document];
      commands.edit(one);
      refuse();
      commands.edit(another);
      // what its field is bound to is to go
      refuse();
      expect(typing()).toEqual([undefined, another]);
      restore();
      expect(typing()).toEqual([another, undefined]);
      refuse();
      // opened in the document that is there now
      commands.edit(one);
      expect(typing()).toEqual([one, undefined]);
      restore();
      expect(typing()).toEqual([one, undefined]);
      // the same text once more: it is stopped once more
      refuse();
      commands.edit(one);
      refuse();
      expect(typing()).toEqual([undefined, one]);
      restore();
      expect(typing()).toEqual([one, undefined]);
    },
  );

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

describe("the view of a board", () => {
  it("[F122] is found whichever state of the board is drawn and whichever is asked, and is not taken from who came after", () => {
    const { live, drafting, board } = openSilent();
    const past = openVersionState(live, encodeDoc(board));
    const states = [live, drafting.board, drafting.canvas, awaitingDraft(live).canvas, past];
    // nothing of it is moved here
    const [before, after] = [{} as View, {} as View];
    for (const drawn of states) {
      const forget = setView(drawn, before);
      for (const asked of states) expect(viewOf(asked)).toBe(before);
      const forgetAfter = setView(live, after);
      forget();
      expect(viewOf(drawn)).toBe(after);
      forgetAfter();
      expect(viewOf(drawn)).toBeUndefined();
    }
    past.close();
  });
});
