import type { OwnPaper } from "@palabre/shared/protocol";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { textsOf } from "../helpers/drafting.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { ideaBox, live, PHONE, phoneAddress, workshopOf, write } from "../helpers/phones.ts";
import { startServer, type ServerAddress } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

async function vote(server: ServerAddress) {
  const workshop = await workshopOf(server, []);
  const { asking, board } = workshop;
  for (const text of ["Benches", "Shade"])
    expect((await asking("POST", "ideas", { key: newCardId(), kind: "expectation", text })).status).toBe(201);
  return {
    ...workshop,
    open: async (question: string): Promise<string> => {
      const asked = { method: "dots", question, scope: { kind: "expectation" }, settings: { budget: 3 } };
      return ((await asking("POST", "ballots", asked)).body as { id: string }).id;
    },
    own: async ({ context }: Person, id: string): Promise<readonly number[]> => {
      const reply = await context.request.get(`${server.url}/api/boards/${board.id}/ballots/${id}/paper`);
      const paper = reply.ok() ? ((await reply.json()) as OwnPaper).paper : undefined;
      return paper?.method === "dots" ? Object.values(paper.dots) : [];
    },
  };
}
const press = ({ page }: Person, name: RegExp | string) => page.getByRole("button", { name }).click();
const waits = ({ page }: Person) => page.getByRole("main").getByText("Your paper leaves with the network.");
const onlyHere = ({ page }: Person) => page.getByText(/^This phone keeps nothing/);

it("[K14, K31] a paper that came too late is written still where its ballot opens again: nothing says that it is on its way, and one press hands it in", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, asking, open, own } = await vote(server);
  const bo = await browser.person(PHONE);
  const first = await open("First?");
  await open("Second?");
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  await bo.page.getByRole("heading", { name: "First?" }).waitFor();
  await bo.context.setOffline(true);
  await bo.page.locator('[data-line="lost"]').waitFor();
  await press(bo, /^One point more for .Benches/);
  await press(bo, "Hand in my paper");
  await waits(bo).waitFor();
  await bo.page.getByText("answered").waitFor({ state: "attached" });
  expect((await asking("POST", `ballots/${first}/close`, {})).status).toBeLessThan(300);
  await bo.context.setOffline(false);
  await bo.page.getByText("The ballot was closed before your paper arrived.").waitFor();
  expect((await asking("POST", `ballots/${first}/reopen`, {})).status).toBeLessThan(300);
  await press(bo, /^Ballot 1/);
  await bo.page.getByRole("heading", { name: "First?" }).waitFor();
  await bo.page.getByRole("button", { name: "Hand in my paper" }).waitFor();
  expect([await waits(bo).count(), await bo.page.getByText("answered").count()]).toEqual([0, 0]);
  expect(await own(bo, first)).toEqual([]);
  await press(bo, "Hand in my paper");
  await bo.page.locator("[data-receipt]").waitFor();
  expect(await own(bo, first)).toEqual([1]);
  expect(await bo.page.getByText("The ballot was closed before your paper arrived.").count()).toBe(0);
});

it("[K30] on a phone whose storage is full papers and ideas are kept by the page, which says so until they have arrived", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, open, own, peer } = await vote(server);
  const bo = await browser.person(PHONE);
  await bo.page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("the disk is full", "QuotaExceededError");
    };
  });
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  expect(await onlyHere(bo).count()).toBe(0);
  await bo.page.route("**/ideas", (route) => route.abort());
  await write(bo, "on a full phone");
  await onlyHere(bo).waitFor();
  await bo.page.unroute("**/ideas");
  await until(() => textsOf(peer).includes("on a full phone"), "the idea on the board");
  await onlyHere(bo).waitFor({ state: "detached" });
  const id = await open("First?");
  await bo.page.route("**/paper", (route) => (route.request().method() === "PUT" ? route.abort() : route.fallback()));
  await press(bo, /^One point more for .Benches/);
  await press(bo, "Hand in my paper");
  await waits(bo).waitFor();
  await onlyHere(bo).waitFor();
  await bo.page.unroute("**/paper");
  await bo.page.locator("[data-receipt]").waitFor();
  expect(await own(bo, id)).toEqual([1]);
  await onlyHere(bo).waitFor({ state: "detached" });
});

it("[O7] a phone whose storage never answers opens after a moment, and what is written on it arrives", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, peer } = await vote(server);
  const bo = await browser.person(PHONE);
  await bo.page.addInitScript(() => {
    // a request that nobody answers
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await bo.page.goto(phoneAddress(server, board));
  await bo.page.locator('[data-line="live"]').waitFor({ timeout: 8_000 });
  await bo.page.route("**/ideas", (route) => route.abort());
  await write(bo, "all the same");
  await onlyHere(bo).waitFor();
  expect(await ideaBox(bo).inputValue()).toBe("");
  await bo.page.unroute("**/ideas");
  await until(() => textsOf(peer).includes("all the same"), "the idea on the board");
});

it("[K46] of a change that came too late a phone says which paper counts, after a reload too", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, asking, open, own } = await vote(server);
  const bo = await browser.person(PHONE);
  const id = await open("First?");
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  await press(bo, /^One point more for .Benches/);
  await press(bo, "Hand in my paper");
  const receipt = await bo.page.locator("[data-receipt]").innerText();
  await press(bo, "Change my paper");
  await bo.context.setOffline(true);
  await bo.page.locator('[data-line="lost"]').waitFor();
  await press(bo, /^One point more for .Benches/);
  await press(bo, "Hand in this paper instead");
  await waits(bo).waitFor();
  expect((await asking("POST", `ballots/${id}/close`, {})).status).toBeLessThan(300);
  await bo.context.setOffline(false);
  const words = `The ballot was closed before your change arrived: the paper with the receipt ${receipt} counts.`;
  await bo.page.getByText(words).waitFor();
  await bo.page.reload();
  await bo.page.getByText(words).waitFor();
  expect(await own(bo, id)).toEqual([1]);
});
