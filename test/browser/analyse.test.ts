import { mkdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { drawMap, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
/** where to look at what was seen, for who wants to: nothing is kept otherwise */
const pictures = process.env["PICTURES"];
async function picture({ page }: Person, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

const CARDS: readonly DrawnCard[] = [
  ["Bénévoles", "factor"],
  ["Attente au comptoir", "factor"],
  ["Confiance", "factor"],
  ["Soutien de la mairie", "factor"],
  ["Ouvrir deux soirées par mois", "strategy"],
  ["Des rendez-vous le soir", "expectation"],
];
const LINKS: readonly DrawnLink[] = [
  [0, 1, "-3"],
  [1, 2, "-2"],
  [2, 0, "+2d"],
  [2, 1, "+1"],
  [3, 0, "+1"],
  [3, 2, "+2"],
  [4, 5, "+3"],
  [4, 0, "-1"],
];

async function openMap() {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Quel repair-café pour 2027 ?");
  const maker = connect(server, board.id, (await board.join("facilitator", "Zoé")).session, "board");
  await synced(maker);
  drawMap(maker.doc, CARDS, LINKS);
  await saved(maker, 1);
  return { server, board, maker };
}
const openPanel = ({ page }: Person) => page.getByRole("button", { name: /^(Analyse|Analysis)$/ }).click();
const dimmed = ({ page }: Person) => page.locator(".react-flow__node.dim").count();
/** the cards that stay, once some step back; those out of sight are not drawn */
const lit = async (person: Person) =>
  (await dimmed(person)) > 0 ? person.page.locator(".react-flow__node:not(.dim)").count() : 0;

it("[P30, P33] two people read quadrants and loops in words, and a facilitator lights a loop on the other's canvas", async () => {
  const { board } = await openMap();
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person({ theme: "dark" })];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  await bo.card("Bénévoles").waitFor();
  await openPanel(awa);
  await openPanel(bo);

  // the places of the four factors, in words and as points to press
  await awa.page.getByText("à jour, 6 cartes, 8 liens").waitFor();
  await bo.page.getByText("up to date, 6 cards, 8 links").waitFor();
  await awa.page.getByRole("button", { name: /^Bénévoles\s: / }).waitFor();
  await awa.page.getByText("à soigner en premier").waitFor();
  await bo.page.getByText("to be tended first").waitFor();
  await picture(awa, "analyse-fr");

  // the plane by the keyboard alone: one stop, arrows from point to point, Enter chooses the card
  await awa.page.getByRole("radio", { name: "Indirecte" }).focus();
  await awa.page.keyboard.press("Tab");
  const point = () => awa.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  const first = await point();
  await awa.page.keyboard.press("ArrowDown");
  expect(await point()).not.toBe(first);
  await awa.page.keyboard.press("ArrowUp");
  expect(await point()).toBe(first);
  await awa.page.keyboard.press("Enter");
  const title = first.split(/\s:/)[0] ?? "";
  await until(
    () => awa.card(title).evaluate((card) => card.closest(".react-flow__node")?.classList.contains("selected")),
    "the card of the point is chosen",
  );

  // two loops, each told all the way round in the language of who reads
  const circle = awa.page.getByRole("button", { name: /^Le cercle/ });
  await circle.waitFor();
  expect(await circle.innerText()).toContain(
    "Plus « Bénévoles » monte, plus « Attente au comptoir » baisse ; plus « Attente au comptoir » baisse, plus « Confiance » monte ; et plus « Confiance » monte, plus « Bénévoles » monte avec un délai : cela se renforce.",
  );
  expect(await bo.page.getByRole("button", { name: /brake/ }).innerText()).toContain("this holds itself back");

  // a participant lights a loop for themselves
  await bo.page.getByRole("button", { name: /brake/ }).click();
  await until(async () => (await lit(bo)) === 2, "all but two cards step back on the participant's canvas");
  await bo.page
    .locator("[data-spotlight]")
    .getByText(/^A loop is lit on your screen: The “.+” – “.+” brake\.$/)
    .waitFor();
  expect(await dimmed(awa)).toBe(0);
  await bo.page.keyboard.press("Escape");
  await until(async () => (await dimmed(bo)) === 0, "all is back");

  // a facilitator lights it for everybody
  await circle.click();
  await until(async () => (await lit(bo)) === 3, "all but three cards step back on the other's canvas");
  await bo.page
    .locator("[data-spotlight]")
    .getByText(/^A loop is shown to everybody: The “.+” – “.+” circle\.$/)
    .waitFor();
  await awa.page
    .locator("[data-spotlight]")
    .getByText(/^Une boucle est montrée à tous/)
    .waitFor();
  await expect.poll(() => circle.getAttribute("aria-pressed")).toBe("true");
  await picture(awa, "lit-fr");
  await picture(bo, "lit-en-dark");
  await bo.page.keyboard.press("Escape");
  await until(async () => (await dimmed(bo)) === 0, "the other is back at their own view");
  expect(await lit(awa)).toBe(3);
  await circle.click();
  await until(async () => (await dimmed(awa)) === 0, "the light is ended");

  // the panel that is open follows the language, and so does one that was not fetched in it before
  await awa.page.getByRole("button", { name: "Plus", exact: true }).click();
  await awa.page.getByRole("menuitem", { name: "English" }).click();
  await awa.page.getByText("up to date, 6 cards, 8 links").waitFor();
  await awa.page.getByRole("button", { name: /^The .+ circle/ }).waitFor();
  await awa.page.getByRole("button", { name: "History" }).click();
  await awa.page.getByRole("button", { name: /^Keep a version/ }).waitFor();
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});
