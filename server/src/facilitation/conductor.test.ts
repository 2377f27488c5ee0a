import { readDesk, readWorkshop, type BoardChange, type StateDoc } from "@palabre/shared/documents";
import { newBoardId, newCardId, newSourceId, type BoardId, type BoardSnapshot } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { createLog } from "../log.ts";
import { createRooms } from "../rooms/index.ts";
import { openBoardStore, type BoardStore } from "../stores/index.ts";
import { createConductor } from "./conductor.ts";

/** A conductor over real rooms and a store whose appending can be made to fail. */
async function conductorWith() {
  const memory = await openBoardStore(undefined);
  let isBroken = false;
  const store: BoardStore = new Proxy(memory, {
    get: (target, name: keyof BoardStore) => {
      if (name === "append" && isBroken) return () => Promise.reject(new Error("no space left on device"));
      return (target[name] as (...given: unknown[]) => unknown).bind(target);
    },
  });
  const board = newBoardId();
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  await store.createBoard({ id: board, title: "t", language: "fr", createdAt: 1, counters, historyDays: 365 }, []);
  const rooms = createRooms({ store, log: createLog("silent") });
  onTestFinished(() => rooms.close());
  return { rooms, board, conductor: createConductor(rooms), breakStore: (broken: boolean) => (isBroken = broken) };
}

const note = (text: string) =>
  ({ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], text, at: 1 }) as const;
const textsOf = (snapshot: BoardSnapshot) => [...snapshot.cards.values()].map(({ text }) => text).sort();

describe("conductor", () => {
  it("[R19] writes what differs to `workshop` and `desk`, and says how much it was", async () => {
    const { conductor, rooms, board } = await conductorWith();
    const title = { map: "about", key: "title", value: "The tree" } as const;
    expect(await conductor.change(board, "workshop", [title, { map: "about", key: "language", value: "en" }])).toBe(2);
    expect(await conductor.change(board, "workshop", [title])).toBe(0);
    expect(await conductor.workshop(board)).toMatchObject({ title: "The tree", language: "en" });
    const source = { id: newSourceId(), kind: "feed", name: "Town", state: "fresh", addedAt: 1, posts: 3 } as const;
    await conductor.change(board, "desk", [{ map: "sources", key: source.id, value: source }]);
    const desk = await rooms.hold(board, "desk");
    expect([...readDesk(desk.doc as StateDoc).sources.values()]).toEqual([source]);
    desk.release();
    desk.release();
    // what is on the desk is not in the workshop
    const workshop = await rooms.hold(board, "workshop");
    expect([...readWorkshop(workshop.doc as StateDoc).people]).toEqual([]);
    workshop.release();
  });

  it("[R22] who follows a board hears it whole, then each change, until told otherwise", async () => {
    const { conductor, board } = await conductorWith();
    await conductor.edit(board, [note("before")]);
    const heard: (readonly [readonly string[], BoardChange | undefined])[] = [];
    const stop = await conductor.watch(board, (snapshot, change) => heard.push([textsOf(snapshot()), change]));
    const added = note("after");
    await conductor.edit(board, [added]);
    expect(heard.map(([texts]) => texts)).toEqual([["before"], ["after", "before"]]);
    expect(heard[0]?.[1]).toBeUndefined();
    expect(heard[1]?.[1]?.facts).toContainEqual({ type: "card", card: added.id });
    stop();
    stop();
    await conductor.edit(board, [note("unheard")]);
    expect(heard).toHaveLength(2);
  });

  it("[R12, R22] what could not be kept is told to who wrote it; who follows hears the board as it is on disk", async () => {
    const { conductor, board, breakStore } = await conductorWith();
    await conductor.edit(board, [note("kept")]);
    const heard: (readonly string[])[] = [];
    let resolve = () => {};
    const again = new Promise<void>((done) => (resolve = done));
    const stop = await conductor.watch(board, (snapshot, change) => {
      heard.push(textsOf(snapshot()));
      if (change === undefined && heard.length > 1) resolve();
    });
    breakStore(true);
    await expect(conductor.edit(board, [note("lost")])).rejects.toMatchObject({ code: "store-failed" });
    breakStore(false);
    await again;
    expect(heard).toEqual([["kept"], ["kept", "lost"], ["kept"]]);
    await conductor.edit(board, [note("next")]);
    expect(heard.at(-1)).toEqual(["kept", "next"]);
    stop();
  });

  it("[R19] a board that is not there can't be written", async () => {
    const { conductor } = await conductorWith();
    const nowhere: BoardId = newBoardId();
    await expect(conductor.edit(nowhere, [note("x")])).rejects.toMatchObject({ code: "store-failed" });
  });
});
