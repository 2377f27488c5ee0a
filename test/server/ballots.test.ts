import { applyEdits, readBallotDesk, readBallots, type StateDoc } from "@palabre/shared/documents";
import type { BoardStore } from "@palabre/server/stores";
import { newBallotId, newCardId, newPhaseId, type Ballot, type Paper } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask, connect, saved, synced, type Joined, type Peer } from "../helpers/client.ts";
import { phoneOn } from "../helpers/pocketEvents.ts";
import { openFolder, startServer, type ServerAddress } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { openVote, type TestVote } from "../helpers/voting.ts";

const TITLES = ["Sleep", "Noise", "Light"];
const QUICK = { ballots: { tellEveryMs: 20 } };

/** An agenda of three phases, in the first of which it is. @returns what goes from one to another by their places; undefined = none */
async function threePhases({ ask: asking }: TestVote) {
  const ids = [newPhaseId(), newPhaseId(), newPhaseId()];
  const phases = ids.map((id, place) => ({ id, title: { en: `Phase ${place + 1}` }, instruction: {} }));
  const idAt = (place: number | undefined) => (place === undefined ? null : ids[place]);
  const go = async (from: number | undefined, to: number | undefined): Promise<void> =>
    expect((await asking("POST", "phase", { from: idAt(from), to: idAt(to) })).status).toBe(200);
  await asking("PUT", "agenda", { revision: 0, phases });
  await go(undefined, 0);
  return { go, ids };
}

describe("a ballot", () => {
  it("[V7] is opened, closed, published and cancelled by facilitators only; viewers give no papers", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const [bo] = await vote.people(1);
    const vera = await vote.board.join("viewer");
    const id = await vote.open({ method: "dots" });
    const asked = { method: "dots", scope: { kind: "expectation" } };
    for (const session of [bo?.session, vera.session]) {
      expect((await vote.ask("POST", "ballots", asked, session)).status).toBe(403);
      for (const name of ["close", "publish", "reopen"] as const)
        expect((await vote.command(id, name, session)).status).toBe(403);
      expect((await vote.ask("DELETE", `ballots/${id}`, undefined, session)).status).toBe(403);
    }
    const paper: Paper = { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } };
    expect((await vote.give(vera, id, paper)).status).toBe(403);
    expect((await vote.own(vera, id)).status).toBe(403);
    expect((await vote.ask("DELETE", `ballots/${id}/paper`, undefined, vera.session)).status).toBe(403);
    expect((await vote.give({ ...vera, session: "x".repeat(43) }, id, paper)).status).toBe(401);
    expect((await vote.give(vote.awa, id, paper)).status).toBe(200);
  });

  it("[V8] asks about what its scope names as it was called then, without what is in the trash or says nothing", async () => {
    const vote = await openVote(await startServer(), [...TITLES, "", "Gone"], {
      links: [
        [0, 1],
        [1, 2],
        [0, 4],
      ],
    });
    const [sleep, noise, light, , gone] = vote.cards;
    if (!sleep || !noise || !light || !gone) throw new Error("five cards");
    const [frame, inside] = [newCardId(), newCardId()];
    const by = vote.awa.person;
    applyEdits(vote.peer.doc, [
      { type: "setAttributes", on: gone, values: { trashedAt: 5 } },
      { type: "addCard", id: frame, kind: "frame", position: [0, 0], text: "Frame", by, at: 50 },
      {
        type: "addCard",
        id: inside,
        kind: "note",
        position: [0, 0],
        text: "A note\nmore",
        attributes: { frame },
        by,
        at: 51,
      },
    ]);
    await saved(vote.peer, 2);
    const optionsOf = async (...args: Parameters<typeof vote.open>) =>
      vote.seen(await vote.open(...args))?.options.map(({ on, title }) => [on, title]);
    expect(await optionsOf({ method: "ranked" })).toEqual([
      [sleep, "Sleep"],
      [noise, "Noise"],
      [light, "Light"],
    ]);
    expect(await optionsOf({ method: "consent", scope: { frame } })).toEqual([[inside, "A note"]]);
    expect(await optionsOf({ method: "dots", scope: { cards: [noise, gone] } })).toEqual([[noise, "Noise"]]);
    const links = vote.seen(await vote.open({ method: "links" }))?.options;
    expect(links).toEqual([
      {
        on: vote.links[0],
        title: "Sleep → Noise",
        link: { from: sleep, to: noise, fromTitle: "Sleep", toTitle: "Noise" },
      },
      {
        on: vote.links[1],
        title: "Noise → Light",
        link: { from: noise, to: light, fromTitle: "Noise", toTitle: "Light" },
      },
    ]);
    for (const asked of [
      { method: "dots", scope: { kind: "strategy" } },
      { method: "pairwise", scope: { cards: [sleep] } },
      { method: "links", scope: { kind: "expectation" } },
      { method: "dots", scope: { links: "all" } },
      { method: "dots", scope: { cards: Array.from({ length: 101 }, newCardId) } },
      { method: "quadratic", scope: { kind: "expectation" } },
    ])
      expect(await vote.ask("POST", "ballots", asked)).toMatchObject({ status: 400, body: { code: "bad-request" } });
  });

  it("[V78] is opened once in a step as its plan, also when two ask at once; anew when the step begins again", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const { go, ids } = await threePhases(vote);
    const plan = { method: "dots", plannedIn: ids[0] } as const;
    const [one, other] = await Promise.all([vote.open(plan), vote.open(plan)]);
    expect(other).toBe(one);
    expect(vote.seen(one)).toMatchObject({ phase: ids[0], plannedIn: ids[0] });
    expect(await vote.open({ method: "dots" })).not.toBe(one);
    await vote.command(one, "close");
    expect(await vote.open(plan)).toBe(one);
    await go(0, 1);
    await go(1, 0);
    expect(await vote.open(plan)).not.toBe(one);
  });

  it("[V3, V4] takes one paper a person, changed until it is closed, and again once it is reopened", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const [bo, cy] = await vote.people(2);
    const [sleep, noise] = vote.cards;
    if (!bo || !cy || !sleep || !noise) throw new Error("two people, two cards");
    const id = await vote.open({ method: "dots", settings: { budget: 3 } });
    const first: Paper = { method: "dots", dots: { [sleep]: 3 } };
    const second: Paper = { method: "dots", dots: { [noise]: 1, [sleep]: 2 } };
    expect((await vote.own(bo, id)).body.code).toBe("unknown-paper");
    const { receipt } = (await vote.give(bo, id, first)).body;
    expect(receipt).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    expect((await vote.give(bo, id, first)).body.receipt).toBe(receipt);
    const changed = (await vote.give(bo, id, second)).body;
    expect(changed.receipt).not.toBe(receipt);
    expect((await vote.own(bo, id)).body).toEqual({ paper: second, ...changed });
    expect((await vote.own(cy, id)).body.code).toBe("unknown-paper");
    await vote.give(cy, id, second);
    expect((await vote.own(cy, id)).body.receipt).not.toBe(changed.receipt);
    expect((await vote.ask("DELETE", `ballots/${id}/paper`, undefined, cy.session)).status).toBe(204);
    expect((await vote.own(cy, id)).body.code).toBe("unknown-paper");

    expect((await vote.command(id, "close")).status).toBe(204);
    expect((await vote.command(id, "close")).status).toBe(204);
    expect(await vote.give(bo, id, first)).toMatchObject({ status: 409, body: { code: "closed" } });
    expect(await vote.ask("DELETE", `ballots/${id}/paper`, undefined, bo.session)).toMatchObject({ status: 409 });
    expect((await vote.own(bo, id)).body.paper).toEqual(second);
    expect((await vote.command(id, "reopen")).status).toBe(204);
    expect((await vote.give(bo, id, first)).status).toBe(200);
    await vote.tally(id);
    expect((await vote.command(id, "reopen")).status).toBe(409);
    expect(await vote.give(bo, id, second)).toMatchObject({ status: 409, body: { code: "closed" } });
  });

  it("[V2] takes no paper that does not answer it, and says why", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const [bo] = await vote.people(1);
    const [sleep] = vote.cards;
    if (!bo || !sleep) throw new Error("a person, a card");
    const id = await vote.open({ method: "dots", settings: { budget: 3, cap: 2 } });
    const refused = async (paper: unknown) => (await vote.give(bo, id, paper as Paper)).body;
    expect(await refused({ method: "dots", dots: { [sleep]: 4 } })).toMatchObject({ details: { problem: "budget" } });
    expect(await refused({ method: "dots", dots: { [sleep]: 3 } })).toMatchObject({ details: { problem: "cap" } });
    expect(await refused({ method: "dots", dots: { [newCardId()]: 1 } })).toMatchObject({
      details: { problem: "option" },
    });
    for (const paper of [
      { method: "dots", dots: { [sleep]: -1 } },
      { method: "dots", dots: { [sleep]: 0.5 } },
      { method: "dots" },
      [],
      3,
    ])
      expect((await refused(paper)).code).toBe("bad-request");
    expect((await vote.own(bo, id)).body.code).toBe("unknown-paper");
    expect((await vote.give(bo, newBallotId(), { method: "dots", dots: { [sleep]: 1 } })).body.code).toBe(
      "unknown-ballot",
    );
  });

  it("[V9] tells facilitators who has still to answer, and nobody else", async () => {
    const server = await startServer(QUICK);
    const vote = await openVote(server, TITLES);
    const [bo, cy] = await vote.people(2);
    const [sleep] = vote.cards;
    if (!bo || !cy || !sleep) throw new Error("two people, a card");
    const desk = connect(server, vote.board.id, vote.awa.session, "desk");
    const arrive = async ({ session }: Joined): Promise<Peer<StateDoc>> => {
      const peer = connect(server, vote.board.id, session, "workshop");
      await synced(peer);
      return peer;
    };
    await Promise.all([synced(desk), arrive(bo), arrive(cy)]);
    const id = await vote.open({ method: "dots" });
    const progress = () => readBallotDesk(desk.doc as StateDoc).get(id);
    const waiting = [bo.person, cy.person].toSorted();
    await until(() => progress()?.of === 2, "the two");
    expect(progress()).toEqual({ answered: 0, of: 2, waiting });
    const paper: Paper = { method: "dots", dots: { [sleep]: 1 } };
    await vote.give(cy, id, paper);
    await vote.give(vote.awa, id, paper);
    await until(() => progress()?.answered === 2, "both papers");
    expect(progress()).toEqual({ answered: 2, of: 3, waiting: [bo.person] });
    const dee = await vote.board.join("participant", "Dee");
    await arrive(dee);
    await until(() => progress()?.of === 4, "who came later");
    await vote.ask("PUT", `people/${dee.person}/removed`, { removed: true });
    await until(() => progress()?.of === 3, "who was sent off");
    await vote.ask("DELETE", `ballots/${id}/paper`, undefined, cy.session);
    await until(() => progress()?.answered === 1, "a paper less");
    await vote.command(id, "close");
    expect(progress()?.answered).toBe(1);
    await vote.tally(id);
    await until(() => progress() === undefined, "nobody is waited for");
  });

  it("[V9] awaits who is there or was since it opened, on a page or a phone, also after a restart; not who left before", async () => {
    const server = await startServer({ ...QUICK, dataDir: await openFolder() });
    const vote = await openVote(server, TITLES);
    // the third joined, and is nowhere any more
    const [page, later] = await vote.people(3);
    const phone = await vote.board.join("participant", "Phone");
    if (!page || !later) throw new Error("two people");
    const arrive = async (at: ServerAddress, { session }: Joined) => {
      const peer = connect(at, vote.board.id, session, "workshop");
      await synced(peer);
      return peer;
    };
    const opened = await arrive(server, page);
    await phoneOn(server, vote.board.id, phone.session);
    const desk = connect(server, vote.board.id, vote.awa.session, "desk");
    await synced(desk);
    const id = await vote.open({ method: "dots" });
    const waiting = (peer: Peer<StateDoc>) => readBallotDesk(peer.doc).get(id)?.waiting;
    const both = [page.person, phone.person].toSorted();
    await until(() => waiting(desk)?.length === 2, "the two who are there");
    expect(waiting(desk)).toEqual(both);
    // who leaves while it is open could have answered
    opened.provider.destroy();
    const { status } = await vote.give(vote.awa, id, { method: "dots", dots: { [vote.cards[0] ?? newCardId()]: 1 } });
    expect(status).toBe(200);
    await until(() => readBallotDesk(desk.doc).get(id)?.answered === 1, "a paper");
    expect(waiting(desk)).toEqual(both);
    await server.close();
    const second = await server.restart();
    const again = connect(second, vote.board.id, vote.awa.session, "desk");
    await synced(again);
    await arrive(second, later);
    const three = [...both, later.person].toSorted();
    await until(() => waiting(again)?.length === 3, "who came later");
    expect(waiting(again)).toEqual(three);
    await ask(second, "POST", `/api/boards/${vote.board.id}/ballots/${id}/publish`, { session: vote.awa.session });
    const looking = await arrive(second, later);
    await until(() => readBallots(looking.doc).get(id)?.tally, "the result");
    expect(readBallots(looking.doc).get(id)?.tally).toMatchObject({ n: 1, of: 4, abstentions: 3 });
  });

  it("[V5] is closed by the server when its time is up, once, also by one that was started after it", async () => {
    let now = 1_700_000_000_000;
    const folder = await openFolder();
    const server = await startServer({ dataDir: folder, now: () => now });
    const vote = await openVote(server, TITLES);
    const [bo] = await vote.people(1);
    const [sleep] = vote.cards;
    if (!bo || !sleep) throw new Error("a person, a card");
    const id = await vote.open({ method: "dots", minutes: 2 });
    const later = await vote.open({ method: "dots", minutes: 30 });
    expect(vote.seen(id)?.closesAt).toBe(now + 120_000);
    const paper: Paper = { method: "dots", dots: { [sleep]: 1 } };
    now += 119_999;
    expect((await vote.give(bo, id, paper)).status).toBe(200);
    now += 1;
    // not a moment later, whenever the server comes to close it
    expect((await vote.give(bo, id, paper)).body.code).toBe("closed");
    await until(() => vote.seen(id)?.state === "closed", "the end of the first");
    await server.close();
    now += 3_600_000;
    const second = await server.restart();
    const looking = connect(second, vote.board.id, bo.session, "workshop");
    await synced(looking);
    const late = await ask(second, "PUT", `/api/boards/${vote.board.id}/ballots/${later}/paper`, {
      session: bo.session,
      body: paper,
    });
    expect(late.status).toBe(409);
    await until(() => readBallots(looking.doc as StateDoc).get(later)?.state === "closed", "the end of the second");
  });

  it("[V10] that was opened in a phase ends with it", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const before = await vote.open({ method: "dots" });
    const phases = [1, 2].map((n) => ({ id: newPhaseId(), title: { en: `Phase ${n}` }, instruction: {} }));
    await vote.ask("PUT", "agenda", { revision: 0, phases });
    await vote.ask("POST", "phase", { from: null, to: phases[0]?.id });
    const inside = await vote.open({ method: "ranked" });
    expect(vote.seen(inside)?.phase).toBe(phases[0]?.id);
    await vote.ask("POST", "phase", { from: phases[0]?.id, to: phases[1]?.id });
    await until(() => vote.seen(inside)?.state === "closed", "its end");
    expect(vote.seen(before)?.state).toBe("open");
  });

  it("[V10] that was opened again ends with the phase of then, and with none where none was under way", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const { go, ids } = await threePhases(vote);
    const [first, second] = ids;
    const id = await vote.open({ method: "dots" });
    const isNow = (state: Ballot["state"]) => until(() => vote.seen(id)?.state === state, `to be ${state}`);
    await go(0, 1);
    await isNow("closed");
    await vote.command(id, "reopen");
    await isNow("open");
    await go(1, 2);
    await isNow("closed");
    expect(vote.seen(id)).toMatchObject({ phase: first, endsWith: second });
    await go(2, undefined);
    await vote.command(id, "reopen");
    await isNow("open");
    await go(undefined, 0);
    await go(0, 1);
    // what is seen of the next one is seen of all before it
    await vote.open({ method: "dots" });
    expect(vote.seen(id)).toMatchObject({ state: "open", phase: first, endsWith: null });
  });

  it("[V10] ends with its phase also when that failed at first, or whoever was to end it is gone", async () => {
    let isFailing = true;
    const wrapStore = (store: BoardStore): BoardStore =>
      new Proxy(store, {
        get: (target, name) => {
          const method: unknown = Reflect.get(target, name);
          if (name === "setBallotClosed" && isFailing)
            return () => Promise.reject(new Error("no space left on device"));
          return typeof method === "function" ? method.bind(target) : method;
        },
      });
    const server = await startServer({ dataDir: await openFolder(), wrapStore });
    const vote = await openVote(server, TITLES);
    const { go } = await threePhases(vote);
    const first = await vote.open({ method: "dots" });
    await go(0, 1);
    expect(vote.seen(first)?.state).toBe("open");
    isFailing = false;
    await until(() => vote.seen(first)?.state === "closed", "its end, tried again");
    isFailing = true;
    const second = await vote.open({ method: "dots" });
    await go(1, 2);
    expect(vote.seen(second)?.state).toBe("open");
    await server.close();
    isFailing = false;
    const looking = connect(await server.restart(), vote.board.id, vote.awa.session, "workshop");
    await synced(looking);
    await until(
      () => readBallots(looking.doc as StateDoc).get(second)?.state === "closed",
      "its end by the next process",
    );
  });

  it("[V11] is published with the receipts of what was counted: five papers tell, four tell only how many", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const people = await vote.people(7);
    const [sleep, noise] = vote.cards;
    if (!sleep || !noise) throw new Error("two cards");
    const publish = async (count: number) => {
      const id = await vote.open({ method: "dots", settings: { budget: 3 } });
      const receipts: string[] = [];
      for (const person of people.slice(0, count)) {
        const { body } = await vote.give(person, id, { method: "dots", dots: { [sleep]: 1, [noise]: 2 } });
        receipts.push(body.receipt);
      }
      return { id, tally: await vote.tally(id), receipts: receipts.toSorted() };
    };
    const few = await publish(4);
    expect(few.tally).toEqual({
      method: "dots",
      publishedAt: few.tally.publishedAt,
      n: 4,
      of: 4,
      abstentions: 0,
      isHeldBack: true,
      perOption: {},
      winners: [],
      ties: [],
      receipts: few.receipts,
    });
    const enough = await publish(5);
    expect(enough.tally).toMatchObject({ n: 5, of: 5, abstentions: 0, winners: [noise], receipts: enough.receipts });
    expect(enough.tally.perOption[noise]).toMatchObject({ n: 5, dots: 10, rank: 1, isTied: false });
    const vera = await vote.board.join("viewer");
    const read = (what: string) => vote.ask<object>("GET", `ballots/${enough.id}${what}`, undefined, vera.session);
    expect((await read("/receipts")).body).toEqual({ receipts: enough.receipts });
    expect((await read(".json")).body).toEqual({ id: enough.id, ballot: vote.seen(enough.id) });
  });

  it("[V12] counts no paper of somebody who was sent off", async () => {
    const vote = await openVote(await startServer(), TITLES);
    const people = await vote.people(6);
    const [sleep] = vote.cards;
    const [first] = people;
    if (!sleep || !first) throw new Error("a card, a person");
    const id = await vote.open({ method: "dots" });
    for (const person of people) await vote.give(person, id, { method: "dots", dots: { [sleep]: 1 } });
    await vote.ask("PUT", `people/${first.person}/removed`, { removed: true });
    expect((await vote.give(first, id, { method: "dots", dots: { [sleep]: 2 } })).body.code).toBe("removed");
    const tally = await vote.tally(id);
    expect(tally).toMatchObject({ n: 5, of: 5 });
    expect(tally.perOption[sleep]?.dots).toBe(5);
  });
});
