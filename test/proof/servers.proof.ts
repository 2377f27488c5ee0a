import {
  hasGap,
  observeUpdates,
  readBoard,
  readWorkshop,
  type BoardDoc,
  type StateDoc,
} from "@palabre/shared/documents";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { auditBoard } from "../helpers/audit.ts";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { startFeedServer } from "../helpers/feedServer.ts";
import { keepLedger } from "../helpers/ledger.ts";
import { openHand } from "../helpers/randomEdits.ts";
import { seeded } from "../helpers/seeded.ts";
import { describeServers, runTwo } from "../helpers/servers.ts";
import { until } from "../helpers/until.ts";
import { NOTHING, phaseOf } from "../helpers/workshop.ts";
import { changesOf } from "./changesOf.ts";
import { minutesOr, seed } from "./options.ts";
import { say, writeResults } from "./results.ts";

const CLIENTS = 8;
/** How long an edit that was under way when a phase ended is still taken; and what a clock may be off by. */
const GRACE_MS = 3_500;
const pause = (forMs: number) => new Promise((resolve) => setTimeout(resolve, forMs));

describeServers("two servers that share their boards", (postgres) => {
  it("[S70] [S71] [S72] [S73] lose nothing while Redis, Postgres and each of them are cut, killed and frozen, and end as one", async () => {
    const minutes = minutesOr(10);
    const random = seeded(seed);
    const feed = await startFeedServer();
    const { all, redis, databaseUrl, again } = await runTwo(postgres, { FETCH_ALLOW: feed.host });
    const servers = [...all];
    const any = () => servers[random.integer(2)]!;
    const end = Date.now() + minutes * 60_000;
    const counts = { acts: 0, redisCuts: 0, postgresCuts: 0, postgresStops: 0, kills: 0, stops: 0, freezes: 0 };
    /** Asks until a server takes it: some of them are gone for a while. */
    const insist = async (method: string, path: string, body: unknown, session: string) => {
      for (;;) {
        const reply = await ask(any(), method, path, { body, session }).catch(() => undefined);
        if (reply && reply.status < 500) return reply;
        await pause(300);
      }
    };

    // one board on which people write at random, through both servers
    const board = await openBoard(servers[0]!);
    const people = await Promise.all(Array.from({ length: CLIENTS }, () => board.join("participant")));
    const viewer = await board.join("viewer");
    const refused: number[] = [];
    const clients = people.map(({ session, person }, index) => {
      const peer = connect(servers[index % 2]!, board.id, session, "board");
      peer.provider.on("closed", ({ code }) => refused.push(code));
      return { peer, ledger: keepLedger(peer), hand: openHand(peer.doc, person, random) };
    });
    const acting = clients.map(async ({ hand }) => {
      while (Date.now() < end) {
        await pause(50 + random.integer(400));
        hand.act();
        counts.acts += 1;
      }
    });

    // one on which a phase lets people write, and the next one does not; somebody goes on writing all the time
    const ruled = await openBoard(servers[1]!);
    const awa = await ruled.join("facilitator");
    const [write, look] = [phaseOf("write"), phaseOf("look", { may: { participant: NOTHING } })];
    await insist("PUT", `/api/boards/${ruled.id}/agenda`, { revision: 0, phases: [write, look] }, awa.session);
    const restless = await Promise.all(
      [0, 1].map(async (at) => {
        const joined = await ruled.join("participant");
        return { ...joined, peer: connect(servers[at]!, ruled.id, joined.session, "board") };
      }),
    );
    const closedFrom: { readonly from: number; to: number }[] = [];
    const insisting = restless.map(async ({ peer }) => {
      while (Date.now() < end) {
        await pause(200 + random.integer(200));
        addNote(peer.doc, "again");
      }
    });
    const seen = servers.map((server) => connect(server, ruled.id, awa.session, "workshop"));
    /** What somebody sees who is connected; both may be away for a while. */
    const phaseNow = async () => {
      const one = await until(() => seen.find(({ provider }) => provider.synced), "somebody to be connected", 90_000);
      return readWorkshop(one.doc as StateDoc).now?.phase ?? null;
    };
    const phasing = (async () => {
      while (Date.now() < end) {
        const from = await phaseNow();
        const to = from === look.id ? write.id : look.id;
        const last = closedFrom.at(-1);
        if (to === write.id && last) last.to = Math.min(last.to, Date.now());
        const reply = await insist("POST", `/api/boards/${ruled.id}/phase`, { from, to }, awa.session);
        // what was asked once more after a fault may have been done the first time: it is looked at again
        if (reply.status >= 300) continue;
        if (to === look.id) closedFrom.push({ from: Date.now(), to: Number.POSITIVE_INFINITY });
        await pause(6_000 + random.integer(4_000));
      }
    })();

    // one with a timer that ends while servers do, and with a source
    const timed = await openBoard(servers[0]!);
    const zoe = await timed.join("facilitator");
    const ideas = phaseOf("ideas", { timeUp: "freeze" });
    await insist("PUT", `/api/boards/${timed.id}/agenda`, { revision: 0, phases: [ideas] }, zoe.session);
    await insist("POST", `/api/boards/${timed.id}/phase`, { from: null, to: ideas.id }, zoe.session);
    const askedAt: number[] = [];
    feed.onAsked(() => {
      askedAt.push(Date.now());
      return false;
    });
    const source = { kind: "feed", url: feed.url, intervalMinutes: 1 };
    expect((await insist("POST", `/api/boards/${timed.id}/sources`, source, zoe.session)).status).toBeLessThan(300);
    const ended = new Map<number, number>();
    const watcher = connect(servers[1]!, timed.id, zoe.session, "workshop");
    let wasUp: number | undefined;
    observeUpdates(watcher.doc as never, () => {
      const { now } = readWorkshop(watcher.doc as StateDoc);
      const up = now?.isTimeUp === true ? now.endsAt : undefined;
      if (up !== undefined && up !== wasUp) ended.set(up, (ended.get(up) ?? 0) + 1);
      wasUp = up;
    });
    let timers = 0;
    const timing = (async () => {
      while (Date.now() < end - 40_000) {
        await insist("POST", `/api/boards/${timed.id}/timer`, { do: "stop" }, zoe.session);
        const started = await insist("POST", `/api/boards/${timed.id}/timer`, { do: "start", seconds: 4 }, zoe.session);
        if (started.status < 300) timers += 1;
        const before = ended.size;
        await until(() => ended.size > before, "the timer to end", 90_000).catch(() => undefined);
        await pause(4_000);
      }
    })();

    const troubling = async () => {
      // each trouble once in its turn, then at random
      const troubles = ["redis", "redisLong", "cut", "postgres", "kill", "freeze", "stop"] as const;
      for (let turn = 0; Date.now() < end - 45_000; turn += 1) {
        await pause(8_000 + random.integer(6_000));
        const trouble = turn < troubles.length ? troubles[turn]! : random.pick(troubles);
        const place = random.chance(0.5) ? 0 : 1;
        say(`${new Date().toISOString().slice(11, 19)} ${trouble} (server ${place})`);
        switch (trouble) {
          case "redis":
          case "redisLong":
            counts.redisCuts += 1;
            await redis.stop();
            await pause(trouble === "redis" ? 3_000 : 60_000);
            await redis.start();
            break;
          case "cut":
            // whatever they are in the middle of
            for (let at = 0; at < 5; at += 1) {
              counts.postgresCuts += 1;
              await postgres.sql(
                databaseUrl,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'palabre%'",
              );
              await pause(random.integer(700));
            }
            break;
          case "postgres":
            counts.postgresStops += 1;
            await postgres.stop();
            await pause(3_000);
            await postgres.start();
            break;
          case "freeze":
            counts.freezes += 1;
            servers[place]!.kill("SIGSTOP");
            await pause(30_000);
            servers[place]!.kill("SIGCONT");
            break;
          case "kill":
          case "stop":
            counts[trouble === "kill" ? "kills" : "stops"] += 1;
            servers[place]!.kill(trouble === "kill" ? "SIGKILL" : "SIGTERM");
            await servers[place]!.ended;
            if (random.chance(0.5)) await pause(9_000);
            servers[place] = await again(place);
            break;
        }
      }
    };
    await Promise.all([...acting, ...insisting, phasing, timing, troubling()]);
    const where = `seed ${seed}`;
    for (const { peer } of [...clients, ...restless]) peer.provider.connect();

    expect(
      refused.filter((code) => code >= 4_000 && code < 4_500),
      `nobody honest is refused, ${where}`,
    ).toEqual([]);
    const isSaved = () =>
      clients.every(({ peer, ledger }) => peer.provider.synced && ledger.acknowledged() === ledger.own.length);
    await until(isSaved, `all that was done is saved, ${where}`, 120_000);
    const readers = await Promise.all(
      servers.map(async (server) => {
        const reader = connect(server, board.id, viewer.session, "board");
        await synced(reader);
        return reader.doc;
      }),
    );
    const [fresh] = readers as [BoardDoc, BoardDoc];
    const copies = [...readers, ...clients.map(({ peer }) => peer.doc)];
    const isEqual = () => copies.every((doc) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(fresh)));
    await until(isEqual, `equal copies, ${where}`, 60_000);
    const whole = readBoard(fresh);
    for (const doc of copies) {
      expect(readBoard(doc), where).toEqual(whole);
      expect(hasGap(doc), where).toBe(false);
      expect(auditBoard(doc), where).toEqual([]);
    }
    const own = clients.flatMap(({ ledger }) => ledger.own);
    const heard = clients.flatMap(({ ledger }) => ledger.heard);
    expect(changesOf(fresh, own), `all that was acknowledged is there, ${where}`).toBe(0);
    expect(changesOf(fresh, heard), `all that was seen is there, ${where}`).toBe(0);

    // the server's own log of who did what when, against when nobody might
    const rows = (await postgres.sql(
      databaseUrl,
      `SELECT at::float8 AS at FROM boards.changes WHERE board = '${ruled.id}' AND person <> '${awa.person}'`,
    )) as readonly { readonly at: number }[];
    const broken = rows.filter(({ at }) => closedFrom.some(({ from, to }) => at > from + GRACE_MS && at < to));
    expect(rows.length, where).toBeGreaterThan(5);
    expect(broken, `nothing was taken in a phase that forbids it, ${where}`).toEqual([]);
    expect(
      [...ended.values()].filter((times) => times !== 1),
      `timers end once, ${where}`,
    ).toEqual([]);
    expect(ended.size).toBeGreaterThan(3);
    const gaps = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0));
    expect(
      gaps.filter((gap) => gap < 20_000),
      `sources are asked once a minute, ${where}`,
    ).toEqual([]);
    await feed.close();
    writeResults(
      "servers",
      "Eight stock clients write, type, undo and redo at random on a board that two servers share, half of them through each. Meanwhile Redis and Postgres are stopped and started, connections to Postgres are cut in the middle of what they do, and servers are killed, stopped and frozen for 30 s. Then all copies and a fresh reader at each server are equal and sound, and hold all that was acknowledged or seen.",
      [
        ["what", "figure"],
        ["minutes", minutes],
        ["acts / updates / updates seen by others", `${counts.acts} / ${own.length} / ${heard.length}`],
        [
          "Redis stopped (one time for 60 s) / Postgres cut / stopped",
          `${counts.redisCuts} / ${counts.postgresCuts} / ${counts.postgresStops}`,
        ],
        ["servers killed / stopped / frozen for 30 s", `${counts.kills} / ${counts.stops} / ${counts.freezes}`],
        ["copies that differ, acknowledged edits lost, seen edits lost", "0, 0, 0"],
        ["edits taken in phases that forbid them, of so many phases", `0 of ${closedFrom.length}`],
        ["timers started / that ended, each once", `${timers} / ${ended.size}`],
        [
          "looks at a source of one minute / least time between two",
          `${askedAt.length} / ${Math.round(Math.min(...gaps) / 1_000)} s`,
        ],
      ],
    );
  });
});
