import { applyEdits, readBoard, type Edit } from "@palabre/shared/documents";
import { isTrashed, newCardId, newCommentId, newLinkId, type Pair } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** A board with two factors, the first with a comment, and a facilitator who came to it. */
async function openTwo(size: readonly [number, number] = [1440, 900], touch = false) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person: by } = await board.join("participant", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const ids = [newCardId(), newCardId()] as const;
  const laid: readonly [string, Pair][] = [
    ["Tools", [0, 0]],
    ["Trust", [420, 0]],
  ];
  const edits = laid.map(([text, position], i): Edit => ({
    type: "addCard",
    id: ids[i] ?? newCardId(),
    kind: "factor",
    position,
    text,
    by,
    at: i + 1,
  }));
  edits.push({ type: "addComment", id: newCommentId(), on: ids[0], by, at: 3, text: "Since when?" });
  applyEdits(program.doc, edits);
  await saved(program, 1);
  const cards = () => [...readBoard(program.doc).cards.values()].filter((card) => !isTrashed(card));
  const amina = await browser.person({ size, touch });
  await amina.page.goto(board.links.facilitator);
  await amina.card("Trust").waitFor();
  return { amina, page: amina.page, program, by, cards, ids };
}
const isAt = ({ page }: Person, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.closest(wanted) !== null, selector, { timeout: 5_000 });
const isOnBoard = (person: Person) => isAt(person, "#canvas");
/** By the first link of the page, and Tab. */
async function tabToCard({ page }: Person): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>(".skip")?.focus());
  await page.keyboard.press("Enter");
  const ring = page.locator("[data-card]:focus-visible");
  // past the slip with one's name, when it is there already
  for (let step = 0; step < 4 && (await ring.count()) === 0; step += 1) await page.keyboard.press("Tab");
  await ring.waitFor();
}
const chosen = ({ page }: Person, name: string) => page.getByRole("toolbar", { name }).waitFor();

it("[B120] Space chooses the card that has the keyboard and lets it go, and ends a link", async () => {
  const { amina, page } = await openTwo();
  await tabToCard(amina);
  await page.keyboard.press("Space");
  await chosen(amina, "Chosen card");
  await page.keyboard.press("Space");
  await page.getByRole("toolbar", { name: "Chosen card" }).waitFor({ state: "detached" });
  await page.keyboard.press("a");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByRole("img", { name: "Tools helps Trust" }).waitFor({ state: "attached" });
  expect(amina.complaints).toEqual([]);
});

it("[B121] with nothing chosen, the keys that move, copy, double and delete take the card that has the ring", async () => {
  const { amina, page, cards } = await openTwo();
  const places = () => cards().map(({ position: [x] }) => x);
  await tabToCard(amina);
  await page.keyboard.press("ArrowRight");
  await until(() => places().some((x) => x === 8 || x === 428), "it has moved");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+d");
  await until(() => cards().length === 3, "it is doubled");
  await page.keyboard.press("Control+z");
  await until(() => cards().length === 2, "taken back");
  await page.keyboard.press("Escape");
  await tabToCard(amina);
  await page.keyboard.press("Delete");
  await until(() => cards().length === 1, "it is deleted");
  expect(amina.complaints).toEqual([]);
});

it("[E15] what goes away by its own press hands the keyboard on: panels, the find bar, the name, the title, a toast", async () => {
  const { amina, page } = await openTwo();
  const { keyboard } = page;
  // the slip with one's name
  await page.getByRole("complementary", { name: "Your name" }).getByRole("button", { name: "Close" }).focus();
  await keyboard.press("Enter");
  await isOnBoard(amina);
  // the find bar, with nothing typed, with nothing found, and by its cross
  for (const typed of ["", "zzz"]) {
    await keyboard.press("Control+f");
    await isAt(amina, "search input");
    if (typed !== "") await keyboard.type(typed);
    await keyboard.press("Escape");
    await isOnBoard(amina);
  }
  await keyboard.press("Control+f");
  await page.locator("search").getByRole("button", { name: "Close" }).focus();
  await keyboard.press("Enter");
  await isOnBoard(amina);
  // the title
  await page.getByRole("button", { name: /^Rename the board/ }).focus();
  await keyboard.press("Enter");
  await isAt(amina, "input");
  await keyboard.press("Escape");
  await isAt(amina, "h1 button");
  // a panel, by its button
  await amina.card("Tools").click();
  await page.getByRole("button", { name: "Close the panel" }).focus();
  await keyboard.press("Enter");
  await isOnBoard(amina);
  // all cards are deleted, brought back by the toast, deleted again
  await keyboard.press("Escape");
  await tabToCard(amina);
  await keyboard.press("Control+a");
  await keyboard.press("Delete");
  await page.getByText("Nothing under the tree yet").waitFor();
  await isOnBoard(amina);
  await page.locator("[data-toasts] button").first().waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate(() => document.activeElement?.closest("[data-toasts]") !== null)) break;
    await keyboard.press("Tab");
  }
  await keyboard.press("Enter");
  await amina.card("Trust").waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(amina.complaints).toEqual([]);
});

it("[E15] a comment that is taken back leaves the keyboard in its panel", async () => {
  const { amina, page } = await openTwo();
  await amina.card("Tools").click();
  await page.keyboard.press("c");
  await isAt(amina, "textarea");
  await page.keyboard.type("For years");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Take back my comment" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("For years").waitFor({ state: "detached" });
  await isAt(amina, "[data-panel]");
  expect(amina.complaints).toEqual([]);
});

it("[E15] what goes away in a dialog leaves the keyboard at what stood nearest, and nothing closes the dialog", async () => {
  const { amina, page, program, by, cards, ids } = await openTwo();
  const [tools, trust] = ids;
  const links = () =>
    [...readBoard(program.doc).links.values()].filter(({ attributes }) => attributes.trashedAt === undefined).length;
  applyEdits(
    program.doc,
    (
      [
        [tools, trust],
        [trust, tools],
      ] as const
    ).map(([from, to], i): Edit => ({
      type: "addLink",
      id: newLinkId(),
      from,
      to,
      at: 10 + i,
      polarity: "-",
      strength: 2,
      by,
    })),
  );
  await saved(program, 2);
  await page.keyboard.press("o");
  const twin = page.getByRole("dialog", { name: "The board in sentences" });
  // a link
  await twin.getByRole("button", { name: "Change Tools" }).click();
  await twin.getByRole("button", { name: "Remove the link: hinders Trust" }).focus();
  await page.keyboard.press("Enter");
  await until(() => links() === 1, "the first link is gone");
  await isAt(amina, '[role=group][aria-label^="What Tools does"] [role=radio][aria-checked=true]');
  await page.keyboard.press("Enter");
  // the last link
  await twin.getByRole("button", { name: "Remove the link: is hindered by Trust" }).focus();
  await page.keyboard.press("Enter");
  await until(() => links() === 0, "the other link is gone");
  await isAt(amina, '[role=group][aria-label^="What Tools does"]');
  // a card
  await twin.getByRole("button", { name: "Delete Tools" }).focus();
  await page.keyboard.press("Enter");
  await until(() => cards().length === 1, "the card is gone");
  await isAt(amina, '[aria-label="Change Trust"]');
  expect(await twin.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await twin.waitFor({ state: "detached" });
  applyEdits(program.doc, [{ type: "trash", things: [trust], at: Date.now() }]);
  await saved(program, 3);
  // what is brought back, and a question that is not answered
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Trash" }).click();
  const trash = page.getByRole("dialog", { name: "Trash" });
  await trash.getByRole("button", { name: "Empty the trash" }).focus();
  await page.keyboard.press("Enter");
  await isAt(amina, '[role=group][aria-label="Empty the trash"]');
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent === "Empty the trash");
  await trash
    .getByRole("button", { name: /^Bring back/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await until(() => cards().length === 1, "the card is back");
  await isAt(amina, '[aria-label^="Bring back"]');
  expect(await trash.isVisible()).toBe(true);
  expect(amina.complaints).toEqual([]);
});

it("[B122] the answer to a comment is typed as soon as it is asked for", async () => {
  const { amina, page, cards } = await openTwo();
  await amina.card("Tools").click();
  await page.getByRole("button", { name: "Answer" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("no, only since May");
  await page.keyboard.press("Enter");
  await page.getByRole("listitem").getByText("no, only since May").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(cards()).toHaveLength(2);
  expect(amina.complaints).toEqual([]);
});
