import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { CheapSocket, frameOf } from "../cheapSocket.ts";
import { joinRoom } from "../crowd.ts";
import { encode } from "../dialect.ts";
import { prepareMoves } from "../edits.ts";
import type { Figures, Row } from "../row.ts";
import { startTarget, type Room, type Seat, type Target } from "../targets.ts";
import { gapsOf, largeBoard, tinyStructs } from "./hostileBoards.ts";

const EVERY_MS = 20;
/** how long the others are watched after an attack began */
const WATCH_MS = 4_000;

interface Attack {
  readonly name: string;
  /** @returns what is sent, as fast as it goes */
  frames(seat: Seat): readonly Uint8Array[];
  readonly on?: "large";
}

const ATTACKS: readonly Attack[] = [
  { name: "nothing", frames: () => [] },
  { name: "tinyStructs", frames: ({ dialect, person }) => [dialect.step2(tinyStructs(person, 3.9 * 1024 * 1024))] },
  {
    name: "heavyUpdates",
    frames: ({ dialect, person }) => Array.from({ length: 6 }, () => dialect.update(tinyStructs(person, 1_000_000))),
  },
  {
    name: "questions",
    on: "large",
    frames: ({ dialect }) => Array.from({ length: 2_000 }, () => dialect.step1(Uint8Array.of(0))),
  },
  { name: "gaps", frames: ({ dialect, person }) => gapsOf(person, 1_000).map((update) => dialect.update(update)) },
  { name: "presence", frames: ({ dialect }) => [dialect.presence(new Uint8Array(4 * 1024 * 1024 - 16).fill(255))] },
  {
    name: "ghosts",
    frames: ({ dialect }) => {
      const ghosts = Array.from({ length: 60_000 }, (_, at) => encode(at, 1, "{}"));
      return Array.from({ length: 8 }, () => dialect.presence(Buffer.concat([encode(ghosts.length), ...ghosts])));
    },
  },
  {
    // lengths and counts that promise more than there is
    name: "lies",
    frames: ({ dialect }) =>
      [
        [255, 255, 255, 255, 15, 0],
        [1, 255, 255, 255, 127, 1, 0],
        [1, 1, 5, 0, 8, 1, 5, 255, 255, 255, 255, 7, 119],
      ].map((bytes) => dialect.update(Uint8Array.from(bytes))),
  },
];

/** Somebody attacks one board; two people work on another: the longest that one of them had to wait for the other. */
export const hostile: Row = {
  name: "hostile",
  targets: ["palabre"],
  run: async (name) => {
    const target = await startTarget(name);
    try {
      const large = await largeBoard(target);
      const figures: Record<string, number> = {};
      for (const attack of ATTACKS) figures[attack.name] = await worstWait(target, attack, large);
      return figures satisfies Figures;
    } finally {
      await target.end();
    }
  },
};

async function worstWait(target: Target, attack: Attack, large: Room): Promise<number> {
  const quiet = await target.room(2);
  const [one, two] = quiet.seats;
  if (!one || !two) throw new Error("no seats");
  const moves = prepareMoves(one.person, WATCH_MS / EVERY_MS);
  const writer = await joinRoom(target, one, moves.births);
  const reader = await joinRoom(target, two);
  const sentAt: number[] = [];
  let heard = 0;
  let worst = 0;
  reader.onFrame = (payload) => {
    if (two.dialect.read(payload).type !== "update") return;
    worst = Math.max(worst, performance.now() - (sentAt[heard] ?? 0));
    heard += 1;
  };
  const room = attack.on === "large" ? large : await target.room(1);
  const seat = await room.seat();
  const attacker = await rawJoin(target, seat, attack.name !== "tinyStructs");
  const frames = attack.frames(seat).map((message) => frameOf(message));
  for (const [at, update] of moves.moves.entries()) {
    // the work before is undisturbed: what is made once is not the attack's
    if (at === 10) for (const frame of frames) attacker.write(frame);
    sentAt.push(performance.now());
    writer.send(one.dialect.update(update));
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  for (let waited = 0; heard < sentAt.length && waited < 10_000; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  for (const socket of [writer, reader, attacker]) socket.close();
  return heard < sentAt.length ? Number.POSITIVE_INFINITY : worst;
}

/** @param isPolite whether it answers the server's question first, so that its updates are looked at one by one */
async function rawJoin(target: Target, seat: Seat, isPolite: boolean): Promise<CheapSocket> {
  const socket = await joinRoomWithout(target, seat);
  if (isPolite) socket.send(seat.dialect.step2(Y.encodeStateAsUpdate(new Y.Doc())));
  return socket;
}

async function joinRoomWithout(target: Target, seat: Seat): Promise<CheapSocket> {
  const socket = await CheapSocket.open(target.port, seat.path);
  await new Promise<void>((resolve) => {
    socket.onFrame = () => resolve();
  });
  socket.onFrame = () => {};
  return socket;
}
