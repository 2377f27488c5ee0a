/**
 * `npm run bench:ballots`: 200 people vote within ten seconds, half of them twice, and once all of them at one moment. Ends with an error when
 * a paper is lost, counted twice, or acknowledged late. Written into `test/bench/BALLOTS.md` with `--write`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { applyEdits, createBoardDoc } from "@palabre/shared/documents";
import { newCardId, type BallotId, type BoardId, type CardId, type Paper, type PersonId } from "@palabre/shared/terms";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import { print } from "../print.ts";

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, people: { type: "string", default: "200" } },
});
const PEOPLE = Number(values.people);
const WITHIN_MS = 10_000;
const GOAL_MS = 500;
const CARDS = 12;

interface Voter {
  readonly person: PersonId;
  readonly session: string;
}
interface Figure {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly isMet: boolean;
}

const figures: Figure[] = [];
const dataDir = await mkdtemp(join(tmpdir(), "palabre-ballots-"));
const server = spawn(process.execPath, [fileURLToPath(new URL("../../../../server/dist/main.js", import.meta.url))], {
  env: { HOST: "127.0.0.1", PORT: "0", DATA_DIR: dataDir, SESSIONS_PER_MINUTE: "100000" },
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  const url = `http://127.0.0.1:${await portOf()}`;
  await measure(url);
} finally {
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
  await rm(dataDir, { recursive: true, force: true });
}
for (const { what, goal, figure, isMet } of figures)
  print(`${isMet ? "met   " : "MISSED"} ${what}: ${figure} (${goal})`);
if (values.write) await writeFile(new URL("../../BALLOTS.md", import.meta.url), pageOf());
if (figures.some(({ isMet }) => !isMet)) process.exitCode = 1;

async function portOf(): Promise<number> {
  let output = "";
  for await (const chunk of server.stdout) {
    output += String(chunk);
    const port = /"port":(\d+)/.exec(output)?.[1];
    if (port !== undefined) {
      server.stdout.resume();
      return Number(port);
    }
  }
  throw new Error(`the server ended: ${output}`);
}

async function ask<T>(url: string, method: string, path: string, session?: string, body?: unknown): Promise<T> {
  const response = await fetch(`${url}/api/${path}`, {
    method,
    headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  // what our own server sends
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function measure(url: string): Promise<void> {
  const { id: board, links } = await ask<{ id: BoardId; links: Record<string, string> }>(
    url,
    "POST",
    "boards",
    undefined,
    {
      title: "A crowd that votes",
    },
  );
  const join = (role: string) =>
    ask<Voter>(url, "POST", `boards/${board}/sessions`, undefined, {
      secret: new URL(links[role] ?? "").hash.slice(1),
      bearer: true,
    });
  const leader = await join("facilitator");
  const cards = await draw(url, board, leader);
  const people: Voter[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await join("participant"));

  const open = async () =>
    (
      await ask<{ id: BallotId }>(url, "POST", `boards/${board}/ballots`, leader.session, {
        method: "dots",
        scope: { kind: "expectation" },
        settings: { budget: 5 },
      })
    ).id;
  const publish = async (ballot: BallotId) => {
    await ask(url, "POST", `boards/${board}/ballots/${ballot}/publish`, leader.session);
    return (await ask<{ receipts: string[] }>(url, "GET", `boards/${board}/ballots/${ballot}/receipts`, leader.session))
      .receipts;
  };
  /** Gives a paper and says how long its acknowledgement took. */
  const give = async (ballot: BallotId, voter: Voter, dots: number) => {
    const paper: Paper = { method: "dots", dots: { [cards[dots % CARDS] ?? newCardId()]: 1 + (dots % 5) } };
    const begun = performance.now();
    const { receipt } = await ask<{ receipt: string }>(
      url,
      "PUT",
      `boards/${board}/ballots/${ballot}/paper`,
      voter.session,
      paper,
    );
    return { receipt, ms: performance.now() - begun };
  };

  // a room that presses at one moment is what hardly happens: it may wait a second
  for (const { what, startOf, goalMs } of [
    {
      what: `${PEOPLE} people within 10 s, every second one twice`,
      startOf: () => Math.random() * WITHIN_MS,
      goalMs: GOAL_MS,
    },
    { what: `${PEOPLE} people at one moment`, startOf: () => 0, goalMs: 2 * GOAL_MS },
  ]) {
    const ballot = await open();
    const times: number[] = [];
    const begun = performance.now();
    const receipts = await Promise.all(
      people.map(async (voter, index) => {
        await new Promise((resolve) => setTimeout(resolve, startOf()));
        let given = await give(ballot, voter, index);
        times.push(given.ms);
        if (startOf() > 0 && index % 2 === 1) {
          given = await give(ballot, voter, index + 1);
          times.push(given.ms);
        }
        return given.receipt;
      }),
    );
    const tookMs = performance.now() - begun;
    const published = await publish(ballot);
    const isWhole = JSON.stringify(published) === JSON.stringify(receipts.toSorted());
    const [p50, p95, longest] = [0.5, 0.95, 1].map((share) => quantile(times, share));
    const figure = `p50 ${ms(p50)}, p95 ${ms(p95)}, longest ${ms(longest)} of ${times.length} papers in ${(tookMs / 1000).toFixed(1)} s`;
    figures.push({
      what: `acknowledged, ${what}`,
      goal: `p95 ${goalMs} ms`,
      figure,
      isMet: (p95 ?? Infinity) <= goalMs,
    });
    figures.push({
      what: `counted, ${what}`,
      goal: "all, none twice",
      figure: `${published.length}`,
      isMet: isWhole && published.length === PEOPLE,
    });
  }
}

/** Cards to vote on, written as anybody writes them. */
async function draw(url: string, board: BoardId, { person, session }: Voter): Promise<readonly CardId[]> {
  const doc = createBoardDoc();
  const provider = new WebsocketProvider(`${url.replace("http", "ws")}/sync/${board}`, "board", doc, {
    params: { session },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  });
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  const cards = Array.from({ length: CARDS }, newCardId);
  applyEdits(
    doc,
    cards.map((id, index) => ({
      type: "addCard" as const,
      id,
      kind: "expectation" as const,
      position: [index * 250, 0] as const,
      text: `Expectation ${index + 1}`,
      by: person,
      at: index,
    })),
  );
  // the facilitator's page stays open meanwhile; what it wrote is on its way in the order in which it was sent
  const headers = { authorization: `Bearer ${session}` };
  for (let size = 0; size < 1_000;) {
    size = (await (await fetch(`${url}/api/boards/${board}/board.bin`, { headers })).arrayBuffer()).byteLength;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return cards;
}

function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
function ms(value: number | undefined): string {
  return value === undefined ? "–" : `${Math.round(value)} ms`;
}

function pageOf(): string {
  const [processor] = cpus();
  const rows = figures.map(({ what, goal, figure }) => `| ${what} | ${goal} | ${figure} |`);
  return `# Votes, by the clock

Written by \`npm run bench:ballots -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${processor?.model ?? "?"}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}.

The server in a process of its own with SQLite on disk, a facilitator's page connected; each person is a session over HTTP on the same machine. A paper is
acknowledged once it is on disk. What is counted is compared with the receipts of the last acknowledged paper of each person.

| what | goal | figure |
| --- | --- | --- |
${rows.join("\n")}
`;
}
