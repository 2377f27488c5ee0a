import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const KEY = "an operator's key of 32 characters or more";
const bearer = { authorization: `Bearer ${KEY}` };
const passwordOf = (key: string) => ({ authorization: `Basic ${Buffer.from(`ada:${key}`).toString("base64")}` });

const metricsOf = async (server: TestServer): Promise<string> =>
  (await ask<string>(server, "GET", "/metrics", { headers: bearer })).body;
/** The value of one line, by its name and labels as they stand. */
const valueIn = (metrics: string, name: string): number =>
  Number(
    metrics
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  );

describe("the figures of an operator", () => {
  it("[U2] tell what happens, in the format of Prometheus", async () => {
    const server = await startServer({ operatorKey: KEY, dataDir: await openFolder() });
    const board = await openBoard(server);
    const ada = connect(server, board.id, (await board.join("participant", "Ada")).session, "board");
    const grace = connect(server, board.id, (await board.join("participant", "Grace")).session, "board");
    await Promise.all([synced(ada), synced(grace)]);
    const before = await metricsOf(server);
    addNote(ada.doc, "a note");
    await saved(ada, 1);
    const reply = await ask<string>(server, "GET", "/metrics", { headers: bearer });
    expect(reply.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(reply.headers.get("cache-control")).toBe("no-store");
    const grew = (name: string) => valueIn(reply.body, name) - valueIn(before, name);
    expect(valueIn(reply.body, "palabre_connections")).toBe(2);
    expect(valueIn(reply.body, "palabre_rooms")).toBeGreaterThanOrEqual(1);
    expect(grew("palabre_journal_entries_total")).toBeGreaterThanOrEqual(1);
    expect(grew("palabre_commit_seconds_count")).toBeGreaterThanOrEqual(1);
    // the note, to the other one
    expect(grew("palabre_deliveries_total")).toBeGreaterThanOrEqual(1);
    expect(grew("palabre_checkpoint_lag_entries")).toBeGreaterThanOrEqual(1);
    for (const name of [
      'palabre_commit_seconds_bucket{le="+Inf"}',
      'palabre_event_loop_delay_seconds{quantile="0.99"}',
      "palabre_journal_waiting_bytes",
      'palabre_sources{state="late"}',
      "process_resident_memory_bytes",
      "palabre_disk_free_bytes",
      "palabre_uptime_seconds",
    ])
      expect(valueIn(reply.body, name), name).toBeGreaterThanOrEqual(0);
    expect(reply.body).toMatch(/^palabre_info\{version="\d+\.\d+\.\d+"\} 1$/m);
  });

  it("[U3] count errors by code, and hold nothing of any board", async () => {
    const held = holdStore();
    const server = await startServer({ operatorKey: KEY, wrapStore: held.wrap });
    const board = await openBoard(server, "The harbour at night");
    const { session, person } = await board.join("participant", "Ada Lovelace");
    const ada = connect(server, board.id, session, "board");
    await synced(ada);
    addNote(ada.doc, "a first secret text");
    await saved(ada, 1);
    held.fail(board.id);
    addNote(ada.doc, "another secret text");
    const metrics = await until(async () => {
      const told = await metricsOf(server);
      return /palabre_errors_total\{code="\w/.test(told) && told;
    }, "the error of the store");
    for (const text of [board.id, "harbour", "Ada", person, "secret", session]) expect(metrics).not.toContain(text);
  });

  it("[U2, U5] are a page for people too, in their language, which loads nothing", async () => {
    const server = await startServer({ operatorKey: KEY, dataDir: await openFolder() });
    const board = await openBoard(server, "The harbour at night");
    const pageIn = (language: string) =>
      ask<string>(server, "GET", "/status", { headers: { ...passwordOf(KEY), "accept-language": language } });
    const english = await pageIn("en-GB");
    const french = await pageIn("fr-CA, en;q=0.5");
    expect([english.status, french.status]).toEqual([200, 200]);
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain("<h1>State of the server</h1>");
    expect(french.body).toContain('<html lang="fr">');
    expect(french.body).toContain("<h1>État du serveur</h1>");
    const told = english.body.replaceAll(/>\s+/g, ">");
    expect(told).toMatch(/Version<\/th><td>\d+\.\d+\.\d+</);
    expect(told).toMatch(/Open connections<\/th><td>0</);
    expect(told).toMatch(/Free disk space of the data folder<\/th><td>[\d,.]+ MB</);
    expect(english.body).toContain("None since the server was started.");
    expect(english.body).toContain("color-scheme: light dark");
    expect(english.body).not.toMatch(/src=|href=|url\(|@import|<script/);
    expect(english.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const style = /<style>([^]*)<\/style>/.exec(english.body)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(english.headers.get("content-security-policy")).toContain(`'sha256-${hash}'`);
    expect(english.headers.get("cache-control")).toBe("no-store");
    for (const text of [board.id, "harbour"]) expect(english.body).not.toContain(text);
    expect((await ask(server, "GET", "/status")).headers.get("www-authenticate")).toContain("Basic");
    expect((await ask(await startServer(), "GET", "/status", { headers: passwordOf(KEY) })).status).toBe(404);
  });

  it("[U4] open with the operator's key alone, as a token or a password, and the key is in no log", async () => {
    const server = await startServer({ operatorKey: KEY, basePath: "/palabre" });
    const statusWith = async (headers: Record<string, string>, url = server.url) =>
      (await ask({ url }, "GET", "/metrics", { headers })).status;
    const root = new URL(server.url).origin;
    expect(await statusWith(bearer)).toBe(200);
    expect(await statusWith(bearer, root)).toBe(200);
    expect(await statusWith(passwordOf(KEY))).toBe(200);
    const wrong = [
      {},
      passwordOf(`${KEY}r`),
      passwordOf(""),
      { authorization: `Bearer ${KEY}r` },
      { authorization: KEY },
    ];
    for (const headers of wrong) expect(await statusWith(headers as Record<string, string>)).toBe(401);
    const refused = await ask(server, "GET", "/metrics");
    expect(refused.headers.get("www-authenticate")).toContain("Basic");
    // a board's session is no operator's
    const board = await openBoard(server);
    const { session } = await board.join("facilitator");
    expect((await ask(server, "GET", "/metrics", { session })).status).toBe(401);
    expect(server.lines.join("")).not.toContain(KEY);
  });

  it("[U4] are not there where no key is set", async () => {
    const server = await startServer();
    expect(await ask(server, "GET", "/metrics", { headers: bearer })).toMatchObject({
      status: 404,
      body: { code: "unknown-route" },
    });
  });
});
