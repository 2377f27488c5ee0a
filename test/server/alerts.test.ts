import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { applyEdits, readAlerts, readDecisions, type Edit } from "@palabre/shared/documents";
import type { AlertList, Problem, SourceRead, Voices } from "@palabre/shared/protocol";
import {
  newAlertId,
  newCardId,
  type AlertRule,
  type CardId,
  type DecisionFacts,
  type Source,
} from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished } from "vitest";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const NOW = Date.UTC(2026, 2, 10, 12);
const HOUR = 3_600_000;

interface Delivered {
  readonly body: string;
  readonly timestamp: string;
  readonly signature: string;
}
/** A place that takes what webhooks tell. */
async function openReceiver() {
  const delivered: Delivered[] = [];
  const state = { isDown: false, refused: 0 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (state.isDown) {
        state.refused += 1;
        response.writeHead(503).end();
        return;
      }
      const header = (name: string) => String(request.headers[name]);
      delivered.push({ body, timestamp: header("x-palabre-timestamp"), signature: header("x-palabre-signature") });
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { delivered, state, host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}/told` };
}

async function openScene() {
  const receiver = await openReceiver();
  const clock = { now: NOW };
  const server = await startServer({ fetchAllow: [receiver.host], now: () => clock.now, dataDir: await openFolder() });
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator");
  const path = `/api/boards/${board.id}`;
  const send = <T>(method: string, rest: string, body?: unknown) =>
    ask<T>(server, method, path + rest, { session, ...(body === undefined ? {} : { body }) });
  const upload = (texts: readonly string[], hours = 1) => {
    const form = new FormData();
    form.append("kind", "csv");
    const rows = texts.map((text, at) => `"${text}",${new Date(clock.now - hours * HOUR + at).toISOString()}`);
    form.append("file", new Blob([`text,date\n${rows.join("\n")}\n`]), "posts.csv");
    return fetch(`${server.url}${path}/sources`, {
      method: "POST",
      headers: { authorization: `Bearer ${session}` },
      body: form,
    });
  };
  const workshop = connect(server, board.id, session, "workshop");
  await synced(workshop);
  const edit = async (edit: Edit): Promise<void> => {
    const maker = connect(server, board.id, session, "board");
    await synced(maker);
    applyEdits(maker.doc, [edit]);
    await saved(maker, 1);
  };
  const addExpectation = async (text: string, query: string): Promise<CardId> => {
    const id = newCardId();
    const birth = { by: person, at: clock.now };
    await edit({ type: "addCard", id, kind: "expectation", position: [0, 0], text, attributes: { query }, ...birth });
    return id;
  };
  const decided = () => readDecisions(workshop.doc);
  return {
    receiver,
    clock,
    server,
    board,
    send,
    upload,
    raised: () => readAlerts(workshop.doc),
    decided,
    edit,
    addExpectation,
  };
}
const rule = (change: Partial<AlertRule> = {}): AlertRule => ({
  id: newAlertId(),
  name: "Evenings",
  on: { query: "soir*" },
  when: { is: "mentions", atLeast: 2, hours: 24 },
  timeZone: "Europe/Paris",
  ...change,
});

describe("alerts", () => {
  it("[L144] are raised on every screen and by a signed webhook, and go when what raised them is over", async () => {
    const { receiver, clock, send, upload, raised } = await openScene();
    const alert = rule({ webhook: receiver.url });
    const { body } = await send<AlertList>("PUT", "/alerts", { alerts: [alert] });
    expect(body.alerts).toEqual([alert]);
    await upload(["Le soir", "Le matin"]);
    await upload(["En soirée", "Ce soir"]);
    const told = await until(() => raised().get(alert.id), "the alert");
    expect(told).toEqual({
      name: "Evenings",
      on: { query: "soir*" },
      is: "mentions",
      at: NOW,
      posts: told.posts,
      hours: 24,
    });
    expect(told.posts).toBeGreaterThanOrEqual(2);
    const [delivery] = await until(
      () => (receiver.delivered.length > 0 ? receiver.delivered : undefined),
      "the webhook",
    );
    expect(JSON.parse(delivery?.body ?? "")).toMatchObject({ event: "alert", alert: alert.id, name: "Evenings" });
    const signed = createHmac("sha256", body.secret).update(`${delivery?.timestamp}.${delivery?.body}`).digest("hex");
    expect(delivery?.signature).toBe(`sha256=${signed}`);

    clock.now += 25 * HOUR;
    await send("PUT", "/alerts", { alerts: [alert] });
    await until(() => raised().size === 0, "the alert goes");
    expect(receiver.delivered.length).toBe(1);
  });

  it("[L171] a webhook that does not answer is tried again after a pause, whatever is heard meanwhile", async () => {
    const { receiver, clock, send, upload, raised } = await openScene();
    receiver.state.isDown = true;
    const alert = rule({ webhook: receiver.url });
    await send("PUT", "/alerts", { alerts: [alert] });
    await upload(["Le soir", "En soirée"]);
    await until(() => receiver.state.refused === 1, "the webhook to be tried");
    for (const posts of [3, 4, 5]) {
      await upload([`Ce soir ${posts}`]);
      await until(() => raised().get(alert.id)?.posts === posts, "the alert to be said again");
    }
    expect(receiver.state.refused).toBe(1);
    receiver.state.isDown = false;
    clock.now += 30_000;
    await send("PUT", "/alerts", { alerts: [alert] });
    await until(() => receiver.delivered.length === 1, "the webhook to be told");
  });

  it("[L171] what asks for something else, or is to be told elsewhere, begins anew while its condition holds", async () => {
    const { receiver, clock, send, upload, raised } = await openScene();
    const alert = rule({ webhook: receiver.url });
    await send("PUT", "/alerts", { alerts: [alert] });
    await upload(["Le soir", "En soirée"]);
    await until(() => receiver.delivered.length === 1, "the webhook to be told");
    clock.now += 60_000;
    const elsewhere = { ...alert, webhook: `${receiver.url}/elsewhere` };
    await send("PUT", "/alerts", { alerts: [elsewhere] });
    await until(() => receiver.delivered.length === 2, "the other address to be told");
    expect(raised().get(alert.id)?.at).toBe(NOW);
    await send("PUT", "/alerts", { alerts: [{ ...elsewhere, when: { is: "mentions", atLeast: 1, hours: 24 } }] });
    await until(() => receiver.delivered.length === 3, "what is another alert to be told");
    await until(() => raised().get(alert.id)?.at === clock.now, "the alert to begin anew");
  });

  it("[V62] one on the card of a decision opens the decision again; recorded anew, it stays while the same alert stands", async () => {
    const { clock, send, upload, raised, decided, addExpectation } = await openScene();
    const card = await addExpectation("Open in the evening", "soir*");
    const facts: DecisionFacts = { outcome: "postponed", rule: "talk", for: [], against: ["No keys"] };
    await send("PUT", `/decisions/${card}`, facts);
    clock.now += 1_000;
    await send("PUT", "/alerts", { alerts: [rule({ on: { card } })] });
    await upload(["Ouvrez le soir", "Un soir par semaine"]);
    await until(() => decided().get(card)?.reopened, "the decision to be opened again");
    expect(decided().get(card)).toEqual({ ...facts, at: NOW, reopened: { why: "alert", at: clock.now } });
    clock.now += 1_000;
    await send("PUT", `/decisions/${card}`, facts);
    await until(() => decided().get(card)?.reopened === undefined, "the decision to be closed");
    // the alert is said again
    const before = [...raised().values()][0]?.posts ?? 0;
    await upload(["Le soir, oui"]);
    await until(() => ([...raised().values()][0]?.posts ?? 0) > before, "the alert to be said again");
    expect(decided().get(card)).toEqual({ ...facts, at: clock.now });
  });

  it("[L176] on a card that is in the trash are over, and watch it again once it is brought back", async () => {
    const { clock, send, upload, raised, addExpectation, edit } = await openScene();
    const card = await addExpectation("Open in the evening", "soir*");
    const alerts = [rule({ on: { card } })];
    await send("PUT", "/alerts", { alerts });
    await upload(["Ouvrez le soir", "Un soir par semaine"]);
    await until(() => raised().size === 1, "the alert");
    await edit({ type: "trash", things: [card], at: clock.now });
    await send("PUT", "/alerts", { alerts });
    await until(() => raised().size === 0, "the alert goes");
    await edit({ type: "bringBack", things: [card] });
    await send("PUT", "/alerts", { alerts });
    await until(() => raised().size === 1, "the alert comes back");
  });

  it("[L145] wait for the end of quiet hours", async () => {
    const { receiver, clock, send, upload, raised, server } = await openScene();
    const [asleep, awake] = [
      rule({ quiet: { from: "11:00", to: "14:00" }, webhook: receiver.url }),
      rule({ name: "Awake" }),
    ];
    await send("PUT", "/alerts", { alerts: [asleep, awake] });
    await upload(["Le soir", "En soirée"]);
    await until(() => raised().has(awake.id), "the other alert");
    expect(raised().has(asleep.id)).toBe(false);
    clock.now += 2 * HOUR;
    await send("PUT", "/alerts", { alerts: [asleep, awake] });
    await until(() => raised().has(asleep.id), "the alert after the quiet hours");
    await until(() => receiver.delivered.length === 1, "the webhook after the quiet hours");
    expect(raised().get(asleep.id)?.at).toBe(NOW);
    expect(server.lines.join("")).not.toContain("Le soir");
  });

  it("[L146, L152] are set by facilitators, of time zones, addresses and words that there are", async () => {
    const { send, server, board } = await openScene();
    const wrong = await send<Problem>("PUT", "/alerts", { alerts: [rule({ timeZone: "Mars/Olympus" })] });
    expect([wrong.status, wrong.body.code]).toEqual([400, "bad-request"]);
    const nowhere = await send<Problem>("PUT", "/alerts", { alerts: [rule({ webhook: "ftp://example.org" })] });
    expect(nowhere.body.code).toBe("bad-address");
    const silent = await send<Problem>("PUT", "/alerts", { alerts: [rule({ on: { query: "🚲" } })] });
    expect([silent.status, silent.body.code]).toEqual([422, "wordless-query"]);
    const voiceless = await send<Problem>("PUT", "/voices", { names: [{ name: "Us", query: "🚲 !" }] });
    expect(voiceless.body.code).toBe("wordless-query");
    const kept = { searches: [{ name: "Bikes", filter: { query: "🚲" } }] };
    expect((await send<Problem>("PUT", "/searches", kept)).body.code).toBe("wordless-query");
    const found = await send<Problem>("GET", `/posts?query=${encodeURIComponent("🚲")}`);
    expect(found.body.code).toBe("wordless-query");
    expect((await send<AlertList>("GET", "/alerts")).body.alerts).toEqual([]);
    const { session } = await board.join("participant");
    for (const [method, rest] of [
      ["GET", "/alerts"],
      ["PUT", "/alerts"],
      ["PUT", "/voices"],
    ] as const) {
      const reply = await ask(server, method, `/api/boards/${board.id}${rest}`, {
        session,
        ...(method === "PUT" ? { body: { alerts: [] } } : {}),
      });
      expect(reply.status).toBe(403);
    }
  });
});

describe("share of voice", () => {
  it("[L147] compares how often names are spoken of, among all that speak of any of them", async () => {
    const { send, upload } = await openScene();
    const names = [
      { name: "Us", query: "repair café" },
      { name: "Them", query: "fab lab, fablab" },
    ];
    expect((await send<Voices>("GET", "/voices")).body.names).toEqual([]);
    expect((await send("PUT", "/voices", { names })).status).toBe(204);
    await upload(["The repair café is open", "A fab lab and a repair café", "Our FabLab", "Nothing of either"]);
    await upload(["The repair café of last year"], 24 * 60);
    const { body } = await send<Voices>("GET", "/voices?days=7");
    expect(body.posts).toBe(3);
    expect(body.names).toMatchObject([
      { name: "Us", posts: 2, share: 0.667 },
      { name: "Them", posts: 2, share: 0.667 },
    ]);
    expect((await send<Voices>("GET", "/voices?days=90")).body.posts).toBe(4);
  });
});

describe("a file of posts", () => {
  it("[L148] says how much of it is read until all is, and is gone with all that came when it is removed on the way", async () => {
    const { send, upload } = await openScene();
    const texts = (what: string) =>
      Array.from({ length: 6_000 }, (_, at) => `${what} ${at} of the ${at * 7} that came`);
    const sources = async () => (await send<{ sources: Source[] }>("GET", "/sources")).body.sources;
    const seen: { read: number; of: number }[] = [];
    const reply = upload(texts("Evening"));
    await until(
      async () => {
        const [source] = await sources();
        if (source?.progress) seen.push(source.progress);
        return source?.state === "fresh" && !source.progress;
      },
      "all read",
      60_000,
    );
    expect(((await (await reply).json()) as SourceRead).added).toBe(6_000);
    expect(seen.some(({ read, of }) => read > 0 && read < of && of === 6_000)).toBe(true);
    for (const [at, { read, of }] of seen.entries()) {
      expect(read).toBeLessThanOrEqual(of);
      expect(read).toBeGreaterThanOrEqual(seen[at - 1]?.read ?? 0);
    }

    const [first] = await sources();
    const second = upload(texts("Morning"));
    // of two that came at the same moment either may be listed first
    const leaving = await until(
      async () => (await sources()).find(({ id, posts }) => id !== first?.id && posts > 0),
      "the second file on its way",
    );
    expect((await send("DELETE", `/sources/${leaving.id}`)).status).toBe(204);
    expect([201, 404]).toContain((await second).status);
    expect((await sources()).length).toBe(1);
    const left = await send<{ total: number }>("GET", "/posts?query=morning&limit=1");
    expect(left.body.total).toBe(0);
  }, 90_000);
});
