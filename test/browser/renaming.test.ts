import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, openBoard } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

it("[O15] a board’s title is renamed by who writes another one: not by leaving the field, and what was sent gives way to what came after", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Evenings");
  const { session } = await board.join("facilitator", "Zoé");
  const zoeRenames = async (title: string) => {
    const { status } = await ask(server, "PATCH", `/api/boards/${board.id}`, { session, body: { title } });
    expect(status).toBe(200);
  };
  const [awa, bo] = [await browser.person(), await browser.person()];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  const { page } = awa;
  const open = page.getByRole("button", { name: /^Rename the board/ });
  const field = page.getByRole("textbox", { name: "Title of the board" });
  const title = (words: string, { page } = bo) => page.getByRole("heading", { level: 1, name: words }).waitFor();
  await title("Evenings");

  await open.click();
  await zoeRenames("Mornings");
  await title("Mornings");
  await expect.poll(() => page.title()).toMatch(/^Mornings/);
  await field.press("Tab");
  await title("Mornings", awa);
  // whatever the field had sent would have come before this
  await open.click();
  await field.fill("Nights");
  await field.press("Enter");
  await title("Nights");
  await zoeRenames("Mornings");
  await title("Mornings");
  await title("Mornings", awa);
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});
