import {
  applyEdits,
  applyUpdate,
  createBoardDoc,
  encodeDoc,
  readBoard,
  type BoardDoc,
} from "@palabre/shared/documents";
import { newCardId, type PersonId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { bodyOf, connect, message, openBoard, openRaw, openSynced, saved, synced } from "../helpers/client.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const CARDS = 9_000;

/** A board as large as boards may be, as one update of one person. */
function largeBoardOf(by: PersonId, cards = CARDS): BoardDoc {
  const doc = createBoardDoc();
  applyEdits(
    doc,
    Array.from({ length: cards }, (_, at) => ({
      type: "addCard" as const,
      id: newCardId(),
      kind: "note" as const,
      position: [at % 5_000, (at * 31) % 5_000] as const,
      text: "What we expect of each other",
      at: at + 1,
      by,
    })),
  );
  return doc;
}

it("[R2] [R5] [R26] a whole board in one update of a stock client is let in part by part, and a barrier behind it stands for all of it", async () => {
  const folder = await openFolder();
  const server = await startServer({ dataDir: folder });
  const board = await openBoard(server);
  const [writer, reader, neighbour] = await Promise.all([
    board.join("participant", "W"),
    board.join("viewer", "R"),
    board.join("participant", "N"),
  ]);
  const watching = connect(server, board.id, reader.session, "board");
  const other = connect(server, board.id, neighbour.session, "board");
  await Promise.all([synced(watching), synced(other)]);
  const doc = largeBoardOf(writer.person);
  const peer = connect(server, board.id, writer.session, "board", doc);
  await synced(peer);
  // somebody else is not kept waiting for the whole of it
  const note = addNote(other.doc, "Meanwhile");
  await saved(peer, 1);
  await server.close();
  const again = await server.restart();
  const fresh = connect(again, board.id, reader.session, "board");
  await until(() => readBoard(fresh.doc).cards.size >= CARDS, "all that was acknowledged");
  const kept = readBoard(fresh.doc).cards;
  expect([...readBoard(doc).cards.keys()].filter((card) => !kept.has(card))).toEqual([]);
  expect(readBoard(watching.doc).cards.has(note)).toBe(true);
});

it("[R5] [R26] a barrier among what came before the first step 2 waits for a large update before it", async () => {
  const server = await startServer();
  const board = await openBoard(server);
  const { session, person } = await board.join("participant", "W");
  const update = encodeDoc(largeBoardOf(person, 5_000));
  const client = await openRaw(server, board.id, "board", { session });
  client.send(message(0, 2, update));
  client.send(message(100, 7));
  client.send(message(0, 1, new Uint8Array([0, 0])));
  await client.hears(100, 7);
  const reader = await openSynced(server, board.id, "board", (await board.join("viewer", "R")).session);
  const copy = createBoardDoc();
  applyUpdate(copy, bodyOf(await reader.hears(0, 1)));
  expect(readBoard(copy).cards.size).toBe(5_000);
});
