import {
  applyUpdate,
  createBoardDoc,
  createStateDoc,
  encodeDoc,
  settingAgenda,
  settingNow,
  writeState,
  type BoardDoc,
} from "@palabre/shared/documents";
import { LIMITS, newPhaseId, type CardId, type Pair, type Phase, type Role } from "@palabre/shared/terms";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { ACTION_ICONS } from "../actionIcons.ts";
import { textIn } from "../../i18n/index.ts";
import { connectAlone, someoneOn } from "../../state/alone.ts";
import { boardStateOver, type BoardState, type View } from "../../state/index.ts";
import { announce, announcements } from "../../ui/announcements.ts";
import type { Toast } from "../../ui/index.ts";
import { arrangingActions } from "../arrange/arrangingActions.ts";
import { duplicate } from "../arrange/duplicate.ts";
import { selectedLinks, type ActionContext, type ActionId } from "../action.ts";
import { boxOf, middleOf } from "../box.ts";
import { menuItems } from "../menuItems.ts";
import { takePasted } from "../paste/index.ts";
import { finishLink } from "../joining.ts";
import { contextOf, runAction } from "../useActionContext.ts";
import { actionOf, actions, addActions } from "./index.ts";

const text = await textIn("en", "en-GB");
// as once the board is seen
addActions(arrangingActions);

/** A board of one person, and what that one is told. */
function openAlone(role: Role = "participant", doc: BoardDoc = createBoardDoc()) {
  const workshop = createStateDoc();
  const board: BoardState = boardStateOver(connectAlone({ board: doc, workshop }), someoneOn(role, { language: "en" }));
  const toasts: Toast[] = [];
  const said: string[] = [];
  const context: ActionContext = {
    board,
    view: undefined,
    text,
    toast: (toast) => void toasts.push(toast),
    announce: (words) => void said.push(words),
  };
  const add = (text: string, position: Pair = [0, 0]): CardId =>
    board.commands.addCard({ kind: "factor", position, text }) ?? expect.fail("the card was refused");
  return { board, doc, workshop, context, toasts, said, add, run: (id: ActionId) => runAction(actionOf(id), context) };
}

afterEach(() => vi.unstubAllGlobals());

describe("actions", () => {
  it("have one id each, and one key for one thing", () => {
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    const chords = actions.flatMap(({ keys, id }) => keys.map((key) => [JSON.stringify(key), id] as const));
    const shared = chords.filter(([chord], i) => chords.findIndex(([other]) => other === chord) !== i);
    // the same key on a card, on a link, and while linking; and on what is locked, and what is not, and for whom
    expect(shared.map(([, id]) => id).toSorted()).toEqual(
      ["label", "label", "join", "pick", "unlock", "hold", "release"].toSorted(),
    );
  });

  it("a menu has its actions in parts, and those that are about a place do it there", () => {
    // keys are named by the system's own names
    vi.stubGlobal("navigator", { userAgent: "X11; Linux x86_64" });
    const { board, context } = openAlone();
    const entries = menuItems({ type: "ground", at: [300, 200] }, context);
    const words = entries.map((entry) => (entry === "separator" ? "" : entry.label));
    expect(words).toEqual(
      "New card,Add an image,Text,Frame,Paste,,Tidy up,Put together by…,,Choose everything,100%,See everything,Find text on the board,Lasso,Snap to the grid,,Undo,Redo".split(
        ",",
      ),
    );
    const [first] = entries;
    if (first && first !== "separator") first.onAction();
    const [card] = [...board.snapshot().cards.values()];
    expect(card && middleOf(boxOf(card))).toEqual([300, 200]);
  });

  it("every action of a bar has an icon", () => {
    expect(actions.filter(({ barOf, id }) => barOf && !ACTION_ICONS[id]).map(({ id }) => id)).toEqual([]);
  });

  it("[B17] a viewer who tries what changes the board is told so, and nothing changes", () => {
    const { board, toasts, run } = openAlone("viewer");
    run("new");
    run("delete");
    expect(board.snapshot().cards.size).toBe(0);
    // once is enough
    expect(toasts.map(({ text }) => text)).toEqual([
      "You are watching this board: a participant\u2019s link is needed to change it.",
    ]);
  });

  it("[B148] who asks to comment or react in a step without comments is told why, and no later step takes the keyboard for it", () => {
    const { board, workshop, toasts, run, add } = openAlone();
    const may = { add: "all", edit: "all", move: "all", trash: "all", link: true, comment: false } as const;
    const [mute, open] = [false, true].map((comment) => ({
      id: newPhaseId(),
      title: { en: "Look" },
      instruction: {},
      may: { participant: { ...may, comment } },
    }));
    if (!mute || !open) expect.fail("two steps");
    writeState(workshop, [
      settingAgenda({ revision: 1, phases: [mute, open] }),
      settingNow({ phase: mute.id, startedAt: 0 }),
    ]);
    board.commands.select([add("A")]);
    run("comment");
    run("react");
    expect(toasts.map(({ text }) => text)).toEqual(Array(2).fill("The present phase does not allow it."));
    expect(board.ui.get()).toMatchObject({ panel: undefined, saying: undefined });
    writeState(workshop, [settingNow({ phase: open.id, startedAt: 1 })]);
    run("comment");
    expect(toasts).toHaveLength(2);
    expect(board.ui.get()).toMatchObject({ panel: "card", saying: { part: "comment" } });
  });

  it("[B18] undo and redo say when there is nothing", () => {
    const { toasts, run } = openAlone();
    run("undo");
    run("redo");
    expect(toasts.map(({ text }) => text)).toEqual(["Nothing to undo.", "Nothing to redo."]);
  });

  it("[B18] undo says how much stays because somebody changed it since", () => {
    const { board, doc, toasts, run, add } = openAlone();
    const card = add("Ours");
    board.commands.moveCards([card], [10, 0]);
    const other = createBoardDoc();
    applyUpdate(other, encodeDoc(doc));
    openAlone("participant", other).board.commands.moveCards([card], [0, 50]);
    applyUpdate(doc, encodeDoc(other));
    run("undo");
    expect(board.card(card)?.position).toEqual([10, 50]);
    expect(toasts.map(({ text }) => text)).toEqual(["Somebody changed it since: 1 thing stays as it is."]);
  });

  it("[B19] what was deleted comes back by the notice, with its links", () => {
    const { board, toasts, run, add } = openAlone();
    const [a, b] = [add("A"), add("B", [400, 0])];
    const link = board.commands.addLink(a, b, "-");
    board.commands.select([a]);
    run("delete");
    expect(board.card(a)?.attributes.trashedAt).toBeGreaterThan(0);
    expect(toasts.map(({ text }) => text)).toEqual(["Card put in the trash"]);
    toasts[0]?.action?.onAction();
    expect(board.card(a)?.attributes.trashedAt).toBeUndefined();
    expect(link && board.link(link)).toMatchObject({ from: a, to: b, polarity: "-" });
    expect(board.ui.get().selection).toEqual(new Set([a]));
  });

  it("[B19] a locked card is not deleted, and its person is told", () => {
    const { board, toasts, run, add } = openAlone();
    const card = add("A");
    board.commands.setCard(card, { locked: true });
    run("delete");
    expect(board.card(card)?.attributes.trashedAt).toBeUndefined();
    expect(toasts.map(({ text }) => text)).toEqual(["This card is locked."]);
  });

  it("a sign and a strength are set on the chosen link, which is said as a sentence", () => {
    const { board, said, run, add } = openAlone();
    const link = board.commands.addLink(add("Fast answers"), add("Trust", [400, 0])) ?? expect.fail("no link");
    board.commands.select([link]);
    run("hinders");
    run("strong");
    expect(board.link(link)).toMatchObject({ polarity: "-", strength: 3 });
    expect(said).toEqual(["Fast answers hinders Trust, clearly", "Fast answers hinders Trust, strongly"]);
  });

  it("[E16] a link that one draws is said, whatever others do meanwhile", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const heard: string[] = [];
    onTestFinished(announcements.subscribe("polite", (words) => heard.push(words)));
    const { board, add } = openAlone();
    const [a, b] = [add("Fast answers"), add("Trust", [400, 0])];
    announce("Bo is here");
    finishLink(contextOf(board, text), a, b, "-");
    announce("Bo changed Trust");
    vi.advanceTimersByTime(3_000);
    expect(heard).toEqual(["Bo is here", "Fast answers hinders Trust, clearly"]);
  });

  it("[B155] what is done to several links is one step, by keys, menus and a look that is pasted", () => {
    const { board, said, toasts, run, add } = openAlone();
    const [a, b, c] = [add("A"), add("B", [400, 0]), add("C", [800, 0])];
    const links = [board.commands.addLink(a, b), board.commands.addLink(b, c)].flatMap((link) => link ?? []);
    const linksNow = () =>
      links.map((id) => board.link(id)).map((link) => [link?.polarity, link?.strength, link?.delay]);
    const before = linksNow();
    board.commands.select(links);
    for (const id of ["hinders", "strong", "delay"] as const) {
      run(id);
      expect(linksNow()).not.toEqual(before);
      run("undo");
      expect(linksNow()).toEqual(before);
    }
    board.commands.setLink(links[0]!, { polarity: "-", delay: true });
    board.commands.select(links.slice(0, 1));
    run("copyStyle");
    board.commands.select(links);
    run("pasteStyle");
    expect(linksNow()).toEqual([
      ["-", 2, true],
      ["-", 2, true],
    ]);
    expect(said.at(-1)).toBe("Look given to 2 things");
    run("undo");
    expect(linksNow()).toEqual([["-", 2, true], before[1]]);
    expect(toasts).toEqual([]);
  });

  it("[B106] a frame that is made to look like another lets go what no longer lies in it, and takes in what does", () => {
    const { board, run } = openAlone();
    const [frame, small, large] = board.commands.addCards([
      { kind: "frame", position: [0, 0], text: "Here", attributes: { size: [800, 600] } },
      { kind: "note", position: [2_000, 0], text: "Label", attributes: { shape: "text", size: [80, 30] } },
      { kind: "frame", position: [0, 2_000], text: "There", attributes: { size: [900, 700] } },
    ]);
    if (!frame || !small || !large) return expect.fail("the cards were refused");
    const [inside, edge, beside] = board.commands.addCards([
      { kind: "note", position: [20, 20], text: "In", attributes: { frame, size: [120, 72] } },
      { kind: "note", position: [600, 400], text: "At the edge", attributes: { frame, size: [120, 72] } },
      { kind: "note", position: [790, 20], text: "Beside", attributes: { size: [120, 72] } },
    ]);
    if (!inside || !edge || !beside) return expect.fail("the cards were refused");
    const framesNow = () => [inside, edge, beside].map((id) => board.card(id)?.attributes.frame);
    const give = (from: CardId) => {
      board.commands.select([from]);
      run("copyStyle");
      board.commands.select([frame]);
      run("pasteStyle");
    };
    give(small);
    // never smaller than a frame is
    expect(board.card(frame)?.attributes.size).toEqual([240, 180]);
    expect(framesNow()).toEqual([frame, undefined, undefined]);
    run("undo");
    expect(board.card(frame)?.attributes.size).toEqual([800, 600]);
    expect(framesNow()).toEqual([frame, frame, undefined]);
    give(large);
    expect(framesNow()).toEqual([frame, frame, frame]);
  });

  it("[F11] what is done to locked things only is not done, and its person is told why", () => {
    const { board, context, toasts, said, run } = openAlone();
    const [free, ...locked] = board.commands.addCards(
      Array.from({ length: 3 }, (_, i) => ({
        kind: "note" as const,
        position: [i * 400, 0] as const,
        text: "A",
        attributes: { group: "g", ...(i > 0 && { locked: true }) },
      })),
    );
    if (!free) return expect.fail("the cards were refused");
    board.commands.select([free]);
    run("copyStyle");
    said.length = 0;
    board.commands.select(locked);
    const before = board.snapshot().cards;
    for (const id of ["pasteStyle", "resizeRight", "front", "back", "group", "ungroup"] as const) {
      toasts.length = 0;
      run(id);
      expect([id, toasts.map(({ text }) => text)]).toEqual([id, ["This card is locked."]]);
    }
    expect(said).toEqual([]);
    expect(board.snapshot().cards).toEqual(before);
    // of several, those that are free
    board.commands.select([free, ...locked]);
    board.commands.setCard(free, { colour: "blue" });
    toasts.length = 0;
    run("pasteStyle");
    expect([said, toasts]).toEqual([["Look given to 1 thing"], []]);
    expect(context.board.card(free)?.attributes.colour).toBeUndefined();
  });

  it("[B163] what was refused is told by its reason alone, and never said to be done", () => {
    const { board, workshop, toasts, said, run } = openAlone();
    const told: unknown[] = [];
    board.subscribe("forbidden", () => told.push(board.forbidden()?.reason));
    const note = (x: number, group?: string) => ({
      kind: "note" as const,
      position: [x, 0] as const,
      text: "A",
      attributes: group === undefined ? {} : { group },
    });
    const cards = board.commands.addCards([note(0), note(400), note(800, "g"), note(1_200, "g")]);
    // cards are put into groups by where they are moved, and stay as they are
    const grouping: Phase = {
      id: newPhaseId(),
      title: { en: "Group" },
      instruction: {},
      may: { participant: { add: "all", edit: "none", move: "all", trash: "none", link: true, comment: true } },
    };
    writeState(workshop, [
      settingAgenda({ revision: 1, phases: [grouping] }),
      settingNow({ phase: grouping.id, startedAt: 0 }),
    ]);
    for (const id of ["group", "ungroup", "hold", "front", "back", "resizeRight"] as const) {
      board.commands.select(id === "front" || id === "back" ? cards.slice(1, 2) : cards);
      board.ui.set({ inGroup: "g" });
      const before = board.snapshot().cards;
      told.length = 0;
      run(id);
      expect([id, told, said, board.ui.get().inGroup]).toEqual([id, ["phase"], [], "g"]);
      expect(board.snapshot().cards).toEqual(before);
    }
    expect(toasts).toEqual([]);
    writeState(workshop, [settingNow(undefined)]);
    run("hold");
    expect(said).toHaveLength(1);
  });

  it("[B163] how large a card is that can become no smaller is said all the same", () => {
    const { board, said, run } = openAlone();
    board.commands.addCards([{ kind: "note", position: [0, 0], text: "A", attributes: { size: [120, 72] as const } }]);
    run("resizeLeft");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/120.*72/);
  });

  it("[B151] only a link that is seen is followed, said and changed", () => {
    const { board, context, said, add } = openAlone();
    const [a, b, c] = [add("A"), add("B"), add("C")];
    const [toB, toC] = [board.commands.addLink(a, b), board.commands.addLink(a, c)];
    const view = { focused: () => a } as unknown as View;
    const follow = () => void actionOf("follow").run({ ...context, view });
    const chosen = () => [...board.ui.get().selection];
    const back = board.commands.trash([c]);
    follow();
    expect(chosen()).toEqual([toB]);
    follow();
    expect(chosen()).toEqual([toB]);
    board.commands.trash([b]);
    board.commands.select([toB ?? expect.fail("the link was refused")]);
    // one that was chosen before its end was deleted
    expect(selectedLinks(board)).toEqual([]);
    board.commands.select([]);
    said.length = 0;
    follow();
    expect([chosen(), said]).toEqual([[], ["No link here."]]);
    back?.();
    follow();
    expect(selectedLinks(board)).toEqual([toC]);
  });

  it("a copy stands beside what it copies, chosen, with the links between", () => {
    const { board, context, add } = openAlone();
    const [a, b] = [add("A"), add("B", [400, 0])];
    board.commands.addLink(a, b);
    board.commands.select([a, b]);
    duplicate(context);
    const copies = [...board.ui.get().selection].map((id) => board.card(id as CardId));
    expect(copies.map((copy) => [copy?.text, copy?.position])).toEqual([
      ["A", [24, 24]],
      ["B", [424, 24]],
    ]);
    const links = [...board.snapshot().links.values()].map(({ from, to }) => [from, to]);
    expect(links).toHaveLength(2);
    expect(links).toContainEqual([copies[0]?.id, copies[1]?.id]);
  });

  it("[B143] a list and copies that are more than the board holds are put there as far as there is room", () => {
    const { board, context, toasts } = openAlone();
    const told: unknown[] = [];
    board.subscribe("forbidden", () => told.push(board.forbidden()));
    const note = { kind: "note", position: [9_000, 9_000], text: "" } as const;
    board.commands.addCards(Array.from({ length: LIMITS.cardsPerBoard - 12 }, () => note));
    takePasted(context, Array.from({ length: 10 }, (_, i) => `thought ${i}`).join("\n"));
    const [chosen] = board.ui.get().selection;
    takePasted(context, "one more\nanother\nand a third");
    // another card in the place of those would find no room either
    expect(toasts.map((toast) => [toast.text, toast.action?.label])).toEqual([
      ["10 cards from your list", "One card instead"],
      ["2 cards from your list", "Undo"],
    ]);
    board.commands.select(chosen === undefined ? [] : [chosen]);
    duplicate(context);
    expect(board.snapshot().cards.size).toBe(LIMITS.cardsPerBoard);
    expect(told).toEqual([1, 1].map((left) => ({ reason: "full", most: LIMITS.cardsPerBoard, left })));
  });
});
