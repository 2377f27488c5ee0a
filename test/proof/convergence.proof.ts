import { hasGap, readBoard } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { auditBoard } from "../helpers/audit.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { keepLedger } from "../helpers/ledger.ts";
import { openHand } from "../helpers/randomEdits.ts";
import { runServer } from "../helpers/runServer.ts";
import { seeded } from "../helpers/seeded.ts";
import { openFolder } from "../helpers/startServer.ts";
import { LINES, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";
import { changesOf } from "./changesOf.ts";
import { minutesOr, seed } from "./options.ts";
import { say, writeResults } from "./results.ts";

const CLIENTS = 10;
const pause = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs));

it("[B1] [R2] [R3] ten stock clients on bad lines, with a server that is started again, end as one", async () => {
  const minutes = minutesOr(5);
  const random = seeded(seed);
  const folder = await openFolder();
  let server = await runServer({ DATA_DIR: folder });
  const board = await openBoard(server);
  const counts = { acts: 0, cuts: 0, turns: 0, stops: 0, kills: 0 };
  const refused: number[] = [];
  const viewer = await board.join("viewer");
  const people = await Promise.all(Array.from({ length: CLIENTS - 2 }, () => board.join("participant")));
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, index) => {
      // two people have a second tab
      const { session, person } = people[index % people.length]!;
      const line = await openProxy(server.port);
      const peer = connect(line, board.id, session, "board");
      peer.provider.on("closed", ({ code }) => refused.push(code));
      return { line, peer, ledger: keepLedger(peer), hand: openHand(peer.doc, person, random) };
    }),
  );
  const end = Date.now() + minutes * 60_000;
  const acting = clients.map(async ({ hand }) => {
    while (Date.now() < end) {
      await pause(50 + random.integer(400));
      hand.act();
      counts.acts += 1;
    }
  });
  const spoiling = clients.map(async ({ line, peer }) => {
    while (Date.now() < end) {
      await pause(2_000 + random.integer(10_000));
      if (random.chance(0.4)) {
        counts.cuts += 1;
        line.cut();
      } else if (random.chance(0.2)) {
        peer.provider.disconnect();
        await pause(random.integer(5_000));
        peer.provider.connect();
      } else {
        counts.turns += 1;
        line.turn(random.pick(LINES));
        await pause(1_000 + random.integer(8_000));
        // a line that told nothing is noticed in the end
        line.cut();
        line.turn("good");
      }
    }
  });
  const restarting = async () => {
    while (Date.now() < end) {
      await pause(10_000 + random.integer(15_000));
      const isKill = random.chance(0.5);
      counts[isKill ? "kills" : "stops"] += 1;
      server.kill(isKill ? "SIGKILL" : "SIGTERM");
      await server.ended;
      server = await runServer({ DATA_DIR: folder });
      for (const { line } of clients) line.leadTo(server.port);
    }
  };
  const telling = async () => {
    while (Date.now() < end) {
      await pause(20_000);
      say(
        `convergence: ${counts.acts} acts, ${counts.cuts} cuts, ${counts.turns} bad lines, ${counts.stops + counts.kills} restarts`,
      );
    }
  };
  await Promise.all([...acting, ...spoiling, restarting(), telling()]);
  for (const { line } of clients) {
    line.turn("good");
    line.cut();
  }
  const where = `seed ${seed}`;
  expect(refused, `who is honest is never refused, ${where}`).toEqual([]);
  const isSaved = () =>
    clients.every(({ peer, ledger }) => peer.provider.synced && ledger.acknowledged() === ledger.own.length);
  await until(isSaved, `all that was done is saved, ${where}`, 60_000);
  const fresh = connect(server, board.id, viewer.session, "board");
  await synced(fresh);
  const copies = [fresh, ...clients.map(({ peer }) => peer)].map(({ doc }) => doc);
  const isEqual = () => copies.every((doc) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(fresh.doc)));
  await until(isEqual, `equal copies, ${where}`, 30_000);
  const whole = readBoard(fresh.doc);
  for (const doc of copies) {
    expect(readBoard(doc), where).toEqual(whole);
    expect(hasGap(doc), where).toBe(false);
    expect(auditBoard(doc), where).toEqual([]);
  }
  expect(whole.skipped, where).toBe(0);
  for (const { from, to } of whole.links.values())
    expect([whole.cards.has(from), whole.cards.has(to)], where).toEqual([true, true]);
  const own = clients.flatMap(({ ledger }) => ledger.own);
  expect(changesOf(fresh.doc, own), `all that was done is there, ${where}`).toBe(0);
  writeResults(
    "convergence",
    "Ten stock clients of eight people write, type, undo and redo at random, each over a line that is cut, late by 2 s, 1 kB/s, deaf or mute; the server is stopped and killed meanwhile. Then all copies are equal, entry by entry sound, and hold all that anybody did.",
    [
      ["what", "figure"],
      ["minutes", minutes],
      ["acts / updates", `${counts.acts} / ${own.length}`],
      ["lines cut / spoiled", `${counts.cuts} / ${counts.turns}`],
      ["server stopped / killed", `${counts.stops} / ${counts.kills}`],
      ["cards, links, comments at the end", `${whole.cards.size}, ${whole.links.size}, ${whole.comments.size}`],
      ["copies that differ, entries that are not sound, acts lost, honest clients refused", "0, 0, 0, 0"],
    ],
  );
});
