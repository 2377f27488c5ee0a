import { readBoard, type BoardDoc } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { auditBoard } from "../helpers/audit.ts";
import { connect, openBoard, synced, type OpenedBoard } from "../helpers/client.ts";
import { findBroken, markSeen, type Entry } from "../helpers/history.ts";
import { keepLedger, type Ledger } from "../helpers/ledger.ts";
import { openRawPeer } from "../helpers/rawPeer.ts";
import { runServer, type RunningServer } from "../helpers/runServer.ts";
import { seeded, type Random } from "../helpers/seeded.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { changesOf } from "./changesOf.ts";
import { roundsOr, seed } from "./options.ts";
import { ms, percentile, say, writeResults } from "./results.ts";
import { createWriter } from "./writer.ts";

const ROUNDS = 100;
/** A board lives for as many rounds, and all that was ever promised on it is looked for after each. */
const ROUNDS_OF_A_BOARD = 10;

/** Where the server kills itself, and about how often it comes by in a round. */
const FAIL_POINTS = {
  "before-write": 60,
  "before-commit": 60,
  "after-commit": 60,
  "before-broadcast": 300,
  "before-answer": 60,
  "during-checkpoint": 1,
  "before-trim": 1,
} as const;
type FailPoint = keyof typeof FAIL_POINTS;

interface Hand {
  readonly doc: BoardDoc;
  readonly ledger: Ledger;
  readonly act: () => void;
  readonly settle: () => void;
  readonly leave: () => void;
}

/** One board with everything that was promised on it. */
interface Story {
  readonly board: OpenedBoard;
  readonly history: Entry[];
  readonly ledgers: Ledger[];
  readonly participants: readonly Awaited<ReturnType<OpenedBoard["join"]>>[];
  readonly viewer: string;
  /** copies of stock writers, by their place, that come back with what they had not yet been promised */
  kept: readonly (BoardDoc | undefined)[];
  writers: number;
}

const counts = { acknowledged: 0, heard: 0, promised: 0 };

async function openStory(server: RunningServer): Promise<Story> {
  const board = await openBoard(server);
  const participants = await Promise.all([1, 2, 3, 4, 5].map(() => board.join("participant")));
  const viewer = (await board.join("viewer")).session;
  return { board, history: [], ledgers: [], participants, viewer, kept: [], writers: 0 };
}

/** Three stock writers and two by hand, two readers; everybody writes until the server is gone. */
async function write(server: RunningServer, story: Story, random: Random, killAfterMs: number | undefined) {
  const { board, history, participants, viewer } = story;
  const readers = [connect(server, board.id, viewer, "board"), connect(server, board.id, viewer, "board")];
  const readerLedgers = readers.map((reader) => keepLedger(reader));
  const hands: Hand[] = [];
  const add = (index: number, doc: BoardDoc, ledger: Ledger, leave: () => void) => {
    const participant = participants[index % participants.length]!;
    const name = `${(story.writers += 1)}`;
    const { act, settle } = createWriter({ name, doc, ledger, person: participant.person, random, history });
    hands.push({ doc, ledger, act, settle, leave });
    story.ledgers.push(ledger);
  };
  const sessionOf = (index: number) => participants[index % participants.length]!.session;
  for (const index of [0, 1, 2]) {
    const peer = connect(server, board.id, sessionOf(index), "board", story.kept[index]);
    add(index, peer.doc, keepLedger(peer, 20), () => peer.provider.destroy());
  }
  let isOver = false;
  void server.ended.then(() => (isOver = true));
  if (killAfterMs !== undefined) setTimeout(() => server.kill("SIGKILL"), killAfterMs);
  for (const index of [3, 4]) {
    try {
      const peer = await openRawPeer(server, board.id, sessionOf(index));
      add(index, peer.doc, peer, () => peer.client.socket.terminate());
    } catch {
      // the server was killed before it answered: there is one writer less
    }
  }
  const end = Date.now() + 8_000;
  while (!isOver && Date.now() < end) {
    for (const hand of hands) if (random.chance(0.7)) hand.act();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const diedByItself = isOver && killAfterMs === undefined;
  server.kill("SIGKILL");
  await server.ended;
  // what arrived before the end is read by the sockets before they tell of it
  await until(() => readers.every(({ provider }) => !provider.wsconnected), "the readers' end");
  for (const hand of hands) {
    hand.leave();
    hand.settle();
  }
  for (const { doc, provider } of readers) {
    provider.destroy();
    markSeen(history, readBoard(doc));
  }
  story.ledgers.push(...readerLedgers);
  story.kept = hands.slice(0, 3).map(({ doc }) => (random.chance(0.5) ? doc : undefined));
  return { diedByItself };
}

/** Starts the server, opens the board afresh, and holds it against all that was ever promised. */
async function check(folder: string, story: Story, round: number) {
  const startedAt = performance.now();
  const server = await runServer({ DATA_DIR: folder });
  const listeningAt = performance.now();
  const fresh = connect(server, story.board.id, story.viewer, "board");
  await synced(fresh);
  const openedAt = performance.now();
  const board = readBoard(fresh.doc);
  const where = `round ${round}, seed ${seed}`;
  const promised = story.ledgers.flatMap((ledger) => [...ledger.own.slice(0, ledger.acknowledged()), ...ledger.heard]);
  // each promised update, applied once more, finds nothing to do: not a letter and not a deletion is missing
  expect(changesOf(fresh.doc, promised), where).toBe(0);
  expect(findBroken(story.history, board), where).toEqual([]);
  expect(auditBoard(fresh.doc), where).toEqual([]);
  expect(board.skipped, where).toBe(0);
  fresh.provider.destroy();
  server.kill("SIGKILL");
  await server.ended;
  return { startMs: listeningAt - startedAt, openMs: openedAt - listeningAt };
}

it("[R16] nothing that was acknowledged or seen is lost to kill -9", async () => {
  const rounds = roundsOr(ROUNDS);
  const random = seeded(seed);
  const folder = await openFolder();
  const reached = new Map<FailPoint, number>();
  const tried = new Map<FailPoint, number>();
  const opens: number[] = [];
  const starts: number[] = [];
  let story: Story | undefined;
  let killed = 0;
  const tally = ({ history, ledgers }: Story) => {
    counts.promised += history.filter(({ isPromised }) => isPromised).length;
    for (const ledger of ledgers) {
      counts.acknowledged += ledger.acknowledged();
      counts.heard += ledger.heard.length;
    }
  };
  for (let round = 1; round <= rounds; round += 1) {
    // every second round at a fail-point, in turn
    const point = round % 2 === 0 ? (Object.keys(FAIL_POINTS) as FailPoint[])[(round / 2) % 7] : undefined;
    const at = point === undefined ? 0 : 1 + random.integer(FAIL_POINTS[point]);
    if (!story || round % ROUNDS_OF_A_BOARD === 1) {
      if (story) tally(story);
      const calm = await runServer({ DATA_DIR: folder });
      story = await openStory(calm);
      calm.kill("SIGKILL");
      await calm.ended;
    }
    const server = await runServer({ DATA_DIR: folder, ...(point ? { FAIL_AT: `${point}:${at}` } : {}) });
    // now and then in the very first moments
    const killAfterMs = point ? undefined : random.integer(random.chance(0.2) ? 80 : 1_500);
    const { diedByItself } = await write(server, story, random, killAfterMs);
    killed += 1;
    if (point) {
      tried.set(point, (tried.get(point) ?? 0) + 1);
      if (diedByItself) reached.set(point, (reached.get(point) ?? 0) + 1);
    }
    const { startMs, openMs } = await check(folder, story, round);
    starts.push(startMs);
    opens.push(openMs);
    if (round % 10 === 0) say(`kills: ${round} of ${rounds} rounds, ${story.history.length} acts on this board`);
  }
  if (story) tally(story);
  writeResults(
    "kills",
    "`kill -9` at random moments and at each fail-point; five writers and two readers; a fresh reader is held against every acknowledged and every seen edit.",
    [
      ["what", "figure", "promise"],
      ["rounds", killed, `${ROUNDS}`],
      ["acts promised (adds, moves, attributes, words, trash)", counts.promised, ""],
      ["updates acknowledged / seen by others", `${counts.acknowledged} / ${counts.heard}`, ""],
      ["of these lost", "0 / 0", "0 / 0"],
      ...(Object.keys(FAIL_POINTS) as FailPoint[]).map((name) => [
        `killed at ${name}`,
        `${reached.get(name) ?? 0} of ${tried.get(name) ?? 0}`,
        "each",
      ]),
      ["process to listening, p50 / worst", `${ms(percentile(starts, 0.5))} / ${ms(Math.max(...starts))}`, ""],
      ["listening to board open, p50 / worst", `${ms(percentile(opens, 0.5))} / ${ms(Math.max(...opens))}`, "2 s"],
    ],
  );
  expect(Math.max(...opens), "a board opens within 2 s").toBeLessThanOrEqual(2_000);
  const missed = [...tried.keys()].filter((name) => !reached.has(name));
  expect(missed, "fail-points at which the server never died").toEqual([]);
});
