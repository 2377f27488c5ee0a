import {
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  freezing,
  locking,
  muting,
  openCardText,
  readPresence,
  writeState,
  type OwnPresence,
} from "@palabre/shared/documents";
import { MAX_PRESENCE_BYTES } from "@palabre/shared/protocol";
import { LIMITS, newCardId, titleOf, type CardId, type Role } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { connectAlone, someoneOn } from "./alone.ts";
import { boardStateOver } from "./boardState.ts";

/** A board of one person, and what they show. */
function openAlone(role: Role = "participant") {
  const shown: OwnPresence[] = [];
  const connection = connectAlone({}, shown);
  return { board: boardStateOver(connection, someoneOn(role)), shown, workshop: connection.workshop };
}

const note = { kind: "note", position: [0, 0] } as const;

describe("commands", () => {
  it("[P75] many links are added, changed and thrown away in one step, which one undo takes back", () => {
    const { board } = openAlone();
    const [a, b, c] = [1, 2, 3].map((x) => board.commands.addCard({ kind: "factor", position: [x, x], text: "t" })!);
    const [set, gone] = [board.commands.addLink(a!, b!), board.commands.addLink(b!, a!)];
    const read = () =>
      [...board.snapshot().links.values()]
        .filter(({ attributes }) => attributes.trashedAt === undefined)
        .map(({ from, to, polarity, strength }) => [from, to, polarity, strength]);
    const before = read();
    const add = { type: "add", from: a!, to: c!, polarity: "-", strength: 3 } as const;
    const isDone = board.commands.changeLinks([
      add,
      { type: "set", link: set!, polarity: "-", strength: 1 },
      { type: "trash", link: gone! },
    ]);
    expect(isDone).toBe(true);
    // links of one moment are in the order of their ids, which are chance
    expect(read()).toHaveLength(2);
    expect(read()).toEqual(
      expect.arrayContaining([
        [a, b, "-", 1],
        [a, c, "-", 3],
      ]),
    );
    expect(board.commands.undo()).toEqual({ done: 4, skipped: 0 });
    expect(read()).toEqual(before);
    expect(board.commands.changeLinks([])).toBe(false);
    expect(openAlone("viewer").board.commands.changeLinks([add])).toBe(false);
  });

  it("[B143] what the board has no room for is told with how many, and the rest is made with the links among it", () => {
    const { board } = openAlone();
    const told: unknown[] = [];
    board.subscribe("forbidden", () => told.push(board.forbidden()));
    const note = { kind: "note", position: [0, 0], text: "" } as const;
    const { addCard, addCards, arrange } = board.commands;
    const ids = addCards(Array.from({ length: LIMITS.cardsPerBoard - 2 }, () => note));
    const made = addCards(
      [note, { ...note, within: 3 }, note, { ...note, kind: "frame" }],
      [
        { from: 0, to: 1, attributes: {} },
        { from: 1, to: 2, attributes: {} },
      ],
    );
    expect(made).toHaveLength(2);
    expect([...board.snapshot().links.values()].map(({ from, to }) => [from, to])).toEqual([made]);
    expect(board.card(made[1]!)?.attributes).toEqual({});
    expect(addCard(note)).toBeUndefined();
    // cards that would be put together in a new frame stay where they are
    const gathered = arrange([{ card: ids[0]!, to: [9, 9], within: 0 }], [{ kind: "frame", position: [0, 0] }]);
    expect([gathered, board.card(ids[0]!)?.position]).toEqual([undefined, [0, 0]]);
    expect(board.snapshot().cards.size).toBe(LIMITS.cardsPerBoard);
    expect(told).toEqual([2, 1, 1].map((left) => ({ reason: "full", most: LIMITS.cardsPerBoard, left })));
    // what was there is changed as ever
    expect(board.commands.moveCards(made, [5, 5])).toBe(true);
    expect(board.commands.undo()).toEqual({ done: 2, skipped: 0 });
  });

  it("[F11] what the rules forbid is not done, and its person hears why; facilitators go on", () => {
    for (const role of ["participant", "facilitator"] as const) {
      const { board, workshop } = openAlone(role);
      const reasons: (string | undefined)[] = [];
      board.subscribe("forbidden", () => reasons.push(board.forbidden()?.reason));
      const [locked, free] = [1, 2].map((x) => board.commands.addCard({ kind: "note", position: [x, x], text: "t" })!);
      writeState(workshop, [locking(locked!, true, 1)]);
      board.commands.moveCards([locked!], [10, 0]);
      board.commands.moveCards([free!], [10, 0]);
      board.commands.edit(free!);
      writeState(workshop, [freezing(true, 2)]);
      const isParticipant = role === "participant";
      expect(board.mayEdit).toBe(!isParticipant);
      // a text that is open when the board is frozen is closed with what is in it
      expect(board.ui.get().editing).toBe(isParticipant ? undefined : free);
      expect(board.commands.trash([free!]) === undefined).toBe(isParticipant);
      expect(board.card(locked!)?.position[0]).toBe(isParticipant ? 1 : 11);
      expect(board.card(free!)?.position[0]).toBe(12);
      expect(reasons).toEqual(isParticipant ? ["locked", "frozen"] : []);
    }
  });

  it("[F11] undo takes back what may be changed, leaves what is locked, and keeps its acts while the board is frozen", () => {
    const { board, workshop } = openAlone();
    const reasons: (string | undefined)[] = [];
    board.subscribe("forbidden", () => reasons.push(board.forbidden()?.reason));
    const [locked, free] = [1, 2].map((x) => board.commands.addCard({ kind: "note", position: [x, x], text: "t" })!);
    board.commands.moveCards([free!], [100, 0]);
    const text = board.commands.openText(locked!);
    text?.edit("typed");
    text?.close();
    board.commands.moveCards([locked!, free!], [10, 0]);
    const placeOf = (card: CardId | undefined) => board.card(card!)?.position[0];
    writeState(workshop, [locking(locked!, true, 1)]);
    expect(board.commands.undo()).toEqual({ done: 1, skipped: 0 });
    expect([placeOf(locked), placeOf(free)]).toEqual([11, 102]);
    expect(board.commands.redo()).toEqual({ done: 1, skipped: 0 });
    expect([placeOf(locked), placeOf(free)]).toEqual([11, 112]);
    board.commands.undo();
    expect(board.commands.undo()).toEqual({ done: 0, skipped: 0 });
    expect(board.card(locked!)?.text).toBe("typed");
    writeState(workshop, [freezing(true, 2)]);
    expect(board.commands.undo()).toEqual({ done: 0, skipped: 0 });
    expect(placeOf(free)).toBe(102);
    writeState(workshop, [freezing(false, 3)]);
    expect(board.commands.undo()).toEqual({ done: 1, skipped: 0 });
    expect(placeOf(free)).toBe(2);
    expect(reasons).toEqual(["locked", "locked", "frozen"]);
  });

  it("[F107] undo keeps its acts while its person is muted", () => {
    const { board, workshop } = openAlone();
    const card = board.commands.addCard({ kind: "note", position: [0, 0], text: "t" })!;
    writeState(workshop, [muting(board.me.person, true, 1)]);
    expect(board.commands.undo()).toEqual({ done: 0, skipped: 0 });
    expect(board.forbidden()?.reason).toBe("muted");
    writeState(workshop, [muting(board.me.person, false, 2)]);
    board.commands.undo();
    expect(board.card(card)?.attributes.trashedAt).toBeGreaterThan(0);
  });

  it("[F11] a frame moves without what lies locked in the trash, and not at all with what is locked on it", () => {
    const { board, workshop } = openAlone();
    const frame = board.commands.addCard({ kind: "frame", position: [0, 0], text: "f" })!;
    const [trashed, shown] = [1, 2].map((x) =>
      board.commands.addCard({ kind: "note", position: [x, x], text: "t", attributes: { frame } })!,
    );
    board.commands.trash([trashed!]);
    writeState(workshop, [locking(trashed!, true, 1)]);
    const places = () => [frame, trashed!, shown!].map((card) => board.card(card)?.position[0]);
    expect(board.commands.moveCards([frame], [10, 0])).toBe(true);
    expect(places()).toEqual([10, 1, 12]);
    writeState(workshop, [locking(shown!, true, 1)]);
    expect(board.commands.moveCards([frame], [10, 0])).toBe(false);
    expect(places()).toEqual([10, 1, 12]);
  });

  it("[F11] a text that is open is closed when its card is locked, by whomever", () => {
    const { board, workshop } = openAlone();
    const [a, b] = [1, 2].map((x) => board.commands.addCard({ kind: "note", position: [x, x], text: "t" })!);
    board.commands.edit(a);
    writeState(workshop, [locking(b!, true, 1)]);
    expect(board.ui.get().editing).toBe(a);
    writeState(workshop, [locking(a!, true, 1)]);
    expect(board.ui.get().editing).toBeUndefined();
    expect([a, b].map((card) => board.isLockedByFacilitator(card!))).toEqual([true, true]);
    const c = board.commands.addCard({ kind: "note", position: [3, 3], text: "t" })!;
    board.commands.edit(c);
    board.commands.setCard(c, { locked: true });
    expect(board.ui.get().editing).toBeUndefined();
    expect([board.isLocked(c), board.isLockedByFacilitator(c)]).toEqual([true, false]);
  });

  it("[F1] a viewer's commands change nothing", () => {
    const { board } = openAlone("viewer");
    expect(board.commands.addCard({ kind: "note", position: [0, 0] })).toBeUndefined();
    expect(board.commands.undo()).toBeUndefined();
    expect(board.snapshot().cards.size).toBe(0);
    expect(board.ui.get().editing).toBeUndefined();
  });

  it("[B5] a new card is whole, selected and open for typing; a frame that moves takes its cards along in one step", () => {
    const { board, shown } = openAlone();
    const frame = board.commands.addCard({ kind: "frame", position: [0, 0], text: "What we expect" })!;
    const card = board.commands.addCard({ kind: "expectation", position: [20.4, 20.6], attributes: { frame } })!;
    expect(board.card(card)).toMatchObject({
      kind: "expectation",
      position: [20, 21],
      by: board.me.person,
      attributes: { frame },
    });
    expect(board.ui.get()).toMatchObject({ editing: card, selection: new Set([card]) });
    expect(shown.at(-1)).toEqual({ editing: card });
    board.commands.moveCards([frame], [100, 50]);
    expect(board.card(frame)?.position).toEqual([100, 50]);
    expect(board.card(card)?.position).toEqual([120, 71]);
    board.commands.undo();
    expect(board.card(frame)?.position).toEqual([0, 0]);
    expect(board.card(card)?.position).toEqual([20, 21]);
  });

  it("[B5] a linked card, a list of cards and a drop into a frame are one step each", () => {
    const { board } = openAlone();
    const first = board.commands.addCard({ kind: "factor", position: [0, 0], text: "First" })!;
    const second = board.commands.addCard({ kind: "factor", position: [300, 0], text: "Second", from: first })!;
    expect([...board.snapshot().links.values()]).toMatchObject([{ from: first, to: second, polarity: "+" }]);
    board.commands.undo();
    expect(board.card(second)?.attributes.trashedAt).toBeGreaterThan(0);
    expect([...board.snapshot().links.values()].filter((link) => link.attributes.trashedAt === undefined)).toEqual([]);
    const zeroth = board.commands.addCard({ kind: "factor", position: [-300, 0], text: "Zeroth", to: first })!;
    // two links of one millisecond have no order
    const toFirst = [...board.snapshot().links.values()].filter(({ to }) => to === first);
    expect(toFirst).toMatchObject([{ from: zeroth, polarity: "+" }]);
    board.commands.undo();
    expect([...board.snapshot().links.values()].filter((link) => link.attributes.trashedAt === undefined)).toEqual([]);

    const [frame, inside] = board.commands.addCards(
      [
        { kind: "frame", position: [0, 500], text: "Frame" },
        { kind: "note", position: [10, 510], text: "Inside", within: 0 },
      ],
      [{ from: 1, to: 0, attributes: { polarity: "-", strength: 3 } }],
    );
    expect(board.card(inside!)?.attributes).toEqual({ frame });
    expect([...board.snapshot().links.values()].find(({ from }) => from === inside)).toMatchObject({
      from: inside,
      to: frame,
      polarity: "-",
      strength: 3,
    });
    expect(board.ui.get().selection).toEqual(new Set([frame, inside]));
    board.commands.undo();
    expect([frame!, inside!].map((id) => board.card(id)?.attributes.trashedAt === undefined)).toEqual([false, false]);
    board.commands.redo();

    board.commands.moveCards([first], [0, 520], new Map([[first, frame]]));
    expect(board.card(first)).toMatchObject({ position: [0, 520], attributes: { frame } });
    board.commands.undo();
    expect(board.card(first)).toMatchObject({ position: [0, 0], attributes: {} });
  });

  it("[B103] arranging gives what takes exactly that back, and nothing that came after it", () => {
    const { board } = openAlone();
    const [a, b] = [1, 2].map((x) => board.commands.addCard({ kind: "note", position: [x, x], text: "t" })!);
    const back = board.commands.arrange([a!, b!].map((card) => ({ card, to: [50, 50] })));
    board.commands.moveCards([b!], [10, 10]);
    board.commands.setCard(a!, { tags: ["later"] });
    back?.();
    expect([a, b].map((card) => board.card(card!)?.position)).toEqual([
      [1, 1],
      [60, 60],
    ]);
    expect(board.card(a!)?.attributes.tags).toEqual(["later"]);
    back?.();
    expect(board.card(a!)?.position).toEqual([1, 1]);
    expect(board.commands.arrange([])).toBeUndefined();
  });

  it("[B8] what was brought on the board is taken off it again, but for cards in which somebody else has written", () => {
    const connection = connectAlone();
    const own = boardStateOver(connection, someoneOn());
    const [kept, gone] = own.commands.addCards(
      [1, 2].map((x) => ({ kind: "note", position: [x, x] as const, text: `line ${x}` })),
      [{ from: 0, to: 1, attributes: {} }],
    );
    const other = createBoardDoc();
    applyUpdate(other, encodeDoc(connection.board));
    openCardText(other, kept!)?.edit("line 1, as we said");
    applyUpdate(connection.board, encodeDoc(other));
    expect(own.commands.takeAway([kept!, gone!])).toBe(1);
    expect([kept, gone].map((id) => own.card(id!)?.attributes.trashedAt === undefined)).toEqual([true, false]);
    own.commands.undo();
    expect(own.card(gone!)?.attributes.trashedAt).toBeUndefined();
  });

  it("[F140] letters that were held go to the end of their card, one step of undo; where it takes none any more they are told with its text", () => {
    const told: unknown[] = [];
    const connection = connectAlone({ tellUnwritten: (...words) => void told.push(words) });
    const board = boardStateOver(connection, someoneOn());
    const [free, fixed] = ["Trees", "Tools"].map((text) => board.commands.addCard({ ...note, text })!);
    const gone = newCardId();
    const puts = [free!, fixed!, gone].map((card) => board.commands.holdText(card));
    openCardText(connection.board, free!)?.edit("Old trees");
    writeState(connection.workshop, [locking(fixed!, true, 1)]);
    for (const put of puts) put(" for all");
    expect([free, fixed].map((card) => board.card(card!)?.text)).toEqual(["Old trees for all", "Tools"]);
    expect(told).toEqual([
      [fixed, "Tools for all", "locked"],
      [gone, " for all", "gone"],
    ]);
    board.commands.undo();
    expect(board.card(free!)?.text).toBe("Old trees");
  });

  it("[B106] a frame is made with what it holds in one step; what the rules keep in its place stays there", () => {
    const { board, workshop } = openAlone();
    const [free, fixed] = [1, 2].map((x) => board.commands.addCard({ kind: "note", position: [x, x], text: "t" })!);
    writeState(workshop, [locking(fixed!, true, 1)]);
    const holds = [free!, fixed!];
    const frame = board.commands.addCard({ kind: "frame", position: [0, 0], text: "Frame", holds })!;
    const framesOf = () => holds.map((card) => board.card(card)?.attributes.frame);
    expect(framesOf()).toEqual([frame, undefined]);
    board.commands.undo();
    expect(framesOf()).toEqual([undefined, undefined]);
    expect(board.card(frame)?.attributes.trashedAt).toBeGreaterThan(0);
    board.commands.redo();
    const size = { card: frame, values: { size: [300, 300] as const } };
    expect(board.commands.arrange([size], [], new Map(holds.map((card) => [card, undefined])))).toBeDefined();
    expect(framesOf()).toEqual([undefined, undefined]);
    board.commands.undo();
    expect(framesOf()).toEqual([frame, undefined]);
  });

  it("[B6] trash gives what brings exactly these back", () => {
    const { board } = openAlone();
    const id = board.commands.addCard({ kind: "note", position: [0, 0], text: "Keep me\nplease" })!;
    const bringBack = board.commands.trash([id]);
    expect(board.card(id)?.attributes.trashedAt).toBeGreaterThan(0);
    bringBack?.();
    expect(titleOf(board.card(id)!)).toBe("Keep me");
    expect(board.card(id)?.attributes).toEqual({});
  });

  it("[B5] two cards are linked once in each direction, and never a card to itself", () => {
    const { board } = openAlone();
    const [a, b] = ["A", "B"].map((text) => board.commands.addCard({ kind: "factor", position: [0, 0], text })!) as [
      CardId,
      CardId,
    ];
    const link = board.commands.addLink(a, b, "-");
    expect(board.commands.addLink(a, b)).toBe(link);
    expect(board.commands.addLink(a, a)).toBeUndefined();
    expect(board.commands.addLink(b, a)).not.toBe(link);
    expect(board.link(link!)).toMatchObject({ from: a, to: b, polarity: "-", strength: 2 });
  });

  it("[B141] who chooses or drags a great many cards stays present: what they show is short, and the first of them are marked", () => {
    const { board, shown } = openAlone();
    const many = Array.from({ length: 300 }, () => newCardId());
    board.commands.select(many);
    board.commands.showDrag({ cards: many.slice(0, LIMITS.draggedCards), by: [-12_345.678_9, 12_345.678_9] });
    expect(board.ui.get().selection.size).toBe(300);
    const { person, name, role, colour } = board.me;
    const state = Object.assign({ user: { person, name, role, colour } }, ...shown) as unknown;
    // of what is longer the server passes nothing on, nor that the person is still there
    expect(JSON.stringify(state).length).toBeLessThan(MAX_PRESENCE_BYTES);
    expect(readPresence(state)?.selection).toEqual(many.slice(0, LIMITS.draggedCards));
    board.commands.select([]);
    expect(shown.at(-1)).toEqual({ selection: undefined });
  });

  it("[B11] whoever shows one card hears of that card only", () => {
    const { board } = openAlone();
    const [a, b] = ["A", "B"].map((text) => board.commands.addCard({ kind: "note", position: [0, 0], text })!) as [
      CardId,
      CardId,
    ];
    const heard: string[] = [];
    board.subscribe(`card:${a}`, () => heard.push("a"));
    const stop = board.subscribe(`card:${b}`, () => heard.push("b"));
    board.commands.setCard(a, { tags: ["x"] });
    board.commands.moveCards([b], [1, 1]);
    stop();
    board.commands.moveCards([b], [1, 1]);
    expect(heard).toEqual(["a", "b"]);
  });
});
