import { openBoardStore, type BoardStore } from "@palabre/server/stores";
import { draftNameOf, newBoardId, newPersonId, newPhaseId } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { describePostgres } from "../helpers/postgres.ts";
import { openFolder } from "../helpers/startServer.ts";
import { boardRecord } from "./records.ts";

describe("drafts in memory", () => draftContract(() => openBoardStore(undefined)));
describe("drafts in a file", () => draftContract(async () => openBoardStore(await openFolder())));
describePostgres("drafts in Postgres", (postgres) =>
  draftContract(async () => openBoardStore(undefined, await postgres.fresh())),
);

function draftContract(open: () => Promise<BoardStore>): void {
  it("[F40] are listed by phase, and erased by themselves or with the entry that reveals them", async () => {
    const store = await open();
    onTestFinished(() => store.close());
    const record = boardRecord();
    const board = record.id;
    await store.createBoard(record, []);
    const [first, second] = [newPhaseId(), newPhaseId()];
    const people = [newPersonId(), newPersonId()].toSorted();
    const [one, two] = people.map((person) => draftNameOf(first, person));
    if (!one || !two) throw new Error("two drafts");
    const later = draftNameOf(second, people[0] ?? newPersonId());
    const bytes = Uint8Array.of(1, 2, 3);
    expect(await store.append([one, two, later].map((document) => ({ board, document, bytes })))).toEqual([1, 1, 1]);
    const list = async () =>
      (await store.drafts(board)).map(({ people: of, ...rest }) => ({ ...rest, people: of.toSorted() }));
    expect(await list()).toEqual(
      expect.arrayContaining([
        { phase: first, round: 0, people },
        { phase: second, round: 0, people: people.slice(0, 1) },
      ]),
    );
    expect(await store.append([{ board, document: "board", bytes, erases: first }])).toEqual([1]);
    expect(await list()).toEqual(
      expect.arrayContaining([
        { phase: first, round: 1, people: [] },
        { phase: second, round: 0, people: people.slice(0, 1) },
      ]),
    );
    expect((await store.load(board, one)).seq).toBe(0);
    expect((await store.load(board, later)).updates).toEqual([bytes]);
    // what is left of a draft is written in the transaction that erases all of them
    const left = [
      { board, document: "board", bytes, erases: first },
      { board, document: two, bytes: bytes.slice(1) },
    ] as const;
    expect(await store.append([{ board, document: one, bytes }])).toEqual([1]);
    expect(await store.append(left)).toEqual([2, 1]);
    expect([(await store.load(board, one)).seq, (await store.load(board, two)).updates]).toEqual([0, [bytes.slice(1)]]);
    expect(await list()).toContainEqual({ phase: first, round: 2, people: people.slice(1) });
    expect(await store.eraseDrafts(board, second)).toBe(1);
    expect(await store.eraseDrafts(board, second)).toBe(2);
    expect((await store.load(board, later)).updates).toEqual([]);
    expect(await store.append([{ board, document: later, bytes }])).toEqual([1]);
    expect(await store.drafts(newBoardId())).toEqual([]);
    await expect(store.eraseDrafts(newBoardId(), first)).rejects.toMatchObject({ code: "unknown-board" });
    await expect(
      store.append([{ board, document: one, bytes, clients: [{ client: 1, device: "d" }] }]),
    ).rejects.toMatchObject({ code: "store-failed" });
  });

  it("[K3] remembers the keys of ideas, by board and whoever sent them, and no others", async () => {
    const store = await open();
    onTestFinished(() => store.close());
    const [one, two] = [boardRecord(), boardRecord()];
    for (const record of [one, two]) await store.createBoard(record, []);
    await store.noteIdeas(one.id, ["a", "b"]);
    await store.noteIdeas(one.id, ["b", "c"]);
    const known = (board: typeof one.id) => Promise.all(["a", "b", "c", "d"].map((key) => store.hasIdea(board, key)));
    expect(await known(one.id)).toEqual([true, true, true, false]);
    expect(await known(two.id)).toEqual([false, false, false, false]);
    await expect(store.noteIdeas(newBoardId(), ["a"])).rejects.toMatchObject({ code: "unknown-board" });
  });
}
