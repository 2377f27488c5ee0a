/**
 * `npm run bench:listening -- <folder>`: how fast what is heard is on the screens, on real posts of a folder (JSON lines with `text`),
 * each with a word of its own so that none is a copy. Written into `LISTENING.md` with `--write`.
 */
import { fork, type ChildProcess } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { applyEdits, createBoardDoc, createStateDoc, readAnnotation, readThemes } from "@palabre/shared/documents";
import {
  newCardId,
  type BoardId,
  type CardId,
  type Measure,
  type PersonId,
  type Reading,
  type Source,
} from "@palabre/shared/terms";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import { print } from "../print.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false }, quick: { type: "boolean", default: false } },
});
const MINUTE_MS = 60_000;
const FILE = values.quick ? 2_000 : 10_000;
const [SOURCES, EACH] = values.quick ? [4, 1_000] : [18, 5_000];
const LIVE_POSTS = 60;
const SEARCHES = 200;
const SECRET = "a secret of thirty-two characters";

interface Watched {
  readonly longestMs: number;
  readonly over50: number;
  readonly rss: number;
}
interface Figure {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
}

const [named] = positionals;
if (named === undefined) throw new Error("say which folder: npm run bench:listening -- <folder>");
const texts = await readTexts(resolve(process.env["INIT_CWD"] ?? process.cwd(), named));
const dataDir = await mkdtemp(join(tmpdir(), "palabre-listening-"));
const child = fork(new URL("serve.js", import.meta.url), [dataDir]);
const [{ url }] = (await once(child, "message")) as [{ url: string }];
const figures: Figure[] = [];
try {
  await measure();
} finally {
  child.send("stop");
  await once(child, "exit");
  await rm(dataDir, { recursive: true, force: true });
}
if (values.write) await writeFile(new URL("../../LISTENING.md", import.meta.url), pageOf());

async function measure(): Promise<void> {
  const board = await openBoard();
  await watched(child);
  const first = performance.now();
  const isStored = upload(board, FILE, 0);
  await isStored;
  const storedMs = performance.now() - first;
  await until(async () => (await sourcesOf(board)).every(({ progress }) => progress === undefined));
  const readMs = performance.now() - first;
  await until(() => themedPosts(board) > FILE / 4 && feelingOf(board, "sync")?.state === "known");
  const themesMs = performance.now() - first;
  const { longestMs, over50 } = await watched(child);
  note(
    `${FILE} posts of a CSV stored; read; themes and annotated cards`,
    "15 s",
    [storedMs, readMs, themesMs].map(seconds).join("; "),
  );
  note(
    "longest work of the main thread between two turns meanwhile (CPU)",
    "50 ms",
    `${longestMs.toFixed(0)} ms, ${over50} over 50`,
  );

  const lags = await liveLags(board);
  note(
    `a post delivered → its card's figure on a screen, p50; p95 of ${LIVE_POSTS}`,
    "2 s",
    `${ms(lags, 0.5)}; ${ms(lags, 0.95)}`,
  );

  for (let source = 1; source <= SOURCES; source += 1) await upload(board, EACH, source);
  await until(async () => (await sourcesOf(board)).every(({ progress }) => progress === undefined));
  const posts = (await sourcesOf(board)).reduce((sum, source) => sum + source.posts, 0);
  await watched(child);
  const searches = await searchTimes(board);
  note(
    `searches with filters among ${posts} posts of ${SOURCES + 2} sources, p50; p95`,
    "",
    `${ms(searches, 0.5)}; ${ms(searches, 0.95)}`,
  );
  const later = await liveLags(board);
  note(
    "a post delivered → its card's figure, among all these, p50; p95",
    "2 s",
    `${ms(later, 0.5)}; ${ms(later, 0.95)}`,
  );
  const { rss, longestMs: longest } = await watched(child);
  note("longest work of the main thread meanwhile (CPU)", "50 ms", `${longest.toFixed(0)} ms`);
  note("memory of the server with all of it (resident)", "", `${(rss / 1e6).toFixed(0)} MB`);
}

async function readTexts(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder))
    .filter((name) => name.startsWith("expect-") && name.endsWith(".jsonl"))
    .toSorted();
  const lines = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return lines.flatMap((file) =>
    file
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
}

async function openBoard() {
  const made = await ask<{ id: BoardId; links: { facilitator: string } }>("POST", "/api/boards", { title: "Bench" });
  const secret = new URL(made.links.facilitator).hash.slice(1);
  const joined = await ask<{ session: string; person: PersonId }>("POST", `/api/boards/${made.id}/sessions`, {
    secret,
    bearer: true,
  });
  const { session } = joined;
  const drawn = createBoardDoc();
  const workshop = createStateDoc();
  const providers = [drawn, workshop].map((doc, at) => {
    const base = `${url.replace("http", "ws")}/sync/${made.id}`;
    const polyfill = WebSocket as unknown as typeof globalThis.WebSocket;
    return new WebsocketProvider(base, at === 0 ? "board" : "workshop", doc, {
      params: { session },
      WebSocketPolyfill: polyfill,
      disableBc: true,
    });
  });
  await until(() => providers.every(({ synced }) => synced));
  const cards = new Map<string, CardId>();
  for (const query of ["sync*", "sleep, sommeil", "battery, batterie", "steps, pas", "zzlive*"]) {
    const id = newCardId();
    cards.set(query.slice(0, 4), id);
    const edit = {
      type: "addCard",
      id,
      kind: "expectation",
      position: [0, 0],
      text: query,
      attributes: { query },
      at: 1,
      by: joined.person,
    } as const;
    applyEdits(drawn, [edit]);
  }
  const hook = await ask<{ source: Source }>(
    "POST",
    `/api/boards/${made.id}/sources`,
    { kind: "webhook", name: "Hook", secret: SECRET },
    session,
  );
  return { id: made.id, session, workshop, cards, hook: hook.source.id };
}
type Board = Awaited<ReturnType<typeof openBoard>>;

function readingOf(board: Board, card: string, measure: Measure): Reading | undefined {
  const annotation = readAnnotation(board.workshop, board.cards.get(card) ?? newCardId());
  return annotation?.readings.find((reading) => reading.measure === measure);
}
function feelingOf(board: Board, card: string): Reading | undefined {
  return readingOf(board, card, "feeling");
}
function themedPosts(board: Board): number {
  return [...readThemes(board.workshop).values()].reduce((sum, theme) => sum + theme.posts, 0);
}
async function sourcesOf(board: Board): Promise<readonly Source[]> {
  const { sources } = await ask<{ sources: readonly Source[] }>(
    "GET",
    `/api/boards/${board.id}/sources`,
    undefined,
    board.session,
  );
  return sources;
}

async function upload(board: Board, count: number, file: number): Promise<void> {
  const now = Date.now();
  const rows = Array.from({ length: count }, (_, at) => {
    const text = `${texts[(at + file * count) % texts.length] ?? ""} ${word(at + file * 100_000)} ${word(at * 7 + file)}`;
    return `"${text.replaceAll('"', '""')}",${new Date(now - (count - at) * 3 * MINUTE_MS).toISOString()}`;
  });
  const form = new FormData();
  form.append("kind", "csv");
  form.append("file", new Blob([`text,date\n${rows.join("\n")}\n`]), `posts ${file}.csv`);
  const reply = await fetch(`${url}/api/boards/${board.id}/sources`, {
    method: "POST",
    headers: { authorization: `Bearer ${board.session}` },
    body: form,
  });
  if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`);
}
/** A word that nobody wrote, another for each number. */
function word(number: number): string {
  return `w${(number * 7_919 + 104_729).toString(36)}`;
}

/** Posts come by webhook, one after the other; how long until the card that listens for them counts each. */
async function liveLags(board: Board): Promise<readonly number[]> {
  const lags: number[] = [];
  const counted = () => readingOf(board, "zzli", "mentions")?.value ?? 0;
  for (let at = 0; at < LIVE_POSTS; at += 1) {
    const before = counted();
    const body = JSON.stringify({
      id: `live-${Date.now()}-${at}`,
      text: `zzlive ${word(at)} please`,
      createdAt: Date.now(),
    });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac("sha256", SECRET).update(`${timestamp}.${body}`).digest("hex");
    const started = performance.now();
    const reply = await fetch(`${url}/api/boards/${board.id}/sources/${board.hook}/hook`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-palabre-timestamp": timestamp,
        "x-palabre-signature": `sha256=${signature}`,
      },
      body,
    });
    if (!reply.ok) throw new Error(`${reply.status}: ${await reply.text()}`);
    await until(() => counted() > before);
    lags.push(performance.now() - started);
    // a webhook takes sixty a minute
    await new Promise((done) => setTimeout(done, 1_050));
  }
  return lags;
}

async function searchTimes(board: Board): Promise<readonly number[]> {
  const asked = [
    { query: "sync*" },
    { query: "(batterie OR battery) NOT update", kind: "expectation" },
    { query: "le, la, the", feeling: "negative", language: "fr" },
    { kind: "problem", feeling: "negative" },
    { language: "en" },
    { query: `NOT app*`, kind: "praise" },
    {},
    { theme: [...readThemes(board.workshop).keys()][3] ?? "" },
  ];
  const times: number[] = [];
  for (let at = 0; at < SEARCHES; at += 1) {
    const filter = Object.entries(asked[at % asked.length] ?? {}).filter(([, value]) => value !== "");
    const started = performance.now();
    await ask("GET", `/api/boards/${board.id}/posts?${new URLSearchParams(filter)}`, undefined, board.session);
    times.push(performance.now() - started);
  }
  return times;
}

async function watched(server: ChildProcess): Promise<Watched> {
  server.send("figures");
  const [figure] = (await once(server, "message")) as [Watched];
  return figure;
}

async function ask<T>(method: string, path: string, body?: unknown, session?: string): Promise<T> {
  const reply = await fetch(url + path, {
    method,
    headers: {
      "content-type": "application/json",
      ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10 * MINUTE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("it did not come true in ten minutes");
    await new Promise((done) => setTimeout(done, 20));
  }
}

function note(what: string, goal: string, figure: string): void {
  figures.push({ what, goal, figure });
  print(`${what}: ${figure}${goal === "" ? "" : ` (goal ${goal})`}`);
}
function seconds(value: number): string {
  return `${(value / 1_000).toFixed(1)} s`;
}
function ms(times: readonly number[], part: number): string {
  return `${(times.toSorted((a, b) => a - b)[Math.ceil(part * times.length) - 1] ?? 0).toFixed(0)} ms`;
}

function pageOf(): string {
  const [load = 0] = loadavg();
  const rows = figures.map(({ what, goal, figure }) => `| ${what} | ${goal} | ${figure} |`).join("\n");
  return `# What is heard, by the clock

Written by \`npm run bench:listening -- <folder> --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), load ${load.toFixed(1)}, Node ${process.versions.node}.

The server in a process of its own with SQLite on disk, real reviews in French and English, each with two words of its own so that none is a copy of
another. Who measures is a client over HTTP and WebSocket on the same machine. What the main thread works between two turns of its loop is counted by
the processor's clock for that thread alone, so that other programs on the machine don't lengthen it.

| what | goal | figure |
| --- | --- | --- |
${rows}
`;
}
