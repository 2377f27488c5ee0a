import { mkdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();
/** where to look at what was seen, for who wants to: nothing is kept otherwise */
const pictures = process.env["PICTURES"];
const WIDTHS = [
  [1440, 900],
  [768, 900],
  [390, 844],
] as const;

/** The screen of a person as it is, at each width. */
async function picture(
  { page }: Person,
  name: string,
  widths: readonly (readonly [number, number])[] = WIDTHS,
): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const [width, height] of widths) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png` });
  }
  if (before) await page.setViewportSize(before);
}

/** A board with a note, seen by a facilitator (French, light) and a participant (English, dark). */
async function room() {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const maker = connect(server, board.id, (await board.join("facilitator", "Zoé")).session, "board");
  await synced(maker);
  addNote(maker.doc, "The question");
  await saved(maker, 1);
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person({ theme: "dark" })];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  for (const person of [awa, bo]) await person.card("The question").waitFor();
  return { server, board, maker, awa, bo };
}

/** The row of the only other person in the panel, by role. */
const rowOf = ({ page }: Person, role: string) =>
  page.locator("[data-panel=people] [data-person]").filter({ hasText: role });

it("[F60, F61] a facilitator mutes a participant, removes them, and lets them back in, from the panel of the people", async () => {
  const { awa, bo } = await room();
  await awa.page.getByRole("button", { name: /^3 personnes/ }).click();
  const row = rowOf(awa, "Participation");
  const act = async (name: string) => {
    await row.getByRole("button", { name: /^Que faire pour/ }).press("Enter");
    await awa.page.getByRole("menuitem", { name }).press("Enter");
  };
  await act("Mettre en lecture seule");
  await bo.page.locator("[data-banner=muted]").waitFor();
  await bo.card("The question").dblclick();
  expect(await bo.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);
  await row.getByText("Participation · en lecture seule").waitFor();
  await picture(awa, "people-fr-light");
  await picture(bo, "muted-en-dark");
  await act("Laisser écrire à nouveau");
  await bo.page.locator("[data-banner=muted]").waitFor({ state: "detached" });

  await act("Retirer du tableau…");
  const question = awa.page.getByRole("alertdialog");
  await picture(awa, "remove-fr-light", WIDTHS.slice(0, 1));
  await question.getByRole("button", { name: "Retirer" }).press("Enter");
  await bo.page.locator("[data-refusal=removed]").waitFor();
  await picture(bo, "removed-en-dark");
  await bo.page.reload();
  await bo.page.locator("[data-refusal=removed]").waitFor();
  await awa.page.getByRole("button", { name: "Laisser revenir" }).click();
  await row.getByRole("button", { name: /^Que faire pour/ }).waitFor();
  await bo.page.getByRole("button", { name: "Try again" }).click();
  await bo.card("The question").waitFor();
  expect(awa.complaints).toEqual([]);
});
