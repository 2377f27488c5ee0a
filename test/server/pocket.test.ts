import { applyEdits, readBoard, readPresence, type BoardDoc } from "@palabre/shared/documents";
import { problemSchema, type IdeaKind, type PocketView, type SendIdea } from "@palabre/shared/protocol";
import { isTrashed, newCardId, newCommentId, newLinkId, type BallotId, type CardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, message, openRaw, roundTrip, saved, synced, type Joined, type Peer } from "../helpers/client.ts";
import { beginDrafting, startQuick, textsOf } from "../helpers/drafting.ts";
import { phoneOn } from "../helpers/pocketEvents.ts";
import { openFolder, type ServerOptions } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { NOTHING, openWorkshop, phaseOf } from "../helpers/workshop.ts";

const idea = (text: string, more: Partial<SendIdea> = {}): SendIdea => ({
  key: newCardId(),
  kind: "expectation",
  text,
  ...more,
});

async function workshopWithPhones(options: ServerOptions = {}) {
  const workshop = await openWorkshop(options);
  const { board } = workshop;
  const asking = <T = unknown>(method: string, path: string, by: Joined, body?: unknown) =>
    ask<T>(workshop.server, method, `/api/boards/${board.id}/${path}`, { body, session: by.session });
  const desktop = async () => {
    const peer = connect(workshop.server, board.id, workshop.awa.session, "board");
    await synced(peer);
    return peer;
  };
  return {
    workshop,
    desktop,
    asking,
    send: (by: Joined, what: unknown) => asking("POST", "ideas", by, what),
    view: async (by: Joined) => (await asking<PocketView>("GET", "pocket", by)).body,
    react: (by: Joined, card: CardId, reaction: unknown) => asking("PUT", `reactions/${card}`, by, { reaction }),
  };
}
const refusalOf = ({ body }: { readonly body: unknown }) => {
  const { code, details } = problemSchema.parse(body);
  return [code, details?.["reason"]];
};

describe("what a phone shows", () => {
  it("[K1] is the step, what may be written in it, one's own ideas and the cards of the step", async () => {
    const { workshop, send, view, desktop } = await workshopWithPhones();
    const { bo, awa } = workshop;
    expect(await view(bo)).toMatchObject({
      title: "Expectations",
      step: null,
      waiting: null,
      me: { person: bo.person, name: "Bo", role: "participant", isHandUp: false, isReady: null },
      write: { kinds: ["expectation", "factor", "strategy", "note", "quote", "resource"] },
      ideas: [],
      cards: [],
    });
    const talk = phaseOf("Talk", { minutes: 5, may: { participant: { ...NOTHING, add: ["factor"] } } });
    await workshop.set(0, [phaseOf("Welcome"), talk]);
    await workshop.go(null, talk.id);
    expect((await send(bo, idea("mine", { kind: "factor" }))).status).toBe(201);
    expect((await send(awa, idea("hers"))).status).toBe(201);
    const seen = await view(bo);
    expect(seen.step).toEqual({
      phase: talk.id,
      n: 2,
      of: 2,
      title: { en: "Talk" },
      instruction: { en: "Now: Talk" },
      endsAt: workshop.now() + 300_000,
    });
    expect(seen.write).toEqual({ kinds: ["factor"] });
    expect(seen.ideas.map(({ text }) => text)).toEqual(["mine"]);
    expect(seen.cards.map(({ text }) => text).toSorted()).toEqual(["hers", "mine"]);
    expect(seen.mayReact).toBe(false);
    const peer = await desktop();
    const cards = [...readBoard(peer.doc).cards.values()];
    expect(cards.map(({ text, by }) => [text, by]).toSorted()).toEqual([
      ["hers", awa.person],
      ["mine", bo.person],
    ]);
  });

  it("[F100] reads what has a meaning first, and the notes that say how, or give an example, after it", async () => {
    const { workshop, send, view } = await workshopWithPhones();
    for (const [text, kind] of [
      ["Example: how to", "note"],
      ["meant", "expectation"],
    ] as const) {
      expect((await send(workshop.awa, idea(text, { kind }))).status).toBe(201);
      workshop.pass(1_000);
    }
    expect((await view(workshop.bo)).cards.map(({ text }) => text)).toEqual(["meant", "Example: how to"]);
  });

  it("[K1] is asked by people of the board only", async () => {
    const { workshop } = await workshopWithPhones();
    const elsewhere = await ask(workshop.server, "GET", `/api/boards/${workshop.board.id}/pocket`, {
      session: "nobody",
    });
    expect(elsewhere.status).toBe(401);
    expect((await phoneOn(workshop.server, workshop.board.id, "nobody")).status).toBe(401);
  });
});

describe("a phone that follows", () => {
  it("[K2] is told what changes, only that, and nothing twice when it comes back", async () => {
    const { workshop, send } = await workshopWithPhones();
    const { server, board, bo, awa } = workshop;
    const phone = await phoneOn(server, board.id, bo.session);
    await phone.shows(() => true, "the first view");
    expect(phone.events[0]?.parts).toContain("cards");
    const before = phone.events.length;
    const talk = phaseOf("Talk");
    await workshop.set(0, [talk]);
    await workshop.go(null, talk.id);
    await phone.shows(({ step }) => step?.title.en === "Talk", "the step");
    expect(new Set(phone.events.slice(before).flatMap(({ parts }) => parts))).toEqual(new Set(["step"]));
    await Promise.all(Array.from({ length: 20 }, (_, n) => send(awa, idea(`idea ${n}`))));
    await phone.shows(({ cards }) => cards.length === 20, "the ideas of another");
    // twenty that come at once are told in a few events
    expect(phone.events.filter(({ parts }) => parts.includes("cards")).length).toBeLessThan(8);
    const id = phone.lastId();
    phone.hangUp();
    const again = await phoneOn(server, board.id, bo.session, id);
    await until(() => again.events[0], "an event after coming back");
    expect(again.events[0]?.event).toBe("beat");
    await send(awa, idea("one more"));
    await until(() => (again.view().cards?.length === 21 ? true : undefined), "what came since");
    expect(again.events.at(-1)?.parts).toEqual(["cards"]);
  });

  it("[K7] hears no more once its person is removed, or its link is replaced", async () => {
    const { workshop, asking } = await workshopWithPhones();
    const { server, board, bo, awa } = workshop;
    const cleo = await board.join("participant", "Cléo");
    const [first, second] = [
      await phoneOn(server, board.id, bo.session),
      await phoneOn(server, board.id, cleo.session),
    ];
    await Promise.all([first, second].map((phone) => phone.shows(() => true, "a view")));
    await asking("PUT", `people/${bo.person}/removed`, awa, { removed: true });
    await until(() => first.isOver(), "the end of the line of who was removed");
    expect(second.isOver()).toBe(false);
    expect((await asking("GET", "pocket", bo)).status).toBe(403);
    await asking("POST", "links/participant/rotate", awa);
    await until(() => second.isOver(), "the end of the line after the link was replaced");
    expect(second.events.at(-1)?.event).toBe("over");
  });

  it("[K15] shows its person to pages among those who are there, once, until their last line ends; nobody else can say so", async () => {
    const { workshop, desktop, asking } = await workshopWithPhones({ rooms: { phonesEveryMs: 40 } });
    const { server, board, awa, bo } = workshop;
    const peer = await desktop();
    const { awareness } = peer.provider;
    const phones = () => [...awareness.getStates()].filter(([id]) => id >= 2 ** 32);
    const [one, two] = [await phoneOn(server, board.id, bo.session), await phoneOn(server, board.id, bo.session)];
    await until(() => phones().length === 1, "the phone among those who are there");
    const [[id, state] = []] = phones();
    const user = { person: bo.person, name: "Bo", role: "participant", colour: bo.colour };
    expect(state).toEqual({ phone: true, user });
    expect(readPresence(state)).toEqual({ phone: true, user });
    // a stock client forgets whom it has not heard of for half a minute
    const heardAt = awareness.meta.get(id!)!.clock;
    await until(() => awareness.meta.get(id!)!.clock > heardAt, "that it is said again");
    // who comes later is shown them too
    const late = connect(server, board.id, awa.session, "board");
    await until(() => late.provider.awareness.getStates().has(id!), "the phone, for who comes later");
    expect((await asking("PATCH", "me", bo, { name: "Bo B." })).status).toBeLessThan(300);
    await until(() => JSON.stringify(awareness.getStates().get(id!)).includes("Bo B."), "the new name");
    // a program that says it of somebody is not heard
    const liar = await openRaw(server, board.id, "board", { session: awa.session });
    for (const said of [null, { user: { ...user, name: "Eve" } }])
      liar.send(message(1, message(1, id!, 9_999_999_999_999, JSON.stringify(said))));
    await roundTrip(liar);
    one.hangUp();
    await until(() => one.isOver(), "the end of one line");
    expect(phones().map(([, each]) => each["user"])).toEqual([{ ...user, name: "Bo B." }]);
    two.hangUp();
    await until(() => phones().length === 0, "that nobody is there with a phone");
    await phoneOn(server, board.id, bo.session);
    await until(() => phones().length === 1, "the phone again");
    expect((await asking("PUT", `people/${bo.person}/removed`, awa, { removed: true })).status).toBeLessThan(300);
    await until(() => phones().length === 0, "that who was removed is gone");
  });

  it("[K9] keeps the time of the step, although nobody has the board open", async () => {
    const { workshop } = await workshopWithPhones();
    const { server, board, bo } = workshop;
    const silent = phaseOf("Ideas", { minutes: 1, timeUp: "freeze" });
    await workshop.set(0, [silent]);
    await workshop.go(null, silent.id);
    const phone = await phoneOn(server, board.id, bo.session);
    await phone.shows(({ write }) => write.kinds.length > 0, "that one may write");
    workshop.pass(61_000);
    const view = await phone.shows(({ step }) => step?.isTimeUp === true, "that time is up");
    expect(view.write).toEqual({ kinds: [], bar: "frozen" });
  });
});

describe("an idea that is sent", () => {
  it("[K3] under its key comes once, however often and by whatever way it is sent again", async () => {
    const { workshop, send, desktop } = await workshopWithPhones({ dataDir: await openFolder() });
    const { bo, awa } = workshop;
    const what = idea("once");
    const all = await Promise.all(Array.from({ length: 5 }, () => send(bo, what)));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(all.filter(({ body }) => !(body as { isKnown: boolean }).isKnown)).toHaveLength(1);
    await workshop.restart();
    expect((await send(bo, { ...what, text: "twice" })).body).toEqual({ isKnown: true, isDraft: false });
    const peer = await desktop();
    expect(textsOf(peer)).toEqual(["once"]);
    // a key is whose card it became
    const taken = await addedBy(peer, awa);
    expect(refusalOf(await send(bo, { ...idea("stolen"), key: taken }))[0]).toBe("bad-request");
    expect(textsOf(peer).toSorted()).toEqual(["hers", "once"]);
  });

  it("[R80] is not taken in under the id of a link or a comment, nor of a card that was purged", async () => {
    const { workshop, send, asking, desktop } = await workshopWithPhones();
    const { bo, awa } = workshop;
    const peer = await desktop();
    const [one, two, purged] = [newCardId(), newCardId(), newCardId()];
    const [link, comment] = [newLinkId(), newCommentId()];
    const by = awa.person;
    applyEdits(peer.doc, [
      ...[one, two, purged].map(
        (id) => ({ type: "addCard", id, kind: "note", position: [0, 0], text: "hers", at: 1, by }) as const,
      ),
      { type: "addLink", id: link, from: one, to: two, at: 1, by },
      { type: "addComment", id: comment, on: one, text: "Why?", at: 1, by },
      { type: "trash", things: [purged], at: 1 },
    ]);
    await saved(peer, 1);
    expect((await asking("POST", "trash/empty", awa)).body).toEqual({ cards: 1, links: 0, comments: 0 });
    for (const key of [link, comment, purged] as readonly string[])
      expect(refusalOf(await send(bo, { ...idea("mine"), key: key as CardId }))[0]).toBe("bad-request");
    await until(() => readBoard(peer.doc).cards.size === 2, "the purge");
    expect((await send(bo, idea("mine"))).status).toBe(201);
    await until(() => readBoard(peer.doc).cards.size === 3, "the idea under a key of its own");
    expect(textsOf(peer).toSorted()).toEqual(["hers", "hers", "mine"]);
  });

  it("[K5] is refused with its reason where it may not be written, and changes nothing", async () => {
    const { workshop, send, asking, desktop } = await workshopWithPhones();
    const { bo, awa, board } = workshop;
    const vera = await board.join("viewer", "Vera");
    expect(refusalOf(await send(vera, idea("no")))).toEqual(["forbidden", "role"]);
    await asking("PUT", `people/${bo.person}/muted`, awa, { muted: true });
    expect(refusalOf(await send(bo, idea("no")))).toEqual(["forbidden", "muted"]);
    await asking("PUT", `people/${bo.person}/muted`, awa, { muted: false });
    const talk = phaseOf("Talk", { may: { participant: { ...NOTHING, add: ["factor"] } } });
    await workshop.set(0, [talk]);
    await workshop.go(null, talk.id);
    expect(refusalOf(await send(bo, idea("no")))).toEqual(["forbidden", "phase"]);
    await asking("PATCH", "rules", awa, { frozen: true });
    expect(refusalOf(await send(bo, idea("no", { kind: "factor" })))).toEqual(["forbidden", "frozen"]);
    for (const wrong of [
      { text: " " },
      { kind: "frame" as IdeaKind },
      { key: "x" as CardId },
      { text: "x".repeat(2_001) },
    ])
      expect((await send(awa, { ...idea("wrong"), ...wrong })).status).toBe(400);
    expect(textsOf(await desktop())).toEqual([]);
  });

  it("[K4] while people write in silence lies in one's draft, and is revealed once, whoever sends it again", async () => {
    const server = await startQuick();
    const { board, awa, reveal, workshop, writer } = await beginDrafting(server);
    const [ada, ben] = [await board.join("participant", "Ada"), await writer("Ben")];
    const send = (by: Joined, body: SendIdea) =>
      ask(server, "POST", `/api/boards/${board.id}/ideas`, { body, session: by.session });
    const look = async (by: Joined) =>
      (await ask<PocketView>(server, "GET", `/api/boards/${board.id}/pocket`, { session: by.session })).body;
    const phone = await phoneOn(server, board.id, ada.session);
    const { write } = await phone.shows(({ write: { draft } }) => draft !== undefined, "that one writes in silence");
    const draft = { phase: write.draft?.phase ?? workshop().agenda.phases[0]!.id, round: write.draft?.round ?? -1 };
    expect(write.draft?.round).toBe(0);
    const what = idea("more benches", { draft });
    expect((await send(ada, what)).body).toEqual({ isKnown: false, isDraft: true });
    // the page of the same person has it too, and what is written there the phone
    addNote(ben.draft.doc, "shade");
    await saved(ben.draft, 1);
    expect((await send(ben, idea("by phone", { draft }))).status).toBe(201);
    await until(() => textsOf(ben.draft).length === 2, "the idea of the phone on the page");
    await phone.shows(({ ideas, waiting }) => ideas.length === 1 && waiting?.ideas === 3, "what waits");
    for (const by of [ada, awa]) {
      const seen = JSON.stringify(await look(by));
      expect(seen).not.toContain("shade");
      expect(seen.includes("benches")).toBe(by === ada);
    }
    expect(await reveal()).toBe(3);
    await phone.shows(({ ideas }) => ideas.length === 0, "that no idea is one's own any more");
    // the answer to it was lost, so it comes again: it is known, although its draft is no more
    expect((await send(ada, what)).body).toEqual({ isKnown: true, isDraft: true });
    // one that never came is not said openly in its person's name
    expect(refusalOf(await send(ada, idea("too late", { draft })))[0]).toBe("conflict");
    const peer = connect(server, board.id, awa.session, "board");
    await synced(peer);
    const cards = [...readBoard(peer.doc).cards.values()];
    expect(cards.map(({ text, by }) => [text, by]).toSorted()).toEqual([
      ["by phone", undefined],
      ["more benches", undefined],
      ["shade", undefined],
    ]);
    expect(cards.map(({ id }) => id)).not.toContain(what.key);
  });

  it("[K8] is its person's in the log, so that it is undone with what else they did", async () => {
    const { workshop, send, asking, desktop } = await workshopWithPhones();
    const { bo, awa } = workshop;
    await send(bo, idea("not mine to keep"));
    const peer = await desktop();
    expect(textsOf(peer)).toEqual(["not mine to keep"]);
    const undone = await asking("POST", `people/${bo.person}/undo`, awa, { since: 0 });
    expect(undone.status).toBe(200);
    await until(() => [...readBoard(peer.doc).cards.values()].every(isTrashed), "the undoing");
  });
});

describe("a reaction", () => {
  it("[K6] is one's own, is counted for all, and can be taken back; a locked card takes none", async () => {
    const { workshop, send, react, view, asking, desktop } = await workshopWithPhones();
    const { bo, awa } = workshop;
    const what = idea("a place for all");
    await send(awa, what);
    expect((await react(bo, what.key, "👍")).status).toBe(204);
    expect((await react(awa, what.key, "❤️")).status).toBe(204);
    expect((await view(bo)).cards).toEqual([
      { id: what.key, kind: "expectation", text: "a place for all", reactions: 2 },
    ]);
    expect((await view(bo)).reactions).toEqual({ [what.key]: "👍" });
    expect((await react(bo, what.key, null)).status).toBe(204);
    expect((await view(bo)).cards[0]?.reactions).toBe(1);
    const talk = phaseOf("Talk", { may: { participant: NOTHING } });
    await workshop.set(0, [talk]);
    await workshop.go(null, talk.id);
    expect(refusalOf(await react(bo, what.key, "👍"))).toEqual(["forbidden", "phase"]);
    await workshop.go(talk.id, null);
    expect((await react(bo, newCardId(), "👍")).status).toBe(400);
    expect((await react(bo, what.key, "x".repeat(41))).status).toBe(400);
    await asking("PATCH", "rules", awa, { frozen: true });
    expect(refusalOf(await react(bo, what.key, "👍"))).toEqual(["forbidden", "frozen"]);
    const [card] = readBoard((await desktop()).doc).cards.values();
    expect(card?.extra).toEqual({ [`reaction:${awa.person}`]: "❤️" });
  });
});

it("[K14] a phone is shown the ballots that are open, with what their papers need and no more; viewers none", async () => {
  const { workshop, send, view, asking } = await workshopWithPhones();
  const { server, board, bo, awa } = workshop;
  const vera = await board.join("viewer", "Vera");
  for (const text of ["benches", "shade"]) await send(awa, idea(text));
  const phone = await phoneOn(server, board.id, bo.session);
  await phone.shows(() => true, "a view");
  const opened = await asking<{ id: BallotId }>("POST", "ballots", awa, {
    method: "dots",
    question: "What first?",
    scope: { kind: "expectation" },
    settings: { budget: 3 },
  });
  const { id } = opened.body;
  const { ballots } = await phone.shows((shown) => shown.ballots.length === 1, "the ballot");
  expect(ballots[0]).toEqual({
    id,
    method: "dots",
    question: "What first?",
    options: ballots[0]?.options.map(({ on, title }) => ({ on, title })),
    settings: { budget: 3 },
  });
  expect(ballots[0]?.options.map(({ title }) => title).toSorted()).toEqual(["benches", "shade"]);
  expect((await view(vera)).ballots).toEqual([]);
  const [option] = ballots[0]?.options ?? [];
  const before = phone.events.length;
  await asking("PUT", `ballots/${id}/paper`, bo, { method: "dots", dots: { [option?.on ?? ""]: 3 } });
  await asking("POST", `ballots/${id}/close`, awa);
  await phone.shows((shown) => shown.ballots.length === 0, "that it is closed");
  // nothing of what people answer comes by
  expect(new Set(phone.events.slice(before).flatMap(({ parts }) => parts))).toEqual(new Set(["ballots"]));
});

it("[K18] a phone is told what a ballot came to once it is published, in order, until another step begins; too few papers tell only how many", async () => {
  const { workshop, send, view, asking } = await workshopWithPhones();
  const { server, board, bo, awa } = workshop;
  const steps = [phaseOf("Vote"), phaseOf("Talk")] as const;
  await workshop.set(0, steps);
  await workshop.go(null, steps[0].id);
  const vera = await board.join("viewer", "Vera");
  for (const text of ["benches", "shade"]) await send(awa, idea(text));
  const phone = await phoneOn(server, board.id, bo.session);
  await phone.shows(({ results }) => results.length === 0, "that there is no result yet");
  const others = await Promise.all(["Ada", "Cy", "Di", "Eve"].map((name) => board.join("participant", name)));
  const ask = async (question: string) => {
    const scope = { kind: "expectation" };
    const asked = { method: "dots", question, scope, settings: { budget: 3 } };
    return (await asking<{ id: BallotId }>("POST", "ballots", awa, asked)).body.id;
  };
  const give = async (id: BallotId, by: Joined, dots: Readonly<Record<string, number>>) =>
    (await asking<{ receipt: string }>("PUT", `ballots/${id}/paper`, by, { method: "dots", dots })).body.receipt;
  const first = await ask("What first?");
  const { ballots } = await phone.shows((shown) => shown.ballots.length === 1, "the ballot");
  const on = (title: string) => ballots[0]?.options.find((option) => option.title === title)?.on ?? "";
  const receipts: string[] = [];
  for (const by of [bo, ...others]) receipts.push(await give(first, by, { [on("shade")]: 2, [on("benches")]: 1 }));
  await asking("POST", `ballots/${first}/publish`, awa);
  const { results } = await phone.shows((shown) => shown.results.length === 1, "the result");
  expect(results).toEqual([
    {
      id: first,
      method: "dots",
      question: "What first?",
      settings: { budget: 3 },
      n: 5,
      of: 5,
      options: [
        { option: { on: on("shade"), title: "shade" }, rank: 1, isTied: false, dots: 10 },
        { option: { on: on("benches"), title: "benches" }, rank: 2, isTied: false, dots: 5 },
      ],
      left: 0,
      receipts: receipts.toSorted(),
    },
  ]);
  expect((await view(vera)).results).toEqual(results);
  const second = await ask("And then?");
  await give(second, bo, { [on("shade")]: 1 });
  workshop.pass(1_000);
  await asking("POST", `ballots/${second}/publish`, awa);
  const both = await phone.shows((shown) => shown.results.length === 2, "both results");
  expect(both.results[0]).toMatchObject({ id: second, n: 1, isHeldBack: true, options: [], left: 0 });
  workshop.pass(1_000);
  await workshop.go(steps[0].id, steps[1].id);
  await phone.shows((shown) => shown.results.length === 0, "that another step has begun");
});

/** A card of somebody who has the board open; its id. */
async function addedBy(peer: Peer<BoardDoc>, { person }: Joined): Promise<CardId> {
  addNote(peer.doc, "hers", person);
  const added = [...readBoard(peer.doc).cards.values()].find(({ by }) => by === person);
  if (!added) throw new Error("no card was added");
  await saved(peer, 1);
  return added.id;
}
