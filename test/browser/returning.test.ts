import { applyEdits, readBoard } from "@palabre/shared/documents";
import type { BoardCreated } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { openBrowser, type Person, writeCard } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { NOWHERE, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** Somebody on a board with some cards, whose line can be cut, and a facilitator who writes as a program does. */
async function openAway(...titles: readonly string[]) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const robot = connect(server, board.id, session, "board");
  await synced(robot);
  const line = await openProxy(server.port);
  const linkOf = (role: "participant" | "viewer", links: BoardCreated["links"] = board.links) =>
    links[role].replace(server.url, line.url);
  const amina = await browser.person();
  await amina.page.goto(linkOf("participant"));
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  for (const [at, title] of titles.entries()) await writeCard(amina, title, { x: 400 + at * 300, y: 300 });
  if (titles.length > 0) await amina.saved();
  const found = (title: string) => [...readBoard(robot.doc).cards.values()].find(({ text }) => text.startsWith(title));
  const cardOf = (title: string) => found(title)?.id ?? expect.fail(`no card ${title}`);
  return {
    board,
    amina,
    linkOf,
    cut: async () => {
      line.leadTo(NOWHERE);
      line.cut();
      await amina.status(/^Offline/);
    },
    isThere: (title: string) => found(title) !== undefined,
    mend: () => line.leadTo(server.port),
    trash: (title: string) => {
      applyEdits(robot.doc, [{ type: "trash", things: [cardOf(title)], at: Date.now() }]);
    },
    /** Removes the person who wrote that card, or lets them back in. */
    removes: (title: string, removed: boolean) => {
      const by = readBoard(robot.doc).cards.get(cardOf(title))?.by;
      return ask(server, "PUT", `/api/boards/${board.id}/people/${by}/removed`, { session, body: { removed } });
    },
    asks: (path: string) => ask<BoardCreated["links"]>(server, "POST", `/api/boards/${board.id}/${path}`, { session }),
    bringsBack: (title: string) =>
      until(() => readBoard(robot.doc).cards.get(cardOf(title))?.attributes.trashedAt === undefined, "it to be back"),
  };
}
const writeMore = async ({ page, card }: Person, title: string, more: string) => {
  await card(title).dblclick();
  const field = page.getByRole("textbox", { name: "Text of the card" });
  await field.press("End");
  await field.pressSequentially(more);
  await page.keyboard.press("Escape");
};

it("[R91] what was written offline on cards that went meanwhile is told on return: those deleted for good with the text, those in the trash with the way back", async () => {
  const { amina, cut, mend, trash, asks, isThere, bringsBack } = await openAway("Evening hours", "Spare parts");
  await cut();
  await writeMore(amina, "Evening hours", ", twice a week");
  await writeMore(amina, "Spare parts", ", from the market");
  await amina.status(/^Offline, \d+ changes kept on this device/);
  trash("Evening hours");
  // what the program did may reach the server after the question
  await until(async () => {
    await asks("trash/empty");
    return !isThere("Evening hours");
  }, "the trash to be emptied");
  trash("Spare parts");
  mend();

  const dialog = amina.page.getByRole("alertdialog", { name: "This change could not be made" });
  await dialog.getByText("Evening hours, twice a week").waitFor({ timeout: 30_000 });
  await dialog.getByText("What it was about is no longer there.").waitFor();
  await dialog.getByRole("button", { name: /^Dismiss/ }).click();
  await amina.page
    .locator("[data-toasts]")
    .getByText(/^“Spare parts, from the market” was put in the trash while you were away/)
    .waitFor();
  await amina.page.getByRole("button", { name: "Bring back" }).click();
  await bringsBack("Spare parts, from the market");
  await amina.card("Spare parts, from the market").waitFor();
  await amina.saved();
});

it("[R93] who comes back by a link to watch is told what was not saved while they might write, and sees what all see", async () => {
  const { amina, cut, mend, asks, linkOf } = await openAway("Evening hours");
  await cut();
  await writeCard(amina, "On the train", { x: 800, y: 560 });
  await writeMore(amina, "Evening hours", ", twice a week");
  await amina.status(/^Offline, \d+ changes kept on this device/);
  await asks("links/participant/rotate");
  mend();
  const { page } = amina;
  await page.getByText(/\d changes that were not saved are kept on this device/).waitFor({ timeout: 30_000 });

  await page.goto("about:blank");
  await page.goto(linkOf("viewer"));
  const dialog = page.getByRole("alertdialog", { name: "These 2 changes could not be made" });
  await dialog.getByText("On the train").waitFor();
  await dialog.getByText("Evening hours, twice a week").waitFor();
  await expect.poll(() => dialog.getByText("Your role does not allow it.").count()).toBe(2);
  await page.keyboard.press("Escape");
  await page.getByRole("article", { name: /^Evening hours, Expectation/ }).waitFor();
  expect(await amina.card("On the train").count()).toBe(0);
});

it("[R94] who was removed while offline, or whose link was replaced, is told of what the device keeps, after a reload too, and finds it once let back in", async () => {
  const { amina, cut, mend, asks, linkOf, removes } = await openAway("Evening hours");
  const { page } = amina;
  const kept = page.getByText(/^2 changes that were not saved are kept on this device/);
  await cut();
  await writeCard(amina, "On the train", { x: 800, y: 560 });
  await amina.status(/^Offline, 2 changes kept on this device/);
  await removes("Evening hours", true);
  mend();
  for (const turn of ["at once", "after a reload"]) {
    await page.locator("[data-refusal=removed]").waitFor({ timeout: 30_000 });
    await kept.waitFor();
    if (turn === "at once") await page.reload();
  }
  await removes("Evening hours", false);
  const { body } = await asks("links/participant/rotate");
  await page.reload();
  await page.locator("[data-refusal=no-session]").waitFor();
  await kept.waitFor();
  await page.goto("about:blank");
  await page.goto(linkOf("participant", body));
  await amina.card("On the train").waitFor();
  await amina.saved();
});
