import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openDrawn } from "../helpers/mapBoard.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

it("[B135] who has set a large text in their browser reads whole cards, as large as the board is zoomed, and a QR code beside its links", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board } = await openDrawn(
    server,
    [
      ["Des rendez-vous le soir, après le travail", "expectation"],
      ["Bénévoles disponibles", "factor"],
      ["Ouvrir deux soirées par mois", "strategy"],
    ],
    [
      [2, 1, "+2"],
      [1, 0, "+1"],
    ],
  );
  const { page, card } = await browser.person({ language: "fr" });
  await page.goto(board.links.facilitator);
  await card("Bénévoles").getByText("influence").waitFor();
  const sizesOf = () =>
    page.evaluate(() =>
      [...document.querySelectorAll(".react-flow__viewport article *")]
        .filter((each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
        .map((each) => getComputedStyle(each))
        .map(({ fontSize, lineHeight }) => [fontSize, lineHeight]),
    );
  const usual = await sizesOf();
  expect(usual.length).toBeGreaterThan(5);
  // as the browser's own setting does
  await page.addStyleTag({ content: "html { font-size: 200% !important }" });
  expect(await sizesOf()).toEqual(usual);
  await page.getByRole("button", { name: "Inviter" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Inviter" });
  await dialog.getByRole("button", { name: "Copier le lien" }).first().waitFor();
  const [code, link] = await Promise.all([
    dialog.locator("svg[class*=qr]").first().boundingBox(),
    dialog.getByRole("button", { name: "Copier le lien" }).first().locator("xpath=..").boundingBox(),
  ]);
  expect((code?.x ?? 0) + (code?.width ?? 0)).toBeLessThanOrEqual(link?.x ?? 0);
});
