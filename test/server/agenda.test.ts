import { readBoard, readWorkshop, type StateDoc } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { newPhaseId, type Phase, type PhaseNow, type RoleRules } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { refusalOf } from "../helpers/refusal.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const READ_ONLY: RoleRules = { add: [], edit: "none", move: "none", trash: "none", link: false, comment: false };
const phase = (en: string, more: Partial<Phase> = {}): Phase => ({
  id: newPhaseId(),
  title: { en },
  instruction: { en: `Now: ${en}` },
  ...more,
});

async function workshop() {
  let now = 1_700_000_000_000;
  const server = await startServer({ now: () => now });
  const board = await openBoard(server);
  const awa = await board.join("facilitator", "Awa");
  const bo = await board.join("participant", "Bo");
  const asking = (method: string, path: string, body: unknown, session = awa.session) =>
    ask<{ revision?: number; now?: PhaseNow | null; code?: string }>(
      server,
      method,
      `/api/boards/${board.id}/${path}`,
      {
        body,
        session,
      },
    );
  return {
    server,
    board,
    awa,
    bo,
    set: (revision: number, phases: readonly unknown[], session?: string) =>
      asking("PUT", "agenda", { revision, phases }, session),
    go: (from: string | null, to: string | null, session?: string) => asking("POST", "phase", { from, to }, session),
    pass: (ms: number) => void (now += ms),
    now: () => now,
  };
}

describe("the agenda of a board", () => {
  it("[F21] is set by facilitators in the place of the one they read, and everybody sees it", async () => {
    const { server, board, bo, set } = await workshop();
    const seen = connect(server, board.id, bo.session, "workshop");
    await synced(seen);
    const phases = [
      phase("welcome"),
      phase("ideas", { minutes: 8, writing: "silent", may: { participant: READ_ONLY } }),
    ];
    expect((await set(0, phases)).body).toEqual({ revision: 1 });
    await until(() => readWorkshop(seen.doc as StateDoc).agenda.revision === 1, "the agenda to be seen");
    expect(readWorkshop(seen.doc as StateDoc).agenda.phases).toEqual(phases);
    // another one read the board before
    expect(await set(0, [])).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect((await set(1, [...phases].reverse())).body).toEqual({ revision: 2 });
    expect(await set(2, [], bo.session)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  it("[F20, F21] a malformed agenda is refused whole and changes nothing", async () => {
    const { server, board, awa, set, go } = await workshop();
    const good = phase("welcome");
    const wrong: readonly (readonly unknown[])[] = [
      [{ ...good, title: {} }],
      [good, { ...phase("twice"), id: good.id }],
      [good, { ...phase("long"), minutes: 10_000 }],
      [good, { ...phase("rules"), may: { participant: { add: "all" } } }],
      Array.from({ length: 51 }, () => phase("too many")),
      ["welcome"],
    ];
    for (const phases of wrong)
      expect(await set(0, phases)).toMatchObject({ status: 400, body: { code: "bad-request" } });
    expect((await set(0, [good])).status).toBe(200);
    expect((await set(-1, [good])).status).toBe(400);
    for (const to of ["", "welcome", newPhaseId()]) expect((await go(null, to)).status).toBe(400);
    const seen = connect(server, board.id, awa.session, "workshop");
    await synced(seen);
    expect(readWorkshop(seen.doc as StateDoc)).toMatchObject({
      agenda: { revision: 1, phases: [good] },
      now: undefined,
    });
  });

  it("[F21, F22] two facilitators who press *next* together go on by one phase; participants can't", async () => {
    const { server, board, bo, set, go, now } = await workshop();
    const [one, two, three] = [phase("one"), phase("two", { minutes: 0.5 }), phase("three")];
    await set(0, [one, two, three]);
    expect((await go(null, one.id, bo.session)).status).toBe(403);
    expect((await go(null, one.id)).body).toEqual({ now: { phase: one.id, startedAt: now() } });
    const replies = await Promise.all([go(one.id, two.id), go(one.id, two.id)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const seen = connect(server, board.id, bo.session, "workshop");
    await synced(seen);
    const running = { phase: two.id, startedAt: now(), endsAt: now() + 30_000 };
    expect(readWorkshop(seen.doc as StateDoc).now).toEqual(running);
    // who saw another phase goes nowhere
    expect(await go(null, three.id)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect((await go(two.id, null)).body).toEqual({ now: null });
    await until(() => readWorkshop(seen.doc as StateDoc).now === undefined, "the end to be seen");
  });

  it("[F25] the phase that is under way can't be taken out, nor can what was announced of it; all else may change", async () => {
    const { set, go } = await workshop();
    const [silent, after] = [phase("silent", { writing: "silent" }), phase("after")];
    await set(0, [silent, after]);
    await go(null, silent.id);
    const { writing: _, ...open } = silent;
    for (const phases of [[after], [open, after], [{ ...silent, signed: true }, after]])
      expect(await set(1, phases)).toMatchObject({ status: 400, body: { code: "bad-request" } });
    expect((await set(1, [after, { ...silent, minutes: 3, signed: false }])).status).toBe(200);
    await go(silent.id, after.id);
    expect((await set(2, [after])).status).toBe(200);
  });

  it("[F23, F24] a phase holds for participants three seconds after it began; facilitators go on, and the next one frees them", async () => {
    const { server, board, awa, bo, set, go, pass } = await workshop();
    const [silent, open] = [phase("silent", { writing: "silent" }), phase("open")];
    await set(0, [silent, open]);
    const [hers, his] = [
      connect(server, board.id, awa.session, "board"),
      connect(server, board.id, bo.session, "board"),
    ];
    await Promise.all([synced(hers), synced(his)]);
    await go(null, silent.id);
    addNote(his.doc, "under way");
    await saved(his, 1);
    pass(3_000);
    const refused = refusalOf(his);
    addNote(his.doc, "too late");
    expect(await refused).toEqual({ code: CLOSE.forbidden, reason: "phase" });
    addNote(hers.doc, "the question");
    await saved(hers, 1);
    await go(silent.id, open.id);
    const again = connect(server, board.id, bo.session, "board");
    await synced(again);
    addNote(again.doc, "in the open");
    await saved(again, 1);
    const texts = [...readBoard(again.doc).cards.values()].map(({ text }) => text).sort();
    expect(texts).toEqual(["in the open", "the question", "under way"]);
  });
});
