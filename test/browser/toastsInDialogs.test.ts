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
