import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { findAll, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

/** Pastes as the browser does, without a clipboard that tests would share. */
const paste = ({ page }: Person, words: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words);

it("[B45] [B46] [B47] a pasted outline is a map for everybody, one undo takes it back, and a list becomes one card after all", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const [amina, yann] = [await browser.person(), await browser.person({ language: "fr" })];
  await amina.page.goto(board.links.participant);
  await yann.page.goto(board.links.participant);
  await amina.page.getByRole("application", { name: "Board" }).waitFor();

  await paste(amina, "Rent -> Stress\nStress -| Sleep");
  await yann.card("Sleep").waitFor();
  await yann.page.getByRole("img", { name: /Stress freine .*Sleep/ }).waitFor({ state: "attached" });
  await amina.page.keyboard.press("Control+z");
  await yann.card("Rent").waitFor({ state: "detached" });
  expect(await yann.card("Sleep").count()).toBe(0);

  await paste(amina, "Quiet streets\nMore trees\nhttps://www.example.org/reports/night-trains.html");
  await yann.card("Night trains").waitFor();
  await picture(amina, "pasted");
  await amina.page.getByRole("button", { name: "One card instead" }).click();
  await yann.card("More trees").waitFor({ state: "detached" });
  await yann.card("Quiet streets").waitFor();
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});

it("[B8] [B47] what somebody else has written in stays when a paste is taken back or made one card, and it is said", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  // where Yann works no panel opens by itself, which would come over what is pasted beside what he wrote
  const [amina, yann] = [await browser.person(), await browser.person({ size: [768, 1024] })];
  await amina.page.goto(board.links.participant);
  await yann.page.goto(board.links.participant);
  await amina.page.getByRole("application", { name: "Board" }).waitFor();
  for (const [answer, first, second] of [
    ["Undo", "Quiet streets", "More trees"],
    ["One card instead", "Night trains", "Fewer cars"],
  ] as const) {
    await paste(amina, answer === "Undo" ? `${first} -> ${second}` : `${first}\n${second}`);
    // who decides is given the time
    await amina.page.getByRole("button", { name: answer, exact: true }).last().hover();
    await findAll(yann, [second]);
    await yann.card(second).dblclick();
    await yann.page.keyboard.press("End");
    await yann.page.keyboard.type(", as I say");
    await yann.page.keyboard.press("Escape");
    await amina.card(`${second}, as I say`).waitFor();
    await amina.page.getByRole("button", { name: answer, exact: true }).last().click();
    await yann
      .card(first)
      .first()
      .waitFor({ state: answer === "Undo" ? "detached" : "visible" });
    await amina.page.getByText("Somebody changed it since").first().waitFor();
    expect(await yann.card(`${second}, as I say`).count()).toBe(1);
  }
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});

it("[B47] a list that no card could hold is not offered as one", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByRole("application", { name: "Board" }).waitFor();
  await paste(amina, Array.from({ length: 300 }, (_, i) => `thought ${i} ${"on and on ".repeat(7)}`).join("\n"));
  await amina.page.getByText("300 cards from your list").first().waitFor();
  expect(await amina.page.getByRole("button", { name: "One card instead" }).count()).toBe(0);
  await amina.page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await amina.saved();
  expect(amina.complaints).toEqual([]);
});
