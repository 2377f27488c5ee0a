import { applyEdits, applyUpdate, createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import * as Y from "yjs";
import { ask as askServer, bodyOf, heardOf, message, type RawClient } from "../../helpers/client.ts";
import { glued } from "../../helpers/forge.ts";
import {
  CONNECTIONS,
  endAll,
  flood,
  open,
  openMany,
  openUnsynced,
  pause,
  repeated,
  update,
  type Attack,
  type Target,
} from "./target.ts";

const EMPTY_VECTOR = Uint8Array.of(0);

/** Puts honest cards on the board, until it has so many bytes. */
async function fill(target: Target, bytes: number): Promise<void> {
  const client = await open(target);
  const doc = createBoardDoc();
  let sent = 0;
  while (sent < bytes && client.socket.readyState === 1) {
    const before = Y.encodeStateVector(doc);
    const [id, text] = [newCardId(), "palabre ".repeat(2_000)];
    applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [1, 2], text, at: 1, by: target.person }]);
    const change = encodeDoc(doc, before);
    sent += change.length;
    await flood(client, [update(change)]);
  }
  client.send(message(100, 1));
  await Promise.race([client.hears(100, 1), client.closed, pause(30_000)]).catch(() => undefined);
  client.socket.terminate();
}
const stopReading = (client: RawClient) => client.socket.pause();

/** Much of what is allowed once. */
export const floods: readonly Attack[] = [
  {
    name: "20,000 presence ghosts",
    run: async (target) => {
      const state = JSON.stringify({ cursor: [1, 2], __proto__: { user: 1 } });
      const ghost = (id: number) => message(1, message(1, id, 1, state));
      const many = (from: number) =>
        message(1, glued(message(50), ...Array.from({ length: 50 }, (_, index) => message(from + index, 1, state))));
      const clients = await openMany(target);
      await Promise.all(
        clients.map((client, index) =>
          flood(client, [
            ...repeated(1_000, (id) => ghost(index * 10_000 + id)),
            ...repeated(400, (id) => many(id * 50)),
          ]),
        ),
      );
      await pause(500);
      endAll(clients);
    },
  },
  {
    name: "step 1 without end on a board of 4 MB, answers never read",
    run: async (target) => {
      await fill(target, 4 * 2 ** 20);
      const clients = await openMany(target);
      clients.forEach(stopReading);
      await Promise.all(
        clients.map((client) =>
          flood(
            client,
            repeated(5_000, () => message(0, 0, EMPTY_VECTOR)),
          ),
        ),
      );
      await pause(2_000);
      endAll(clients);
    },
  },
  {
    name: "a board of 3,920 cards, read whole without end by phones and programs",
    run: async (target) => {
      const client = await open(target);
      const doc = createBoardDoc();
      for (let turn = 0; turn < 8; turn += 1) {
        const before = Y.encodeStateVector(doc);
        const births = Array.from({ length: 490 }, () => ({
          type: "addCard" as const,
          id: newCardId(),
          kind: "factor" as const,
          position: [turn, 0] as const,
          text: "some words about a thing that we talk about ".repeat(3),
          at: 1,
          by: target.person,
        }));
        applyEdits(doc, births);
        client.send(update(encodeDoc(doc, before)));
      }
      client.send(message(100, 1));
      await Promise.race([client.hears(100, 1), client.closed, pause(30_000)]).catch(() => undefined);
      client.socket.terminate();
      const board = `/api/boards/${target.board.id}`;
      const ask = (method: string, path: string, session: string, body?: unknown) =>
        askServer(target.server, method, `${board}/${path}`, { session, ...(body === undefined ? {} : { body }) });
      for (const [method, path, session] of [
        ["GET", "pocket", target.session],
        ["GET", "board.bin", target.viewerSession],
        ["POST", "ideas", target.session],
      ] as const) {
        const bodyOfIdea = () => (method === "POST" ? { key: newCardId(), kind: "factor", text: "x" } : undefined);
        await Promise.all(Array.from({ length: 100 }, () => ask(method, path, session, bodyOfIdea())));
      }
    },
  },
  {
    name: "people who join a busy board and never read",
    run: async (target) => {
      const slow = await openMany(target, 8);
      slow.forEach(stopReading);
      await fill(target, 12 * 2 ** 20);
      await pause(1_000);
      endAll(slow);
    },
  },
  {
    name: "a board filled to its limit, and beyond",
    run: async (target) => {
      await fill(target, 18 * 2 ** 20);
      const readers = await openMany(target, 4);
      await pause(2_000);
      endAll(readers);
    },
  },
  {
    name: "megabytes before the answer to step 1, which never comes",
    run: async (target) => {
      const people = await Promise.all(Array.from({ length: 3 }, () => target.board.join("participant")));
      const clients = await Promise.all(
        people.flatMap(({ session }) => Array.from({ length: CONNECTIONS }, () => openUnsynced(target, session))),
      );
      const junk = update(new Uint8Array(1_000_000));
      for (let sent = 0; sent < 7; sent += 1) {
        for (const client of clients) await flood(client, [junk]);
        await pause(500);
      }
      await pause(2_000);
      endAll(clients);
    },
  },
  {
    name: "barriers, pings and questions without end, answers never read",
    run: async (target) => {
      const clients = await openMany(target);
      clients.forEach(stopReading);
      const ping = new Uint8Array(125);
      await Promise.all(
        clients.map(async (client, index) => {
          if (index % 3 === 0)
            return flood(
              client,
              repeated(300_000, (n) => message(100, n)),
            );
          if (index % 3 === 1)
            return flood(
              client,
              repeated(300_000, () => message(3)),
            );
          const end = Date.now() + 6_000;
          while (Date.now() < end && client.socket.readyState === 1) {
            for (let count = 0; count < 200; count += 1) client.socket.ping(ping);
            await pause(client.socket.bufferedAmount > 4 * 2 ** 20 ? 5 : 0);
          }
        }),
      );
      await pause(1_000);
      endAll(clients);
    },
  },
  {
    name: "honest edits without end, on all connections",
    run: async (target) => {
      const clients = await openMany(target);
      const base = createBoardDoc();
      applyUpdate(base, bodyOf(heardOf(clients[0]!, 0, 1)[0]!));
      await Promise.all(
        clients.map((client, index) => {
          const doc = createBoardDoc();
          applyUpdate(doc, encodeDoc(base));
          const move = (n: number) => {
            const before = Y.encodeStateVector(doc);
            applyEdits(doc, [{ type: "moveCards", moves: [{ card: target.victim.card, to: [n, index] }] }]);
            return update(encodeDoc(doc, before));
          };
          return flood(client, repeated(20_000, move));
        }),
      );
      endAll(clients);
    },
  },
];
