import { existsSync } from "node:fs";
import { readBoard } from "@palabre/shared/documents";
import type { CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { connect, openBoard, openSynced, saved, synced } from "../helpers/client.ts";
import { BUILT_SERVER, runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";

describe.skipIf(!existsSync(BUILT_SERVER))("the built server", () => {
  it("[R16] what was acknowledged, and what others have seen, is there after kill -9", async () => {
    const folder = await openFolder();
    let server = await runServer({ DATA_DIR: folder });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const acknowledged = new Set<CardId>();
    const seen = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const [writer, reader] = [
        connect(server, board.id, session, "board"),
        connect(server, board.id, session, "board"),
      ];
      await Promise.all([synced(writer), synced(reader)]);
      // written without pause; killed in the middle of it
      let pending: CardId[] = [];
      for (let batch = 1; batch <= 12; batch += 1) {
        pending = Array.from({ length: 10 }, (_, index) => addNote(writer.doc, `${round}/${batch}/${index}`));
        const barrier = saved(writer, round * 100 + batch);
        if (batch < 12) {
          await barrier;
          for (const id of pending) acknowledged.add(id);
        }
      }
      server.kill("SIGKILL");
      expect(await server.ended).toBe("SIGKILL");
      for (const id of readBoard(reader.doc).cards.keys()) seen.add(id);
      writer.provider.destroy();
      reader.provider.destroy();
      server = await runServer({ DATA_DIR: folder });
      const fresh = connect(server, board.id, session, "board");
      await synced(fresh);
      const kept = readBoard(fresh.doc);
      expect(kept.skipped).toBe(0);
      const missing = (ids: Iterable<string>) => [...ids].filter((id) => !kept.cards.has(id as CardId));
      expect(missing(acknowledged)).toEqual([]);
      expect(missing(seen)).toEqual([]);
      fresh.provider.destroy();
    }
    expect(acknowledged.size).toBe(330);
  });

  it.each([
    "before-write:9",
    "before-commit:9",
    "after-commit:9",
    "before-broadcast:9",
    "before-answer:9",
    "during-checkpoint",
    "before-trim",
  ])("[R16] nothing that was acknowledged or seen is missing after it died at %s", async (place) => {
    const folder = await openFolder();
    const prepared = await runServer({ DATA_DIR: folder });
    const board = await openBoard(prepared);
    const { session } = await board.join("participant", "Ada");
    prepared.kill("SIGTERM");
    await prepared.ended;

    const server = await runServer({ DATA_DIR: folder, FAIL_AT: place });
    const [writer, reader] = [connect(server, board.id, session, "board"), connect(server, board.id, session, "board")];
    await Promise.all([synced(writer), synced(reader)]);
    const acknowledged = new Set<string>();
    let isDead = false;
    void server.ended.then(() => (isDead = true));
    // more than one checkpoint's worth of entries
    for (let batch = 1; batch <= 60 && !isDead; batch += 1) {
      const ids = Array.from({ length: 20 }, (_, index) => addNote(writer.doc, `${batch}/${index}`));
      await Promise.race([saved(writer, batch).then(() => ids.forEach((id) => acknowledged.add(id))), server.ended]);
    }
    expect(await server.ended).toBe("SIGKILL");
    writer.provider.destroy();
    reader.provider.destroy();
    const again = await runServer({ DATA_DIR: folder });
    const fresh = connect(again, board.id, session, "board");
    await synced(fresh);
    const kept = readBoard(fresh.doc);
    const seen = [...readBoard(reader.doc).cards.keys(), ...acknowledged];
    expect(seen.filter((id) => !kept.cards.has(id as CardId))).toEqual([]);
    expect(again.output()).not.toContain("could not be read");
  });

  it("[R17] SIGTERM stops it cleanly, with what was received kept", async () => {
    const folder = await openFolder();
    const server = await runServer({ DATA_DIR: folder });
    const board = await openBoard(server);
    const { session } = await board.join("participant", "Ada");
    const peer = connect(server, board.id, session, "board");
    const quiet = await openSynced(server, board.id, "workshop", session);
    await synced(peer);
    const id = addNote(peer.doc, "the last one");
    await saved(peer, 1);
    server.kill("SIGTERM");
    expect(await quiet.closed).toBe(1012);
    expect(await server.ended).toBe(0);
    const again = await runServer({ DATA_DIR: folder });
    const fresh = connect(again, board.id, session, "board");
    await synced(fresh);
    expect(readBoard(fresh.doc).cards.get(id)?.text).toBe("the last one");
    again.kill("SIGINT");
    expect(await again.ended).toBe(0);
  });

  it("[A14] says what is wrong with its configuration and exits with 1", async () => {
    const folder = await openFolder();
    const failure = (environment: Record<string, string>) =>
      runServer({ DATA_DIR: folder, ...environment }).then(
        () => "it started",
        (error: unknown) => (error instanceof Error ? error.message : ""),
      );
    expect(await failure({ PORT: "http" })).toMatch(/ended with 1.*PORT must be a whole number from 0 to 65535/);
    const elsewhere = await failure({ DATABASE_URL: "mysql://me:secret@host/db" });
    expect(elsewhere).toMatch(/ended with 1.*DATABASE_URL must be an address/);
    expect(elsewhere).not.toContain("secret");
    const alone = await failure({ REDIS_URL: "redis://me:secret@host" });
    expect(alone).toMatch(/ended with 1.*REDIS_URL is for servers that share a database/);
    expect(alone).not.toContain("secret");
    const taken = await runServer({ DATA_DIR: folder });
    expect(await failure({ PORT: String(taken.port), DATA_DIR: await openFolder() })).toMatch(
      /ended with 1.*EADDRINUSE.*could not start: PORT \d+ is taken by another program/s,
    );
    expect(await failure({ HOST: "192.0.2.1", DATA_DIR: await openFolder() })).toMatch(
      /ended with 1.*could not start: HOST is no address of this/s,
    );
  });
});
