import { readBoard } from "@palabre/shared/documents";
import type { AgendaFile } from "@palabre/shared/protocol";
import { CLOSE } from "@palabre/shared/protocol";
import { newCardId, newPhaseId } from "@palabre/shared/terms";
import { applyEdits } from "@palabre/shared/documents";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, saved, synced } from "../helpers/client.ts";
import { refusalOf } from "../helpers/refusal.ts";
import { until } from "../helpers/until.ts";
import { NOTHING, openWorkshop, phaseOf } from "../helpers/workshop.ts";

describe("the agenda of a board", () => {
  it("[F21] is set by facilitators in the place of the one they read, and everybody sees it", async () => {
    const { bo, set, watch } = await openWorkshop();
    const seen = await watch();
    const phases = [
      phaseOf("welcome"),
      phaseOf("ideas", { minutes: 8, writing: "silent", may: { participant: NOTHING } }),
    ];
    expect((await set(0, phases)).body).toEqual({ revision: 1 });
    await until(() => seen().agenda.revision === 1, "the agenda to be seen");
    expect(seen().agenda.phases).toEqual(phases);
    // another one read the board before
    expect(await set(0, [])).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect((await set(1, [...phases].reverse())).body).toEqual({ revision: 2 });
    expect(await set(2, [], bo.session)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  it("[F20, F21] a malformed agenda is refused whole and changes nothing", async () => {
    const { set, go, watch } = await openWorkshop();
    const good = phaseOf("welcome");
    const wrong: readonly (readonly unknown[])[] = [
      [{ ...good, title: {} }],
      [good, { ...phaseOf("twice"), id: good.id }],
      [good, { ...phaseOf("long"), minutes: 10_000 }],
      [good, { ...phaseOf("rules"), may: { participant: { add: "all" } } }],
      Array.from({ length: 51 }, () => phaseOf("too many")),
      ["welcome"],
    ];
    for (const phases of wrong)
      expect(await set(0, phases)).toMatchObject({ status: 400, body: { code: "bad-request" } });
    expect((await set(0, [good])).status).toBe(200);
    expect((await set(-1, [good])).status).toBe(400);
    for (const to of ["", "welcome", newPhaseId()]) expect((await go(null, to)).status).toBe(400);
    const seen = await watch();
    expect(seen()).toMatchObject({
      agenda: { revision: 1, phases: [good] },
      now: undefined,
    });
  });

  it("[F21, F22] two facilitators who press *next* together go on by one phase; participants can't", async () => {
    const { bo, set, go, now, watch } = await openWorkshop();
    const [one, two, three] = [phaseOf("one"), phaseOf("two", { minutes: 0.5 }), phaseOf("three")];
    await set(0, [one, two, three]);
    expect((await go(null, one.id, bo.session)).status).toBe(403);
    expect((await go(null, one.id)).body).toEqual({ now: { phase: one.id, startedAt: now() } });
    const replies = await Promise.all([go(one.id, two.id), go(one.id, two.id)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const seen = await watch();
    const running = { phase: two.id, startedAt: now(), endsAt: now() + 30_000 };
    expect(seen().now).toEqual(running);
    // nor does who is there by now begin it again
    expect(await go(two.id, two.id)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(seen().now).toEqual(running);
    // who saw another phase goes nowhere
    expect(await go(null, three.id)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect((await go(two.id, null)).body).toEqual({ now: null });
    await until(() => seen().now === undefined, "the end to be seen");
  });

  it("[F131] once the last was ended the agenda is over until one begins, and another agenda is not", async () => {
    const { set, go, now, watch } = await openWorkshop();
    const [one, two, other] = [phaseOf("one"), phaseOf("two"), phaseOf("other")];
    await set(0, [one, two]);
    await go(null, one.id);
    await go(one.id, two.id);
    const seen = await watch();
    expect(seen().endedAt).toBeUndefined();
    await go(two.id, null);
    await until(() => seen().endedAt === now(), "the end to be seen");
    expect((await go(null, two.id)).status).toBe(200);
    await until(() => seen().endedAt === undefined, "the last to be under way again");
    await go(two.id, null);
    expect((await go(null, one.id)).status).toBe(200);
    await go(one.id, two.id);
    await go(two.id, null);
    await set(1, [two]);
    await until(() => seen().agenda.revision === 2, "the agenda to be seen");
    expect(seen().endedAt).toBe(now());
    await set(2, [other]);
    await until(() => seen().agenda.revision === 3, "the other agenda to be seen");
    expect(seen().endedAt).toBeUndefined();
    expect((await go(null, other.id)).status).toBe(200);
  });

  it("[F25] the phase that is under way can't be taken out, nor can what was announced of it; all else may change", async () => {
    const { set, go } = await openWorkshop();
    const [silent, after] = [phaseOf("silent", { writing: "silent" }), phaseOf("after")];
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
    const { server, board, awa, bo, set, go, pass } = await openWorkshop();
    const [silent, open] = [phaseOf("silent", { writing: "silent" }), phaseOf("open")];
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

  it("[F28] what is on the board when a phase ends is kept as a version under its name, and changes say their phase", async () => {
    const { server, board, awa, set, go } = await openWorkshop();
    const [ideas, choice] = [phaseOf("ideas"), phaseOf("choice", { title: { fr: "Choisir" } })];
    await set(0, [ideas, choice]);
    const hers = connect(server, board.id, awa.session, "board");
    await synced(hers);
    addNote(hers.doc, "before");
    await saved(hers, 1);
    await go(null, ideas.id);
    const during = addNote(hers.doc, "during");
    await saved(hers, 2);
    await go(ideas.id, choice.id);
    const path = `/api/boards/${board.id}`;
    const { session } = awa;
    const versions = () =>
      ask<{ versions: { id: string; kind: string; label: string; person: string }[] }>(
        server,
        "GET",
        `${path}/versions`,
        {
          session,
        },
      );
    await until(async () => (await versions()).body.versions.length === 2, "a version of each change of phase");
    const [last, first] = (await versions()).body.versions;
    expect([first, last]).toMatchObject([
      { kind: "phase", label: "", person: awa.person },
      { kind: "phase", label: "ideas", person: awa.person },
    ]);
    const contents = async (version = "") =>
      (await ask<{ cards: { text: string }[] }>(server, "GET", `${path}/versions/${version}`, { session })).body.cards;
    expect((await contents(first?.id)).map(({ text }) => text)).toEqual(["before"]);
    expect((await contents(last?.id)).map(({ text }) => text).sort()).toEqual(["before", "during"]);
    const { body } = await ask<{ changes: { phase?: string; facts: { key: string }[] }[] }>(
      server,
      "GET",
      `${path}/changes`,
      {
        session,
      },
    );
    const isOf = (card: string) => (change: { facts: { key: string }[] }) =>
      change.facts.some(({ key }) => key === `card/${card}`);
    expect(body.changes.find(isOf(during))?.phase).toBe(ideas.id);
    expect(body.changes.filter(({ phase }) => phase === undefined)).toHaveLength(1);
  });

  it("[F30] is had as a file by everybody on the board, which names what is looked at by its title", async () => {
    const { server, board, awa, bo, set } = await openWorkshop();
    const hers = connect(server, board.id, awa.session, "board");
    await synced(hers);
    const frame = newCardId();
    const at = { position: [0, 0], at: 1, by: awa.person } as const;
    applyEdits(hers.doc, [{ type: "addCard", id: frame, kind: "frame", text: "What people expect\nall of it", ...at }]);
    await saved(hers, 1);
    const phases = [phaseOf("welcome", { minutes: 5, look: frame }), phaseOf("ideas", { look: newCardId() })];
    await set(0, phases);
    const reply = await ask<AgendaFile>(server, "GET", `/api/boards/${board.id}/agenda.json`, { session: bo.session });
    expect(reply.headers.get("content-disposition")).toBe('attachment; filename="agenda.json"');
    expect(reply.body).toEqual({
      palabre: "agenda",
      version: 1,
      phases: [
        { title: { en: "welcome" }, instruction: { en: "Now: welcome" }, minutes: 5, look: "What people expect" },
        { title: { en: "ideas" }, instruction: { en: "Now: ideas" } },
      ],
    });
    expect((await ask(server, "GET", `/api/boards/${board.id}/agenda.json`)).status).toBe(401);
  });

  it("[F31] the server says what its clock says, to anybody", async () => {
    const { server, now, pass } = await openWorkshop();
    expect((await ask(server, "GET", "/api/time")).body).toEqual({ now: now() });
    pass(1_234);
    expect((await ask(server, "GET", "/api/time")).body).toEqual({ now: now() });
  });
});
