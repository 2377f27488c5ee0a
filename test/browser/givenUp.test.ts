import { applyEdits, readBoard } from "@palabre/shared/documents";
import type { CardId, LinkId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openDrawn, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const CARDS: readonly DrawnCard[] = [
  ["Evening hours", "factor"],
  ["Volunteers", "factor"],
  ["Spare parts", "strategy"],
  ["Trust", "expectation"],
];

/** Four cards in a row, read along and changed by a program, and people who see all of them. */
async function openRow(links: readonly DrawnLink[] = []) {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker: robot, ids } = await openDrawn(server, CARDS, links, "Which repair café?");
  const come = async (): Promise<Person> => {
    const person = await browser.person();
    await person.page.goto(board.links.participant);
    await person.card("Trust").waitFor();
    await person.page.locator("[data-arranging]").waitFor({ state: "attached" });
    // without a panel there is room for the whole row
    await person.card("Evening hours").click({ position: { x: 8, y: 8 } });
    await person.page.getByRole("button", { name: "Close the panel" }).click();
    await person.page.keyboard.press("Escape");
    await person.page.keyboard.press("Shift+Digit1");
    await until(async () => (await chosen(person)).length === 0, "nothing to be chosen");
    return person;
  };
  const cards = () => readBoard(robot.doc).cards;
  const trash = (...things: readonly (CardId | LinkId)[]) =>
    applyEdits(robot.doc, [{ type: "trash", things, at: Date.now() }]);
  const [a, b, c, d] = ids as [CardId, CardId, CardId, CardId];
  return { robot, come, cards, trash, a, b, c, d };
}
const nodeOf = ({ page }: Person, id: CardId) => page.locator(`.react-flow__node[data-id="${id}"]`);
const chosen = ({ page }: Person): Promise<string[]> =>
  page.locator(".react-flow__node.selected").evaluateAll((nodes) => nodes.map((node) => node.dataset["id"] ?? ""));
const choose = async ({ page }: Person, ...ids: readonly CardId[]) => {
  for (const [at, id] of ids.entries())
    await page
      .locator(`[data-card="${id}"]`)
      .click({ position: { x: 8, y: 8 }, ...(at === 0 ? {} : { modifiers: ["Shift"] }) });
};

it("[B98] who types in a card that somebody puts in the trash is told in view, brings it back, and does nothing to the board meanwhile", async () => {
  const { come, cards, a } = await openRow();
  const [amina, yann] = [await come(), await come()];
  await nodeOf(amina, a).dblclick();
  const field = amina.page.getByRole("textbox", { name: "Text of the card" });
  await field.press("End");
  const words = ", no lag: gone long";
  const view = await amina.page.locator(".react-flow__viewport").getAttribute("style");
  // her fingers do not stop for what happens on the screen
  const typing = (async () => {
    for (let i = 0; i < 6; i += 1) {
      await amina.page.keyboard.type(words, { delay: 8 });
      for (const key of ["Enter", "Backspace", "Delete"]) await amina.page.keyboard.press(key);
    }
  })();
  await until(() => cards().get(a)!.text.includes("lag"), "some words to have come");
  await choose(yann, a);
  await yann.page.keyboard.press("Delete");
  const toast = amina.page.locator("[data-toasts]").getByText(/^“Evening hours.*” was deleted\./);
  await toast.waitFor();
  await typing;
  expect(cards().size).toBe(CARDS.length);
  expect([...cards().values()].filter(({ attributes }) => attributes.trashedAt !== undefined)).toHaveLength(1);
  expect(await amina.page.getByRole("button", { name: "Choose", exact: true }).getAttribute("aria-pressed")).toBe(
    "true",
  );
  expect(await amina.page.locator(".react-flow__viewport").getAttribute("style")).toBe(view);
  expect(await amina.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);

  await amina.page.getByRole("button", { name: "Bring back" }).click();
  await until(() => cards().get(a)!.attributes.trashedAt === undefined, "the card to be back");
  expect(cards().get(a)!.text).toMatch(/^Evening hours, no lag/);
  for (const person of [amina, yann]) await person.card("Evening hours, no lag").waitFor();
  expect(await chosen(amina)).toEqual([a]);
  expect(amina.complaints).toEqual([]);
});

it("[B98] who labels a link that goes is told in view, and brings it back with its label", async () => {
  const { robot, come, cards, trash, a } = await openRow([[0, 1, "+2"]]);
  const [link] = readBoard(robot.doc).links.values();
  const linkNow = () => readBoard(robot.doc).links.get(link!.id);
  const amina = await come();
  const { page } = amina;
  // a link goes by itself, or with a card at its end
  for (const [things, words] of [
    [[link!.id], "no rush"],
    [[a], "long"],
  ] as const) {
    const { x, y } = await middleOf(page.locator(`#link-${link!.id} circle`).first());
    await page.mouse.dblclick(x, y);
    await page.getByRole("textbox", { name: "Label" }).fill(words);
    const typing = page.keyboard.type(", no long lag".repeat(4), { delay: 20 });
    trash(...things);
    await page.locator("[data-toasts]").getByText("The link whose label you were writing was deleted.").waitFor();
    await typing;
    await page.keyboard.press("Enter");
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(cards().size).toBe(CARDS.length);
    await page.getByRole("button", { name: "Bring back" }).click();
    await page.getByRole("toolbar", { name: "Chosen link" }).waitFor();
    await until(() => linkNow()?.label.startsWith(words), "the link with its label");
    expect([linkNow()?.attributes.trashedAt, cards().get(a)!.attributes.trashedAt]).toEqual([undefined, undefined]);
    await page.keyboard.press("Escape");
  }
  expect(amina.complaints).toEqual([]);
});
