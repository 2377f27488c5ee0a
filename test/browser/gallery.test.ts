import { expect, it } from "vitest";
import { readBoard, readWorkshop, type StateDoc } from "@palabre/shared/documents";
import { isTrashed } from "@palabre/shared/terms";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

it("[F83, F85] a template is read before a board is made of it, by keyboard: its goal, its length, its steps; then it opens with its agenda, its first frame in view", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { page, complaints, card } = await browser.person({ language: "fr" });
  await page.goto(server.url);
  const gallery = page.getByRole("region", { name: "Partir d’un modèle" });
  const tile = gallery.getByRole("button", { name: /^Comment allons-nous/ });
  await tile.waitFor();
  await expect.poll(() => gallery.getByRole("listitem").count()).toBe(10);
  await expect.poll(() => tile.textContent()).toContain("45 min · 5 à 40 personnes · 7 étapes");

  await tile.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Comment allons-nous/ });
  await dialog.waitFor();
  const steps = dialog.getByRole("listitem");
  await expect.poll(() => steps.count()).toBe(7);
  await expect.poll(() => steps.nth(2).textContent()).toMatch(/Noter.*6 min.*Votre bulletin est secret.*vote : notes/s);
  // Esc leads back to where one was, and nothing was made
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => tile.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press("Enter");
  const title = dialog.getByRole("textbox", { name: "Titre" });
  await title.fill("Notre pouls d’automne");
  await title.press("Enter");
  await page.getByRole("heading", { name: "Notre pouls d’automne" }).waitFor();
  await card("Convergence des intérêts").waitFor();
  // what is meant by a factor shows on its card, as long as there is no figure in its place
  await card("Observateurs").getByText("Qui regarde sans écrire est le bienvenu.").waitFor();
  const frame = page.getByText("Pour commencer", { exact: true }).first();
  expect((await frame.boundingBox())?.x).toBeGreaterThan(50);
  const { pathname, hash } = new URL(page.url());
  expect(hash).toBe("");
  const id = pathname.split("/").at(-1) ?? "";
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const facts = await fetch(`${server.url}/api/boards/${id}`, { headers: { cookie } });
  expect(await facts.json()).toMatchObject({ title: "Notre pouls d’automne", role: "facilitator", language: "fr" });
  expect(complaints).toEqual([]);
});

it("[F83] when the gallery can't be fetched, boards are still there, and it says how to try again", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { page } = await browser.person();
  await page.route("**/Gallery-*.js", (route) => route.abort());
  await page.goto(server.url);
  await page.getByText("Templates could not be fetched").waitFor();
  await page.getByRole("heading", { name: "My boards" }).waitFor();
  await page.unroute("**/Gallery-*.js");
  await page.getByRole("region", { name: "Start from a template" }).getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: /^Factors of cooperation/ }).waitFor();
});

it("[F83] on a phone, in English, a template's steps are read and its board is made by a touch", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { page, complaints } = await browser.person({ size: [390, 844], touch: true });
  await page.goto(server.url);
  await page.getByRole("button", { name: /^Effects of the collective/ }).tap();
  const dialog = page.getByRole("dialog", { name: "Effects of the collective" });
  await dialog.getByText("Write in silence").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await dialog.getByRole("button", { name: "Create the board" }).tap();
  await page.getByText("What does the collective change?").first().waitFor();
  expect(complaints).toEqual([]);
});

it("[B146] a facilitator begins an empty board with a template, by keyboard: cards for everybody, steps, and one press takes both back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, { title: "Automne", language: "fr" });
  const { session } = await board.join("facilitator", "Robot");
  const [drawn, led] = [
    connect(server, board.id, session, "board"),
    connect(server, board.id, session, "workshop"),
  ] as const;
  await synced(drawn);
  await synced(led);
  // `workshop` opens as a state document
  const steps = () => readWorkshop(led.doc as StateDoc).agenda.phases;
  const cards = () => [...readBoard(drawn.doc).cards.values()].filter((card) => !isTrashed(card));
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person({ theme: "dark" })];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  await bo.page.getByRole("button", { name: "Paste a list" }).waitFor();
  expect(await bo.page.getByRole("button", { name: "Start from a template" }).count()).toBe(0);

  const begin = awa.page.getByRole("button", { name: "Partir d’un modèle" });
  await begin.focus();
  await awa.page.keyboard.press("Enter");
  const dialog = awa.page.getByRole("dialog", { name: "Partir d’un modèle" });
  await dialog.getByText("Ses cartes viennent sur le tableau, ses étapes dans le déroulé.").waitFor();
  await picture(awa, "empty-board-templates");
  await dialog.getByRole("button", { name: /^Comment allons-nous.*7 étapes/ }).focus();
  await awa.page.keyboard.press("Enter");
  await bo.card("Convergence des intérêts").waitFor();
  await awa.page
    .getByText(/^«.Comment allons-nous.*sur le tableau$/)
    .first()
    .waitFor();
  await until(() => steps().length === 7, "the steps of the template");
  const frames = new Set(cards().flatMap(({ id, kind }) => (kind === "frame" ? [id] : [])));
  expect(steps().every(({ look }) => look !== undefined && frames.has(look))).toBe(true);
  expect(
    cards().filter(({ attributes: { frame } }) => frame !== undefined && frames.has(frame)).length,
  ).toBeGreaterThan(3);
  // the keyboard goes on at what came
  await expect.poll(() => awa.page.evaluate(() => document.activeElement?.hasAttribute("data-card"))).toBe(true);

  await awa.page.getByRole("button", { name: "Annuler" }).last().click();
  await bo.card("Convergence des intérêts").waitFor({ state: "detached" });
  await until(() => cards().length === 0 && steps().length === 0, "the board as it was");
  for (const { complaints } of [awa, bo]) expect(complaints).toEqual([]);
});
