import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

it("[O16] a board that goes from the home page hands the keyboard to the list’s title where it had it, and takes it from nobody", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { page, complaints } = await browser.person();
  for (const title of ["Mornings", "Evenings", "Nights"]) {
    const board = await openBoard(server, title);
    await page.goto(board.links.participant);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  }
  await page.goto(server.url);
  const tile = (title: string) => page.getByRole("link", { name: title, exact: true });
  await page.getByRole("button", { name: "More about “Mornings”" }).press("Enter");
  await page.getByRole("menuitem", { name: "Remove from this device" }).press("Enter");
  await tile("Mornings").waitFor({ state: "detached" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("boards");

  const field = page.getByRole("main").getByRole("textbox").first();
  await field.pressSequentially("ab");
  // gone on another page of this device
  await page.route(/\/api\/boards$/, async (route) => {
    const reply = await route.fetch();
    const { boards } = (await reply.json()) as { readonly boards: readonly { readonly title: string }[] };
    await route.fulfill({ response: reply, json: { boards: boards.filter(({ title }) => title !== "Nights") } });
  });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await tile("Nights").waitFor({ state: "detached" });
  await page.keyboard.type("cd");
  await expect.poll(() => field.inputValue()).toBe("abcd");
  expect(complaints).toEqual([]);
});
