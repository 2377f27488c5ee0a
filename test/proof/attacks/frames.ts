import { message } from "../../helpers/client.ts";
import { CONTENT, forgeUpdate, gcStruct, glued, setting, struct } from "../../helpers/forge.ts";
import { MAX_FRAME_BYTES } from "@palabre/shared/protocol";
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

/** A number as a varint of more bytes than it needs. */
const overlong = (value: number, length: number): Uint8Array =>
  Uint8Array.from([value | 0x80, ...Array.from({ length: length - 2 }, () => 0x80), 0]);
/** 2⁵³ and beyond, and a varint without end. */
const HUGE = [Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 15), new Uint8Array(147).fill(255)];

const harmless = (target: Target) =>
  forgeUpdate(1 + target.random.integer(2 ** 31), 0, [
    setting("attributes", `${target.victim.card}/proofMark`, "viewer"),
  ]);

export const frames: readonly Attack[] = [
  {
    name: "malformed frames, on 8 connections that come back",
    run: async (target) => {
      const end = Date.now() + 6_000;
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          while (Date.now() < end) {
            const client = await openUnsynced(target);
            client.send(target.random.bytes(1 + target.random.integer(2_000)));
            await over(client, 500);
            client.socket.terminate();
          }
        }),
      );
    },
  },
  {
    name: "a viewer's writes in every spelling",
    run: async (target) => {
      const bytes = () => message(harmless(target));
      const spellings = [2, 3, 5, 8, 12].flatMap((length) => [
        glued(overlong(0, length), message(2), bytes()),
        glued(message(0), overlong(2, length), bytes()),
        glued(overlong(0, length), overlong(1, length), bytes()),
      ]);
      await each(target, [update(harmless(target)), step2(harmless(target)), ...spellings], target.viewerSession);
    },
  },
  {
    name: "lengths and counts that lie",
    run: (target) => {
      const key = `${target.victim.card}/proofMark`;
      const place = { root: "attributes", key };
      const lying = HUGE.flatMap((huge) => [
        glued(message(0, 2), huge, Uint8Array.of(1, 2, 3)),
        glued(message(0, 0), message(glued(huge))),
        glued(message(1), message(glued(huge))),
        glued(message(1), message(glued(message(1, 7, 1), huge))),
        glued(message(100), huge),
        update(huge),
        update(glued(message(1), huge, message(7, 0))),
        update(glued(message(1, 1), huge, message(0), setting("attributes", key, 1), message(0))),
        update(glued(message(1, 1, 7), huge, setting("attributes", key, 1), message(0))),
        update(forgeUpdate(7, 0, [glued(Uint8Array.of(CONTENT.gc), huge)])),
        update(forgeUpdate(7, 0, [struct(CONTENT.any, place, huge)])),
        update(forgeUpdate(7, 0, [struct(CONTENT.json, place, huge)])),
        update(forgeUpdate(7, 0, [struct(CONTENT.string, place, glued(huge, Uint8Array.of(65)))])),
        update(forgeUpdate(7, 0, [struct(CONTENT.deleted, place, huge)])),
        // an array and an object of a value say how long they are, too
        update(forgeUpdate(7, 0, [struct(CONTENT.any, place, glued(message(1), Uint8Array.of(117), huge))])),
        update(forgeUpdate(7, 0, [struct(CONTENT.any, place, glued(message(1), Uint8Array.of(118), huge))])),
        update(glued(message(0), huge)),
        update(glued(message(0, 1, 7), huge)),
      ]);
      return each(target, [
        ...lying,
        update(forgeUpdate(7, 0, [gcStruct(0)])),
        update(forgeUpdate(7, 0, [setting("attributes", key, 1)], [], 2 ** 31)),
        update(forgeUpdate(7, 0, [struct(CONTENT.any, place, message(2 ** 31))])),
        update(
          forgeUpdate(7, 0, [struct(CONTENT.any, place, glued(message(1), Uint8Array.of(117), message(2 ** 31)))]),
        ),
      ]);
    },
  },
  {
    name: "giant frames, and frames without an end",
    run: async (target) => {
      for (const size of [MAX_FRAME_BYTES - 10, MAX_FRAME_BYTES + 1, 16 * 2 ** 20]) {
        const client = await open(target);
        await flood(
          client,
          repeated(5, () => glued(message(0, 1), message(new Uint8Array(size)))),
        );
        await over(client, 2_000);
      }
      const clients = await Promise.all(Array.from({ length: 8 }, () => open(target)));
      for (const client of clients) {
        for (let part = 0; part < 15; part += 1) client.socket.send(new Uint8Array(256 * 1024), { fin: false });
      }
      await pause(3_000);
      for (const client of clients) client.socket.terminate();
    },
  },
  {
    name: "updates that leave gaps, without end",
    run: async (target) => {
      const gap = () => update(forgeUpdate(1 + target.random.integer(2 ** 31), 5, [setting("attributes", "x/y", 1)]));
      const end = Date.now() + 6_000;
      while (Date.now() < end) {
        const client = await openUnsynced(target);
        // before it has answered the server's question, what it sends is held; then all of it is looked at
        await flood(client, repeated(4_000, gap), 500);
        client.send(step2(Uint8Array.of(0, 0)));
        await over(client, 1_000);
        client.socket.terminate();
      }
    },
  },
];
