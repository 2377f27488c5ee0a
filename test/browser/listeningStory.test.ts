import { expect, it, onTestFinished } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { startFeedServer } from "../helpers/feedServer.ts";
import { startDiscourse } from "../helpers/hosts/discourse.ts";
import { startMastodon } from "../helpers/hosts/mastodon.ts";
import { drag, middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { spokenPosts } from "../helpers/spokenPosts.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** A neighbourhood that speaks in three places: of the evening on a blog, of the kiln on Mastodon, of both in a forum. */
async function openTown() {
  const [feed, mastodon, discourse] = await Promise.all([startFeedServer("Blog"), startMastodon(), startDiscourse()]);
  onTestFinished(async () => void (await Promise.all([feed, mastodon, discourse].map((host) => host.close()))));
  const posts = spokenPosts(24, Date.now()).toReversed();
  for (const [index, { text, at }] of posts.entries()) {
    const isEvening = /evening/.test(text);
    if (isEvening && index % 2 === 0) feed.addItem({ title: "", text, at, link: `https://example.org/${index}` });
    else if (/[Ff]our/.test(text)) mastodon.say(text, at);
    else discourse.say(text, at);
  }
  return { feed, mastodon, discourse };
}

/** The number of mentions on a card. */
const mentionsOf = async (person: Person, title: string): Promise<number> => {
  const text = await person.card(title).innerText();
  return Number(/(\d+)\s+mentions/.exec(text)?.[1] ?? "0");
};

it("[J14] three kinds of sources are heard, a suggestion is put on the board, its figures move elsewhere, an alert is raised", async () => {
  const { feed, mastodon, discourse } = await openTown();
  const server = await startServer({ client: BUILT_CLIENT, fetchAllow: [feed.host, mastodon.host, discourse.host] });
  const board = await openBoard(server);
  const [amina, yann] = [await browser.person(), await browser.person({ theme: "dark" })];
  await amina.page.goto(board.links.facilitator);
  await yann.page.goto(board.links.participant);
  const open = ({ page }: Person) =>
    page.getByRole("navigation", { name: "Notebook" }).getByRole("button", { name: "Listen" }).click();
  await open(amina);
  await open(yann);

  const addAnother = async (kind: string, fields: Readonly<Record<string, string>>) => {
    const { page } = amina;
    await page.getByRole("button", { name: "Another source" }).click();
    await page.getByRole("menuitem", { name: kind }).click();
    const form = page.getByRole("form", { name: kind });
    for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value);
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await form.waitFor({ state: "detached" });
  };
  await amina.page.getByRole("button", { name: "Add a feed" }).first().click();
  await amina.page.getByRole("textbox", { name: "Address of the feed" }).fill(feed.url);
  await amina.page.getByRole("button", { name: "Add", exact: true }).click();
  const stream = (person: Person) => person.page.locator("[data-panel=listen] ol > li");
  await stream(yann).filter({ hasText: "evening" }).first().waitFor();
  await addAnother("Mastodon", { Server: mastodon.url, Hashtag: "velo" });
  await stream(yann).filter({ hasText: "four" }).first().waitFor();
  await addAnother("Discourse", { "Address of the forum": discourse.url });
  await stream(yann).filter({ hasText: "bénévoles" }).first().waitFor();

  // what many expect takes shape, with what they wrote
  const suggestion = amina.page.locator("[data-suggestion]").filter({ hasText: "evening" }).first();
  await suggestion.waitFor({ timeout: 30_000 });
  await picture(amina, "story-suggested");
  // all is read before a hand takes hold of it: what is new may come above, and push it out of sight
  await amina.page.locator("[data-suggestion]").filter({ hasText: "from 23 posts" }).waitFor({ timeout: 60_000 });
  await amina.page.locator("[data-suggestion]").filter({ hasText: "from 21 posts" }).waitFor({ timeout: 60_000 });
  await amina.page.getByText("3 sources, 72 posts", { exact: false }).waitFor();
  const statement = (await suggestion.locator("p").nth(1).innerText()).trim();
  await suggestion.scrollIntoViewIfNeeded();
  await drag(amina.page, await middleOf(suggestion), { x: 520, y: 420 });
  await yann.card(statement).getByText("mentions").waitFor();
  const before = await mentionsOf(yann, statement);
  expect(before).toBeGreaterThan(0);

  await amina.page.getByRole("button", { name: "Add an alert" }).click();
  const alert = amina.page.getByRole("form", { name: "Add an alert" });
  await alert.getByRole("textbox", { name: "Name" }).fill("Evenings");
  await alert.getByRole("textbox", { name: "Words" }).fill('"at last"');
  await alert.getByRole("textbox", { name: "Posts, at least" }).fill("1");
  await alert.getByRole("button", { name: "Keep" }).click();
  await alert.waitFor({ state: "detached" });

  feed.addItem({
    title: "",
    text: "The evening workshop at last, so that parents can come after work",
    at: Date.now(),
    link: "https://example.org/new",
  });
  await amina.page.getByRole("button", { name: "Read now" }).first().click();
  await until(async () => (await mentionsOf(yann, statement)) === before + 1, "one mention more on the other screen");
  await stream(yann).filter({ hasText: "at last" }).first().waitFor();
  for (const { page } of [amina, yann]) {
    const raised = page.locator("[data-panel=listen] section").filter({ hasText: "Raised now" });
    await raised.getByText("Evenings").waitFor();
    await raised.getByText(/1 post/).waitFor();
  }
  await picture(yann, "story-raised");
  expect([...amina.complaints, ...yann.complaints]).toEqual([]);
});
