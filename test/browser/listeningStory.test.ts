import { readAlerts } from "@palabre/shared/documents";
import type { AddSource, AlertList, SourceRead } from "@palabre/shared/protocol";
import { newAlertId } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
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

  const { session } = await board.join("facilitator");
  const add = async (source: AddSource) => {
    const path = `/api/boards/${board.id}/sources`;
    expect((await ask<SourceRead>(server, "POST", path, { session, body: source })).status).toBe(201);
  };
  await amina.page.getByRole("button", { name: "Add a feed" }).first().click();
  await amina.page.getByRole("textbox", { name: "Address of the feed" }).fill(feed.url);
  await amina.page.getByRole("button", { name: "Add", exact: true }).click();
  const stream = (person: Person) => person.page.locator("[data-panel=listen] ol > li");
  await stream(yann).filter({ hasText: "evening" }).first().waitFor();
  await add({ kind: "mastodon", server: mastodon.url, place: "hashtag", query: "velo" });
  await stream(yann).filter({ hasText: "four" }).first().waitFor();
  await add({ kind: "discourse", server: discourse.url, place: "latest" });
  await stream(yann).filter({ hasText: "bénévoles" }).first().waitFor();

  // what many expect takes shape, with what they wrote
  const suggestion = amina.page.locator("[data-suggestion]").filter({ hasText: "evening" }).first();
  await suggestion.waitFor({ timeout: 30_000 });
  await picture(amina, "story-suggested");
  const statement = (await suggestion.locator("p").nth(1).innerText()).trim();
  await drag(amina.page, await middleOf(suggestion), { x: 520, y: 420 });
  await yann.card(statement).getByText("mentions").waitFor();
  const before = await mentionsOf(yann, statement);
  expect(before).toBeGreaterThan(0);

  const alert = newAlertId();
  const { status } = await ask<AlertList>(server, "PUT", `/api/boards/${board.id}/alerts`, {
    session,
    body: {
      alerts: [
        {
          id: alert,
          name: "Evenings",
          on: { query: '"at last"' },
          when: { is: "mentions", atLeast: 1, hours: 24 },
          timeZone: "Europe/Paris",
        },
      ],
    },
  });
  expect(status).toBe(200);
  const seen = connect(server, board.id, (await board.join("viewer")).session, "workshop");
  await synced(seen);
  expect(readAlerts(seen.doc).size).toBe(0);

  feed.addItem({
    title: "",
    text: "The evening workshop at last, so that parents can come after work",
    at: Date.now(),
    link: "https://example.org/new",
  });
  await amina.page.getByRole("button", { name: "Read now" }).first().click();
  await until(async () => (await mentionsOf(yann, statement)) === before + 1, "one mention more on the other screen");
  await stream(yann).filter({ hasText: "at last" }).first().waitFor();
  // whoever looks on is told, by what everybody reads
  const raised = await until(() => readAlerts(seen.doc).get(alert), "the alert");
  expect(raised).toMatchObject({ name: "Evenings", is: "mentions", posts: 1 });
  expect([...amina.complaints, ...yann.complaints]).toEqual([]);
});
