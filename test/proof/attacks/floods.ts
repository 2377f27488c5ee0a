import { applyEdits, applyUpdate, createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { ask as askServer, bodyOf, heardOf, message, type RawClient } from "../../helpers/client.ts";
import {
  CONTENT,
  forgeUpdate,
  gcStruct,
  glued,
  setting,
  settingType,
  struct,
  TYPE,
  type Place,
} from "../../helpers/forge.ts";
import {
  each,
  flood,
  open,
  openUnsynced,
  over,
  pause,
  repeated,
  step2,
  update,
  type Attack,
  type Target,
} from "./target.ts";

const EMPTY_VECTOR = Uint8Array.of(0);
/** As many as one person may have on a board, with one to spare. */
const CONNECTIONS = 11;

const openMany = (target: Target, count = CONNECTIONS): Promise<RawClient[]> =>
  Promise.all(Array.from({ length: count }, () => open(target)));
const endAll = (clients: readonly RawClient[]) => clients.forEach(({ socket }) => socket.terminate());

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

/** Items that Yjs compares with each other one by one: all stand at the start of one list, each with another right neighbour. */
function conflicts(client: number, clock: number, place: (right: readonly [number, number]) => Place, count: number) {
  return forgeUpdate(
    client,
    clock,
    Array.from({ length: count }, (_, index) =>
      struct(CONTENT.string, place([client, clock - count + index]), message("x")),
    ),
  );
}

const idOf = (target: Target) => 1 + target.random.integer(2 ** 31);

/** A card whose text is written backwards: each piece before all others. */
function backwards(target: Target, client: number, pieces: number, piece = "z") {
  const card = newCardId();
  return forgeUpdate(client, 0, [
    setting("cards", card, { kind: "note", by: target.person, at: 1 }),
    setting("position", card, [1, 2]),
    settingType("text", card, TYPE.text),
    ...Array.from({ length: pieces }, (_, index) =>
      struct(CONTENT.string, index === 0 ? { under: [client, 2] } : { right: [client, 2 + index] }, message(piece)),
    ),
  ]);
}

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
    name: "4 MiB of tiny structs",
    run: async (target) => {
      const client = () => 1 + target.random.integer(2 ** 31);
      const key = `${target.victim.card}/proofMark`;
      const values = (bytes: number) => {
        const one = setting("attributes", key, 1);
        return forgeUpdate(
          client(),
          0,
          Array.from({ length: Math.floor(bytes / (one.length + 1)) }, () => one),
        );
      };
      const chained = (id: number, count: number) =>
        forgeUpdate(
          id,
          0,
          Array.from({ length: count }, (_, index) =>
            index === 0
              ? setting("attributes", key, 1)
              : struct(CONTENT.any, { left: [id, index - 1] }, glued(message(1), Uint8Array.of(126))),
          ),
        );
      const id = client();
      for (const bytes of [
        forgeUpdate(
          client(),
          0,
          Array.from({ length: 500_000 }, () => gcStruct(1)),
        ),
        values(1_000_000),
        chained(id, 90_000),
        forgeUpdate(
          0,
          0,
          [],
          Array.from({ length: 180_000 }, () => ({ client: target.victim.client(), clock: 0, length: 1 })),
        ),
      ]) {
        const one = await open(target);
        one.send(update(bytes));
        await over(one, 1_500);
        one.socket.terminate();
      }
      for (const bytes of [
        forgeUpdate(
          client(),
          0,
          Array.from({ length: 2_000_000 }, () => gcStruct(1)),
        ),
        values(4_000_000),
        chained(client(), 350_000),
        forgeUpdate(
          0,
          0,
          [],
          Array.from({ length: 500_000 }, () => ({ client: target.victim.client(), clock: 0, length: 1 })),
        ),
      ]) {
        const one = await openUnsynced(target);
        await one.hears(0, 0);
        one.send(step2(bytes));
        await over(one, 3_000);
        one.socket.terminate();
      }
    },
  },
  {
    name: "conflicts in a text that cost the square",
    run: async (target) => {
      const client = await open(target);
      const id = 1 + target.random.integer(2 ** 31);
      const count = 9_000;
      const under = [target.victim.client(), 2] as const;
      // one long word to point at, then as many letters at the start of the text, each before another letter of the word
      client.send(update(forgeUpdate(id, 0, [struct(CONTENT.string, { under }, message("y".repeat(count)))])));
      client.send(update(conflicts(id, count, (right) => ({ right }), count)));
      await over(client, 8_000);
      client.socket.terminate();
    },
  },
  {
    name: "conflicts under one key that cost the square",
    run: async (target) => {
      const client = await open(target);
      const id = 1 + target.random.integer(2 ** 31);
      const count = 9_000;
      const key = `${target.victim.card}/proofMark`;
      const chain = Array.from({ length: count }, (_, index) =>
        index === 0
          ? setting("attributes", key, 1)
          : struct(CONTENT.any, { left: [id, index - 1] }, glued(message(1), Uint8Array.of(126))),
      );
      client.send(update(forgeUpdate(id, 0, chain)));
      const conflicting = Array.from({ length: count }, (_, index) =>
        struct(CONTENT.any, { right: [id, index] }, glued(message(1), Uint8Array.of(126))),
      );
      client.send(update(forgeUpdate(id, count, conflicting)));
      await over(client, 8_000);
      client.socket.terminate();
    },
  },
  {
    name: "small updates that look for their places for long, without end",
    run: async (target) => {
      const clients = await openMany(target, 4);
      await Promise.all(
        clients.map(async (client) => {
          const [words, letters, letterCount, perUpdate] = [idOf(target), idOf(target), 5_000, 60];
          client.send(update(backwards(target, words, letterCount)));
          // each before all others, as by somebody who hears of the letters one by one
          const late = (from: number) =>
            forgeUpdate(
              letters,
              from,
              Array.from({ length: perUpdate }, (_, index) =>
                struct(CONTENT.deleted, { right: [words, 3 + from + index] }, message(1)),
              ),
            );
          await flood(
            client,
            repeated(letterCount / perUpdate, (index) => update(late(index * perUpdate))),
          );
        }),
      );
      // past its own letters: no copy does that
      const past = await open(target);
      const [word, count] = [idOf(target), 300] as const;
      past.send(update(backwards(target, word, 1, "y".repeat(19_000))));
      for (let at = 0; at < 60; at += 1) {
        const structs = Array.from({ length: count }, (_, index) =>
          struct(CONTENT.deleted, { right: [word, 3 + 18_999 - at * count - index] }, message(1)),
        );
        if (past.socket.readyState === 1) past.send(update(forgeUpdate(word, 19_003 + at * count, structs)));
      }
      await pause(3_000);
      endAll([...clients, past]);
    },
  },
  {
    name: "clients that never were, by the hundred thousand",
    run: async (target) => {
      const pairs = (count: number, second: number) =>
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, count);
          for (let client = 0; client < count; client += 1) {
            encoding.writeVarUint(encoder, 1_000 + client);
            encoding.writeVarUint(encoder, second);
          }
        });
      const sections = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 700_000);
        for (let client = 0; client < 700_000; client += 1) {
          for (const number of [0, 1_000 + client, 0]) encoding.writeVarUint(encoder, number);
        }
        encoding.writeVarUint(encoder, 0);
      });
      for (let times = 0; times < 5; times += 1) {
        await each(target, [message(0, 0, pairs(900_000, 1))], target.viewerSession);
        await each(target, [step2(sections), step2(glued(message(0), pairs(900_000, 0)))]);
      }
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
