import { readBoard } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { drag, middleOf, openBrowser, writeCard } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";

const browser = openBrowser();

const ground = { x: 700, y: 560 };

it("[J1] a group makes a board, shares it, types in one card, drags, links and undoes, and everybody sees it", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const amina = await browser.person();
  await amina.page.goto(server.url);
  await amina.page.getByRole("button", { name: "New board" }).first().click();
  await amina.page.getByRole("textbox", { name: "Title" }).fill("Which repair café?");
  await amina.page.getByRole("button", { name: "Create" }).click();
  await amina.page.getByRole("heading", { name: "Which repair café?" }).waitFor();
  // the secret does not stay in the address
  expect(new URL(amina.page.url()).hash).toBe("");

  await amina.page.getByRole("button", { name: "Invite" }).click();
  const linkOf = (role: string) => {
    const field = amina.page.getByRole("textbox", { name: `Link for the role ${role}` });
    return until(async () => (await field.inputValue()) || undefined, `the link for the role ${role}`);
  };
  const [participant, viewer] = [await linkOf("participant"), await linkOf("viewer")];
  await amina.page.getByRole("img", { name: /QR code/ }).waitFor();
  await amina.page.keyboard.press("Escape");

  const [yann, odile] = [await browser.person(), await browser.person()];
  await yann.page.goto(participant);
  await odile.page.goto(viewer);
  await amina.page.getByRole("button", { name: /^3 people/ }).waitFor();

  // a card that both write in at once
  await amina.page.mouse.dblclick(ground.x, ground.y);
  const aminas = amina.page.getByRole("textbox", { name: "Text of the card" });
  await aminas.pressSequentially("Evening");
  await yann.card("Evening").dblclick();
  const yanns = yann.page.getByRole("textbox", { name: "Text of the card" });
  await yanns.press("End");
  await Promise.all([
    yanns.pressSequentially(" hours"),
    aminas.press("Home").then(() => aminas.pressSequentially("More ")),
  ]);
  for (const field of [aminas, yanns])
    await until(async () => (await field.inputValue()) === "More Evening hours", "both texts");
  // neither was thrown out of the field by the other
  await expect.poll(() => aminas.evaluate((field) => field === document.activeElement)).toBe(true);
  await odile.card("More Evening hours").waitFor();
  await amina.page.keyboard.press("Escape");
  await yann.page.keyboard.press("Escape");

  // a drag lands at the same place for everybody
  const before = await middleOf(yann.card("More Evening hours"));
  const start = await middleOf(amina.card("More Evening hours"));
  await drag(amina.page, start, { x: start.x - 240, y: start.y - 160 });
  await until(async () => {
    const [here, there] = [
      await middleOf(amina.card("More Evening hours")),
      await middleOf(yann.card("More Evening hours")),
    ];
    const moved = [there.x - before.x, there.y - before.y];
    // a hand's first few pixels only tell a drag from a click
    return Math.abs(moved[0]! + 240) < 8 && Math.abs(moved[1]! + 160) < 8 && here.x === there.x && here.y === there.y;
  }, "the card at its new place on both screens");

  // a second card, linked from the first, with its sign
  await writeCard(yann, "Fewer volunteers", ground);
  await amina.card("Fewer volunteers").waitFor();
  await amina.page.getByRole("button", { name: "Link that hinders" }).click();
  await amina.card("More Evening hours").click();
  await amina.card("Fewer volunteers").click();
  for (const { page } of [amina, yann, odile]) {
    await page.getByRole("img", { name: /More Evening hours hinders Fewer volunteers/ }).waitFor({ state: "attached" });
  }
  await amina.page.keyboard.press("Escape");
  await amina.page.keyboard.press("Control+z");
  for (const { page } of [amina, yann]) {
    await page.getByRole("img", { name: /hinders Fewer volunteers/ }).waitFor({ state: "detached" });
  }
  await amina.page.keyboard.press("Control+Shift+z");
  await yann.page.getByRole("img", { name: /hinders Fewer volunteers/ }).waitFor({ state: "attached" });

  // trash, and bring back by the toast
  await yann.card("Fewer volunteers").click();
  await yann.page.keyboard.press("Delete");
  await amina.card("Fewer volunteers").waitFor({ state: "detached" });
  await yann.page.getByRole("button", { name: "Undo" }).last().click();
  await amina.card("Fewer volunteers").waitFor();
  await amina.saved();

  // who watches can't write: no tools, no editor, no card by double-click
  expect(await odile.page.getByRole("button", { name: "Expectation" }).count()).toBe(0);
  await odile.page.mouse.dblclick(500, 760);
  await odile.card("More Evening hours").dblclick();
  expect(await odile.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);
  for (const person of [amina, yann, odile]) expect(person.complaints).toEqual([]);
});

it("[B97] what is deleted for good is gone from every screen that is open, the trash too", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, { title: "Which repair café?", language: "en" });
  const [fatou, vic] = [await browser.person(), await browser.person()];
  await fatou.page.goto(board.links.facilitator);
  await vic.page.goto(board.links.participant);
  for (const { page } of [fatou, vic]) await page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(fatou, "Evening hours", { x: 300, y: 300 });
  await vic.card("Evening hours").waitFor();
  await fatou.card("Evening hours").click();
  await fatou.page.keyboard.press("Delete");
  for (const { page } of [fatou, vic]) {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Trash" }).click();
    await page.getByRole("dialog").getByText("Evening hours").waitFor();
  }
  await fatou.page.getByRole("button", { name: "Empty the trash" }).click();
  await fatou.page.getByRole("button", { name: "Delete for good" }).click();
  for (const { page } of [fatou, vic]) await page.getByText("The trash is empty.").waitFor();
});

it("[J2] a program with the stock provider joins, edits, and is seen in the browser, and the other way", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  addNote(program.doc, "Written by a program");
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.card("Written by a program").waitFor();
  await writeCard(amina, "Written by a hand", ground);
  await until(
    () => [...readBoard(program.doc).cards.values()].some(({ text }) => text === "Written by a hand"),
    "the card in the program",
  );
});
