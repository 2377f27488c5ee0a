import { performance } from "node:perf_hooks";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { CheapSocket, frameOf } from "./cheapSocket.ts";
import { presenceOf } from "./dialect.ts";
import { prepareMoves, type PreparedEdits } from "./edits.ts";
import type { Seat, Target } from "./targets.ts";

/** How a crowd behaves: each writer drags and points so often a second; readers only look. */
export interface Behaviour {
  readonly readers: number;
  readonly writers: number;
  readonly movesPerSecond: number;
  readonly cursorsPerSecond: number;
  readonly seconds: number;
  /** until V8 has compiled what is used, in every server alike */
  readonly warmUpMs: number;
  /** ask whether all is on disk, as our client does; only our server answers */
  readonly barriers?: boolean;
}

export interface CrowdFigures {
  /** drags and cursors that arrived at somebody else, each counted for each who got it */
  readonly deliveries: number;
  readonly perSecond: number;
  /** drags that should have arrived and did */
  readonly arrived: number;
  readonly cpuPerDelivery: number;
  readonly p50: number;
  readonly p95: number;
  /** from an edit to the first barrier that covers it */
  readonly savedP95: number | undefined;
}

const TICK_MS = 4;
/** our client asks this long after its first unsaved edit */
const BARRIER_AFTER_MS = 100;

interface Member {
  readonly socket: CheapSocket;
  readonly seat: Seat;
  readonly edits: PreparedEdits | undefined;
  readonly frames: readonly Buffer[];
  readonly sentAt: Float64Array;
  moves: number;
  cursors: number;
  unsavedSince: number;
  barrier: number;
  barrierOf: number;
  hasBarrier: boolean;
}

/** Which moves and cursors a payload holds. */
interface Mark {
  readonly client: number;
  /** clock of a move, or -1 for a cursor */
  readonly clock: number;
  readonly length: number;
}

/** What a crowd asks of servers. */
export type CrowdTarget = Pick<Target, "name" | "port" | "room" | "cpuMs">;

/** Joins, moves, and measures from after a warm-up until all that was sent has arrived or is given up. */
export async function runCrowd(target: CrowdTarget, behaviour: Behaviour): Promise<CrowdFigures> {
  const room = await target.room(behaviour.readers + behaviour.writers);
  const perWriter = Math.ceil(behaviour.movesPerSecond * (behaviour.seconds + behaviour.warmUpMs / 1_000)) + 20;
  const members: Member[] = [];
  for (const [index, seat] of room.seats.entries()) {
    const isWriter = index < behaviour.writers;
    members.push(await join(target, seat, isWriter ? prepareMoves(seat.person, perWriter) : undefined));
  }
  const writers = members.filter(({ edits }) => edits !== undefined);
  const byClient = new Map(writers.map((member) => [member.edits?.client ?? 0, member]));

  let deliveries = 0;
  let arrived = 0;
  let isMeasuring = false;
  let now = 0;
  const latencies: number[] = [];
  const saved: number[] = [];
  const read = createMarkReader();
  for (const member of members) {
    member.socket.onRead = () => (now = performance.now());
    member.socket.onFrame = (payload) => {
      const marks = read(member.seat, payload);
      if (typeof marks === "number") {
        member.hasBarrier = false;
        if (isMeasuring && marks === member.barrier) saved.push(now - member.barrierOf);
        return;
      }
      if (!isMeasuring) return;
      for (const { client, clock, length } of marks) {
        const from = byClient.get(client);
        if (!from || from === member) continue;
        if (clock < 0) {
          deliveries += 1;
          continue;
        }
        for (let at = clock; at < clock + length; at += 1) {
          const sent = from.sentAt[at - (from.edits?.firstClock ?? 0)] ?? 0;
          if (sent === 0) continue;
          deliveries += 1;
          arrived += 1;
          latencies.push(now - sent);
        }
      }
    };
  }

  const start = performance.now() + 50;
  const measureFrom = start + behaviour.warmUpMs;
  const end = measureFrom + behaviour.seconds * 1_000;
  let cpuAtStart = 0;
  let due = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const time = performance.now();
      if (!isMeasuring && time >= measureFrom) {
        isMeasuring = true;
        void target.cpuMs().then((ms) => (cpuAtStart = ms));
      }
      if (time >= end) {
        clearInterval(timer);
        return resolve();
      }
      for (const [index, member] of writers.entries()) {
        const phase = (index / writers.length) * 1_000;
        const since = time - start;
        while (
          member.moves < member.frames.length &&
          since * behaviour.movesPerSecond >= member.moves * 1_000 + phase
        ) {
          const frame = member.frames[member.moves];
          if (!frame) break;
          // what is sent during the warm-up is not timed
          member.sentAt[member.moves] = isMeasuring ? time : 0;
          if (isMeasuring) due += members.length - 1;
          member.moves += 1;
          if (member.unsavedSince === 0) member.unsavedSince = time;
          member.socket.write(frame);
        }
        while (since * behaviour.cursorsPerSecond >= member.cursors * 1_000 + phase) {
          member.cursors += 1;
          member.socket.send(member.seat.dialect.presence(presenceOf(member.edits?.client ?? 0, member.cursors)));
        }
        if (behaviour.barriers === true) askIfDue(member, time);
      }
    }, TICK_MS);
  });
  const cpu = (await target.cpuMs()) - cpuAtStart;
  const inTime = deliveries;
  // what is late counts as late, not as missing
  for (let waited = 0; arrived < due && waited < 3_000; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  isMeasuring = false;
  for (const { socket } of members) socket.close();
  // what never came is later than anything
  const missing = due - arrived;
  const sorted = Float64Array.from(latencies).sort();
  return {
    deliveries: inTime,
    perSecond: inTime / behaviour.seconds,
    arrived: due === 0 ? 1 : arrived / due,
    cpuPerDelivery: (cpu * 1_000) / inTime,
    p50: quantile(sorted, 0.5, missing),
    p95: quantile(sorted, 0.95, missing),
    savedP95: saved.length === 0 ? undefined : quantile(Float64Array.from(saved).sort(), 0.95, 0),
  };
}

/** @param missing values that are larger than all in `sorted` */
function quantile(sorted: Float64Array, share: number, missing: number): number {
  return sorted[Math.floor((sorted.length + missing) * share)] ?? Number.POSITIVE_INFINITY;
}

function askIfDue(member: Member, time: number): void {
  if (member.hasBarrier || member.unsavedSince === 0 || time - member.unsavedSince < BARRIER_AFTER_MS) return;
  member.hasBarrier = true;
  member.barrier += 1;
  member.barrierOf = member.unsavedSince;
  member.unsavedSince = 0;
  member.socket.send(member.seat.dialect.barrier(member.barrier));
}

async function join(target: CrowdTarget, seat: Seat, edits: PreparedEdits | undefined): Promise<Member> {
  const socket = await joinRoom(target, seat, edits?.births);
  return {
    socket,
    seat,
    edits,
    frames: edits?.moves.map((update) => frameOf(seat.dialect.update(update))) ?? [],
    sentAt: new Float64Array(edits?.moves.length ?? 0),
    moves: 0,
    cursors: 0,
    unsavedSince: 0,
    barrier: 0,
    barrierOf: 0,
    hasBarrier: false,
  };
}

/** Connects and says hello as the stock client does; resolves once the server has answered step 1. */
export async function joinRoom(
  target: Pick<Target, "name" | "port">,
  seat: Seat,
  own?: Uint8Array,
  onAnswer?: (update: Uint8Array) => void,
): Promise<CheapSocket> {
  const { dialect } = seat;
  const socket = await CheapSocket.open(seat.port ?? target.port, seat.path);
  // a bare relay has nothing to say
  if (target.name === "relay") return socket;
  const mine = own ?? Y.encodeStateAsUpdate(new Y.Doc());
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${target.name} did not answer`)), 60_000);
    socket.onClose = (code) => reject(new Error(`${target.name} closed with ${code}`));
    let isAsked = false;
    let isAnswered = false;
    socket.onFrame = (payload) => {
      const heard = dialect.read(payload);
      if (heard.type === "step1") {
        socket.send(dialect.step2(mine));
        isAsked = true;
      }
      if (heard.type === "step2") {
        onAnswer?.(heard.update);
        isAnswered = true;
      }
      if (isAsked && isAnswered) {
        clearTimeout(timer);
        resolve();
      }
    };
    if (dialect.hello) socket.send(dialect.hello);
    socket.send(dialect.step1(Y.encodeStateVector(new Y.Doc())));
  });
  socket.onClose = () => {};
  return socket;
}

/** Fifty receivers hear the same bytes: they are read once. A number is a barrier. */
function createMarkReader(): (seat: Seat, payload: Buffer) => readonly Mark[] | number {
  const known = new Map<string, readonly Mark[]>();
  return (seat, payload) => {
    const key = payload.toString("latin1");
    const found = known.get(key);
    if (found) return found;
    const heard = seat.dialect.read(payload);
    if (heard.type === "acknowledged") return heard.n === 0 ? [] : heard.n;
    const marks =
      heard.type === "update" ? movesIn(heard.update) : heard.type === "presence" ? cursorsIn(heard.bytes) : [];
    if (known.size > 2_000) known.clear();
    known.set(key, marks);
    return marks;
  };
}

const movesIn = (update: Uint8Array): readonly Mark[] =>
  Y.decodeUpdate(update).structs.map(({ id, length }) => ({ client: id.client, clock: id.clock, length }));

function cursorsIn(bytes: Uint8Array): readonly Mark[] {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  return Array.from({ length: count }, () => {
    const client = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    decoding.readVarString(decoder);
    return { client, clock: -1, length: 1 };
  });
}
