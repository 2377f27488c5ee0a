import { createBoardDoc } from "@palabre/shared/documents";
import type { CardId, Pair, Role } from "@palabre/shared/terms";
import { describe, expect, it, vi } from "vitest";
import { connectAlone, someoneOn } from "../state/alone.ts";
import { boardStateOver } from "../state/index.ts";
import { textIn } from "../i18n/index.ts";
import type { ActionContext } from "./action.ts";
import { actionOf } from "./actions/index.ts";
import { goInto, takenWith } from "./choosing.ts";
import { manyState } from "./tools/many.ts";

const text = await textIn("en", "en-GB");

/** A board with a group of two, and a card beside it; the keyboard is on the one that is said. */
function withGroup() {
  const doc = createBoardDoc();
  const stateOf = (role: Role) => boardStateOver(connectAlone({ board: doc }), someoneOn(role, { language: "en" }));
  const board = stateOf("participant");
  const add = (position: Pair, group?: string): CardId =>
    board.commands.addCard({ kind: "note", position, text: "A", attributes: group === undefined ? {} : { group } }) ??
    expect.fail("the card was refused");
  const [a, b, alone] = [add([0, 0], "g"), add([0, 300], "g"), add([600, 0])];
  board.commands.select([]);
  let focused: CardId | undefined;
  // of a canvas, only where the keyboard is
  const view = {
    focused: () => focused,
    focusCard: (id: CardId) => void (focused = id),
    comeNear: () => {},
  } as unknown as ActionContext["view"];
  const viewer = stateOf("viewer");
  const context: ActionContext = { board, view, text, toast: vi.fn<() => void>(), announce: vi.fn<() => void>() };
  const run = (id: Parameters<typeof actionOf>[0]) => void actionOf(id).run(context);
  return {
    board,
    viewer,
    context,
    a,
    b,
    alone,
    run,
    focus: (id: CardId) => void (focused = id),
    focused: () => focused,
  };
}

describe("who takes a card of a group takes the group", () => {
  it("[B25] who only looks goes from card to card of it", () => {
    const { viewer, context, a, b, focus } = withGroup();
    focus(a);
    void actionOf("nearestDown").run({ ...context, board: viewer });
    expect(viewer.ui.get().selection).toEqual(new Set([b]));
  });

  it("[B25] also by tapping one card after another", () => {
    const { board, context, a, b, alone } = withGroup();
    manyState.onCard?.(context, alone);
    manyState.onCard?.(context, a);
    expect(board.ui.get().selection).toEqual(new Set([alone, a, b]));
    manyState.onCard?.(context, b);
    expect(board.ui.get().selection).toEqual(new Set([alone]));
  });

  it("[B25] also by dragging a card that is not chosen, without what is locked", () => {
    const { board, a, b, alone } = withGroup();
    board.commands.select([alone]);
    expect(takenWith(board, a)).toEqual([a, b]);
    expect(takenWith(board, alone)).toEqual([alone]);
    board.commands.setCard(b, { locked: true });
    expect(takenWith(board, a)).toEqual([a]);
    board.ui.set({ inGroup: "g" });
    expect(takenWith(board, b)).toEqual([b]);
  });

  it("[B25] unless no other of it is there: a second click on that card opens its text", () => {
    const { board, a, b, alone } = withGroup();
    expect(goInto(board, alone)).toBe(false);
    const back = board.commands.trash([b]);
    expect([goInto(board, a), board.ui.get().inGroup]).toEqual([false, undefined]);
    back?.();
    expect([goInto(board, a), board.ui.get().inGroup]).toEqual([true, "g"]);
  });

  it("[B25] also with the keyboard, whose Enter goes into it", () => {
    const { board, a, b, alone, run, focus, focused } = withGroup();
    focus(a);
    run("pick");
    expect(board.ui.get().selection).toEqual(new Set([a, b]));
    run("pick");
    expect(board.ui.get().selection).toEqual(new Set());
    focus(alone);
    run("nearestLeft");
    expect(focused()).toBe(a);
    expect(board.ui.get().selection).toEqual(new Set([a, b]));
    run("write");
    expect(board.ui.get()).toMatchObject({ selection: new Set([a]), inGroup: "g", editing: undefined });
    run("nearestDown");
    expect(board.ui.get()).toMatchObject({ selection: new Set([b]), inGroup: "g" });
    run("write");
    expect(board.ui.get().editing).toBe(b);
    run("nearestRight");
    expect(board.ui.get()).toMatchObject({ selection: new Set([alone]), inGroup: undefined });
    // what was chosen besides stays chosen: the card with the keyboard is in none of it
    board.commands.select([a, b, alone]);
    focus(a);
    run("write");
    expect(board.ui.get()).toMatchObject({ selection: new Set([a, b, alone]), inGroup: undefined });
  });
});
