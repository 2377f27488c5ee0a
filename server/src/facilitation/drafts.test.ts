import {
  applyEdits,
  createBoardDoc,
  encodeDoc,
  readBoard,
  settingDrafts,
  type BoardDoc,
} from "@palabre/shared/documents";
import { draftNameOf, LIMITS, newBoardId, newCardId, newPersonId, newPhaseId } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { createRooms } from "../rooms/index.ts";
import { openBoardStore } from "../stores/index.ts";
import { createConductor } from "./conductor.ts";
import { openDrafts } from "./drafts.ts";

const cards = (count: number, text: string) =>
  Array.from(
    { length: count },
    (_, index) =>
      ({
        type: "addCard",
        id: newCardId(),
        kind: "note",
        position: [0, 0],
        text: `${text} ${index}`,
        at: index,
      }) as const,
  );

/** A board with so much room left, and people who wrote so many ideas each. */
async function fullBoard(room: number, written: Readonly<Record<string, number>>) {
  const store = await openBoardStore(undefined);
  const [board, phase, doc] = [newBoardId(), newPhaseId(), createBoardDoc()];
  applyEdits(doc, cards(LIMITS.cardsPerBoard - room, "there"));
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, [
    { document: "board", bytes: encodeDoc(doc) },
  ]);
  const [log, now] = [createLog("silent"), () => 1];
  const rooms = createRooms({ store, log });
  const conductor = createConductor(rooms);
  const drafts = openDrafts({ rooms, conductor, store, log, now });
  onTestFinished(async () => {
    drafts.close();
    await rooms.close();
  });
  const people = new Map(Object.keys(written).map((name) => [name, newPersonId()]));
  for (const [name, person] of people)
    await rooms.write(board, draftNameOf(phase, person), (draft) =>
      applyEdits(draft as BoardDoc, cards(written[name] ?? 0, name)),
    );
  const before = { phase, round: 0, signed: true, ideas: 0, people: people.size };
  await conductor.change(board, "workshop", [settingDrafts([before])]);
  const read = async (document: Parameters<typeof rooms.hold>[1]) => {
    const held = await rooms.hold(board, document);
    const { cards: all } = readBoard(held.doc as BoardDoc);
    held.release();
    return [...all.values()];
  };
  return {
    waiting: async () => (await conductor.workshop(board)).drafts,
    reveal: (round: number) => drafts.reveal(board, { phase, round }),
    revealed: async () => (await read("board")).filter(({ by }) => by !== undefined),
    draftOf: async (name: string) => read(draftNameOf(phase, people.get(name) ?? newPersonId())),
    person: (name: string) => people.get(name),
  };
}
const textsOf = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text).toSorted();

it("[R89] what the board has no room for stays in the drafts: first ideas of everybody come first, and nothing is lost or doubled", async () => {
  const { reveal, revealed, draftOf, waiting, person } = await fullBoard(7, { Ada: 2, Ben: 1, Vandal: 300 });
  expect(await reveal(0)).toEqual({ ideas: 7, left: 296 });
  const onBoard = await revealed();
  expect(textsOf(onBoard)).toEqual(
    ["Ada 0", "Ada 1", "Ben 0", "Vandal 0", "Vandal 1", "Vandal 2", "Vandal 3"].toSorted(),
  );
  expect(new Set(onBoard.map(({ by }) => by))).toEqual(new Set(["Ada", "Ben", "Vandal"].map(person)));
  expect(await draftOf("Ada")).toEqual([]);
  expect((await draftOf("Vandal")).map(({ text }) => text)).toEqual(
    Array.from({ length: 296 }, (_, index) => `Vandal ${index + 4}`),
  );
  // another round, under the promise of the first
  expect(await waiting()).toMatchObject([{ round: 1, signed: true, ideas: 296, people: 1 }]);
  // what was done is done once
  expect(await reveal(0)).toEqual({ ideas: 0, left: 0 });
});

it("[R89] a board that is full is told, and the drafts stay as they are", async () => {
  const { reveal, revealed, draftOf } = await fullBoard(0, { Ada: 2 });
  await expect(reveal(0)).rejects.toMatchObject({ code: "bad-request" });
  expect(await revealed()).toEqual([]);
  expect(textsOf(await draftOf("Ada"))).toEqual(["Ada 0", "Ada 1"]);
});

it("[R119] a draft that can't be read keeps nobody else from writing and being counted", async () => {
  const store = await openBoardStore(undefined);
  const [board, phase, ada, ben] = [newBoardId(), newPhaseId(), newPersonId(), newPersonId()];
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  const written = createBoardDoc();
  applyEdits(written, cards(2, "Ada"));
  await store.append([
    { board, document: draftNameOf(phase, ben), bytes: new Uint8Array([7, 7, 7]) },
    { board, document: draftNameOf(phase, ada), bytes: encodeDoc(written) },
  ]);
  const log = createLog("silent");
  const rooms = createRooms({ store, log });
  const conductor = createConductor(rooms);
  const drafts = openDrafts({ rooms, conductor, store, log, now: () => 1 });
  onTestFinished(async () => {
    drafts.close();
    await rooms.close();
  });
  expect(await drafts.open({ board, person: ada, role: "participant" }, { phase })).toBe(draftNameOf(phase, ada));
  expect((await conductor.workshop(board)).drafts).toMatchObject([{ phase, ideas: 2, people: 1 }]);
  // what can't be read is not ended either: it would be gone unseen
  await expect(drafts.discard(board, { phase, round: 0 })).rejects.toMatchObject({ code: "damaged-document" });
  expect((await store.drafts(board))[0]?.people).toContain(ben);
});
