import type { OpenBallot } from "@palabre/shared/protocol";
import { BALLOT_METHODS, type BallotMethod } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard, secretOf } from "../helpers/client.ts";
import { openBrowser, type PersonOptions } from "../helpers/people.ts";
import { smallTargets, TARGET_PX } from "../helpers/smallTargets.ts";
import { startServer } from "../helpers/startServer.ts";
import { openVote } from "../helpers/voting.ts";

const browser = openBrowser();
const SETTINGS: Partial<Record<BallotMethod, OpenBallot["settings"]>> = {
  dots: { budget: 4 },
  judgment: { grades: 7 },
};
const DEVICES: Readonly<Record<string, readonly [PersonOptions, least: number]>> = {
  "with a mouse": [{ size: [1440, 900] }, TARGET_PX.pointer],
  "on a tablet": [{ size: [768, 1024], touch: true }, TARGET_PX.finger],
  "on a phone": [{ size: [390, 844], touch: true }, TARGET_PX.finger],
};

describe.each(Object.entries(DEVICES))("%s", (_, [options, least]) => {
  it("[B88] every target of the home page and of a board is large enough: bars, panels, menus, dialogs", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const board = await openBoard(server, { title: "Repair café", template: "repair-cafe", language: "en" });
    const [{ page }, bo] = [await browser.person(options), await browser.person()];
    const look = async (where: string) => expect.soft(await smallTargets(page, least), where).toEqual([]);
    await page.goto(server.url);
    await page.getByRole("button", { name: "New board" }).first().waitFor();
    await look("home");
    await page.goto(board.links.facilitator);
    await bo.page.goto(board.links.participant);
    await page.locator("[data-arranging]").waitFor({ state: "attached" });
    await page
      .getByRole("button", { name: /^Follow / })
      .first()
      .waitFor();
    await look("board");

    const isPhone = options.size?.[0] === 390;
    const openPanel = async (name: string) => {
      if (isPhone) {
        const fold = page.getByRole("button", { name: "Fold" });
        if (await fold.isVisible()) await fold.click();
        await page.getByRole("button", { name: "Notebook" }).click();
        await page.getByRole("menuitem", { name, exact: true }).click();
      } else await page.getByRole("button", { name, exact: true }).click();
    };
    const PANELS = ["listen", "analyse", "vote", "people", "run", "history"] as const;
    const NAMES = {
      listen: "Listen",
      analyse: "Analyse",
      vote: "Vote",
      people: "People",
      run: "Run",
      history: "History",
    };
    for (const panel of PANELS) {
      await openPanel(NAMES[panel]);
      await page.locator(`[data-panel=${panel}] :is(button, h2)`).first().waitFor();
      await look(panel);
    }
    await openPanel("Run");
    await page.getByRole("row").nth(1).click();
    await page.getByRole("textbox", { name: "Instruction" }).waitFor();
    await look("a step that is written");
    if (isPhone) await page.getByRole("button", { name: "Fold" }).click();
    else await page.getByRole("button", { name: "Close the panel" }).click();

    await page.getByRole("button", { name: isPhone ? "Notebook" : "More", exact: true }).click();
    await page.getByRole("menu").waitFor();
    await look("menu");
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    for (const [key, name] of [
      ["Control+k", "What would you like to do?"],
      ["?", "Keyboard shortcuts"],
      ["o", "The board in sentences"],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name }).waitFor();
      await look(name);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name }).waitFor({ state: "detached" });
    }
  });

  it("[B88] every target of a ballot is large enough, on the board and on the phone's page", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const { board, open, command } = await openVote(server, ["Fast answers", "Trust", "Evening hours"]);
    const [{ page }, phone] = [await browser.person(options), await browser.person(options)];
    await page.goto(board.links.participant);
    await phone.page.goto(`${server.url}/p/${board.id}#${secretOf(board.links.participant)}`);
    for (const method of BALLOT_METHODS) {
      if (method === "links") continue;
      const ballot = await open({ method, settings: SETTINGS[method] ?? {} });
      await page.locator("[data-slip=ballot]").getByRole("button", { name: "Answer" }).click();
      await page.getByText("Nobody sees your answer").waitFor();
      expect.soft(await smallTargets(page, least), method).toEqual([]);
      await phone.page.locator("main").getByRole("button").first().waitFor();
      expect.soft(await smallTargets(phone.page, least), `${method} on the phone's page`).toEqual([]);
      await command(ballot, "close");
      await page.reload();
    }
  });
});

it("[B94] on 320 px a panel is closed by its own bar while a vote and one's name hang from the top", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, open } = await openVote(server, ["Fast answers", "Trust"]);
  await open({ method: "consent" });
  const { page } = await browser.person({ size: [320, 568], touch: true });
  await page.goto(board.links.participant);
  const answer = page.locator("[data-slip=ballot]").getByRole("button", { name: "Answer" });
  await answer.waitFor();
  await page.getByRole("complementary", { name: "Your name" }).waitFor();
  await page.getByRole("button", { name: "Notebook" }).tap();
  await page.getByRole("menuitem", { name: "Analyse", exact: true }).tap();
  await page.locator("[data-panel=analyse] h2").first().waitFor();
  // nothing that has the keyboard is under the sheet
  expect(await answer.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Fold" }).tap();
  await answer.tap();
  await page.locator("[data-panel=vote]").waitFor();
});
