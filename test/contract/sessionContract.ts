import type { BoardStore } from "@palabre/server/stores";
import { newBoardId, newPersonId } from "@palabre/shared/terms";
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

  test("[F61] a person who is removed is so on all their devices, whatever is saved of them, until that is taken off", async () => {
    const store = opened();
    const [a, b] = [boardRecord(), boardRecord()];
    await store.createBoard(a, []);
    await store.createBoard(b, []);
    const phone = sessionRecord(a.id);
    const laptop = { ...phone, device: "e1".repeat(32) };
    const elsewhere = { ...phone, board: b.id };
    const other = sessionRecord(a.id, { device: "f2".repeat(32), person: newPersonId() });
    for (const session of [phone, laptop, elsewhere, other]) await store.saveSession(session);
    await store.setRemoved(a.id, phone.person, 5);
    expect(await store.session(phone.device, a.id)).toEqual({ ...phone, removedAt: 5 });
    expect(await store.session(laptop.device, a.id)).toEqual({ ...laptop, removedAt: 5 });
    expect(await store.session(elsewhere.device, b.id)).toEqual(elsewhere);
    expect(await store.session(other.device, a.id)).toEqual(other);
    // a session that was read before slides after
    await store.saveSession({ ...phone, seenAt: phone.seenAt + 1 });
    expect((await store.session(phone.device, a.id))?.removedAt).toBe(5);
    expect((await store.sessionsOfDevice(phone.device)).map(({ removedAt }) => removedAt)).toEqual([5, undefined]);
    await store.setRemoved(a.id, phone.person, undefined);
    await store.setRemoved(a.id, phone.person, undefined);
    expect((await store.session(phone.device, a.id))?.removedAt).toBeUndefined();
    await expect(store.setRemoved(newBoardId(), phone.person, 5)).rejects.toMatchObject({ code: "unknown-board" });
  });

  test("[S14] how a session stands at the door is kept, and the sessions of a person are found on all their devices", async () => {
    const store = opened();
    const [a, b] = [boardRecord(), boardRecord()];
    await store.createBoard(a, []);
    await store.createBoard(b, []);
    const phone = sessionRecord(a.id, { standing: "waiting" });
    const desk = { ...phone, device: "e1".repeat(32), standing: "refused" as const };
    const other = sessionRecord(a.id, { device: "f2".repeat(32) });
    const elsewhere = { ...phone, board: b.id };
    for (const session of [desk, phone, other, elsewhere]) await store.saveSession(session);
    expect(await store.sessionsOfPerson(a.id, phone.person)).toEqual([phone, desk]);
    const { standing: _, ...admitted } = phone;
    await store.saveSession(admitted);
    expect(await store.session(phone.device, a.id)).toEqual(admitted);
    expect(await store.session(phone.device, b.id)).toEqual(elsewhere);
    expect(await store.sessionsOfPerson(newBoardId(), phone.person)).toEqual([]);
  });

  test("[A49] the sessions that a person asked for are found with theirs, and say whose they are", async () => {
    const store = opened();
    const [a, b] = [boardRecord(), boardRecord()];
    await store.createBoard(a, []);
    await store.createBoard(b, []);
    const phone = sessionRecord(a.id);
    const asked = sessionRecord(a.id, { device: "e1".repeat(32), bearer: true, askedBy: phone.person });
    const other = sessionRecord(a.id, { device: "f2".repeat(32), bearer: true, askedBy: newPersonId() });
    const elsewhere = { ...asked, board: b.id };
    for (const session of [other, asked, phone, elsewhere]) await store.saveSession(session);
    expect(await store.sessionsOfPerson(a.id, phone.person)).toEqual([phone, asked]);
    expect(await store.sessionsOfPerson(a.id, asked.person)).toEqual([asked]);
    expect(await store.session(other.device, a.id)).toEqual(other);
    // who is removed takes nobody along here: it is by person
    await store.setRemoved(a.id, phone.person, 5);
    expect(await store.session(asked.device, a.id)).toEqual(asked);
    const { askedBy: _, ...alone } = asked;
    await store.saveSession(alone);
    expect(await store.sessionsOfPerson(a.id, phone.person)).toEqual([{ ...phone, removedAt: 5 }]);
  });

  test("[S14] a board has one slide, found by its digest; a digest belongs to the last that took it", async () => {
    const store = opened();
    const [a, b] = [boardRecord(), boardRecord()];
    await store.createBoard(a, []);
    await store.createBoard(b, []);
    const slide = { board: a.id, salt: "5a", digest: "d1", codeAt: 1, seenAt: 2 };
    await store.saveSlide(slide);
    expect(await store.slide(a.id)).toEqual(slide);
    expect(await store.slideByDigest("d1")).toEqual(slide);
    const next = { ...slide, salt: "5b", digest: "d2", seenAt: 3 };
    await store.saveSlide(next);
    expect(await store.slideByDigest("d1")).toBeUndefined();
    const taken = { ...next, board: b.id };
    await store.saveSlide(taken);
    expect(await store.slide(a.id)).toBeUndefined();
    expect(await store.slideByDigest("d2")).toEqual(taken);
    await expect(store.saveSlide({ ...slide, board: newBoardId() })).rejects.toMatchObject({ code: "unknown-board" });
  });
}
