import { performance } from "node:perf_hooks";
import { newPhaseId } from "@palabre/shared/terms";
import type { CheapSocket } from "../cheapSocket.ts";
import { joinRoom } from "../crowd.ts";
import { prepareMoves } from "../edits.ts";
import type { Figures, Row } from "../row.ts";
import { startTarget, type Room, type Seat, type Target } from "../targets.ts";

const CLIENTS = 200;
/** of them drag meanwhile, so often a second: each drag goes to all others */
const WRITERS = 10;
const DRAGS = 5;
const DEADLINE_MS = 10_000;

/** Two hundred people have board and workshop open, some drag, and a facilitator presses *next*. */
export const phases: Row = {
  name: "phases",
  targets: ["palabre"],
  run: async (name, quick) => {
    const target = await startTarget(name);
    try {
      return await measurePhases(target, quick ? 5 : 40);
    } finally {
      await target.end();
    }
  },
};

async function measurePhases(target: Target, changes: number): Promise<Figures> {
  const room = await target.room(CLIENTS);
  const agenda = ["write in silence", "group"].map((en) => ({
    id: newPhaseId(),
    title: { en },
    instruction: { en: `Now: ${en}` },
    minutes: 10,
  }));
  await command(target, room, "PUT", "agenda", { revision: 0, phases: agenda });
  const boards: CheapSocket[] = [];
  const workshops: CheapSocket[] = [];
  const moves = room.seats.slice(0, WRITERS).map(({ person }) => prepareMoves(person, changes * 10 * DRAGS));
  for (const [index, seat] of room.seats.entries()) {
    boards.push(await joinRoom(target, seat, moves[index]?.births));
    workshops.push(await joinRoom(target, workshopOf(seat)));
  }
  const quiet: number[] = [];
  const busy: number[] = [];
  const asked: number[] = [];
  let from: string | null = null;
  const goOn = async (times: number[]): Promise<void> => {
    const to = agenda.find(({ id }) => id !== from)?.id ?? "";
    const start = performance.now();
    const arrived = workshops.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error("a phase did not arrive")), DEADLINE_MS);
          socket.onFrame = (payload) => {
            // other facts of the workshop may change meanwhile
            if (!payload.includes(to)) return;
            times.push(performance.now() - start);
            clearTimeout(timer);
            socket.onFrame = () => {};
            resolve();
          };
        }),
    );
    await command(target, room, "POST", "phase", { from, to });
    asked.push(performance.now() - start);
    await Promise.all(arrived);
    from = to;
  };
  // what is compiled at first is not measured
  for (let at = 0; at < 5; at += 1) await goOn([]);
  asked.length = 0;
  for (let at = 0; at < changes; at += 1) await goOn(quiet);
  let dragged = 0;
  const dragging = setInterval(() => {
    for (const [index, { moves: prepared }] of moves.entries()) {
      const move = prepared[dragged];
      const seat = room.seats[index];
      if (move && seat) boards[index]?.send(seat.dialect.update(move));
    }
    dragged += 1;
  }, 1_000 / DRAGS);
  await pause(1_000);
  for (let at = 0; at < changes; at += 1) {
    await goOn(busy);
    await pause(100);
  }
  clearInterval(dragging);
  for (const socket of [...boards, ...workshops]) socket.close();
  return {
    p50: quantile(busy, 0.5),
    p95: quantile(busy, 0.95),
    worst: Math.max(...busy),
    quietP95: quantile(quiet, 0.95),
    answerP95: quantile(asked, 0.95),
  };
}

const workshopOf = (seat: Seat): Seat => ({ ...seat, path: seat.path.replace("/board?", "/workshop?") });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.POSITIVE_INFINITY;

async function command(target: Target, room: Room, method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${target.port}/api/boards/${room.id}/${path}`, {
    method,
    headers: { authorization: `Bearer ${room.facilitator ?? ""}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
