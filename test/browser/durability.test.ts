import { expect, it } from "vitest";
import { openBoard } from "../helpers/client.ts";
import { openBrowser, writeCard } from "../helpers/people.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";

const browser = openBrowser();

it("[J3] after Saved: a reload, a second device, and the server killed with -9 and started again miss nothing", async () => {
  const folder = await openFolder();
  const first = await runServer({ DATA_DIR: folder });
  const board = await openBoard(first);
  const amina = await browser.person();
  await amina.page.goto(board.links.facilitator);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Evening hours", { x: 500, y: 300 });
  await writeCard(amina, "Thrown away", { x: 800, y: 300 });
  await amina.page.keyboard.press("Delete");
  await amina.saved();

  await amina.page.reload();
  await amina.card("Evening hours").waitFor();
  const phone = await browser.person();
  await phone.page.goto(board.links.participant);
  await phone.card("Evening hours").waitFor();

  await writeCard(amina, "Written just before the crash", { x: 500, y: 600 });
  await amina.saved();
  first.kill("SIGKILL");
  await first.ended;
  await amina.status(/^Offline/);
  // what is made meanwhile waits on the device, and is said to
  await writeCard(amina, "Made while the server was away", { x: 800, y: 600 });
  await amina.status(/^Offline, \d+ changes? kept on this device/);

  const second = await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  await amina.saved();
  const fresh = await browser.person();
  await fresh.page.goto(board.links.viewer);
  for (const title of ["Evening hours", "Written just before the crash", "Made while the server was away"]) {
    await fresh.card(title).waitFor();
    await phone.card(title).waitFor({ timeout: 30_000 });
  }
  expect(await fresh.card("Thrown away").count()).toBe(0);
  expect(second.output()).not.toContain("Evening hours");
});

it("[J4] a wrong or rotated link opens nothing and says what to do", async () => {
  const server = await runServer({ DATA_DIR: await openFolder() });
  const board = await openBoard(server);
  const [amina, yann, stranger] = [await browser.person(), await browser.person(), await browser.person()];
  await amina.page.goto(board.links.facilitator);
  await yann.page.goto(board.links.participant);
  await yann.page.getByText("Nothing under the tree yet").waitFor();

  await amina.page.getByRole("button", { name: "Invite" }).click();
  await amina.page.getByRole("button", { name: "Replace the link for the role participant" }).click();
  await amina.page.getByRole("button", { name: "Replace the link", exact: true }).click();
  await yann.page
    .getByText(/the link you came by was replaced/)
    .first()
    .waitFor();

  await stranger.page.goto(board.links.participant);
  await stranger.page.getByText(/link/i).first().waitFor();
  expect(await stranger.page.getByRole("application").count()).toBe(0);
  await stranger.page.goto(`${server.url}/b/${board.id}#not-a-secret`);
  await stranger.page
    .getByRole("link", { name: /boards/i })
    .first()
    .waitFor();
  expect(await stranger.page.getByRole("application").count()).toBe(0);
});
