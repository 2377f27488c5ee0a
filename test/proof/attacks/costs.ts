import { newCardId } from "@palabre/shared/terms";
import * as encoding from "lib0/encoding";
import { message } from "../../helpers/client.ts";
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
  endAll,
  flood,
  open,
  openMany,
  openUnsynced,
  over,
  pause,
  repeated,
  step2,
  update,
  type Attack,
  type Target,
} from "./target.ts";

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

/** Few bytes that would take long to take in. */
export const costs: readonly Attack[] = [
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
];
