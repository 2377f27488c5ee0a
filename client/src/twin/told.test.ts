import { createBoardDoc } from "@palabre/shared/documents";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { textIn } from "../i18n/index.ts";
import { connectAlone, someoneOn } from "../state/alone.ts";
import { boardStateOver } from "../state/index.ts";
import { announcements } from "../ui/announcements.ts";
import { toasts } from "../ui/toasts.ts";
import { takeBack } from "./takeBack.ts";
import { tieEdits } from "./tieEdits.ts";

const text = await textIn("en", "en-GB");

/** A board with two cards, and what is heard of it. */
function openTwin() {
  const board = boardStateOver(connectAlone({ board: createBoardDoc() }), someoneOn());
  const add = (words: string) =>
    board.commands.addCard({ kind: "factor", position: [0, 0], text: words }) ?? expect.fail("the card was refused");
  const heard: string[] = [];
  onTestFinished(announcements.subscribe("polite", (words) => heard.push(words)));
  return { board, ends: [add("Waiting"), add("Trust")] as const, edits: tieEdits(board, text, new Map()), heard };
}

describe("what is done in the text twin", () => {
  let nowMs = 0;
  beforeEach(() => {
    nowMs += 1_000_000;
    vi.useFakeTimers({ now: nowMs });
    onTestFinished(() => {
      vi.runAllTimers();
      vi.useRealTimers();
    });
  });

  it("[T12] undoing and redoing is said, and that there is nothing more to undo", () => {
    const { board, heard } = openTwin();
    takeBack(board, "undo", text);
    vi.advanceTimersByTime(3_000);
    takeBack(board, "redo", text);
    vi.advanceTimersByTime(3_000);
    for (const _ of [1, 2, 3]) takeBack(board, "undo", text);
    vi.advanceTimersByTime(6_000);
    expect(heard).toEqual(["Undone.", "Redone.", "Undone.", "Undone.", "Nothing to undo."]);
  });

  it("[T12] a link that is added, changed or removed is said as it reads, and comes back by its notice", () => {
    const { board, ends, edits, heard } = openTwin();
    const [waiting, trust] = ends;
    edits.add(waiting, trust, "-");
    const [link] = board.snapshot().links.values();
    const tie = () => ({
      link: board.link(link?.id ?? expect.fail("no link")) ?? expect.fail("no link"),
      way: "in" as const,
      other: board.card(waiting) ?? expect.fail("no card"),
    });
    edits.set(tie(), { strength: 3 });
    edits.set(tie(), { polarity: "+" });
    edits.remove(tie());
    vi.advanceTimersByTime(12_000);
    expect(heard).toEqual([
      "hinders Trust, clearly",
      "is hindered by Waiting, strongly",
      "is helped by Waiting, strongly",
      "Link removed: is helped by Waiting, strongly. Undo",
    ]);
    expect(tie().link.attributes.trashedAt).toBeDefined();
    toasts.act(toasts.get().at(-1)?.id ?? 0);
    expect(tie().link.attributes.trashedAt).toBeUndefined();
  });
});
