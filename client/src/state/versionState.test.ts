import { applyServerEdits, createBoardDoc, encodeDoc, type OwnPresence } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { connectAlone, someoneOn } from "./alone.ts";
import { boardStateOver } from "./boardState.ts";
import { openVersionState } from "./versionState.ts";

it("[H14] an earlier state shows as the board does, and nothing that is tried changes it or the board", () => {
  const doc = createBoardDoc();
  const [one, two] = [newCardId(), newCardId()];
  const card = { type: "addCard", kind: "note", position: [1, 2], at: 1 } as const;
  applyServerEdits(doc, [{ ...card, id: one, text: "Then" }]);
  const bytes = encodeDoc(doc);
  applyServerEdits(doc, [
    { type: "writeText", card: one, text: "Now" },
    { ...card, id: two, text: "New" },
  ]);
  const shown: OwnPresence[] = [];
  const live = boardStateOver(connectAlone({ board: doc }, shown), someoneOn("facilitator"));
  const [before, sent] = [live.snapshot(), shown.length];
  const past = openVersionState(live, bytes);
  expect(past.card(one)?.text).toBe("Then");
  expect([...past.snapshot().cards.keys()]).toEqual([one]);
  expect([past.mayEdit, past.mayFacilitate, past.isLocked(one)]).toEqual([false, false, false]);

  const { commands } = past;
  expect(commands.addCard({ kind: "note", position: [0, 0] })).toBeUndefined();
  expect(commands.addCards([{ kind: "note", position: [0, 0] }])).toEqual([]);
  expect(commands.addLink(one, one)).toBeUndefined();
  expect(commands.trash([one])).toBeUndefined();
  expect(commands.openText(one)).toBeUndefined();
  expect([commands.undo(), commands.redo()]).toEqual([undefined, undefined]);
  commands.moveCards([one], [9, 9]);
  commands.setCard(one, { colour: "red" });
  commands.bringBack([one]);
  commands.edit(one);
  commands.showDrag({ cards: [one], by: [1, 1] });
  commands.select([one]);
  expect(live.ui.get()).toMatchObject({ editing: undefined, selection: new Set([one]) });
  expect(past.card(one)).toMatchObject({ text: "Then", position: [1, 2], attributes: {} });
  expect(live.snapshot()).toBe(before);
  // what is chosen there is nobody else's business
  expect(shown).toHaveLength(sent);
  past.close();
  live.close();
});
