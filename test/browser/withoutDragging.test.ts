import { readBoard } from "@palabre/shared/documents";
import { sizeOf, type Card, type CardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openDrawn, type DrawnCard } from "../helpers/mapBoard.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { findings } from "../helpers/findings.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const CARDS: readonly DrawnCard[] = [
  ["Evening hours", "factor"],
  ["Volunteers", "factor"],
  ["Trust", "expectation"],
  ["First steps", "frame"],
];

async function openMap(cards: readonly DrawnCard[] = CARDS) {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker: program } = await openDrawn(server, cards, [], "Which repair café?");
  const card = (title: string): Card =>
    [...readBoard(program.doc).cards.values()].find(({ text }) => text === title) ?? expect.fail(`no card ${title}`);
  const links = () =>
    [...readBoard(program.doc).links.values()].filter((link) => link.attributes.trashedAt === undefined);
  const frameOf = (title: string): CardId | undefined => card(title).attributes.frame;
  return { link: board.links.participant, card, links, frameOf };
}

/** Somebody at the map, once all that arranges is there. */
async function atMap(link: string): Promise<Person> {
  const amina = await browser.person();
  await amina.page.goto(link);
  await amina.card("Trust").waitFor();
  await amina.page.locator("[data-arranging]").waitFor({ state: "attached" });
  return amina;
}

/** Chooses cards by clicks alone, then a line of the menu of the last one. */
async function fromMenu({ page, card }: Person, titles: readonly string[], line: string): Promise<void> {
  const at = { x: 60, y: 14 };
  for (const [i, title] of titles.entries())
    await card(title).click({ position: at, ...(i === 0 ? {} : { modifiers: ["Shift"] }) });
  await card(titles.at(-1) ?? "").click({ position: at, button: "right" });
  await page.getByRole("menuitem", { name: line }).click();
}

it("[B90] cards go to free places of a frame that is named, several in one step, and out of it again", async () => {
  const { link, card, frameOf } = await openMap();
  const amina = await atMap(link);
  const { page } = amina;
  const before = [card("Evening hours").position, card("Volunteers").position];

  await fromMenu(amina, ["Evening hours", "Volunteers"], "Move to a frame…");
  const dialog = page.getByRole("dialog", { name: "Move to a frame…" });
  await dialog.waitFor();
  expect(await findings(page)).toEqual([]);
  await picture(amina, "move-to-frame");
  await dialog.getByRole("option", { name: "First steps" }).click();
  await until(() => frameOf("Volunteers") === card("First steps").id, "both in the frame");
  await page.getByText("2 cards now lie in “First steps”.").first().waitFor({ state: "attached" });
  const [first, second] = [card("Evening hours"), card("Volunteers")];
  const isApart = (one: Card, other: Card) =>
    one.position[0] + sizeOf(one)[0] <= other.position[0] || one.position[1] + sizeOf(one)[1] <= other.position[1];
  expect(isApart(first, second)).toBe(true);
  expect(frameOf("Evening hours")).toBe(card("First steps").id);

  await fromMenu(amina, ["Volunteers"], "Move to a frame…");
  await dialog.getByRole("option", { name: "In no frame" }).click();
  await until(() => frameOf("Volunteers") === undefined, "one out of it");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await until(() => frameOf("Volunteers") !== undefined, "it in the frame again");

  // one step of undo for both, by its button
  await page.getByRole("button", { name: "Undo" }).first().click();
  await until(() => frameOf("Evening hours") === undefined, "both back");
  expect([card("Evening hours").position, card("Volunteers").position]).toEqual(before);
  expect(amina.complaints).toEqual([]);
});

it("[B91] a card is moved and sized by buttons that stay, step by step, and it is said where it came to lie", async () => {
  const { link, card } = await openMap();
  const amina = await atMap(link);
  const { page } = amina;
  const [x, y] = card("Evening hours").position;
  const [width, height] = sizeOf(card("Evening hours"));

  await amina.card("Evening hours").click({ position: { x: 60, y: 14 } });
  await page.getByRole("button", { name: "Move and resize step by step" }).click();
  const bar = page.getByRole("toolbar", { name: "Move and resize 1 card" });
  await bar.waitFor();
  await picture(amina, "place-bar");
  expect(await findings(page, "'[role=toolbar]'")).toEqual([]);
  for (const name of ["Move to the left", "Move to the left", "Move down"])
    await bar.getByRole("button", { name }).click();
  await until(() => card("Evening hours").position[1] === y + 24, "the card where it was brought");
  expect(card("Evening hours").position).toEqual([x - 48, y + 24]);
  await page.getByText("“Evening hours” moved, next to “Volunteers”").first().waitFor({ state: "attached" });
  for (const name of ["Taller", "Lower", "Wider"]) await bar.getByRole("button", { name, exact: true }).click();
  await until(() => sizeOf(card("Evening hours"))[0] === width + 24, "a wider card");
  expect(sizeOf(card("Evening hours"))).toEqual([width + 24, height]);
  await bar.getByRole("button", { name: "Done" }).click();
  await page.getByRole("toolbar", { name: "Chosen card" }).waitFor();
  await expect
    .poll(() => amina.card("Evening hours").evaluate((element) => element.contains(document.activeElement)))
    .toBe(true);
  expect(amina.complaints).toEqual([]);
});

it("[B92] a card is linked with one that is named in a list, and the link stands chosen for its sign", async () => {
  // so many that they are looked for by a part of their name
  const others = ["Équipe d’accueil", "Tools", "Rooms", "Keys", "Flyers", "Money", "Night"];
  const { link, card, links } = await openMap([...CARDS, ...others.map((title): DrawnCard => [title, "factor"])]);
  const amina = await atMap(link);
  const { page } = amina;
  await fromMenu(amina, ["Volunteers"], "Link to…");
  const dialog = page.getByRole("dialog", { name: "Link to…" });
  await dialog.getByRole("textbox").pressSequentially("equipe");
  await until(
    async () => (await dialog.getByRole("option").count()) === 1,
    "the one that holds it, by its letters without accents",
  );
  await picture(amina, "link-to");
  await dialog.getByRole("option", { name: "Équipe d’accueil" }).click();
  await page.getByRole("toolbar", { name: "Chosen link" }).getByRole("button", { name: "Hinders" }).click();
  await until(() => links()[0]?.polarity === "-", "a link that hinders");
  expect(links().map(({ from, to }) => [from, to])).toEqual([[card("Volunteers").id, card("Équipe d’accueil").id]]);
  expect(amina.complaints).toEqual([]);
});
