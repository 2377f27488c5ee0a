import {
  createBoardDoc,
  freezing,
  locking,
  settingAgenda,
  settingNow,
  writeState,
  type OwnPresence,
} from "@palabre/shared/documents";
import { newPhaseId, type CardId, type Phase } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { connectAlone, someoneOn } from "../state/alone.ts";
import { boardStateOver } from "../state/index.ts";
import { openEntry } from "./openEntry.ts";

/** A participant's board with a card of theirs and one of another's, and what is told of the form of either. */
function openTwin() {
  const shown: OwnPresence[] = [];
  const board = createBoardDoc();
  const turns: Partial<Record<"refused" | "restored", () => void>> = {};
  const connection = connectAlone(
    {
      board,
      onRefused: (listener) => {
        turns.refused = listener;
        return () => {};
      },
      onRestored: (listener) => {
        turns.restored = listener;
        return () => {};
      },
    },
    shown,
  );
  const state = boardStateOver(connection, someoneOn());
  const other = boardStateOver(connectAlone({ board }), someoneOn());
  const note = (text: string) => ({ kind: "note", position: [0, 0], text }) as const;
  const mine = state.commands.addCard(note("mine"))!;
  const theirs = other.commands.addCard(note("theirs"))!;
  const reasons: (string | undefined)[] = [];
  state.subscribe("forbidden", () => reasons.push(state.forbidden()?.reason));
  const ends: string[] = [];
  const open = (card: CardId) =>
    openEntry(state, card, { onGone: () => ends.push("gone"), onClosed: () => ends.push("closed") });
  const { workshop } = connection;
  return {
    state,
    other,
    workshop,
    mine,
    theirs,
    reasons,
    ends,
    open,
    turns,
    shown,
    editing: () => state.ui.get().editing,
  };
}
const ownOnly: Phase = {
  id: newPhaseId(),
  title: { en: "Own" },
  instruction: {},
  may: { participant: { add: [], edit: "own", move: "all", trash: "own", link: true, comment: true } },
};

describe("a form of the text twin", () => {
  it("[F11] is closed when the board is frozen or its card locked, and why is said", () => {
    for (const [change, reason] of [
      [() => freezing(true, 1), "frozen"],
      [(card: CardId) => locking(card, true, 1), "locked"],
    ] as const) {
      const { workshop, mine, editing, open, ends, reasons } = openTwin();
      open(mine);
      expect(editing()).toBe(mine);
      writeState(workshop, [change(mine)]);
      expect([editing(), ends, reasons]).toEqual([undefined, ["closed"], [reason]]);
    }
  });

  it("[T9] a step in which the card is no longer one's to write closes it, and why is said", () => {
    const { workshop, theirs, editing, open, ends, reasons } = openTwin();
    open(theirs);
    expect([editing(), ends]).toEqual([theirs, []]);
    writeState(workshop, [
      settingAgenda({ revision: 1, phases: [ownOnly] }),
      settingNow({ phase: ownOnly.id, startedAt: 0 }),
    ]);
    expect([editing(), ends, reasons]).toEqual([undefined, ["closed"], ["not-yours"]]);
  });

  it("[T10] where a card may not be written, its text is not: the rest of the form stays until the board is frozen", () => {
    const { workshop, theirs, editing, open, ends, reasons } = openTwin();
    writeState(workshop, [
      settingAgenda({ revision: 1, phases: [ownOnly] }),
      settingNow({ phase: ownOnly.id, startedAt: 0 }),
    ]);
    open(theirs);
    expect([editing(), ends, reasons]).toEqual([undefined, [], ["not-yours"]]);
    writeState(workshop, [freezing(true, 2)]);
    expect([ends, reasons]).toEqual([["closed"], ["not-yours", "frozen"]]);
  });

  it("[T9] when the document is changed under it, its text goes on in the one that follows", () => {
    const { mine, editing, open, ends, turns } = openTwin();
    open(mine);
    turns.refused?.();
    expect([editing(), ends]).toEqual([undefined, []]);
    turns.restored?.();
    expect([editing(), ends]).toEqual([mine, []]);
  });

  it("[B98] is told once that somebody put its card in the trash", () => {
    const { other, mine, open, ends } = openTwin();
    open(mine);
    other.commands.trash([mine]);
    expect(ends).toEqual(["gone"]);
  });

  it("[F64] shows who writes in it, to the end of its writing", () => {
    const { state, mine, editing, open, shown, ends } = openTwin();
    const close = open(mine);
    // and it is not typed on the canvas as well
    expect([shown.at(-1)?.editing, state.ui.get().isInTwin]).toEqual([mine, true]);
    close();
    close();
    expect([editing(), shown.at(-1), ends]).toEqual([undefined, { editing: undefined }, []]);
    expect(state.ui.get().isInTwin).toBe(false);
  });
});
