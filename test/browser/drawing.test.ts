import { readBoard } from "@palabre/shared/documents";
import { isTrashed } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

it("[B52] [B53] [B54] a pen draws what everybody sees, an eraser takes only that, T and the menu write without paper", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("viewer", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const shown = () => [...readBoard(program.doc).cards.values()].filter((card) => !isTrashed(card));
  const [amina, yann] = [await browser.person(), await browser.person({ language: "fr", theme: "dark" })];
  await amina.page.goto(board.links.participant);
  await yann.page.goto(board.links.viewer);
  const { page } = amina;
  await page.getByRole("application", { name: "Board" }).waitFor();

  // words without paper, by its key
  await page.keyboard.press("t");
  await page.mouse.click(420, 300);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("What holds us back");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await yann.card("What holds us back").waitFor();

  // a shape, by the menu of the rail
  await page.getByRole("button", { name: "Draw, write, add an image" }).click();
  await page.getByRole("menuitem", { name: "Ellipse" }).click();
  await page.mouse.click(800, 330);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Money");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  const wave = async (y: number) => {
    await page.mouse.move(400, y);
    await page.mouse.down();
    for (let i = 1; i <= 40; i += 1) await page.mouse.move(400 + i * 10, y + 40 * Math.sin(i / 4));
    await page.mouse.up();
  };
  await page.keyboard.press("p");
  await page.getByText("Draw on the board").waitFor();
  // the pen is fetched when it is first taken up
  await page.locator("[data-draw-layer=draw]").waitFor();
  await wave(520);
  await until(() => shown().filter(({ kind }) => kind === "drawing").length === 1, "the line in the document");
  await wave(680);
  await until(() => shown().filter(({ kind }) => kind === "drawing").length === 2, "the second line");
  await yann.page.getByRole("img", { name: "Dessin à main levée" }).first().waitFor({ state: "attached" });
  await picture(amina, "drawing");
  await picture(yann, "drawing-dark", [[1440, 900]]);

  // wiped over one line and over a note: the line goes alone
  await page.keyboard.press("e");
  await page.locator("[data-draw-layer=erase]").waitFor();
  await page.mouse.move(430, 300);
  await page.mouse.down();
  await page.mouse.move(480, 300, { steps: 4 });
  await page.mouse.move(600, 440, { steps: 8 });
  await page.mouse.move(600, 590, { steps: 30 });
  await page.mouse.up();
  await until(() => shown().filter(({ kind }) => kind === "drawing").length === 1, "one line wiped away");
  expect(
    shown()
      .filter(({ kind }) => kind === "note")
      .map(({ attributes }) => attributes.shape),
  ).toEqual(["text", "ellipse"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await until(() => shown().filter(({ kind }) => kind === "drawing").length === 2, "the line is back");
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});

it("[B86] a line and a shape are drawn in a chosen colour, which another sees and changes afterwards", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("viewer", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const colours = () =>
    [...readBoard(program.doc).cards.values()].map(({ attributes }) => attributes.colour).toSorted();
  const [amina, yann] = [await browser.person(), await browser.person({ language: "fr", theme: "dark" })];
  const { page } = amina;
  for (const person of [amina, yann]) {
    await person.page.goto(board.links.participant);
    await person.page.getByRole("application").waitFor();
  }
  const choose = async (name: string) => {
    await page.getByRole("button", { name: "Draw, write, add an image" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await choose("Colour: teal");
  await page.keyboard.press("p");
  await page.locator("[data-draw-layer=draw]").waitFor();
  await page.mouse.move(300, 500);
  await page.mouse.down();
  await page.mouse.move(700, 560, { steps: 12 });
  await page.mouse.up();
  await until(() => colours().includes("factor"), "the line in teal");
  await choose("Colour: violet");
  for (const [at, shape] of ["Ellipse", "Diamond", "Text"].entries()) {
    await choose(shape);
    await page.mouse.click(300 + at * 300, 300);
    await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially(shape);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
  await until(() => colours().length === 4, "three shapes");
  expect(colours()).toEqual(["factor", "strategy", "strategy", "strategy"]);

  // seen by the other, in the tone of that theme, and changed there
  const line = yann.page.getByRole("img", { name: "Dessin à main levée" }).locator("path").last();
  await expect.poll(() => line.evaluate((path) => getComputedStyle(path).stroke)).toBe("rgb(61, 154, 155)");
  const words = yann.card("Text").locator("p").first();
  await expect.poll(() => words.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(195, 187, 255)");
  await yann.card("Ellipse").click({ position: { x: 100, y: 20 } });
  await yann.page.getByRole("toolbar").getByRole("button", { name: "Couleur" }).click();
  await yann.page.getByRole("menuitem", { name: /violet/ }).waitFor();
  await picture(yann, "pen-colour-changed", [[1440, 900]]);
  await yann.page.getByRole("menuitem", { name: /encre/ }).click();
  await until(() => colours().filter((colour) => colour === "strategy").length === 2, "the ellipse in ink");
  await yann.page.keyboard.press("Control+z");
  await until(() => colours().filter((colour) => colour === "strategy").length === 3, "the colour of before");
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});
