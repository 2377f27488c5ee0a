import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { applyEdits, createBoardDoc, applyUpdate, encodeDoc, readBoard } from "@palabre/shared/documents";
import { CLOSE, type PersonUndone } from "@palabre/shared/protocol";
import { newCardId, sizeOf, type Card, type PersonId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openRaw, saved, synced, type Peer } from "../helpers/client.ts";
import { beginDrafting, silentPhase, startQuick, textsOf } from "../helpers/drafting.ts";
import { seeded } from "../helpers/seeded.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const cardsOf = ({ doc }: Peer): readonly Card[] => [...readBoard(doc).cards.values()];
const ideas = (name: string, n: number) => Array.from({ length: n }, (_, index) => `${name} thinks ${index}`);
const closeOf = (peer: Peer) =>
  new Promise<number>((resolve) => peer.provider.on("closed", ({ code }) => resolve(code)));

describe("revealing drafts", () => {
  it("[F43] puts every idea on the board once, all at one moment, in the frame of the phase, under ids that nobody saw before", async () => {
    const look = newCardId();
    const server = await startQuick({ drafts: { countEveryMs: 20, random: seeded(7).next } });
    const drafting = await beginDrafting(server, silentPhase({ look }));
    const { writer, board, awa, reveal, waits } = drafting;
    const seen = connect(server, board.id, awa.session, "board");
    await synced(seen);
    const frame = { type: "addCard", id: look, kind: "frame", position: [100, 100], text: "Ideas", at: 1 } as const;
    const note = { ...frame, id: newCardId(), kind: "note", position: [140, 160], text: "an example" } as const;
    applyEdits(seen.doc, [
      { ...frame, by: awa.person },
      { ...note, by: awa.person },
    ]);
    await saved(seen, 1);
    const people = await Promise.all(["Ada", "Ben", "Cleo"].map(writer));
    const drafted = new Set<string>();
    for (const [index, { draft, person }] of people.entries()) {
      for (const text of ideas(`${index}`, 4)) drafted.add(addNote(draft.doc, text));
      const blank = addNote(draft.doc, "  ");
      const gone = addNote(draft.doc, "thrown away");
      applyEdits(draft.doc, [
        { type: "trash", things: [gone], at: 2 },
        // what could be a signature
        { type: "setAttributes", on: blank, values: { colour: "rose" } },
        ...[...drafted].slice(-1).flatMap((card) => [
          {
            type: "setAttributes",
            on: card as never,
            values: { colour: "rose", size: [300, 90], tags: ["trees"] },
          } as const,
          { type: "setAttributes", on: card as never, values: { [`reaction:${person}`]: "heart" } } as const,
        ]),
      ]);
    }
    await Promise.all(people.map(({ draft }) => saved(draft, 1)));
    await waits((now) => now.ideas === 12 && now.people === 3);
    const ended = people.map(({ draft }) => closeOf(draft));
    expect(await reveal()).toBe(12);
    expect(await Promise.all(ended)).toEqual([CLOSE.newEpoch, CLOSE.newEpoch, CLOSE.newEpoch]);
    await until(() => cardsOf(seen).length === 14, "the revealed cards");
    const revealed = cardsOf(seen).filter(({ id }) => id !== look && id !== note.id);
    expect(revealed.map(({ text }) => text).toSorted()).toEqual(["0", "1", "2"].flatMap((name) => ideas(name, 4)));
    expect(new Set(revealed.map(({ at }) => at)).size).toBe(1);
    expect(revealed.filter(({ id, by }) => drafted.has(id) || by !== undefined)).toEqual([]);
    expect(revealed.map(({ attributes }) => attributes).filter(({ tags }) => tags)).toEqual(
      people.map(() => ({ frame: look, tags: ["trees"] })),
    );
    expect(revealed.filter(({ attributes }) => attributes.colour !== undefined)).toEqual([]);
    // the frame holds them all, and none lies over another or over what was in it
    const [x, y] = [100, 100];
    const around = cardsOf(seen).find(({ id }) => id === look);
    const [width, height] = around ? sizeOf(around) : [0, 0];
    for (const card of revealed) {
      const [left, top] = card.position;
      expect(left >= x && left + sizeOf(card)[0] <= x + width && top + sizeOf(card)[1] <= y + height).toBe(true);
      expect(top >= 160 + 96 || left >= 140 + 164).toBe(true);
    }
    expect(new Set(revealed.map(({ position }) => position.join())).size).toBe(12);
    // whose they are can't be read off the order in which they lie
    const inOrder = revealed.toSorted((a, b) => a.position[1] - b.position[1] || a.position[0] - b.position[0]);
    expect(inOrder.map(({ text }) => text)).not.toEqual(inOrder.map(({ text }) => text).toSorted());
    // all structs of theirs are the server's
    const makers = new Set(
      revealed.map(
        ({ id }) => (seen.doc.getMap("cards") as unknown as { _map: Map<string, Y.Item> })._map.get(id)?.id.client,
      ),
    );
    expect(makers.size).toBe(1);
    expect([...people.map(({ draft }) => draft.doc.clientID), seen.doc.clientID]).not.toContain([...makers][0]);
  });

  it("[F113] a drawing, and a shape without words, are ideas: they are counted, and lie on the board as they were drawn", async () => {
    const server = await startQuick();
    const { writer, board, awa, reveal, waits } = await beginDrafting(server);
    const ada = await writer("Ada");
    const drawing = { size: [120, 80], path: "120 80 4 4 116 76" } as const;
    const ellipse = { size: [90, 60], shape: "ellipse" } as const;
    const add = (kind: "note" | "drawing", attributes: Card["attributes"]) =>
      applyEdits(ada.draft.doc, [
        { type: "addCard", id: newCardId(), kind, position: [0, 0], attributes, at: 1, by: ada.person },
      ]);
    add("drawing", { ...drawing, colour: "rose" });
    await saved(ada.draft, 1);
    await waits((now) => now.ideas === 1);
    add("note", ellipse);
    // words alone that have no words, and a line that has no path, are nothing to see
    add("note", { size: [90, 60], shape: "text" });
    add("drawing", { size: [90, 60] });
    await saved(ada.draft, 4);
    await waits((now) => now.ideas === 2);
    expect(await reveal()).toBe(2);
    const seen = connect(server, board.id, awa.session, "board");
    await synced(seen);
    const revealed = cardsOf(seen).map(({ kind, attributes }) => ({ kind, ...attributes }));
    expect(revealed).toHaveLength(2);
    expect(revealed).toEqual(
      expect.arrayContaining([
        { kind: "drawing", ...drawing },
        { kind: "note", ...ellipse },
      ]),
    );
  });

  it("[F43] names those who wrote only where that was announced before they did", async () => {
    const server = await startQuick();
    const signed = await beginDrafting(server, silentPhase({ signed: true }));
    const [ada, ben] = [await signed.writer("Ada"), await signed.writer("Ben")];
    addNote(ada.draft.doc, "from Ada");
    addNote(ben.draft.doc, "from Ben");
    await Promise.all([saved(ada.draft, 1), saved(ben.draft, 1)]);
    expect(await signed.waits((now) => now.ideas === 2)).toMatchObject({ signed: true });
    await signed.reveal();
    const seen = connect(server, signed.board.id, ada.session, "board");
    await synced(seen);
    const makers = new Map(cardsOf(seen).map(({ text, by }) => [text, by]));
    expect(makers).toEqual(new Map([["from Ada", ada.person] as const, ["from Ben", ben.person] as const]));

    // a facilitator who changes the announcement afterwards gets no names
    const { writer, board, phase, awa, go, reveal, waits } = await beginDrafting(server);
    const zoe = await writer("Zoe");
    addNote(zoe.draft.doc, "between us");
    await saved(zoe.draft, 1);
    await waits((now) => now.ideas === 1);
    await go(phase.id, null);
    const body = { revision: 1, phases: [{ ...phase, signed: true }] };
    expect((await ask(server, "PUT", `/api/boards/${board.id}/agenda`, { body, session: awa.session })).status).toBe(
      200,
    );
    await go(null, phase.id);
    expect(await waits((now) => now.ideas === 1)).toMatchObject({ signed: false });
    expect(await reveal()).toBe(1);
    const anonymous = connect(server, board.id, awa.session, "board");
    await synced(anonymous);
    expect(cardsOf(anonymous).map(({ text, by }) => [text, by])).toEqual([["between us", undefined]]);
  });

  it("[F111] what is revealed under a name is taken back with what that person did, and nothing else is", async () => {
    const server = await startQuick();
    const undoing = async (drafting: Awaited<ReturnType<typeof beginDrafting>>) => {
      const [ada, ben] = [await drafting.writer("Ada"), await drafting.writer("Ben")];
      for (const text of ["from Ada", "again from Ada"]) addNote(ada.draft.doc, text);
      addNote(ben.draft.doc, "from Ben");
      await Promise.all([saved(ada.draft, 1), saved(ben.draft, 1)]);
      await drafting.waits((now) => now.ideas === 3);
      await drafting.reveal();
      const undo = async (isTry: boolean) => {
        const path = `/api/boards/${drafting.board.id}/people/${ada.person}/undo`;
        const { body } = await ask<PersonUndone>(server, "POST", path, {
          session: drafting.awa.session,
          body: { isTry },
        });
        return [body.trashed, body.setBack, body.skipped];
      };
      return { undo, seen: connect(server, drafting.board.id, ada.session, "board") };
    };
    const signed = await undoing(await beginDrafting(server, silentPhase({ signed: true })));
    expect(await signed.undo(true)).toEqual([2, 0, 0]);
    expect(await signed.undo(false)).toEqual([2, 0, 0]);
    await synced(signed.seen);
    const left = () => cardsOf(signed.seen).filter(({ attributes }) => attributes.trashedAt === undefined);
    await until(() => left().length === 1, "Ben's card alone");
    expect(left().map(({ text }) => text)).toEqual(["from Ben"]);

    // what bears no name is nobody's
    const anonymous = await undoing(await beginDrafting(server));
    expect(await anonymous.undo(true)).toEqual([0, 0, 0]);
  });

  it("[F117] tells all what came and where it lies, that it was thrown away, and nothing where nothing waited", async () => {
    const server = await startQuick();
    const { writer, board, awa, reveal, discard, waits } = await beginDrafting(server);
    const seen = connect(server, board.id, awa.session, "board");
    await synced(seen);
    const write = async (...texts: string[]) => {
      const { draft } = await writer("Ada");
      for (const text of texts) addNote(draft.doc, text);
      await saved(draft, 1);
      await waits(({ ideas }) => ideas === texts.length);
    };
    await write("one", "two", "three", "four");
    expect(await reveal()).toBe(4);
    const { ended } = await waits(({ round }) => round === 1);
    const [left, top, width, height] = ended?.box ?? [0, 0, 0, 0];
    const sides = cardsOf(seen).map((card) => {
      const [[x, y], [wide, high]] = [card.position, sizeOf(card)];
      return [x, y, x + wide, y + high] as const;
    });
    expect(sides).toHaveLength(4);
    const [xs, ys] = [sides.flatMap(([x, , right]) => [x, right]), sides.flatMap(([, y, , bottom]) => [y, bottom])];
    expect([left, top, left + width, top + height]).toEqual([
      Math.min(...xs),
      Math.min(...ys),
      Math.max(...xs),
      Math.max(...ys),
    ]);
    expect(ended?.ideas).toBe(4);
    await write("five");
    expect((await waits(({ ideas }) => ideas === 1)).ended).toEqual(ended);
    expect(await discard(1)).toBe(204);
    expect((await waits(({ round }) => round === 2)).ended).toEqual({ ideas: 0 });
    expect(await reveal(2)).toBe(0);
    expect((await waits(({ round }) => round === 3)).ended).toBeUndefined();
  });

  it("[F44] is done once: a second time, and a copy of what was revealed that comes back, add nothing", async () => {
    const server = await startQuick();
    const { writer, open, board, awa, phase, reveal, waits, discard } = await beginDrafting(server);
    const ada = await writer("Ada");
    const mine = await open(ada.session, 0);
    addNote(mine.doc, "once");
    await saved(mine, 1);
    const late = createBoardDoc();
    applyUpdate(late, encodeDoc(mine.doc));
    const over = closeOf(mine);
    expect(await Promise.all([reveal(), reveal()])).toEqual(expect.arrayContaining([1, 0]));
    expect(await reveal()).toBe(0);
    expect(await over).toBe(CLOSE.newEpoch);
    expect(await waits((now) => now.round === 1)).toMatchObject({ ideas: 0, people: 0 });
    // a page that was offline meanwhile
    const copy = connect(server, board.id, ada.session, "draft", late, { phase: phase.id, round: "0" });
    expect(await closeOf(copy)).toBe(CLOSE.newEpoch);
    const next = await open(ada.session, 1);
    expect(textsOf(next)).toEqual([]);
    // and the same phase may go on
    addNote(next.doc, "second thoughts");
    await saved(next, 1);
    await waits((now) => now.ideas === 1);
    expect(await discard(0)).toBe(204);
    await waits((now) => now.ideas === 1);
    expect(await discard(1)).toBe(204);
    await waits((now) => now.round === 2 && now.ideas === 0);
    const seen = connect(server, board.id, awa.session, "board");
    await synced(seen);
    expect(cardsOf(seen).map(({ text }) => text)).toEqual(["once"]);
    expect(
      (
        await ask(server, "POST", `/api/boards/${board.id}/reveal`, {
          session: ada.session,
          body: { phase: phase.id, round: 2 },
        })
      ).status,
    ).toBe(403);
  });

  it("[F44] takes in all that was acknowledged before it, and acknowledges nothing that it did not take in", async () => {
    const server = await startQuick();
    for (let round = 0; round < 4; round += 1) {
      const { writer, open, board, awa, reveal } = await beginDrafting(server);
      const people = await Promise.all(["Ada", "Ben", "Cleo"].map(writer));
      const acknowledged: string[] = [];
      let isOver = false;
      const write = async (session: string, name: string) => {
        const peer = await open(session, 0);
        const ended = closeOf(peer).then(() => "over" as const);
        for (let n = 1; ; n += 1) {
          const text = `${name} ${n}`;
          addNote(peer.doc, text);
          if ((await Promise.race([saved(peer, n), ended])) === "over") return;
          acknowledged.push(text);
          if (isOver) throw new Error("a draft that is over took something in");
        }
      };
      const writing = people.map(({ session }, index) => write(session, `${index}`));
      await until(() => acknowledged.length > 6 + round * 5, "some ideas");
      await reveal();
      const seen = connect(server, board.id, awa.session, "board");
      await synced(seen);
      await Promise.all(writing);
      isOver = true;
      const texts = cardsOf(seen).map(({ text }) => text);
      expect(acknowledged.filter((text) => !texts.includes(text))).toEqual([]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it("[F41, F43] after it nothing on the disk ties an idea to its writer", async () => {
    const dataDir = await openFolder();
    const server = await startQuick({ dataDir });
    const { writer, board, awa, phase, go, reveal, waits } = await beginDrafting(server);
    const people = await Promise.all(["Ada", "Ben", "Cleo", "Dan"].map(writer));
    const cards: string[] = [];
    for (const { draft } of people) for (const text of ideas("somebody", 5)) cards.push(addNote(draft.doc, text));
    await Promise.all(people.map(({ draft }) => saved(draft, 1)));
    await waits((now) => now.ideas === 20);
    await go(phase.id, null);
    expect(await reveal()).toBe(20);
    await ask(server, "POST", `/api/boards/${board.id}/versions`, { session: awa.session, body: { label: "ideas" } });
    const bytes = async () =>
      Buffer.concat(
        await Promise.all(
          ["", "-wal", "-shm"].map((end) => readFile(join(dataDir, `boards.db${end}`)).catch(() => Buffer.alloc(0))),
        ),
      );
    const found = await bytes();
    expect([...cards, `draft/${phase.id}`].filter((trace) => found.includes(trace))).toEqual([]);
    await server.close();
    const db = new DatabaseSync(join(dataDir, "boards.db"), { readOnly: true });
    const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
    const own = new Set(people.map(({ draft }) => draft.doc.clientID));
    expect(rows("clients").filter(({ client }) => own.has(client as number))).toEqual([]);
    const persons = new Set<unknown>(people.map(({ person }): PersonId => person));
    expect(rows("changes").filter(({ person }) => persons.has(person))).toEqual([]);
    const told = JSON.stringify(rows("changes"));
    expect([...persons].filter((person) => told.includes(person as string))).toEqual([]);
    const structs = [...rows("updates"), ...rows("checkpoints")].filter(({ document }) => document === "board");
    expect(structs.length).toBeGreaterThan(0);
    db.close();
    const log = server.lines.filter((line) => line.includes('"draft"')).join("");
    expect([...persons, ...cards, "somebody"].filter((trace) => log.includes(trace as string))).toEqual([]);
  });

  it("[F44] needs a session of a facilitator, and drafts that are there", async () => {
    const server = await startQuick();
    const { board, phase, awa } = await beginDrafting(server);
    const ada = await board.join("participant", "Ada");
    const asking = async (method: string, path: string, session: string, body: unknown) =>
      (await ask(server, method, `/api/boards/${board.id}/${path}`, { session, body })).status;
    const which = { phase: phase.id, round: 0 };
    for (const [method, path] of [
      ["POST", "reveal"],
      ["DELETE", "drafts"],
    ] as const) {
      expect(await asking(method, path, ada.session, which)).toBe(403);
      expect(await asking(method, path, awa.session, { phase: "all" })).toBe(400);
      expect(await asking(method, path, awa.session, { ...which, round: 7 })).toBeLessThan(300);
    }
    expect(await (await openRaw(server, board.id, "reveal", { session: awa.session })).closed).toBe(CLOSE.unknownBoard);
  });
});
