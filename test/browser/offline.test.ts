import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openBadGateway } from "../helpers/badGateway.ts";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { openBrowser, writeCard } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { NOWHERE, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

it("[O2, O3] a board that was seen before opens from a cold start without the server, is written on, and all arrives later", async () => {
  const folder = await openFolder();
  const first = await runServer({ DATA_DIR: folder });
  const board = await openBoard(first);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await amina.page.mouse.dblclick(500, 300);
  await amina.page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Seen before");
  await amina.page.keyboard.press("Escape");
  await amina.saved();
  // the page keeps its files once one has looked at it for a while
  await amina.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await amina.page.close();
  first.kill("SIGKILL");
  await first.ended;

  const page = await amina.context.newPage();
  await page.goto(`${first.url}/`);
  await page.getByText(/These boards open from this device/).waitFor();
  await picture({ ...amina, page }, "offline-home");
  await page
    .getByRole("link", { name: /Expectations|Attentes/ })
    .first()
    .click();
  await page.getByRole("article", { name: "Seen before" }).waitFor();
  await page
    .getByRole("banner")
    .getByText(/^Offline/)
    .waitFor();
  await page.mouse.dblclick(800, 500);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Written on the train");
  await page.keyboard.press("Escape");
  await page
    .getByRole("banner")
    .getByText(/^Offline, \d changes? kept on this device/)
    .waitFor();
  await picture({ ...amina, page }, "offline-board");

  const second = await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  await page
    .getByRole("banner")
    .getByText(/^Saved at/)
    .waitFor({ timeout: 30_000 });
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  await yann.card("Written on the train").waitFor();
  await yann.card("Seen before").waitFor();

  // the server is asked first: what it says now is what shows
  await page.goto(`${second.url}/`);
  await page
    .getByRole("link", { name: /Expectations|Attentes/ })
    .first()
    .waitFor();
  expect(await page.getByText(/These boards open from this device/).count()).toBe(0);
});

it("[O9] behind a proxy that answers for a server that is gone, all opens as it does without the network", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const line = await openProxy(server.port);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant.replace(server.url, line.url));
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Seen before", { x: 500, y: 300 });
  await amina.saved();
  await amina.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await amina.page.goto("about:blank");
  line.leadTo(await openBadGateway());
  line.cut();

  await amina.page.goto(`${line.url}/`);
  await amina.page.getByText(/These boards open from this device/).waitFor();
  const theme = await amina.page.evaluate(async () => (await fetch("theme.js")).text());
  expect(theme).toBe(await readFile(join(BUILT_CLIENT, "theme.js"), "utf8"));
  await amina.page
    .getByRole("link", { name: /Expectations/ })
    .first()
    .click();
  await amina.card("Seen before").waitFor();
  await amina.status(/^Offline/);
  await amina.page.goto(`${line.url}/p/${board.id}`);
  await amina.page
    .getByRole("alert")
    .getByText(/^The server does not answer/)
    .waitFor();

  // where nothing is kept, what the proxy says is all there is to see
  const yann = await browser.person();
  expect((await yann.page.goto(`${line.url}/`))?.status()).toBe(502);
  line.leadTo(server.port);
  line.cut();
  await amina.page.goto(`${line.url}/b/${board.id}`);
  await amina.card("Seen before").waitFor();
  await amina.saved();
});

it.each([
  ["is full", "Cache.prototype.put"],
  ["is broken", "CacheStorage.prototype.match"],
])("[O8] a device whose storage %s gets its pages and their files from the server", async (_, method) => {
  const client = await openFolder();
  await cp(BUILT_CLIENT, client, { recursive: true });
  const worker = join(client, "serviceWorker.js");
  const refusing = `${method} = () => Promise.reject(new DOMException("no space left", "QuotaExceededError"));\n`;
  await writeFile(worker, refusing + (await readFile(worker, "utf8")));
  const server = await startServer({ client });
  const { page } = await browser.person();
  const isShown = () => page.getByRole("heading", { name: "My boards" }).waitFor();
  await page.goto(`${server.url}/`);
  await isShown();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // to a worker of the build before, the files of the next one are as unknown
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (request.url.includes("/assets/")) await cache.delete(request);
    }
  });
  for (let loads = 0; loads < 2; loads += 1) {
    await page.reload();
    await isShown();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }
});

it("[O5] two tabs that lose the network show each other's cards, and both are saved once it is back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const line = await openProxy(server.port);
  const amina = await browser.person();
  const [one, two] = [amina.page, await amina.context.newPage()];
  for (const page of [one, two]) {
    await page.goto(board.links.participant.replace(server.url, line.url));
    await page.getByText("Nothing under the tree yet").waitFor();
  }
  const told = (page: Page, words: RegExp) => page.getByRole("banner").getByText(words).waitFor({ timeout: 30_000 });
  line.leadTo(NOWHERE);
  line.cut();
  await Promise.all([told(one, /^Offline/), told(two, /^Offline/)]);
  await writeCard({ page: one }, "From the one", { x: 500, y: 300 });
  await two.getByRole("article", { name: "From the one" }).dblclick();
  await two.getByRole("textbox", { name: "Text of the card" }).press("End");
  await two.keyboard.type(", and the two");
  await two.keyboard.press("Escape");
  await one.getByRole("article", { name: "From the one, and the two" }).waitFor();
  line.leadTo(server.port);
  await Promise.all([told(one, /^Saved at/), told(two, /^Saved at/)]);
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  await yann.card("From the one, and the two").waitFor();
  expect(await yann.page.getByRole("article").count()).toBe(1);
});

it("[R90] leaving a connected board by its logo leads home, Back and Forward too, and lets go of all that the board held", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  const { page } = amina;
  // which databases are open: a page that is left and keeps one holds it up for whoever needs it for itself
  await page.addInitScript(() => {
    const open = new Set<IDBDatabase>();
    const opening = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...asked) {
      const request = opening.apply(this, asked);
      request.addEventListener("success", () => open.add(request.result));
      return request;
    };
    const closing = IDBDatabase.prototype.close;
    IDBDatabase.prototype.close = function () {
      open.delete(this);
      closing.call(this);
    };
    Object.assign(globalThis, { namesOfOpen: () => Array.from(open, ({ name }) => name) });
  });
  const held = async (): Promise<readonly string[]> => {
    const databases = await page.evaluate<string[]>("namesOfOpen()");
    const locks = await page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name));
    return [...databases, ...(locks ?? [])].filter((name) => name?.startsWith("palabre")).map(String);
  };
  await page.goto(`${server.url}/`);
  await page.goto(board.links.participant);
  await page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Before leaving", { x: 500, y: 300 });
  await amina.saved();
  // what an earlier page had left is looked for once, too
  await until(async () => (await held()).length === 3, "the board's own to be held");
  const inTheList = page.getByRole("link", { name: /Expectations/ }).first();

  await page.getByRole("link", { name: "My boards" }).click();
  await inTheList.waitFor();
  await until(async () => (await held()).length === 0, "all to be let go");
  await page.goBack();
  await amina.card("Before leaving").waitFor();
  await writeCard(amina, "Back again", { x: 800, y: 300 });
  await amina.saved();
  await page.goForward();
  await inTheList.waitFor();
  await until(async () => (await held()).length === 0, "all to be let go again");
  expect(amina.complaints).toEqual([]);
});
