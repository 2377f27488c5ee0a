import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { findings } from "../helpers/findings.ts";
import { drag, middleOf, openBrowser, type Person, type PersonOptions } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { spokenCsv, spokenPosts } from "../helpers/spokenPosts.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

/** A board that has heard three things said in two languages, and those who look at it. */
async function openScene(...people: readonly (PersonOptions & { readonly role: "facilitator" | "participant" })[]) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const form = new FormData();
  form.set("kind", "csv");
  form.set("file", new File([spokenCsv(spokenPosts(30, Date.now()))], "posts.csv", { type: "text/csv" }));
  const added = await fetch(`${server.url}/api/boards/${board.id}/sources`, {
    method: "POST",
    headers: { authorization: `Bearer ${session}` },
    body: form,
  });
  expect(added.status).toBe(201);
  const persons: Person[] = [];
  for (const { role, ...options } of people) {
    const person = await browser.person(options);
    await person.page.goto(board.links[role]);
    persons.push(person);
  }
  return persons;
}

const openPanel = async ({ page }: Person, name = "Listen") => {
  await page
    .getByRole("navigation", { name: /Notebook|Carnet/ })
    .getByRole("button", { name })
    .click();
};

it("[P127] a suggestion is dragged onto the board, and its figures follow what is said on every screen", async () => {
  const [amina, yann] = await openScene({ role: "facilitator" }, { role: "participant" });
  if (!amina || !yann) throw new Error("two people");
  await openPanel(amina);
  const suggestions = amina.page.locator("[data-suggestion]");
  await suggestions.first().waitFor({ timeout: 30_000 });
  // what stands above is fetched when the panel opens, and pushes it down
  for (const name of ["Compare names", "Add an alert"]) await amina.page.getByRole("button", { name }).waitFor();
  await picture(amina, "heard-light");
  const statement = (await suggestions.first().locator("p").nth(1).innerText()).trim();
  const quotes = await amina.page.locator("[data-panel=listen] blockquote").allInnerTexts();
  const said = spokenPosts(30, Date.now()).map(({ text }) => text);
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes) {
    const words = quote.replaceAll(/^[«“"\s]+|[»”"\s]+$/g, "");
    expect(said.some((text) => text.includes(words))).toBe(true);
  }
  await drag(amina.page, await middleOf(suggestions.first()), { x: 520, y: 420 });
  await amina.card(statement).waitFor();
  // where it was let go
  const middle = await middleOf(amina.card(statement));
  expect(Math.hypot(middle.x - 520, middle.y - 420)).toBeLessThan(40);
  // its figures are on the other's screen, and it is offered no more
  await yann.card(statement).getByText("mentions").waitFor();
  await amina.page.getByRole("list", { name: "On the board" }).getByText(statement).waitFor();
  expect(amina.complaints).toEqual([]);
});

it("[P127] [P125] a suggestion and a quote come onto the board by keyboard alone", async () => {
  const [amina] = await openScene({ role: "participant", language: "fr", theme: "dark" });
  if (!amina) throw new Error("one person");
  const { page } = amina;
  await openPanel(amina, "Écoute");
  await page.locator("[data-suggestion]").first().waitFor({ timeout: 30_000 });
  await picture(amina, "heard-dark");
  const statement = (await page.locator("[data-suggestion]").first().locator("p").nth(1).innerText()).trim();
  await page.getByRole("button", { name: "Poser sur le tableau" }).first().focus();
  await page.keyboard.press("Enter");
  await amina.card(statement).getByText("mentions").waitFor();
  const keep = page.getByRole("button", { name: "Garder comme carte" }).last();
  await keep.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Avis" }).getByText("Gardé sur le tableau").waitFor();
  // taken back at once
  const quotes = page.getByRole("article", { name: "Témoignage" });
  await quotes.waitFor();
  await page.getByRole("button", { name: "Annuler" }).last().press("Enter");
  await quotes.waitFor({ state: "detached" });
  expect(amina.complaints).toEqual([]);
});

it("[P120] [P123] [P146] posts are narrowed by a theme's tile and by filters, and side by side", async () => {
  const [amina] = await openScene({ role: "facilitator" });
  if (!amina) throw new Error("one person");
  const { page } = amina;
  await openPanel(amina);
  const map = page.getByRole("group", { name: /Themes by how much/ });
  await map.getByRole("button").first().waitFor({ timeout: 30_000 });
  await page.getByText("What is being said").scrollIntoViewIfNeeded();
  await page.locator("[data-panel=listen]").evaluate((panel) => panel.scrollTo(0, 1_500));
  await picture(amina, "heard-stream");
  const posts = page.locator("[data-panel=listen] ol > li");
  await map.getByRole("button").first().click();
  const narrowed = page.getByRole("button", { name: /^Remove: / });
  await narrowed.waitFor();
  await page
    .locator("[data-panel=listen]")
    .getByText(/^\d+ match/)
    .waitFor();
  await narrowed.click();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("button", { name: /Feeling/ }).click();
  await page.getByRole("option", { name: "Positive" }).click();
  await page
    .locator("[data-panel=listen]")
    .getByText(/^\d+ match/)
    .waitFor();
  for (const text of await posts.allInnerTexts()) expect(text).toContain("Positive");
  await page.getByRole("button", { name: "Remove: Positive" }).click();
  await page.getByRole("button", { name: /Written/ }).click();
  await page.getByRole("option", { name: "Between two days" }).click();
  // the year comes digit by digit, as years that nobody asks for
  await page.getByLabel("First day").focus();
  await page.keyboard.type(`1212${new Date().getFullYear() + 1}`);
  await page.getByText("No post matches").waitFor();
  await page.getByRole("button", { name: /^Remove: From / }).click();
  await posts.first().waitFor();
  await page.getByRole("button", { name: "Side by side" }).click();
  const columns = page.getByRole("region", { name: /^Column / });
  await columns.nth(2).locator("li").first().waitFor();
  await expect.poll(() => columns.count()).toBe(3);
  await picture(amina, "heard-columns");
  const size = page.viewportSize();
  const slip = page.getByText(/^You are called/);
  expect(await slip.isVisible()).toBe(true);
  await page.setViewportSize({ width: 768, height: 1024 });
  await slip.waitFor({ state: "hidden" });
  expect(await page.getByRole("button", { name: "Back to the panel" }).isVisible()).toBe(true);
  if (size) await page.setViewportSize(size);
  for (const text of await columns.nth(2).locator("ol > li").allInnerTexts()) expect(text).toContain("Negative");
  await page.getByRole("button", { name: "Add a column" }).click();
  await expect.poll(() => columns.count()).toBe(4);
  await page.reload();
  await openPanel(amina);
  await page.getByRole("button", { name: "Side by side" }).click();
  await expect.poll(() => columns.count()).toBe(4);
  expect(amina.complaints).toEqual([]);
});

it("[P128] [P121] [P129] a facilitator says what is an expectation; it is shown, and believed at once", async () => {
  const [amina] = await openScene({ role: "facilitator" });
  if (!amina) throw new Error("one person");
  const { page } = amina;
  await openPanel(amina);
  await page.locator("[data-suggestion]").first().waitFor({ timeout: 30_000 });
  const problem = page.locator("[data-panel=listen] ol > li").filter({ hasText: "Problem" }).first();
  await problem.getByRole("button", { name: /^Why is it read as “Problem/ }).click();
  await problem.getByText(/An expectation in \d+% of posts like it/).waitFor();
  const marked = await problem.locator("u").allInnerTexts();
  expect(marked.length).toBeGreaterThan(0);
  for (const words of await problem.locator("q").allInnerTexts()) {
    expect(await problem.locator("p").first().innerText()).toContain(words);
  }
  await picture(amina, "heard-why");
  const praise = page.locator("[data-panel=listen] ol > li").filter({ hasText: "bénévoles" }).first();
  await praise.getByRole("button", { name: "It is an expectation" }).click();
  await page
    .getByRole("region", { name: "Notices" })
    .getByText(/^Noted\./)
    .waitFor();
  await praise.locator("[aria-label='It is an expectation'][aria-pressed=true]").waitFor();
  const offered = await page.locator("[data-suggestion]").count();
  await page.getByRole("button", { name: "No, set it aside" }).first().click();
  await page.waitForFunction((before) => document.querySelectorAll("[data-suggestion]").length < before, offered);
  expect(amina.complaints).toEqual([]);
});

it.each([
  { theme: "light", language: "en" },
  { theme: "dark", language: "fr" },
] as const)("[J8] axe finds nothing in what was heard, in the $theme, in $language", async (options) => {
  const [amina] = await openScene({ role: "facilitator", ...options });
  if (!amina) throw new Error("one person");
  const { page } = amina;
  const isFrench = options.language === "fr";
  await openPanel(amina, isFrench ? "Écoute" : "Listen");
  await page.locator("[data-suggestion]").first().waitFor({ timeout: 30_000 });
  await page
    .getByRole("group", { name: isFrench ? /^Les thèmes/ : /^Themes/ })
    .getByRole("button")
    .first()
    .click();
  await page.getByRole("button", { name: isFrench ? "Filtrer" : "Filter" }).click();
  await picture(amina, `heard-theme-${options.theme}`);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: isFrench ? "Côte à côte" : "Side by side" }).click();
  const columns = page.getByRole("region", { name: isFrench ? /^Colonne / : /^Column / });
  await columns.nth(2).locator("li").first().waitFor();
  expect(await findings(page)).toEqual([]);
});

it("[L121] a search that a facilitator keeps is found again by everybody, and forgotten", async () => {
  const [amina, yann] = await openScene(
    { role: "facilitator" },
    { role: "participant", language: "fr", theme: "dark" },
  );
  if (!amina || !yann) throw new Error("two people");
  await openPanel(amina);
  await amina.page
    .getByRole("textbox", { name: "Search" })
    .or(amina.page.getByPlaceholder(/search/i))
    .first()
    .fill("evening OR soir");
  await amina.page.getByRole("button", { name: "Keep this search" }).click();
  await amina.page.getByRole("textbox", { name: "What the search is called" }).fill("Evenings");
  await amina.page.keyboard.press("Enter");
  await amina.page.getByRole("button", { name: "Evenings", exact: true }).waitFor();
  await picture(amina, "searches");
  await openPanel(yann, "Écoute");
  await yann.page.getByRole("button", { name: "Evenings", exact: true }).click();
  await yann.page.getByRole("button", { name: "Evenings", exact: true, pressed: true }).waitFor();
  expect(await yann.page.getByRole("button", { name: /Oublier la recherche/ }).count()).toBe(0);
  await amina.page.getByRole("button", { name: "Forget the search “Evenings”" }).click();
  await amina.page.getByRole("button", { name: "Evenings", exact: true }).waitFor({ state: "detached" });
  expect([...amina.complaints, ...yann.complaints]).toEqual([]);
});
