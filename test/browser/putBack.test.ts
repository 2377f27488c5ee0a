import { cp } from "node:fs/promises";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser, writeCard, type Person } from "../helpers/people.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { NOWHERE, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** How many acts wait on a person's device. */
const actsOn = ({ page }: Person) =>
  page.evaluate<number>(`(async () => {
    const opening = indexedDB.open("palabre");
    const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const counting = db.transaction(["acts"]).objectStore("acts").count();
    await new Promise((resolve) => (counting.onsuccess = resolve));
    db.close();
    return counting.result;
  })()`);

it("[R111] who joined after the moment to which a board was put back is told of their cards once they open the link again", async () => {
  const [dataDir, earlier] = [await openFolder(), await openFolder()];
  const first = await startServer({ client: BUILT_CLIENT, dataDir });
  const line = await openProxy(first.port);
  const board = await openBoard(first);
  const link = board.links.participant.replace(first.url, line.url);
  await first.close();
  await cp(dataDir, earlier, { recursive: true });

  const second = await startServer({ client: BUILT_CLIENT, dataDir });
  line.leadTo(second.port);
  const [amina, ben] = [await browser.person(), await browser.person()];
  for (const { page } of [amina, ben]) {
    await page.goto(link);
    await page.getByText("Nothing under the tree yet").waitFor();
  }
  await writeCard(ben, "Monday", { x: 400, y: 300 });
  await ben.saved();
  await amina.card("Monday").waitFor();
  await writeCard(amina, "Tuesday", { x: 400, y: 560 });
  await amina.saved();
  // what is saved is soon forgotten on the device; what still waits there when the page goes would be done again
  await until(async () => (await actsOn(amina)) === 0, "nothing to wait on the device");
  for (const { page } of [amina, ben]) await page.goto("about:blank");
  await second.close();

  const third = await startServer({ client: BUILT_CLIENT, dataDir: earlier });
  line.leadTo(third.port);
  await amina.page.goto(link);
  const dialog = amina.page.getByRole("alertdialog");
  await dialog.getByText("Tuesday", { exact: true }).waitFor();
  await dialog.getByText("The board was put back to an earlier state.").waitFor();
  // Ben's is his own to hear of
  await expect.poll(() => dialog.getByRole("button", { name: /^Keep as a note/ }).count()).toBe(1);
  await dialog.getByRole("button", { name: /^Keep as a note/ }).click();
  await amina.saved();
  await amina.page.reload();
  await amina.card("Tuesday").waitFor();
  expect(await amina.card("Monday").count()).toBe(0);
  expect(await amina.page.getByRole("alertdialog").count()).toBe(0);
});

it("[R110] a board that was put back to an earlier state tells people of the cards of their own that it had, and keeps them as notes", async () => {
  const [dataDir, earlier] = [await openFolder(), await openFolder()];
  const first = await startServer({ client: BUILT_CLIENT, dataDir });
  const line = await openProxy(first.port);
  const board = await openBoard(first);
  const robot = await board.join("facilitator", "Robot");
  const amina = await browser.person();
  await amina.page.goto(board.links.participant.replace(first.url, line.url));
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Monday", { x: 400, y: 300 });
  await amina.saved();
  const away = async (server: typeof first) => {
    line.leadTo(NOWHERE);
    line.cut();
    await amina.status(/^Offline/);
    await server.close();
  };
  await away(first);
  await cp(dataDir, earlier, { recursive: true });

  const second = await startServer({ client: BUILT_CLIENT, dataDir });
  line.leadTo(second.port);
  await amina.saved();
  const program = connect(second, board.id, robot.session, "board");
  await synced(program);
  addNote(program.doc, "The robot’s Tuesday");
  await saved(program, 1);
  await amina.card("The robot’s Tuesday").waitFor();
  await writeCard(amina, "Tuesday", { x: 400, y: 560 });
  await amina.saved();
  program.provider.destroy();
  await away(second);

  const third = await startServer({ client: BUILT_CLIENT, dataDir: earlier });
  line.leadTo(third.port);
  const dialog = amina.page.getByRole("alertdialog");
  await dialog.getByText("Tuesday", { exact: true }).waitFor({ timeout: 60_000 });
  await dialog.getByText("The board was put back to an earlier state.").waitFor();
  await expect.poll(() => dialog.getByRole("button", { name: /^Keep as a note/ }).count()).toBe(1);
  await dialog.getByRole("button", { name: /^Keep as a note/ }).click();
  await amina.saved();
  const reader = connect(third, board.id, robot.session, "board");
  await synced(reader);
  await until(() => amina.card("Tuesday").isVisible(), "the note");
  await expect.poll(() => amina.card("Monday").count()).toBe(1);
  await expect.poll(() => amina.card("The robot’s Tuesday").count()).toBe(0);
});
