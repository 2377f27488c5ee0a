import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { drag, middleOf, openBrowser, writeCard } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

it("[H19] what one person did in the last minutes is undone by the server's clock, however wrong the device's own is", async () => {
  const HOUR_MS = 3_600_000;
  const server = await startServer({ client: BUILT_CLIENT, now: () => Date.now() - HOUR_MS });
  const board = await openBoard(server, { title: "Which repair café?", language: "en" });
  const [fatou, vic] = [await browser.person(), await browser.person()];
  await fatou.page.goto(board.links.facilitator);
  await vic.page.goto(board.links.participant);
  for (const { page } of [fatou, vic]) await page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(vic, "Noise", { x: 640, y: 260 });
  await vic.saved();
  await fatou.card("Noise").waitFor();
  await fatou.page.getByRole("button", { name: /^2 people/ }).click();
  await fatou.page.getByRole("button", { name: /^What to do about / }).click();
  await fatou.page.getByRole("menuitem", { name: "Undo what they did…" }).click();
  const undoing = fatou.page.getByRole("alertdialog");
  await undoing.getByRole("button", { name: /What they did/ }).click();
  await fatou.page.getByRole("option", { name: "in the last 10 minutes" }).click();
  await undoing.getByText("1 card, link or comment goes to the trash.").waitFor();
  await undoing.getByRole("button", { name: "Undo it" }).click();
  await vic.card("Noise").waitFor({ state: "detached" });
});

it("[H21] who takes back the undoing of a person is told first that what others made since goes, and may let it be", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, { title: "Which repair café?", language: "en" });
  const [fatou, vic] = [await browser.person(), await browser.person()];
  await fatou.page.goto(board.links.facilitator);
  await vic.page.goto(board.links.participant);
  for (const { page } of [fatou, vic]) await page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(vic, "Noise", { x: 640, y: 260 });
  await vic.saved();
  await fatou.card("Noise").waitFor();
  await fatou.page.getByRole("button", { name: /^2 people/ }).click();
  await fatou.page.getByRole("button", { name: /^What to do about / }).click();
  await fatou.page.getByRole("menuitem", { name: "Undo what they did…" }).click();
  const question = fatou.page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Undo it" }).click();
  await vic.card("Noise").waitFor({ state: "detached" });
  await writeCard(vic, "Light", { x: 640, y: 560 });
  await vic.saved();
  await fatou.card("Light").waitFor();
  await fatou.page.getByRole("button", { name: "Undo…", exact: true }).click();
  await question.getByText("1 card comes back.").waitFor();
  await question.getByText("1 card goes to the trash.").waitFor();
  await question.getByRole("button", { name: "Cancel" }).click();
  await question.waitFor({ state: "detached" });
  expect(await vic.card("Light").count()).toBe(1);
  expect(await vic.card("Noise").count()).toBe(0);
  for (const person of [fatou, vic]) expect(person.complaints).toEqual([]);
});

it("[J9] a facilitator keeps a version, compares, looks back, restores and undoes it, and undoes what one person did", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, { title: "Which repair café?", language: "en" });
  const [fatou, vic] = [await browser.person(), await browser.person()];
  await fatou.page.goto(board.links.facilitator);
  await vic.page.goto(board.links.participant);
  for (const { page } of [fatou, vic]) await page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(fatou, "Evening hours", { x: 300, y: 300 });
  await writeCard(fatou, "Fewer volunteers", { x: 300, y: 560 });
  await fatou.saved();
  await vic.card("Fewer volunteers").waitFor();

  // a version by name, from the keyboard
  await fatou.page.getByRole("button", { name: "History" }).press("Enter");
  await fatou.page.getByText("No version yet.").waitFor();
  await fatou.page.getByRole("button", { name: "Keep a version now" }).press("Enter");
  await fatou.page.getByRole("textbox", { name: "Name of this version" }).fill("before Vic");
  await fatou.page.keyboard.press("Enter");
  const kept = fatou.page.getByRole("button", { name: /^before Vic/ });
  await kept.waitFor();

  // somebody moves, trashes and adds
  await drag(vic.page, await middleOf(vic.card("Evening hours")), { x: 700, y: 640 });
  await vic.card("Fewer volunteers").click();
  await vic.page.keyboard.press("Delete");
  await writeCard(vic, "Noise", { x: 640, y: 260 });
  await vic.saved();
  await fatou.card("Noise").waitFor();

  // the differences, in the list and on the canvas
  await fatou.page.getByRole("button", { name: "What to do with before Vic" }).click();
  await fatou.page.getByRole("menuitem", { name: "Compare with now" }).click();
  await fatou.page.getByRole("heading", { name: /^What changed since before Vic/ }).waitFor();
  const panel = fatou.page.getByRole("complementary", { name: "History" });
  await panel.getByRole("button", { name: "Noise" }).waitFor();
  await panel.getByRole("button", { name: /^Evening hours place$/ }).waitFor();
  await fatou.page.getByRole("article", { name: /^Noise.*, new/ }).waitFor();
  // what is gone is shown where it still is
  await panel.getByRole("button", { name: "Fewer volunteers" }).click();
  const bar = fatou.page.getByRole("region", { name: "History" });
  await bar.getByText(/^You are looking at “before Vic”/).waitFor();
  await fatou.page.getByRole("article", { name: /^Fewer volunteers.*, gone since/ }).waitFor();
  expect(await fatou.card("Noise").count()).toBe(0);

  // nothing can be edited there
  await fatou.card("Evening hours").dblclick();
  await fatou.page.mouse.dblclick(900, 700);
  expect(await fatou.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);
  expect(await fatou.page.getByRole("button", { name: "Expectation" }).count()).toBe(0);
  await bar.getByRole("button", { name: "Back to now" }).click();
  await fatou.card("Noise").waitFor();

  // brought back for everybody, and that undone
  await panel.getByRole("button", { name: "Restore…" }).click();
  const question = fatou.page.getByRole("alertdialog");
  await question.getByText("1 card comes back.").waitFor();
  await question.getByText("1 card goes to the trash.").waitFor();
  await question.getByText("1 card is set back to what it was.").waitFor();
  await question.getByRole("button", { name: "Restore" }).click();
  await vic.card("Fewer volunteers").waitFor();
  await vic.card("Noise").waitFor({ state: "detached" });
  await fatou.page.getByRole("button", { name: "Undo…", exact: true }).last().click();
  await question.getByText("1 card comes back.").waitFor();
  await question.getByRole("button", { name: "Restore" }).click();
  await vic.card("Noise").waitFor();
  await vic.card("Fewer volunteers").waitFor({ state: "detached" });

  // what one person did is taken back
  await fatou.page.getByRole("button", { name: /^2 people/ }).click();
  await fatou.page.getByRole("button", { name: /^What to do about / }).click();
  await fatou.page.getByRole("menuitem", { name: "Undo what they did…" }).click();
  const undoing = fatou.page.getByRole("alertdialog");
  await undoing.getByText("1 card, link or comment goes to the trash.").waitFor();
  await undoing.getByRole("button", { name: "Undo it" }).click();
  await vic.card("Noise").waitFor({ state: "detached" });
  for (const person of [fatou, vic]) expect(person.complaints).toEqual([]);
});
