import type { OwnPaper } from "@palabre/shared/protocol";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, openBoard } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { ideaBox, line, live, PHONE, phoneAddress, write } from "../helpers/phones.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const dotsOf = (own: OwnPaper | undefined): readonly number[] =>
  own?.paper.method === "dots" ? Object.values(own.paper.dots) : [];

it("[K22] a phone shows what it keeps while the server's store is away, and comes in by itself once it is back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const bo = await browser.person(PHONE);
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  const away = { type: "about:blank", title: "away", status: 503, code: "store-failed" };
  await bo.page.route(/\/(pocket|ideas)$/, (route) => route.fulfill({ status: 503, json: away }));
  await write(bo, "kept meanwhile");
  await line(bo).getByText("1 thing is on its way").waitFor();
  await bo.page.reload();
  await bo.page.getByRole("alert").waitFor();
  await bo.page.getByText("kept meanwhile").waitFor();
  await bo.page.unroute(/\/(pocket|ideas)$/);
  await live(bo);
  await line(bo)
    .getByText(/^Connected, saved/)
    .waitFor();
});

it("[K21, K23] two pages of a phone hand in one paper, the one that was chosen last, and both show its receipt", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const asking = (path: string, body: unknown) =>
    ask(server, "POST", `/api/boards/${board.id}/${path}`, { body, session });
  for (const text of ["Benches", "Shade"]) await asking("ideas", { key: newCardId(), kind: "expectation", text });
  const bo = await browser.person(PHONE);
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  const asked = { method: "dots", question: "First?", scope: { kind: "expectation" }, settings: { budget: 3 } };
  const { id } = (await asking("ballots", asked)).body as { id: string };
  const own = async (): Promise<OwnPaper | undefined> => {
    const reply = await bo.context.request.get(`${server.url}/api/boards/${board.id}/ballots/${id}/paper`);
    return reply.ok() ? ((await reply.json()) as OwnPaper) : undefined;
  };
  const point = (what: RegExp) => bo.page.getByRole("button", { name: what }).click();
  // nothing that this page hands in arrives
  await bo.page.route("**/paper", (route) => (route.request().method() === "PUT" ? route.abort() : route.fallback()));
  await point(/^One point more for .Benches/);
  await point(/^Hand in/);
  await bo.page.getByText("Your paper leaves with the network.").waitFor();
  const other = await bo.context.newPage();
  await other.goto(bo.page.url());
  const receipts = () => Promise.all([bo.page, other].map((page) => page.locator("[data-receipt]").allTextContents()));
  const isShown = async (): Promise<boolean> => {
    const { receipt = "none" } = (await own()) ?? {};
    return (await receipts()).every(([shown]) => shown === receipt);
  };
  await until(isShown, "the receipt on both pages", 20_000);
  expect(dotsOf(await own())).toEqual([1]);
  await bo.page.getByRole("button", { name: "Change my paper" }).click();
  await point(/^One point more for .Benches/);
  await point(/^Hand in/);
  await bo.page.getByText("Your paper leaves with the network.").waitFor();
  await other.evaluate(() => dispatchEvent(new Event("online")));
  await until(async () => dotsOf(await own()).includes(2), "the paper as it is now");
  await until(isShown, "its receipt on both pages", 20_000);
  // heard of before the line is there: no empty form stands in its place
  await other.route("**/events", (route) => route.abort());
  await other.reload();
  await other.locator('[data-line="lost"]').waitFor();
  await until(isShown, "its receipt after a reload");
});

it("[K24, R42] when a board is removed from the device, what its phone page has still to send, or was begun there, goes too, and nothing of another board", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const [left, kept] = [await openBoard(server), await openBoard(server)];
  const bo = await browser.person(PHONE);
  await bo.page.route("**/ideas", (route) => route.abort());
  for (const board of [left, kept]) {
    await bo.page.goto(phoneAddress(server, board));
    await live(bo);
    await write(bo, "a private thought");
    await line(bo).getByText("1 thing is on its way").waitFor();
    await ideaBox(bo).fill("another one, begun");
  }
  const begun = () =>
    bo.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("palabre.pocket")));
  const waiting = () =>
    bo.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open("palabre-pocket");
          opening.addEventListener("success", () => {
            const all = opening.result.transaction("waiting").objectStore("waiting").getAll();
            all.addEventListener("success", () => resolve(all.result.map(({ board }: { board: string }) => board)));
          });
        }),
    );
  expect((await waiting()).toSorted()).toEqual([left.id, kept.id].toSorted());
  expect(await begun()).toHaveLength(2);
  await bo.page.goto(`${server.url}/`);
  const tile = bo.page.getByRole("listitem").filter({ has: bo.page.locator(`a[href*="${left.id}"]`) });
  await tile.getByRole("button", { name: /^More about/ }).click();
  await bo.page.getByRole("menuitem", { name: "Remove from this device" }).click();
  await until(async () => !(await waiting()).includes(left.id), "what waited to be gone", 20_000);
  expect(await waiting()).toEqual([kept.id]);
  expect((await begun()).map((key) => key.endsWith(kept.id))).toEqual([true]);
});
