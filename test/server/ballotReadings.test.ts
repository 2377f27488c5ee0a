import { applyEdits, readAnnotation, readLinkAnnotation, type StateDoc } from "@palabre/shared/documents";
import { newCardId, newLinkId, type LinkId, type Paper } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { connect, saved, synced } from "../helpers/client.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { openVote } from "../helpers/voting.ts";

describe("what ballots say on the map", () => {
  it("[V20] a published ballot lands on its cards, and goes with it; nothing before", async () => {
    const server = await startServer();
    const vote = await openVote(server, ["Sleep", "Noise"]);
    const people = await vote.people(5);
    const [sleep, noise] = vote.cards;
    if (!sleep || !noise) throw new Error("two cards");
    const workshop = connect(server, vote.board.id, people[0]?.session ?? "", "workshop");
    await synced(workshop);
    const readingOf = (card: typeof sleep) =>
      readAnnotation(workshop.doc as StateDoc, card)?.readings.find(({ measure }) => measure === "priority");
    await until(() => readAnnotation(workshop.doc as StateDoc, sleep), "the first annotation");
    const id = await vote.open({ method: "ranked" });
    for (const person of people) await vote.give(person, id, { method: "ranked", tiers: [[noise], [sleep]] });
    await vote.command(id, "close");
    expect(readingOf(noise)).toBeUndefined();
    await vote.tally(id);
    await until(() => readingOf(noise), "the reading");
    expect(readingOf(noise)).toEqual({
      measure: "priority",
      state: "known",
      method: "ranked",
      value: 1,
      n: 5,
      rank: 1,
      of: 2,
      origin: [],
    });
    expect(readingOf(sleep)).toMatchObject({ value: 0, rank: 2 });
    await vote.ask("DELETE", `ballots/${id}`);
    await until(() => readingOf(noise) === undefined, "its going");
  });

  it("[V21] weighed links show the group's median and spread, and the choice is tried on the people who weighed them", async () => {
    const server = await startServer();
    const vote = await openVote(server, ["Sleep"]);
    const people = await vote.people(6);
    const [sleep] = vote.cards;
    const [first, second] = [newCardId(), newCardId()];
    const [good, bad] = [newLinkId(), newLinkId()];
    if (!sleep) throw new Error("a card");
    const by = vote.awa.person;
    applyEdits(vote.peer.doc, [
      { type: "addCard", id: first, kind: "strategy", position: [0, 300], text: "Quiet hours", by, at: 10 },
      { type: "addCard", id: second, kind: "strategy", position: [300, 300], text: "Louder music", by, at: 11 },
      { type: "addLink", id: good, from: first, to: sleep, by, at: 12 },
      { type: "addLink", id: bad, from: second, to: sleep, by, at: 13 },
    ]);
    await saved(vote.peer, 2);
    const workshop = connect(server, vote.board.id, people[0]?.session ?? "", "workshop");
    await synced(workshop);
    const saidOf = (link: LinkId) => readLinkAnnotation(workshop.doc as StateDoc, link);
    const bestOf = (card: typeof first) =>
      readAnnotation(workshop.doc as StateDoc, card)?.readings.find(({ measure }) => measure === "best");
    await until(() => bestOf(first)?.state === "known", "the choice without papers");
    expect(bestOf(first)).toMatchObject({ n: 1 });

    const id = await vote.open({ method: "links" });
    const weighing = (strong: LinkId, weak: LinkId): Paper => ({
      method: "links",
      answers: { [strong]: { polarity: "+", strength: 3 }, [weak]: { polarity: "-", strength: 1 } },
    });
    for (const [index, person] of people.entries())
      await vote.give(person, id, index === 0 ? weighing(bad, good) : weighing(good, bad));
    await vote.tally(id);
    await until(() => bestOf(first)?.n === 6, "the choice of six people");
    expect(bestOf(first)?.value).toBeGreaterThan(0.9);
    expect(bestOf(second)?.value).toBeLessThan(0.1);
    await until(() => saidOf(bad)?.n === 6, "the weighed link");
    expect(saidOf(good)).toMatchObject({ strength: 3, n: 6, low: 3, high: 3 });
    expect(saidOf(bad)).toMatchObject({ strength: -1, n: 6, low: -1, high: -1 });
  });

  it("[V21] how robust a choice is follows from the papers that were counted, whoever is sent off afterwards", async () => {
    const server = await startServer();
    const vote = await openVote(server, ["Sleep", "Noise"]);
    const people = await vote.people(6);
    const [sleep, noise] = vote.cards;
    const [first, second] = [newCardId(), newCardId()];
    const [good, bad] = [newLinkId(), newLinkId()];
    const [odd] = people;
    if (!sleep || !noise || !odd) throw new Error("two cards and a person");
    const by = vote.awa.person;
    applyEdits(vote.peer.doc, [
      { type: "addCard", id: first, kind: "strategy", position: [0, 300], text: "Quiet hours", by, at: 10 },
      { type: "addCard", id: second, kind: "strategy", position: [300, 300], text: "Louder music", by, at: 11 },
      { type: "addLink", id: good, from: first, to: sleep, by, at: 12 },
      { type: "addLink", id: bad, from: second, to: sleep, by, at: 13 },
    ]);
    await saved(vote.peer, 2);
    const workshop = connect(server, vote.board.id, vote.awa.session, "workshop");
    await synced(workshop);
    const readingOf = (card: typeof first, name: string) =>
      readAnnotation(workshop.doc as StateDoc, card)?.readings.find(({ measure }) => measure === name);
    const bestOf = () => [first, second].map((card) => readingOf(card, "best"));

    const id = await vote.open({ method: "links" });
    for (const person of people) {
      const [strong, weak] = person === odd ? [bad, good] : [good, bad];
      await vote.give(person, id, {
        method: "links",
        answers: { [strong]: { polarity: "+", strength: 3 }, [weak]: { polarity: "-", strength: 1 } },
      });
    }
    await vote.tally(id);
    // what was not tried on every link yet is said once more
    const isWhole = () => bestOf().every((best) => best?.state === "known" && best.isPartial !== true);
    await until(() => bestOf()[0]?.n === 6 && isWhole(), "the choice of six people");
    const published = bestOf();
    const order = await vote.open({ method: "ranked" });
    for (const person of people) await vote.give(person, order, { method: "ranked", tiers: [[sleep], [noise]] });
    await vote.tally(order);
    await until(() => readingOf(sleep, "priority"), "what the other ballot says");
    await vote.ask("PUT", `people/${odd.person}/removed`, { removed: true });
    // everything that ballots say is read anew
    await vote.ask("DELETE", `ballots/${order}`);
    await until(() => readingOf(sleep, "priority") === undefined && isWhole(), "its going");
    expect(bestOf()).toEqual(published);
  });

  it("[N34] once published, the group's median of a link counts in all that cards say, in the place of what is drawn", async () => {
    const server = await startServer();
    const vote = await openVote(server, ["Presence"]);
    const people = await vote.people(6);
    const [presence] = vote.cards;
    const [bus, rest] = [newCardId(), newCardId()];
    const [drawn, idle] = [newLinkId(), newLinkId()];
    if (!presence) throw new Error("a card");
    const by = vote.awa.person;
    applyEdits(vote.peer.doc, [
      { type: "addCard", id: bus, kind: "strategy", position: [0, 300], text: "Free bus", by, at: 10 },
      { type: "addCard", id: rest, kind: "factor", position: [300, 300], text: "Rest", by, at: 11 },
      { type: "addLink", id: drawn, from: bus, to: presence, by, at: 12 },
      { type: "setAttributes", on: drawn, values: { strength: 3 } },
      { type: "addLink", id: idle, from: rest, to: presence, by, at: 13 },
    ]);
    await saved(vote.peer, 2);
    const workshop = connect(server, vote.board.id, people[0]?.session ?? "", "workshop");
    await synced(workshop);
    const valueOf = (card: typeof bus, name: string) =>
      readAnnotation(workshop.doc as StateDoc, card)?.readings.find(({ measure }) => measure === name)?.value;
    await until(() => (valueOf(presence, "servedBy") ?? 0) > 0.7, "what serves it as drawn");
    await until(() => valueOf(rest, "influence") === 2, "what the factor does as drawn");

    const id = await vote.open({ method: "links" });
    const paper: Paper = {
      method: "links",
      answers: { [drawn]: { polarity: "-", strength: 2 }, [idle]: { polarity: "none", strength: 2 } },
    };
    for (const person of people) await vote.give(person, id, paper);
    await vote.command(id, "close");
    expect(valueOf(presence, "servedBy")).toBeGreaterThan(0.7);
    await vote.tally(id);
    await until(() => (valueOf(presence, "servedBy") ?? 0) < -0.5, "what harms it as weighed");
    await until(() => (valueOf(bus, "effect") ?? 0) < -0.5, "what the strategy does as weighed");
    await until(() => valueOf(rest, "influence") === undefined, "a factor of which no link has an effect");
    expect(readLinkAnnotation(workshop.doc as StateDoc, idle)).toMatchObject({ strength: 0, n: 6 });
    await vote.ask("DELETE", `ballots/${id}`);
    await until(() => valueOf(rest, "influence") === 2, "what is drawn again");
    await until(() => (valueOf(presence, "servedBy") ?? 0) > 0.7, "what serves it again");
  });
});
