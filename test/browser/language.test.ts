import { expect, it } from "vitest";
import { openBoard, secretOf } from "../helpers/client.ts";
import { clientWith } from "../helpers/clientWith.ts";
import { openBrowser } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** Some of Polish: a text of the home page, one of a board with its plural, one of a part that is fetched later, one of the phone's page. */
const POLISH = `
import type { AddedMessages } from "../messages.ts";

export const name = "Polski";
export const messages: AddedMessages<"one" | "few" | "many" | "other"> = {
  "board.people": { one: "{n} osoba", few: "{n} osoby", many: "{n} osób", other: "{n} osoby" },
  "home.boards": "Moje tablice",
  "home.seen": "{role}, {when}",
  "pocket.board": "Otwórz całą tablicę",
  "twin.title": "Tablica w zdaniach",
};`;

it("[E6, E9, E12] a language is one file: it is offered, spoken with its plurals, fetched once it is chosen, kept, and serves the phone", async () => {
  const client = await clientWith({ "i18n/languages/pl.ts": POLISH });
  const server = await startServer({ client });
  const board = await openBoard(server);
  const ana = await browser.person();
  const { page, context, complaints } = ana;
  const fetched: string[] = [];
  context.on("request", (request) => {
    if (/\/pl-[^/]*\.js$/.test(request.url())) fetched.push(request.url());
  });
  const language = () => page.evaluate("document.documentElement.lang");

  // who doesn't choose it has its name and no more
  await page.goto(board.links.participant);
  await page.getByRole("button", { name: /^1 person: / }).waitFor();
  await page.goto(server.url);
  await page.getByRole("heading", { name: "My boards" }).waitFor();
  // the page keeps its files for when the network is gone, and this one is not among them
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(fetched).toEqual([]);
  expect(await keptOf(page)).toEqual([]);

  await page.reload();
  await page.getByRole("radio", { name: "Polski" }).click();
  await page.getByRole("heading", { name: "Moje tablice" }).waitFor();
  expect(await language()).toBe("pl");
  expect(fetched.length).toBeGreaterThan(0);
  // its words, the moment as Polish says it, and what the file lacks in English
  await page.getByText("Participant, teraz").waitFor();
  await page.getByText("Start from a template").waitFor();
  // a screen reader reads a template as the English that it is
  await expect.poll(() => page.getByText("Effects of the collective").first().getAttribute("lang")).toBe("en");
  await picture(ana, "added-language-home", [
    [1440, 900],
    [390, 844],
    [320, 568],
  ]);

  // a board, with a part of the texts that comes later
  await page.goto(board.links.participant);
  await page.getByRole("button", { name: /^1 osoba: / }).waitFor();
  await page.locator("[data-notices]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Polski\W+chosen$/ }).waitFor();
  await page.getByRole("menuitem", { name: /sentences/ }).click();
  await page.getByRole("heading", { name: "Tablica w zdaniach" }).waitFor();
  expect(await language()).toBe("pl");
  await picture(ana, "added-language-twin", [[390, 844]]);

  // the phone's own page, in what was chosen on this device
  await page.goto(`${server.url}/p/${board.id}#${secretOf(board.links.participant)}`);
  await page.getByText("Otwórz całą tablicę").waitFor();
  expect(await language()).toBe("pl");

  // without the network it is there all the same
  await until(async () => (await keptOf(page)).length > 0, "the language kept on the device");
  await context.setOffline(true);
  await page.goto(server.url);
  await page.getByRole("heading", { name: "Moje tablice" }).waitFor();
  await context.setOffline(false);
  expect(complaints.filter((complaint) => !complaint.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
});

/** A little of Arabic, which is written from the right. */
const ARABIC = `
import type { AddedMessages } from "../messages.ts";

export const name = "العربية";
export const messages: AddedMessages<"zero" | "one" | "two" | "few" | "many" | "other"> = {
  "home.boards": "ألواحي",
  "twin.title": "اللوح بجمل",
};`;

it("[E12] a language that is written from the right turns the pages round, within their width, and leaves the board as it lies", async () => {
  const client = await clientWith({ "i18n/languages/ar.ts": ARABIC });
  const server = await startServer({ client });
  const board = await openBoard(server, { title: "Café", template: "repair-cafe", language: "en" });
  const person = await browser.person();
  const { page, complaints } = person;
  const look = () =>
    page.evaluate("[document.documentElement.dir, document.documentElement.scrollWidth <= innerWidth].join()");
  await page.goto(server.url);
  expect(await look()).toBe("ltr,true");
  await page.getByRole("radio", { name: "العربية" }).click();
  await page.getByRole("heading", { name: "ألواحي" }).waitFor();
  expect(await look()).toBe("rtl,true");

  await page.goto(board.links.facilitator);
  const [expectation, factor] = [person.card("Sessions in the evening"), person.card("Volunteers with time")];
  await factor.waitFor();
  const xOf = async (card: typeof factor) => (await card.boundingBox())?.x ?? 0;
  expect((await xOf(expectation)) < (await xOf(factor))).toBe(true);
  // the tools stand where one begins to read
  const tools = await page.getByRole("navigation", { name: "Tools" }).boundingBox();
  expect(tools?.x).toBeGreaterThan(1_300);
  await page.keyboard.press("o");
  await page.getByRole("heading", { name: "اللوح بجمل" }).waitFor();
  expect(await look()).toBe("rtl,true");

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${server.url}/p/${board.id}#${secretOf(board.links.participant)}`);
  await page.getByRole("textbox").first().waitFor();
  expect(await look()).toBe("rtl,true");
  expect(complaints).toEqual([]);
});

/** The files of the language that are kept for when the network is gone. */
const keptOf = (page: { evaluate<Answer>(script: string): Promise<Answer> }): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url).filter((url) => /\\/pl-[^/]*\\.js$/.test(url));
  })()`);
