import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { expect, it } from "vitest";
import { launchBrowser } from "../../helpers/browser.ts";
import { runServer } from "../../helpers/runServer.ts";
import { openFolder } from "../../helpers/startServer.ts";
import { print } from "../print.ts";
import { drawMap, type DrawnMap } from "./drawnMap.ts";
import { openPalabre } from "./palabre.ts";
import { buildPeers, openPeer, servePeers, type PeerPages } from "./peers.ts";
import { reportOf, type Runs } from "./report.ts";
import { measureSubject, type Figures } from "./steps.ts";
import { SUBJECTS, type SubjectName } from "./subject.ts";

interface Options {
  readonly cards?: string;
  readonly against?: string;
  readonly repeats?: string;
  readonly write?: boolean;
}
const {
  cards = "200,1000,5000",
  against,
  repeats = "3",
  write = false,
} = JSON.parse(process.env["CANVAS_OPTIONS"] ?? "{}") as Options;
/** what calls measured; one of them may take an hour */
const KEPT = join(import.meta.dirname, "../dist/canvas.json");
const sizes = cards.split(",").map(Number);
const subjects = SUBJECTS.filter((name) => against === undefined || against.split(",").includes(name));

it("measures what a step costs, in turns", async () => {
  if (subjects.some((name) => name !== "palabre")) buildPeers();
  const pages = await servePeers();
  const results: Runs = await keptRuns();
  for (const size of sizes) {
    const map = drawMap(size);
    const runs: Record<string, Figures[]> = Object.fromEntries(subjects.map((name) => [name, []]));
    for (let turn = 0; turn < Number(repeats); turn += 1) {
      for (const name of subjects) {
        const figures = await measureOne(name, pages, map);
        runs[name]?.push(figures);
        print(`${size} ${name}: ${JSON.stringify(figures)}`);
      }
    }
    results[size] = { ...results[size], ...runs };
    await mkdir(dirname(KEPT), { recursive: true });
    await writeFile(KEPT, JSON.stringify(results));
  }
  pages.close();
  const report = reportOf(results);
  print(`\n${report}`);
  if (write) await writeFile(join(import.meta.dirname, "../CANVAS.md"), report);
  expect(Object.keys(results)).toEqual(expect.arrayContaining(sizes.map(String)));
});

const keptRuns = async (): Promise<Runs> => {
  try {
    return JSON.parse(await readFile(KEPT, "utf8")) as Runs;
  } catch {
    return {};
  }
};

/** In a browser and with a server of their own: what one leaves behind is not the next one's. */
async function measureOne(name: SubjectName, pages: PeerPages, map: DrawnMap): Promise<Figures> {
  const browser: Browser = await launchBrowser();
  try {
    if (name !== "palabre") return await measureSubject(await openPeer(browser, pages, name, map));
    const server = await runServer({ DATA_DIR: await openFolder(), LOG_LEVEL: "info" });
    try {
      return await measureSubject(await openPalabre(browser, server, map));
    } finally {
      server.kill("SIGKILL");
      await server.ended;
    }
  } finally {
    await browser.close();
  }
}
