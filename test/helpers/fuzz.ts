import { isDeepStrictEqual } from "node:util";
import { applyUpdate, createBoardDoc, observeUpdates, readBoard, type BoardDoc } from "@palabre/shared/documents";
import { auditBoard, BOARD_ROOTS } from "./audit.ts";
import { bodyOf, connect, heardOf, message, openBoard, openSynced, synced, type RawClient } from "./client.ts";
import { anyContent, CONTENT, forgeUpdate, glued, struct, TYPE } from "./forge.ts";
import { keepLedger } from "./ledger.ts";
import { openHand } from "./randomEdits.ts";
import { seeded, type Random } from "./seeded.ts";
import type { ServerAddress } from "./startServer.ts";
import { until } from "./until.ts";

/**
 * Somebody who edits like anybody else, but whose frames are spoilt on their way: bytes changed, lost, doubled, put elsewhere, frames held back,
 * types spelled otherwise, structs of no honest client. Somebody honest writes on the same board meanwhile.
 * @returns what is wrong with the board afterwards, or happened to who is honest; empty when all is well
 */
export async function fuzz(server: ServerAddress, seed: number, frames: number): Promise<readonly string[]> {
  const random = seeded(seed);
  const board = await openBoard(server);
  const [honest, vandal, viewer] = [
    await board.join("participant"),
    await board.join("participant"),
    await board.join("viewer"),
  ];
  const peer = connect(server, board.id, honest.session, "board");
  const drops: string[] = [];
  peer.provider.on("connection-close", (event) => drops.push(`who is honest was cut with ${event?.code}`));
  const ledger = keepLedger(peer, 10);
  await synced(peer);
  const hand = openHand(peer.doc, honest.person, random);
  let attacker: Attacker | undefined;
  let sent = 0;
  while (sent < frames) {
    attacker ??= await openAttacker(server, board.id, vandal, random);
    if (random.chance(0.3)) hand.act();
    attacker.act();
    for (const frame of attacker.take()) {
      sent += 1;
      if (attacker.client.socket.readyState === 1) attacker.client.send(frame);
    }
    // one look at how the server took it, now and then
    if (random.chance(0.3)) await Promise.race([attacker.roundTrip(), attacker.client.closed]);
    if (attacker.client.socket.readyState !== 1) {
      attacker.client.socket.terminate();
      attacker = undefined;
    }
  }
  attacker?.client.socket.terminate();
  hand.act();
  const problems = [...drops];
  const isSaved = () => ledger.acknowledged() === ledger.own.length;
  await until(isSaved, "", 10_000).catch(() => problems.push("who is honest can't save any more"));
  peer.provider.awareness.setLocalState(null);
  const fresh = connect(server, board.id, viewer.session, "board");
  await until(() => fresh.provider.synced, "", 10_000).catch(() => problems.push("the board does not open any more"));
  problems.push(...new Set(auditBoard(fresh.doc)));
  const isEqual = () => isDeepStrictEqual(readBoard(fresh.doc), readBoard(peer.doc));
  await until(isEqual, "", 5_000).catch(() => problems.push("copies differ"));
  const strangers = [...readBoard(fresh.doc).cards.values()].filter(
    ({ by }) => by !== honest.person && by !== vandal.person,
  );
  if (strangers.length > 0) problems.push("a card is in nobody's name");
  // Yjs takes another id when its own was taken, and the provider could then not be ended
  peer.doc.clientID = peer.provider.awareness.clientID;
  for (const { provider } of [fresh, peer]) provider.destroy();
  return problems;
}

interface Attacker {
  readonly client: RawClient;
  act(): void;
  /** what is to be sent now */
  take(): readonly Uint8Array[];
  roundTrip(): Promise<void>;
}

async function openAttacker(
  server: ServerAddress,
  board: string,
  vandal: { readonly session: string; readonly person: Parameters<typeof openHand>[1] },
  random: Random,
): Promise<Attacker> {
  const client = await openSynced(server, board, "board", vandal.session);
  const doc = createBoardDoc();
  doc.clientID = 1 + random.integer(2 ** 31);
  for (const frame of heardOf(client, 0, 1)) applyUpdate(doc, bodyOf(frame), client);
  const hand = openHand(doc, vandal.person, random);
  const past: Uint8Array[] = [];
  let held: Uint8Array[] = [];
  let next: Uint8Array[] = [];
  const make = (frame: Uint8Array) => {
    past.push(frame);
    if (random.chance(0.08)) held.push(frame);
    else next.push(random.chance(0.35) ? spoil(random, frame, past) : frame);
  };
  observeUpdates(doc, (update, origin) => {
    if (origin !== client) make(message(0, random.chance(0.9) ? 2 : 1, update));
  });
  return {
    client,
    act: () => {
      const chosen = random.integer(10);
      if (chosen === 0) make(message(1, message(1, doc.clientID, past.length, `{"cursor":[1,${past.length}]}`)));
      else if (chosen === 1) make(message(100, past.length));
      else if (chosen === 2) make(message(0, 0, Uint8Array.of(0)));
      else if (chosen === 3) make(message(0, 2, forged(random, doc)));
      else hand.act();
    },
    take: () => {
      const taken = random.chance(0.1) ? [...next, ...held] : next;
      if (taken !== next) held = [];
      next = [];
      return taken;
    },
    roundTrip: () => {
      const answered = new Promise<void>((resolve) => client.socket.once("pong", () => resolve()));
      client.socket.ping();
      return answered;
    },
  };
}

/** One frame made worse. */
function spoil(random: Random, frame: Uint8Array, past: readonly Uint8Array[]): Uint8Array {
  const at = random.integer(frame.length);
  switch (random.integer(8)) {
    case 0:
    case 1: {
      const changed = frame.slice();
      for (let times = 1 + random.integer(3); times > 0; times -= 1)
        changed[random.integer(frame.length)] = random.integer(256);
      return changed;
    }
    case 2: {
      // one bit, behind the head: the lengths stay true
      const changed = frame.slice();
      const place = Math.min(frame.length - 1, 4 + random.integer(frame.length));
      changed[place] = (changed[place] ?? 0) ^ (1 << random.integer(8));
      return changed;
    }
    case 3:
      return frame.slice(0, at);
    case 4:
      return glued(frame.slice(0, at), random.bytes(1 + random.integer(8)), frame.slice(at));
    case 5: {
      const other = random.pick(past);
      return glued(frame.slice(0, at), other.slice(random.integer(other.length)));
    }
    case 6:
      return glued(Uint8Array.of((frame[0] ?? 0) | 0x80, 0x80, 0), frame.slice(1));
    default:
      return random.pick(past);
  }
}

/** An update that decodes, of one to four structs that no honest client makes so. */
function forged(random: Random, doc: BoardDoc): Uint8Array {
  const things = [...doc.getMap("cards").keys(), "x".repeat(21)];
  const clients = [...doc.store.clients.keys(), doc.clientID, 1 + random.integer(1_000)];
  const anyId = () => [random.pick(clients), random.integer(30)] as const;
  const value = () =>
    random.pick<unknown>([
      1,
      Number.NaN,
      null,
      undefined,
      "x",
      [1, 2],
      [1, "2"],
      {},
      { kind: "note", at: 1 },
      Uint8Array.of(1),
      true,
      { from: things[0], to: things[0], at: 1 },
    ]);
  const contentOf = (kind: number): Uint8Array => {
    if (kind === CONTENT.any) return anyContent(...Array.from({ length: 1 + random.integer(2) }, value));
    if (kind === CONTENT.string) return message(random.pick(["x", "", "\ud83c", "y".repeat(300)]));
    if (kind === CONTENT.type) return message(random.pick(Object.values(TYPE)), "p");
    if (kind === CONTENT.format) return message("bold", "true");
    if (kind === CONTENT.json) return message(1, "{}");
    if (kind === CONTENT.embed) return message("{}");
    if (kind === CONTENT.binary) return message(random.bytes(3));
    if (kind === CONTENT.doc) return glued(message("guid"), anyContent({}).slice(1));
    return message(1 + random.integer(3));
  };
  const one = () => {
    const kind = random.pick(Object.values(CONTENT));
    if (kind === CONTENT.gc) return glued(Uint8Array.of(0), message(1 + random.integer(3)));
    const id = random.pick(things);
    const key = random.pick([id, `${id}/owner`, `${id}/trashedAt`, "__proto__", ""]);
    const place = random.pick([
      { root: random.pick([...BOARD_ROOTS, "papers"]), key },
      { root: random.pick(BOARD_ROOTS) },
      { under: anyId() },
      { under: anyId(), key },
      { left: anyId() },
      { right: anyId() },
      { left: anyId(), right: anyId() },
    ]);
    return struct(kind, place, contentOf(kind));
  };
  const client = random.pick(clients);
  const clock = random.chance(0.8) ? (doc.store.clients.get(client)?.length ?? 0) : random.integer(30);
  const structs = Array.from({ length: random.integer(4) }, one);
  const deletes = Array.from({ length: random.integer(3) }, () => {
    const [of, from] = anyId();
    return { client: of, clock: from, length: 1 + random.integer(4) };
  });
  return forgeUpdate(client, clock, structs, deletes);
}
