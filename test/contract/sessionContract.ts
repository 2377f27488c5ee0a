import type { BoardStore } from "@palabre/server/stores";
import { newBoardId } from "@palabre/shared/terms";
import { expect, test } from "vitest";
import { boardRecord, sessionRecord } from "./records.ts";

/** The part of the contract about who may come back. */
export function sessionContract(opened: () => BoardStore): void {
  test("[S14] a device has one session a board, which can be replaced and deleted", async () => {
    const store = opened();
    const [a, b] = [boardRecord(), boardRecord()];
    await store.createBoard(a, []);
    await store.createBoard(b, []);
    const onA = sessionRecord(a.id);
    const onB = sessionRecord(b.id, { role: "facilitator", bearer: true, seenAt: onA.seenAt + 1 });
    const another = sessionRecord(a.id, { device: "e1".repeat(32) });
    for (const session of [onA, onB, another]) await store.saveSession(session);
    expect(await store.session(onA.device, a.id)).toEqual(onA);
    expect(await store.session(onB.device, b.id)).toEqual(onB);
    expect(await store.sessionsOfDevice(onA.device)).toEqual([onB, onA]);

    const expired = { ...onA, name: "Zoé", role: "viewer" as const, seenAt: onB.seenAt + 1, expiresAt: 0 };
    await store.saveSession(expired);
    expect(await store.sessionsOfDevice(onA.device)).toEqual([expired, onB]);

    await store.deleteSession(onA.device, a.id);
    await store.deleteSession(onA.device, a.id);
    expect(await store.session(onA.device, a.id)).toBeUndefined();
    expect(await store.sessionsOfDevice(onA.device)).toEqual([onB]);
    expect(await store.sessionsOfDevice(another.device)).toEqual([another]);
  });

  test("[S14] sessions last seen at one time come in the order of their boards", async () => {
    const store = opened();
    const boards = [boardRecord(), boardRecord(), boardRecord()];
    for (const board of boards) {
      await store.createBoard(board, []);
      await store.saveSession(sessionRecord(board.id));
    }
    const { device } = sessionRecord(newBoardId());
    const found = (await store.sessionsOfDevice(device)).map(({ board }) => board);
    expect(found).toEqual(boards.map(({ id }) => id).toSorted());
  });
}
