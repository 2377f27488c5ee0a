import { readBoard } from "@palabre/shared/documents";
import { isTrashed } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { middleOf, openBrowser } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

it("[B85] a tool that is kept places card after card and link after link, until it is put down", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("viewer", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const snapshot = () => readBoard(program.doc);
  const cards = () => [...snapshot().cards.values()].filter((card) => !isTrashed(card));
  const amina = await browser.person();
  const { page } = amina;
  await page.goto(board.links.participant);
  await page.getByRole("application", { name: "Board" }).waitFor();
  const keep = page.getByRole("button", { name: "Keep the tool in hand" });
  await keep.waitFor();
  const isOn = (name: string) => page.getByRole("button", { name, exact: true, pressed: true }).count();

  // by its key, said in words
  await page.keyboard.press("q");
  await page.getByText("The tool stays in hand until Esc.").waitFor({ state: "attached" });
  await expect.poll(() => keep.getAttribute("aria-pressed")).toBe("true");
  await page.getByRole("button", { name: "Note", exact: true }).click();
  for (const [at, words] of ["One", "Two", "Three"].entries()) {
    await page.mouse.click(300 + at * 280, 300);
    await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially(words);
    await page.keyboard.press("Escape");
    await until(() => cards().some(({ text }) => text === words), "the note");
    expect(await isOn("Note")).toBe(1);
  }
  await picture(amina, "tool-kept");

  // links too, one after another
  await page.getByRole("button", { name: "Link that hinders (−)" }).click();
  for (const [from, to] of [
    ["One", "Two"],
    ["Two", "Three"],
  ] as const) {
    for (const title of [from, to]) {
      const { x, y } = await middleOf(amina.card(title));
      await page.mouse.click(x, y);
    }
  }
  await until(() => snapshot().links.size === 2, "both links");
  expect([...snapshot().links.values()].map(({ polarity }) => polarity)).toEqual(["-", "-"]);
  expect(await isOn("Link that hinders (−)")).toBe(1);
  await page.keyboard.press("Escape");
  expect(await isOn("Choose")).toBe(1);

  // let go again, by the rail: the next tool is put down after use
  await keep.click();
  await expect.poll(() => keep.getAttribute("aria-pressed")).toBe("false");
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await page.mouse.click(300, 600);
  await page.getByRole("textbox", { name: "Text of the card" }).waitFor();
  expect(await isOn("Choose")).toBe(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  // in the sheet of shortcuts
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Keep the tool in hand").waitFor();
  expect(amina.complaints).toEqual([]);

  const yann = await browser.person({ language: "fr", theme: "dark" });
  await yann.page.goto(board.links.participant);
  await yann.page.getByRole("button", { name: "Garder l’outil en main" }).click();
  await yann.page.getByText("L’outil reste en main jusqu’à Échap.").waitFor({ state: "attached" });
  expect(yann.complaints).toEqual([]);
});
