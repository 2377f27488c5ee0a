import { createBoardDoc } from "@palabre/shared/documents";
import type { Role } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { textIn } from "../i18n/index.ts";
import { connectAlone, someoneOn } from "../state/alone.ts";
import { boardStateOver } from "../state/index.ts";
import type { Toast } from "../ui/index.ts";
import { isForLostField, loseField } from "./lostField.ts";

const text = await textIn("en", "en-GB");

/** A board with a card in its trash, and what a person of that role is told of it. */
function loseCard(role: Role = "participant") {
  const doc = createBoardDoc();
  const as = (who: Role) => boardStateOver(connectAlone({ board: doc }), someoneOn(who, { language: "en" }));
  const { commands } = as("facilitator");
  const card = commands.addCard({ kind: "note", position: [0, 0], text: "A note" }) ?? expect.fail("it was refused");
  commands.trash([card]);
  const board = as(role);
  const toasts: Toast[] = [];
  loseField({ board, text, toast: (toast) => void toasts.push(toast) }, [card], "“A note” was deleted.");
  return { board, card, toast: toasts[0] ?? expect.fail("nothing was said") };
}
const press = (key: string, afterMs: number, held?: "ctrlKey" | "metaKey") =>
  isForLostField({
    key,
    ctrlKey: held === "ctrlKey",
    metaKey: held === "metaKey",
    timeStamp: performance.now() + afterMs,
  });

describe("a field that is lost", () => {
  it("[B98] is told with a way back, which only those are offered who may go it", () => {
    const { board, card, toast } = loseCard();
    expect([toast.text, toast.action?.label]).toEqual(["“A note” was deleted.", "Bring back"]);
    toast.action?.onAction();
    expect(board.card(card)?.attributes.trashedAt).toBeUndefined();
    expect([...board.ui.get().selection]).toEqual([card]);
    expect(loseCard("viewer").toast.action).toBeUndefined();
  });

  it("[B98] [B151] of a link whose card was deleted, that card alone comes back", () => {
    const board = boardStateOver(connectAlone(), someoneOn("participant"));
    const { addCard, addLink, trash } = board.commands;
    const card = () => addCard({ kind: "note", position: [0, 0], text: "A" }) ?? expect.fail("it was refused");
    const [from, to] = [card(), card()];
    const link = addLink(from, to) ?? expect.fail("it was refused");
    trash([to]);
    const toasts: Toast[] = [];
    loseField({ board, text, toast: (toast) => void toasts.push(toast) }, [link, from, to], "The link went.");
    toasts[0]?.action?.onAction();
    expect(board.card(to)?.attributes.trashedAt).toBeUndefined();
    // one act that brought one thing back
    expect(board.commands.undo()).toEqual({ done: 1, skipped: 0 });
  });

  it("[B98] takes what is still typed, until the fingers rest", () => {
    loseCard();
    const typed = ["n", " ", "G", "Enter", "Backspace", "Delete", "3"];
    expect(typed.map((key, at) => press(key, 900 * (at + 1)))).toEqual(typed.map(() => true));
    expect(press("n", 900 * typed.length + 1_500)).toBe(false);
  });

  it("[B98] takes no key that writes nothing", () => {
    loseCard();
    expect([press("Escape", 10), press("ArrowDown", 10), press("F6", 10), press("z", 10, "ctrlKey")]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
