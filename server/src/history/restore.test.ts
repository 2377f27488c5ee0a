import {
  applyServerEdits,
  createBoardDoc,
  encodeDoc,
  readBoard,
  type BoardDoc,
  type ServerEdit,
} from "@palabre/shared/documents";
import { newBoardId, newCardId, newPersonId, type CardId } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { createRooms } from "../rooms/index.ts";
import { openBoardStore } from "../stores/index.ts";
import { createRestoring } from "./restore.ts";
import { createTaskRunner, type TaskRunner } from "./taskRunner.ts";
import { createVersions } from "./versions.ts";

const card = (id: CardId, text: string): ServerEdit => ({
  type: "addCard",
  id,
  kind: "note",
  position: [0, 0],
  text,
  attributes: { colour: "blue", tags: ["soir"] },
  at: 1,
});

it("[H17] what is written while a restore is worked out stays, and all else is restored", async () => {
  const store = await openBoardStore(undefined);
  const [board, doc] = [newBoardId(), createBoardDoc()];
  const [written, moved, coloured, spoilt] = [newCardId(), newCardId(), newCardId(), newCardId()];
  applyServerEdits(doc, [
    card(written, "Fast"),
    card(moved, "Near"),
    card(coloured, "Blue"),
    card(spoilt, "As it was"),
  ]);
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, [
    { document: "board", bytes: encodeDoc(doc) },
  ]);
  const rooms = createRooms({ store, log: createLog("silent") });
  onTestFinished(() => rooms.close());
  const [runner, now] = [createTaskRunner(), () => 1];
  const versions = createVersions({ store, tasks: runner, now });
  const good = await versions.keep(board, { kind: "manual", label: "good" });
  const act = (...edits: readonly ServerEdit[]) =>
    rooms.write(board, "board", (live) => applyServerEdits(live as BoardDoc, edits));
  const spoil = [written, moved, coloured, spoilt].flatMap((id): readonly ServerEdit[] => [
    { type: "writeText", card: id, text: "Spoilt" },
    { type: "moveCards", moves: [{ card: id, to: [5, 5] }] },
    { type: "setAttributes", on: id, values: { colour: "red", tags: ["matin"] } },
  ]);
  await act(...spoil);
  // people go on while it is worked out
  const tasks: TaskRunner = {
    run: async (name, ...given) => {
      const found = await runner.run(name, ...given);
      if (name === "wayBack")
        await act(
          { type: "writeText", card: written, text: "Spoilt!" },
          { type: "moveCards", moves: [{ card: moved, to: [9, 9] }] },
          { type: "setAttributes", on: coloured, values: { colour: "green" } },
        );
      return found;
    },
  };
  await createRestoring({ store, versions, tasks, rooms, now }).restore(board, good.id, newPersonId());
  const held = await rooms.hold(board, "board");
  onTestFinished(held.release);
  const { cards } = readBoard(held.doc as BoardDoc);
  const was = { position: [0, 0], attributes: { colour: "blue", tags: ["soir"] } };
  expect([written, moved, coloured, spoilt].map((id) => cards.get(id))).toMatchObject([
    { ...was, text: "Spoilt!" },
    { ...was, text: "Near", position: [9, 9] },
    { ...was, text: "Blue", attributes: { colour: "green", tags: ["soir"] } },
    { ...was, text: "As it was" },
  ]);
});
