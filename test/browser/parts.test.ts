import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { beginDrafting, silentPhase } from "../helpers/drafting.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

it("[O4] what a built module imports stands at its head, where it is looked for", async () => {
  const assets = join(BUILT_CLIENT, "assets");
  const imported = (text: string) => [...text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)].length;
  let count = 0;
  for (const name of (await readdir(assets)).filter((file) => file.endsWith(".js"))) {
    const text = await readFile(join(assets, name), "utf8");
    expect(imported(text), name).toBe(imported(text.slice(0, 16_384)));
    count += imported(text);
  }
  expect(count).toBeGreaterThan(100);
});

it("[O4] a part of the page that could not be fetched is there, with its looks and its words, once the server is back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { page } = await browser.person();
  let isAway = true;
  const lost = { js: 0, css: 0 };
  await page.route(/\/assets\/analyse[^/]*\.(?:js|css)/, (route) => {
    if (!isAway) return route.continue();
    lost[route.request().url().endsWith(".css") ? "css" : "js"] += 1;
    return route.abort("connectionrefused");
  });
  await page.goto(board.links.participant);
  await page.getByText("Nothing under the tree yet").waitFor();
  const notebook = page.getByRole("navigation", { name: "Notebook" });
  await notebook.getByRole("button", { name: "Analyse" }).click();
  await until(() => lost.js > 0 && lost.css > 0, "the panel could not be fetched");
  // what is on the screen goes on meanwhile
  await page.mouse.dblclick(500, 300);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Meanwhile");
  await page.keyboard.press("Escape");
  isAway = false;
  const panel = page.locator("[data-panel=analyse]");
  await panel.getByRole("heading").first().waitFor();
  const files = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].map(({ href, sheet }) => ({
      name: /(\w+)-[^/]*$/.exec(href)?.[1],
      isRead: sheet !== null,
    })),
  );
  expect(files.filter(({ name }) => name === "analyse")).toEqual([{ name: "analyse", isRead: true }]);
  expect(files.filter(({ isRead }) => !isRead)).toEqual([]);
});

it("[O10] a part that the server has in another build only asks for a reload, on a board and at home", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { page } = await browser.person();
  const banner = page.locator("[data-banner=updated]");
  const gone = async (files: RegExp) => {
    await page.route(files, (route) => route.fulfill({ status: 404, body: "nothing at this address" }));
  };
  // what a worker keeps, no route can take away
  await page.route("**/serviceWorker.js", (route) => route.fulfill({ status: 404 }));
  await gone(/\/assets\/analyse[^/]*\.js/);
  await page.goto(board.links.participant);
  await page.getByText("Nothing under the tree yet").waitFor();
  const analyse = page.getByRole("navigation", { name: "Notebook" }).getByRole("button", { name: "Analyse" });
  await analyse.click();
  await banner.getByText(/^Palabre was updated/).waitFor();
  await page.unroute(/\/assets\/analyse[^/]*\.js/);
  await banner.getByRole("button", { name: "Reload" }).click();
  await page.getByText("Nothing under the tree yet").waitFor();
  await analyse.click();
  await page.locator("[data-panel=analyse]").getByRole("heading").first().waitFor();
  expect(await banner.count()).toBe(0);

  await gone(/\/assets\/Gallery[^/]*\.js/);
  await page.goto(`${server.url}/`);
  await banner.getByText(/^Palabre was updated/).waitFor();
});

it("[O4] silent writing is promised once it is there: not while its part can't be fetched", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board } = await beginDrafting(server, silentPhase({}));
  const { page, card } = await browser.person();
  let isAway = true;
  let lost = 0;
  await page.route(/\/assets\/openDrafting[^/]*\.js/, (route) => {
    if (!isAway) return route.continue();
    lost += 1;
    return route.abort("connectionrefused");
  });
  await page.goto(board.links.participant);
  const banner = page.locator("[data-banner=drafts]");
  await banner.getByText("Silent writing: your own page is on its way…").waitFor();
  await until(() => lost > 1, "it is asked for again");
  isAway = false;
  await banner.getByText("Silent writing: only you see your cards.").waitFor();
  await page.mouse.dblclick(500, 400);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Mine");
  await page.keyboard.press("Escape");
  await card("Mine").getByText("Only you see this").waitFor();
});

it("[O4] a dialog that is open keeps the keyboard while other parts of the page arrive", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { page } = await browser.person();
  const [line, notices] = [hold(), hold()];
  await page.routeWebSocket(/./, async (socket) => {
    await line.isOver;
    socket.connectToServer();
  });
  await page.route(/\/assets\/notices-[^/]*\.js/, async (route) => {
    await notices.isOver;
    await route.continue();
  });
  await page.goto(board.links.facilitator);
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite" });
  await dialog.getByRole("textbox", { name: "Link for the role viewer" }).waitFor();
  line.end();
  await page.getByText("Nothing under the tree yet").waitFor();
  await expect.poll(() => dialog.isVisible()).toBe(true);
  const arrived = page.waitForResponse(/\/assets\/notices-[^/]*\.js/);
  notices.end();
  await arrived;
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

it("[O4] a menu whose items are still on their way opens once they are there", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { page } = await browser.person();
  const bars = hold();
  await page.route(/\/assets\/bars-[^/]*\.js/, async (route) => {
    await bars.isOver;
    await route.continue();
  });
  await page.goto(board.links.participant);
  await page.getByRole("button", { name: "More" }).click();
  bars.end();
  await page.getByRole("menu", { name: "More" }).getByRole("menuitem", { name: "My boards" }).waitFor();
});

/** What waits until the test goes on. */
function hold(): { readonly isOver: Promise<void>; end(): void } {
  let end: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => (end = resolve));
  return { isOver, end };
}
