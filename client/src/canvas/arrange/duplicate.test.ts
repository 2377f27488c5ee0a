import { createBoardDoc, createStateDoc, settingAgenda, settingNow, writeState } from "@palabre/shared/documents";
import { newPhaseId, type CardId, type Phase } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { connectAlone, SILENT, someoneOn } from "../../state/alone.ts";
import { draftingOver } from "../../state/draftingState.ts";
import { boardStateOver } from "../../state/index.ts";
import type { Toast } from "../../ui/index.ts";
import type { Mover } from "../useMoving.ts";
import { createDragAids } from "./createDragAids.ts";
import { duplicate } from "./duplicate.ts";
import { bindGroup } from "./groups.ts";
import { hold } from "./hold.ts";

const text = await textIn("en", "en-GB");
const phase: Phase = { id: newPhaseId(), title: { en: "Ideas" }, instruction: {}, writing: "silent" };

/** A frame of the board and a card of one's own draft, whose step is over. */
function openOver() {
  const [board, workshop] = [createBoardDoc(), createStateDoc()];
  writeState(workshop, [
    settingAgenda({ revision: 1, phases: [phase] }),
    settingNow({ phase: phase.id, startedAt: 0 }),
  ]);
  const live = boardStateOver(connectAlone({ board, workshop }), someoneOn("facilitator"));
  const draft = {
    ...SILENT,
    doc: createBoardDoc(),
    // nothing of it is asked for here
    provider: undefined as never,
    status: () => ({ type: "saved", at: 1 }) as const,
    waiting: () => ({ changes: 0, kept: 0, isKeeping: true }),
    end: () => {},
  };
  const { canvas } = draftingOver(live, draft, { phase: phase.id, round: 0 });
  const put = (kind: "frame" | "note"): CardId =>
    canvas.commands.addCard({ kind, position: [0, 0], text: kind }) ?? expect.fail("the card was refused");
  const [frame, note] = [put("frame"), put("note")];
  writeState(workshop, [settingNow(undefined)]);
  const told: Toast[] = [];
  const said: string[] = [];
  const context = {
    board: canvas,
    view: undefined,
    text,
    toast: (toast: Toast) => void told.push(toast),
    announce: (words: string) => void said.push(words),
  };
  const textsNow = () => [...canvas.snapshot().cards.values()].map((card) => card.text).toSorted();
  return { canvas, context, frame, note, said, textsNow, told: () => told.splice(0).map((toast) => toast.text) };
}
const LEFT_OUT = "Ideas that wait to be revealed are not copied.";

describe("copies of what waits to be revealed", () => {
  it("[F139] are not made, and who asked for them is told; what was chosen with it is copied", () => {
    const { canvas, context, frame, note, textsNow, told } = openOver();
    canvas.commands.select([note]);
    duplicate(context);
    expect([textsNow(), told()]).toEqual([["frame", "note"], [LEFT_OUT]]);
    canvas.commands.select([frame, note]);
    duplicate(context);
    expect([textsNow(), told()]).toEqual([["frame", "frame", "note"], [LEFT_OUT]]);
    canvas.commands.select([frame]);
    duplicate(context);
    expect([textsNow().length, told()]).toEqual([4, []]);
  });

  it("[F139] are not made by dragging either", () => {
    const { context, frame, note, textsNow, told } = openOver();
    vi.stubGlobal("window", new EventTarget());
    onTestFinished(() => void vi.unstubAllGlobals());
    // of a mover and of a canvas, only what a hand that copies asks of them
    const mover = { show: () => {}, cancel: () => {} } as unknown as Mover;
    const aids = createDragAids({
      context,
      mover,
      places: () => expect.fail("nothing is seen"),
      sight: () => undefined,
      onAid: () => {},
    });
    const keys = { altKey: true, shiftKey: false, ctrlKey: false, metaKey: false };
    aids.begin([frame, note]);
    aids.show([40, 0], keys);
    aids.drop(keys);
    expect([textsNow(), told()]).toEqual([["frame", "frame", "note"], [LEFT_OUT]]);
  });
});

it("[B163] of what is chosen on the board and in one's draft, only what was changed is counted aloud", () => {
  const { canvas, context, frame, note, said } = openOver();
  canvas.commands.select([frame, note]);
  bindGroup(context);
  hold(context, true);
  expect([frame, note].map((id) => canvas.card(id)?.attributes.locked)).toEqual([true, undefined]);
  expect(said).toEqual(["1 card grouped", "1 card locked in place"]);
});
