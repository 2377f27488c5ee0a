import { applyEdits, readBoard } from "@palabre/shared/documents";
import type { LinkId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask } from "../helpers/client.ts";
import { openDrawn } from "../helpers/mapBoard.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** Two cards and the link between them, and somebody before it. */
async function openLink() {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, maker } = await openDrawn(
    server,
    [
      ["Evening hours", "factor"],
      ["Trust", "expectation"],
    ],
    [[0, 1, "+2"]],
  );
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.card("Trust").waitFor();
  const drawn = () => readBoard(maker.doc);
  const link = [...drawn().links.keys()][0] ?? expect.fail("no link");
  const setRules = async (body: object) => {
    const { session } = await board.join("facilitator", "Zoé");
    expect((await ask(server, "PATCH", `/api/boards/${board.id}/rules`, { body, session })).status).toBe(200);
  };
  return { maker, amina, drawn, link, labelNow: () => drawn().links.get(link)?.label, setRules };
}
const fieldOf = ({ page }: Person) => page.getByRole("textbox", { name: "Label" });
const openLabel = async (person: Person, link: LinkId) => {
  const { x, y } = await middleOf(person.page.locator(`#link-${link} circle`).first());
  await person.page.mouse.click(x, y);
  // not by a key: one that comes right after a field was lost does nothing
  await person.page.getByRole("toolbar", { name: "Chosen link" }).getByRole("button", { name: "Label" }).click();
  await until(() => fieldOf(person).evaluate((field) => field === document.activeElement), "the keyboard in the field");
};

it("[B159] a label that is being typed when an image of one’s own arrives is kept, and what is still typed does nothing to the board", async () => {
  const { amina, drawn, link, labelNow } = await openLink();
  const { page } = amina;
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  let isAsked = false;
  await page.route(/\/files$/, async (route) => {
    isAsked = true;
    await held;
    await route.continue();
  });
  await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 64];
    const drawing = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([drawing!], "market-square.png", { type: "image/png" }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await until(() => isAsked, "the image to be on its way");
  await openLabel(amina, link);
  await page.keyboard.type("by mail");
  release();
  const isOver = () => page.getByText("Image added").first().isVisible();
  // her fingers do not stop for what happens on the screen
  while (!(await isOver())) await page.keyboard.type("n");
  await page.keyboard.type(" no lag, gone");
  for (const key of ["Enter", "Backspace", "Delete"]) await page.keyboard.press(key);
  await until(() => labelNow()?.startsWith("by mail"), "the label");
  await amina.saved();
  expect([...drawn().cards.values()].map(({ kind, attributes }) => [kind, attributes.trashedAt])).toEqual(
    ["factor", "expectation", "image"].map((kind) => [kind, undefined]),
  );
  expect(await page.locator("[data-canvas]").getByRole("textbox").count()).toBe(0);
  expect(amina.complaints).toEqual([]);
});

it("[B159] a label in which something is composed stays as it is typed when that is given up", async () => {
  const { amina, link, labelNow } = await openLink();
  const { page } = amina;
  await openLabel(amina, link);
  await page.keyboard.type("by mail");
  await fieldOf(amina).dispatchEvent("keydown", { key: "Escape", isComposing: true, bubbles: true, cancelable: true });
  await page.keyboard.type(" and mouth");
  expect(await fieldOf(amina).inputValue()).toBe("by mail and mouth");
  await page.keyboard.press("Enter");
  await until(() => labelNow() === "by mail and mouth", "the label");
  await openLabel(amina, link);
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  await fieldOf(amina).waitFor({ state: "detached" });
  expect([labelNow(), amina.complaints]).toEqual(["by mail and mouth", []]);
});

it("[F9] [F11] a label that is being typed when the board is frozen or its link locked is told with its words", async () => {
  const { maker, amina, drawn, link, labelNow, setRules } = await openLink();
  const { page } = amina;
  const told = (words: string) => page.locator("[data-toasts]").getByText(`Your label “${words}” was not written.`);
  await openLabel(amina, link);
  await page.keyboard.type("by mail");
  await setRules({ frozen: true });
  await told("by mail").waitFor();
  await page.keyboard.type("n");
  expect(await fieldOf(amina).count()).toBe(0);
  await setRules({ frozen: false });
  // what was closed stays closed
  await page.getByRole("toolbar", { name: "Chosen link" }).getByRole("button", { name: "Delete" }).waitFor();
  expect(await fieldOf(amina).count()).toBe(0);

  await page.keyboard.press("Escape");
  await openLabel(amina, link);
  await page.keyboard.type("by letter");
  await setRules({ lock: { things: [link], locked: true } });
  await page.getByRole("img", { name: /Trust.*locked/ }).waitFor();
  await page.keyboard.press("Enter");
  await told("by letter").waitFor();
  expect(labelNow()).toBe("");
  expect(drawn().cards.size).toBe(2);

  // what is not typed is not told
  await setRules({ lock: { things: [link], locked: false } });
  await page.getByRole("img", { name: /Trust.*locked/ }).waitFor({ state: "detached" });
  await openLabel(amina, link);
  applyEdits(maker.doc, [{ type: "setAttributes", on: link, values: { label: "by word of mouth" } }]);
  await until(async () => (await fieldOf(amina).inputValue()) === "by word of mouth", "the label of the other");
  await setRules({ frozen: true });
  await fieldOf(amina).waitFor({ state: "detached" });
  expect(await page.getByText(/^Your label “by word/).count()).toBe(0);
  expect(amina.complaints).toEqual([]);
});
