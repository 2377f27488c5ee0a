import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import type { DrawnMap } from "./drawnMap.ts";
import { VIEW, type Subject, type SubjectName } from "./subject.ts";

const HOME = join(import.meta.dirname, "peers");
const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Installs the other canvases beside the bench, which nobody else needs, and builds their pages. */
export function buildPeers(): void {
  const run = (...args: string[]) => execFileSync("npx", args, { cwd: HOME, stdio: ["ignore", "ignore", "inherit"] });
  if (!existsSync(join(HOME, "node_modules")))
    run("--yes", "pnpm@12.21.0", "install", "--ignore-workspace", "--frozen-lockfile", "--prefer-offline");
  run("vite", "build", "--logLevel", "error");
}

export interface PeerPages {
  readonly url: string;
  close(): void;
}
export async function servePeers(): Promise<PeerPages> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://peers").pathname);
    readFile(join(HOME, "dist", path)).then(
      (bytes) => {
        response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // a server that listens on a port has an address
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

export async function openPeer(
  browser: Browser,
  pages: PeerPages,
  name: Exclude<SubjectName, "palabre">,
  map: DrawnMap,
): Promise<Subject> {
  const context = await browser.newContext({ viewport: VIEW, reducedMotion: "reduce" });
  const page = await context.newPage();
  const call = (method: string, ...given: readonly unknown[]): Promise<unknown> =>
    page.evaluate(`globalThis.subject.${method}(...${JSON.stringify(given)})`);
  return {
    page,
    map,
    load: async () => {
      await page.goto(`${pages.url}/${name}.html`);
      await page.waitForFunction("globalThis.subject !== undefined");
      // what the page gives back is not for us
      await page.evaluate(`void globalThis.subject.load(${JSON.stringify(map)})`);
    },
    fit: async () => void (await page.evaluate("void globalThis.subject.fit()")),
    look: async (at, zoom) =>
      void (await page.evaluate(`void globalThis.subject.look(${JSON.stringify(at)}, ${zoom})`)),
    onScreen: async (at) => (await call("onScreen", at)) as readonly [number, number],
    where: async (card) => (await call("where", card)) as readonly [number, number],
    select: async (cards) => void (await page.evaluate(`void globalThis.subject.select(${JSON.stringify(cards)})`)),
    move: async (moves) => void (await page.evaluate(`void globalThis.subject.move(${JSON.stringify(moves)})`)),
    end: () => context.close(),
  };
}
