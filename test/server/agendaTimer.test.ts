import { existsSync } from "node:fs";
import type { BoardStore } from "@palabre/server/stores";
import { applyUpdate, createStateDoc, readWorkshop, type StateDoc } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import type { PhaseNow } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { refusalOf } from "../helpers/refusal.ts";
import { BUILT_SERVER, runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { openWorkshop, phaseOf } from "../helpers/workshop.ts";

describe("the timer of a phase", () => {
  it("[F26] facilitators pause, resume, lengthen and stop it; participants can't, and nobody without a phase", async () => {
    const { bo, set, go, timer, now, pass } = await openWorkshop();
    const phase = phaseOf("ideas", { minutes: 2 });
    await set(0, [phase]);
    expect(await timer({ do: "start" })).toMatchObject({ status: 409, body: { code: "conflict" } });
    await go(null, phase.id);
    const startedAt = now();
    const shown = async (change: object) => (await timer(change)).body.now;
    pass(30_000);
    expect((await timer({ do: "pause" }, bo.session)).status).toBe(403);
    expect(await shown({ do: "pause" })).toEqual({ phase: phase.id, startedAt, left: 90_000 });
    expect((await timer({ do: "pause" })).status).toBe(409);
    pass(500_000);
    expect(await shown({ do: "add", seconds: 60 })).toEqual({ phase: phase.id, startedAt, left: 150_000 });
    expect(await shown({ do: "resume" })).toEqual({ phase: phase.id, startedAt, endsAt: now() + 150_000 });
    expect(await shown({ do: "stop" })).toEqual({ phase: phase.id, startedAt });
    expect(await shown({ do: "start", seconds: 20 })).toEqual({ phase: phase.id, startedAt, endsAt: now() + 20_000 });
    for (const wrong of [
      {},
      { do: "end" },
      { do: "add", seconds: 0 },
      { do: "add", seconds: 0.5 },
      { do: "add", seconds: 1e9 },
    ])
      expect((await timer(wrong)).status).toBe(400);
  });

  it("[F27] says once that time is up, and freezes; time that is added, and the next phase, end the freeze", async () => {
    const { set, go, timer, pass, now, watch } = await openWorkshop();
    const [ideas, next] = [phaseOf("ideas", { minutes: 1, timeUp: "freeze" }), phaseOf("next", { minutes: 1 })];
    await set(0, [ideas, next]);
    const seen = await watch();
    await go(null, ideas.id);
    const [startedAt, endsAt] = [now(), now() + 60_000];
    pass(59_999);
    expect((await timer({ do: "add", seconds: 1 })).body.now?.endsAt).toBe(endsAt + 1_000);
    pass(1_001);
    await until(() => seen().now?.isTimeUp, "the end to be seen");
    const up = { phase: ideas.id, startedAt, endsAt: endsAt + 1_000, isTimeUp: true };
    expect([seen().now, seen().rules.frozen]).toEqual([up, true]);
    await timer({ do: "add", seconds: 30 });
    await until(() => !seen().rules.frozen, "the thaw");
    expect(seen().now).toEqual({ phase: ideas.id, startedAt, endsAt: now() + 30_000 });
    pass(30_000);
    await until(() => seen().rules.frozen, "the second freeze");
    await go(ideas.id, next.id);
    await until(() => seen().now?.phase === next.id, "the next phase");
    expect(seen().rules.frozen).toBe(false);
    pass(60_000);
    await until(() => seen().now?.isTimeUp, "the end of the next phase");
    expect(seen().rules.frozen).toBe(false);
  });

  it("[F27] a freeze by hand stays, whatever ends or begins", async () => {
    const { server, board, awa, set, go, pass, watch } = await openWorkshop();
    const [ideas, next] = [phaseOf("ideas", { minutes: 1, timeUp: "freeze" }), phaseOf("next")];
    await set(0, [ideas, next]);
    const seen = await watch();
    await go(null, ideas.id);
    await ask(server, "PATCH", `/api/boards/${board.id}/rules`, { body: { frozen: true }, session: awa.session });
    pass(60_000);
    await until(() => seen().now?.isTimeUp, "the end to be seen");
    await go(ideas.id, next.id);
    await until(() => seen().now?.phase === next.id, "the next phase");
    expect(seen().rules.frozen).toBe(true);
  });

  it("[F27] time is up although nobody is there, and is not said again to who comes", async () => {
    const held = holdStore();
    const { set, go, pass, watch } = await openWorkshop({ wrapStore: held.wrap });
    const phase = phaseOf("ideas", { minutes: 1 });
    await set(0, [phase]);
    await go(null, phase.id);
    const before = held.calls.append;
    pass(60_000);
    await until(() => held.calls.append === before + 1, "the end to be written");
    const seen = await watch();
    expect(seen().now?.isTimeUp).toBe(true);
    expect(held.calls.append).toBe(before + 1);
  });

  it("[F27] an end that can't be written is written later", async () => {
    const held = holdStore();
    let disk: BoardStore | undefined;
    const wrapStore = (store: BoardStore) => held.wrap((disk = store));
    const { board, set, go, pass } = await openWorkshop({ wrapStore });
    const phase = phaseOf("ideas", { minutes: 1 });
    await set(0, [phase]);
    await go(null, phase.id);
    held.fail(board.id);
    const before = held.calls.append;
    pass(60_000);
    await until(() => held.calls.append > before, "the end to fail");
    held.fail();
    // nobody comes, who would bring it about: what is written is read off the disk
    await until(async () => {
      pass(1_000);
      const doc = createStateDoc();
      for (const update of (await disk?.load(board.id, "workshop"))?.updates ?? []) applyUpdate(doc, update);
      return readWorkshop(doc).now?.isTimeUp;
    }, "the end to be written");
  });

  it("[F27] what ended while the server was away is said when somebody comes; what runs goes on", async () => {
    const workshop = await openWorkshop({ dataDir: await openFolder() });
    const { set, go, pass, now } = workshop;
    const [ideas, next] = [phaseOf("ideas", { minutes: 1, timeUp: "freeze" }), phaseOf("next", { minutes: 5 })];
    await set(0, [ideas, next]);
    await go(null, ideas.id);
    await workshop.restart();
    pass(60_000);
    // not even the first thing of who comes is taken
    const bo = connect(workshop.server, workshop.board.id, workshop.bo.session, "board");
    const refused = refusalOf(bo);
    await synced(bo);
    addNote(bo.doc, "after the end");
    expect(await refused).toEqual({ code: CLOSE.forbidden, reason: "frozen" });
    let seen = await workshop.watch();
    await until(() => seen().now?.isTimeUp, "the end to be said");
    expect(seen().rules.frozen).toBe(true);
    await go(ideas.id, next.id);
    await workshop.restart();
    seen = await workshop.watch();
    expect(seen().now).toEqual({ phase: next.id, startedAt: now(), endsAt: now() + 300_000 });
    pass(300_000);
    await until(() => seen().now?.isTimeUp, "the end of what went on");
    expect(seen().rules.frozen).toBe(false);
  });
});

describe.skipIf(!existsSync(BUILT_SERVER))("the built server", () => {
  it("[F27] ends a phase once after kill -9, and has the agenda as it was", async () => {
    const folder = await openFolder();
    const server = await runServer({ DATA_DIR: folder });
    const board = await openBoard(server);
    const { session } = await board.join("facilitator", "Awa");
    const phases = [phaseOf("short", { minutes: 0.01, timeUp: "freeze" })];
    const path = `/api/boards/${board.id}`;
    await ask(server, "PUT", `${path}/agenda`, { session, body: { revision: 0, phases } });
    const body = { from: null, to: phases[0]?.id };
    const { now } = (await ask<{ now: PhaseNow }>(server, "POST", `${path}/phase`, { session, body })).body;
    server.kill("SIGKILL");
    await server.ended;
    const again = await runServer({ DATA_DIR: folder });
    const seen = connect(again, board.id, session, "workshop");
    await synced(seen);
    await until(() => readWorkshop(seen.doc as StateDoc).now?.isTimeUp, "the end to be said");
    const workshop = readWorkshop(seen.doc as StateDoc);
    expect(workshop).toMatchObject({ agenda: { revision: 1, phases }, now: { ...now, isTimeUp: true } });
    expect(workshop.rules.frozen).toBe(true);
  });
});
