import { readBoard } from "@palabre/shared/documents";
import { isTrashed } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openDrawn } from "../helpers/mapBoard.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

it.each([
  ["a phone", [390, 844]],
  ["a desk", [1280, 800]],
] as const)(
  "[E17] on %s, what a toast offers while a dialog is open is seen, reached and pressed from there",
  async (_, size) => {
    const { board, maker } = await openDrawn(await startServer({ client: BUILT_CLIENT }), [
      ["Tools", "factor"],
      ["Trust", "factor"],
    ]);
    const alive = () => [...readBoard(maker.doc).cards.values()].filter((card) => !isTrashed(card)).length;
    const { page, card, complaints } = await browser.person({ size });
    await page.goto(board.links.participant);
    await card("Tools").waitFor();
    await page.keyboard.press("o");
    const twin = page.getByRole("dialog", { name: "The board in sentences" });
    const remove = async () => {
      await twin.getByRole("button", { name: "Change Tools" }).click();
      await twin.getByRole("button", { name: "Delete Tools" }).click();
      await until(() => alive() === 1, "it is deleted");
    };
    const undo = page.locator("[data-toasts]").getByRole("button", { name: "Undo" });
    // by the keyboard
    await remove();
    await undo.waitFor();
    const isTopmost = await undo.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    expect(isTopmost).toBe(true);
    await page.keyboard.press("F6");
    await page.waitForFunction(() => document.activeElement?.closest("[data-toasts]") !== null);
    await page.keyboard.press("Enter");
    await until(() => alive() === 2, "it is back");
    await page.waitForFunction(() => document.activeElement?.closest("[role=dialog]") !== null);
    expect(await twin.isVisible()).toBe(true);
    // by a press
    await remove();
    await undo.click();
    await until(() => alive() === 2, "it is back again");
    expect(await twin.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  },
);

it.each([
  ["the tools of a phone", [390, 844], "Tools"],
  ["the zoom bar beside a panel", [1150, 800], "Zoom"],
] as const)("[B167] a toast leaves %s free", async (_, size, name) => {
  const { board } = await openDrawn(await startServer({ client: BUILT_CLIENT }), [["Tools", "factor"]]);
  const { page, card } = await browser.person({ size, touch: size[0] === 390 });
  await page.goto(board.links.participant);
  await card("Tools").click();
  const panel = page.locator("[data-panel=card]");
  if (size[0] > 640) await panel.waitFor();
  await page.keyboard.press("Delete");
  const toast = page.locator("[data-toasts]").getByRole("button", { name: "Undo" }).locator("..");
  const bar = name === "Zoom" ? page.getByRole("group", { name }) : page.getByRole("navigation", { name });
  if (size[0] > 640) {
    await page.getByRole("navigation", { name: "Notebook" }).getByRole("button", { name: "Analyse" }).click();
    await page.locator("[data-panel=analyse]").waitFor();
  }
  const [above, below] = [await toast.boundingBox(), await bar.boundingBox()];
  if (!above || !below) throw new Error("both are on the page");
  const isApart = above.y + above.height <= below.y || above.x + above.width <= below.x;
  expect(isApart, JSON.stringify({ above, below })).toBe(true);
});
