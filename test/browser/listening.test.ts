import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startFeedServer } from "../helpers/feedServer.ts";
import { openBoard } from "../helpers/client.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";

const browser = openBrowser();
const DAY_MS = 86_400_000;

const writeExpectation = async ({ page }: Person, title: string, query: string) => {
  await page.mouse.dblclick(500, 400);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially(title);
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Notebook" }).getByRole("button", { name: "Card" }).click();
  await page.getByRole("textbox", { name: "Listens for any of these words" }).fill(query);
  await page.keyboard.press("Enter");
};

it("[J5] a feed is heard, gains a post, and its mentions and quotes change in both browsers within 2 s", async () => {
  const feed = await startFeedServer();
  onTestFinished(() => feed.close());
  for (let index = 0; index < 10; index += 1) {
    feed.addItem({
      title: `Opening hours ${index}`,
      text: `Could you open in the evening, at least on day ${index}?`,
      at: Date.now() - index * DAY_MS,
      link: `https://example.org/posts/${index}`,
    });
  }
  const server = await startServer({ client: BUILT_CLIENT, fetchAllow: [feed.host] });
  const board = await openBoard(server);
  const [amina, yann] = [await browser.person(), await browser.person()];
  await amina.page.goto(board.links.facilitator);
  await yann.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeExpectation(amina, "Evening hours", "evening*");

  await amina.page.getByRole("button", { name: "Listen" }).click();
  await amina.page.getByRole("button", { name: "Add a feed" }).first().click();
  await amina.page.getByRole("textbox", { name: "Address of the feed" }).fill(feed.url);
  await amina.page.getByRole("button", { name: "Add", exact: true }).click();
  for (const person of [amina, yann]) await person.card("Evening hours").getByText("10", { exact: true }).waitFor();

  await yann.card("Evening hours").click();
  await yann.page.getByText("Could you open in the evening, at least on day 0?").waitFor();

  feed.addItem({
    title: "New",
    text: "An evening would change my life.",
    at: Date.now(),
    link: "https://example.org/posts/new",
  });
  const askedBefore = feed.counts.asked;
  await amina.page.getByRole("button", { name: "Read now" }).click();
  await until(() => feed.counts.asked > askedBefore, "the feed to be read again");
  const fetchedAt = Date.now();
  await Promise.all(
    [amina, yann].map((person) => person.card("Evening hours").getByText("11", { exact: true }).waitFor()),
  );
  await yann.page.getByText("An evening would change my life.").waitFor();
  expect(Date.now() - fetchedAt).toBeLessThan(2_000);
});

it("[J6] what can't be heard is refused in words, and nothing is added", async () => {
  const feed = await startFeedServer();
  onTestFinished(() => feed.close());
  const page = feed.serve("/page", (_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><html><body>Hello</body></html>"),
  );
  const server = await startServer({ client: BUILT_CLIENT, fetchAllow: [feed.host] });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.goto(board.links.facilitator);
  await amina.page.getByRole("button", { name: "Listen" }).click();
  await amina.page.getByRole("button", { name: "Add a feed" }).first().click();
  const address = amina.page.getByRole("textbox", { name: "Address of the feed" });
  const refusals: [url: string, words: RegExp][] = [
    ["http://127.0.0.1:9/feed", /private/i],
    ["ftp://example.org/feed", /http/i],
    [`http://${feed.host}/missing`, /404/],
    [page, /feed/i],
  ];
  for (const [url, words] of refusals) {
    await address.fill(url);
    await amina.page.getByRole("button", { name: "Add", exact: true }).click();
    await amina.page
      .getByRole("alert")
      .or(amina.page.locator("[slot=errorMessage]"))
      .filter({ hasText: words })
      .first()
      .waitFor();
  }
  await amina.page.getByRole("button", { name: "Cancel" }).click();
  await amina.page.getByRole("button", { name: "Upload a CSV" }).first().click();
  await amina.page.locator("input[type=file]").setInputFiles({
    name: "photo.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
  });
  await amina.page
    .getByText(/not a CSV|no CSV|isn.t a CSV/i)
    .first()
    .waitFor();
  await amina.page.getByRole("button", { name: "Cancel" }).click();
  await amina.page.getByText("No source yet.").first().waitFor();
});

const folder = process.env["LISTENING_DATA"];
it.skipIf(!folder || !existsSync(folder))(
  "[J7] a CSV of 2,000 real posts speaks on the cards in both browsers (needs LISTENING_DATA)",
  async () => {
    const files = (await readdir(folder!))
      .filter((name) => /^(expect|sentiment).*(-fr|-en)\.jsonl$/.test(name))
      .toSorted();
    const texts: string[] = [];
    for (const file of files) {
      for (const line of (await readFile(join(folder!, file), "utf8")).split("\n")) {
        if (line.trim() === "") continue;
        const { text } = JSON.parse(line) as { text: string };
        texts.push(text);
      }
    }
    const spread = texts.slice(0, 2_500);
    expect(spread.length).toBeGreaterThanOrEqual(2_000);
    const rows = spread.map(
      (text, index) =>
        `${new Date(Date.now() - (index % 60) * DAY_MS - index * 1_000).toISOString()};"${text.replaceAll('"', '""')}"`,
    );
    const csv = `\uFEFFdate;texte\r\n${rows.join("\r\n")}\r\n`;

    const server = await startServer({ client: BUILT_CLIENT });
    const board = await openBoard(server);
    const [amina, yann] = [await browser.person(), await browser.person({ language: "fr" })];
    await amina.page.goto(board.links.facilitator);
    await yann.page.goto(board.links.participant);
    await amina.page.getByText("Nothing under the tree yet").waitFor();
    await writeExpectation(amina, "Un suivi fiable", "application*, appli*");
    await amina.page.getByRole("button", { name: "Listen" }).click();
    await amina.page.getByRole("button", { name: "Upload a CSV" }).first().click();
    await amina.page
      .locator("input[type=file]")
      .setInputFiles({ name: "posts.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await amina.page.getByRole("button", { name: "Add these posts" }).click();
    await amina.page
      .getByText(/posts? added/)
      .first()
      .waitFor({ timeout: 30_000 });
    const stored = Date.now();
    for (const person of [amina, yann])
      await person
        .card("Un suivi fiable")
        .getByText(/^\d{2,}$/)
        .first()
        .waitFor();
    expect(Date.now() - stored).toBeLessThan(2_000);
    await yann.card("Un suivi fiable").click();
    // what is quoted stands word for word in a post
    await yann.page.locator("blockquote").first().waitFor();
    const quotes = await yann.page.locator("blockquote").allInnerTexts();
    expect(quotes.length).toBeGreaterThan(0);
    const folded = texts.map((text) => text.replaceAll(/\s+/g, " "));
    for (const quote of quotes) {
      const words = quote.replaceAll(/^[«“"\s]+|[»”"\s]+$/g, "").replaceAll(/\s+/g, " ");
      expect(folded.some((text) => text.includes(words))).toBe(true);
    }
  },
);
