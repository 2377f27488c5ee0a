import { readAnnotations } from "@palabre/shared/documents";
import type { SourceRead } from "@palabre/shared/protocol";
import type { Reading } from "@palabre/shared/terms";
import { expect, it, onTestFinished } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { startFeedServer } from "../helpers/feedServer.ts";
import { drawMap } from "../helpers/mapBoard.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const heard = ({ page }: Person, words: string | RegExp) =>
  page.locator("[data-announcer] [data-urgency=polite]").getByText(words).waitFor({ state: "attached" });

it("[E1, E2] who listens hears in words what another does on the canvas, as much of it as they chose", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  drawMap(
    maker.doc,
    [
      ["Waiting", "factor"],
      ["Trust", "expectation"],
    ],
    [],
  );
  await saved(maker, 1);
  const [ana, bo] = [await browser.person(), await browser.person({ theme: "dark" })];
  await ana.page.goto(board.links.participant);
  await bo.page.goto(board.links.participant);
  await bo.card("Waiting").waitFor();
  await ana.page.locator("[data-notices]").waitFor({ state: "attached" });
  // near: the card that has the keyboard
  await ana.card("Waiting").click();
  await bo.card("Waiting").dblclick();
  await bo.page.keyboard.type(" in line");
  await bo.page.keyboard.press("Escape");
  await heard(ana, /wrote in “Waiting in line”/);
  await bo.page.keyboard.press("Delete");
  await heard(ana, /deleted “Waiting in line”/);

  // all: chosen in the menu, kept on the device
  await ana.page.getByRole("button", { name: "More", exact: true }).click();
  await ana.page.getByRole("menuitem", { name: /What is read aloud/ }).click();
  const dialog = ana.page.getByRole("dialog", { name: "What is read aloud" });
  const levels = dialog.getByRole("radiogroup", { name: "What others change" });
  await levels.getByRole("radio", { name: "everything" }).click();
  await picture(ana, "notices");
  await ana.page.keyboard.press("Escape");
  await bo.card("Trust").click();
  await bo.page.keyboard.press("Shift+ArrowRight");
  await heard(ana, /moved “Trust”/);
  await ana.page.keyboard.press("Alt+r");
  await ana.page
    .locator("[data-announcer] [data-urgency=assertive]")
    .getByText(/moved “Trust”/)
    .waitFor({ state: "attached" });
  expect([...ana.complaints, ...bo.complaints]).toEqual([]);
});

it("[E5] who listens follows one person by ear: told of what they do far away, and led to it by a key", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Zoé");
  const zoe = connect(server, board.id, session, "board");
  await synced(zoe);
  const [, trust] = drawMap(
    zoe.doc,
    [
      ["Waiting", "factor"],
      ["Trust", "expectation"],
    ],
    [],
  );
  await saved(zoe, 1);
  const [ana, bo] = [await browser.person({ language: "fr" }), await browser.person()];
  await ana.page.goto(board.links.participant);
  await bo.page.addInitScript(() => localStorage.setItem("palabre.name", "Bo"));
  await bo.page.goto(board.links.participant);
  await bo.card("Trust").waitFor();
  await ana.card("Waiting").click();
  const dialog = await openNotices(ana);
  await dialog.getByRole("button", { name: /De qui tout changement est dit/ }).click();
  await ana.page.getByRole("option", { name: "Bo" }).click();
  await picture(ana, "notices-followed");
  await closeNotices(dialog);
  // neither near nor linked to where Ana is
  await bo.card("Trust").click();
  await bo.page.keyboard.press("Shift+ArrowRight");
  await heard(ana, /Bo a déplacé «\u202fTrust\u202f»/);
  await ana.card("Waiting").focus();
  await ana.page.keyboard.press("Alt+g");
  await until(
    () => ana.page.locator(`[data-card="${trust}"]`).evaluate((card) => card === document.activeElement),
    "the keyboard at what Bo changed",
  );
  expect([...ana.complaints, ...bo.complaints]).toEqual([]);
});

it("[E7] a figure that changes is told to who stands near its card, with what it was, and not to who wants none", async () => {
  const feed = await startFeedServer();
  onTestFinished(() => feed.close());
  const speak = (count: number) => {
    for (let index = 0; index < count; index += 1)
      feed.addItem({
        title: "Hours",
        text: "Could you open in the evening?",
        at: Date.now(),
        link: `https://example.org/${Math.random()}`,
      });
  };
  speak(10);
  const server = await startServer({ client: BUILT_CLIENT, fetchAllow: [feed.host] });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Zoé");
  const zoe = connect(server, board.id, session, "board");
  await synced(zoe);
  drawMap(
    zoe.doc,
    [
      ["Evening", "expectation"],
      ["Waiting", "factor"],
    ],
    [],
  );
  await saved(zoe, 1);
  const sources = `/api/boards/${board.id}/sources`;
  const added = await ask<SourceRead>(server, "POST", sources, { body: { kind: "feed", url: feed.url }, session });
  expect(added.status).toBe(201);
  // how it is felt is told too, once: it comes when the posts are read, and here that is before anybody is told
  const workshop = connect(server, board.id, session, "workshop");
  const isFelt = ({ measure, state }: Reading) => measure === "feeling" && state === "known";
  await until(
    () => [...readAnnotations(workshop.doc).cards.values()].some(({ readings }) => readings.some(isFelt)),
    "the posts to be read",
  );

  const people = [
    await browser.person(),
    await browser.person({ language: "fr", theme: "dark" }),
    await browser.person({ language: "fr" }),
  ] as const;
  const [ana, bo, cy] = people;
  await cy.page.clock.install();
  for (const person of people) {
    await person.page.goto(board.links.participant);
    await person.card("Evening").getByText("10", { exact: true }).waitFor();
    await person.page.locator("[data-notices]").waitFor({ state: "attached" });
  }
  // near: Ana stands on the card, Cy on another; Bo stands on it and chose to hear of none
  await ana.card("Evening").click();
  await cy.card("Waiting").click();
  await chooseFigures(bo, "rien");
  await bo.card("Evening").click();
  await expect
    .poll(() => bo.page.evaluate(() => localStorage.getItem("palabre.notices")))
    .toBe("near people off votes");

  const refresh = () => ask(server, "POST", `${sources}/${added.body.source.id}/refresh`, { session });
  speak(3);
  expect((await refresh()).status).toBe(200);
  await heard(ana, /^“Evening”: 13 mentions, 10 before\./);

  // what was not told is not told later: Cy hears what has changed since
  await cy.card("Evening").getByText("13", { exact: true }).waitFor();
  // changes are gathered on each page by its own clock: those of Cy's are passed over by now
  await cy.page.clock.fastForward(4_000);
  await chooseFigures(cy, "tout");
  speak(2);
  expect((await refresh()).status).toBe(200);
  await heard(cy, /^«\u202fEvening\u202f»\u202f: 15 mentions, contre 13 avant\./);
  expect(await bo.page.locator("[data-announcer]").textContent()).not.toContain("mentions");
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
});

it("[E10] that a vote opens is told to all but those who chose not to hear of it", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Zoé");
  const zoe = connect(server, board.id, session, "board");
  await synced(zoe);
  const titles = [
    ["Two evenings a month", "strategy"],
    ["Train ten repairers", "strategy"],
  ] as const;
  drawMap(zoe.doc, titles, []);
  await saved(zoe, 1);
  const [ana, bo] = [await browser.person(), await browser.person({ language: "fr" })];
  for (const person of [ana, bo]) {
    await person.page.goto(board.links.participant);
    await person.card("Two evenings").waitFor();
    await person.page.locator("[data-notices]").waitFor({ state: "attached" });
  }
  const dialog = await openNotices(bo);
  await dialog.getByText("Dire qu’un vote s’ouvre").click();
  await closeNotices(dialog);
  const body = { method: "ranked", scope: { kind: "strategy" }, question: "Which one first?" };
  expect((await ask(server, "POST", `/api/boards/${board.id}/ballots`, { session, body })).status).toBe(201);
  await heard(ana, /^A vote is open: Which one first\?/);
  // who doesn't hear of it sees it all the same
  await bo.page.locator("[data-slip=ballot]").getByText("Which one first?").waitFor();
  expect(await bo.page.locator("[data-announcer]").textContent()).not.toContain("Which one first?");
  expect([...ana.complaints, ...bo.complaints]).toEqual([]);
});

/** By the menu of a page in French. */
async function openNotices({ page }: Person) {
  await page.getByRole("button", { name: "Plus", exact: true }).click();
  await page.getByRole("menuitem", { name: /Ce qui est lu/ }).click();
  return page.getByRole("dialog", { name: "Ce qui est lu à voix haute" });
}

async function closeNotices(dialog: Awaited<ReturnType<typeof openNotices>>): Promise<void> {
  await dialog.getByRole("button", { name: "Fermer" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function chooseFigures(person: Person, level: string): Promise<void> {
  const dialog = await openNotices(person);
  const levels = dialog.getByRole("radiogroup", { name: "Les chiffres des cartes" });
  await levels.getByRole("radio", { name: level }).click();
  await picture(person, `notices-figures-${level}`);
  await closeNotices(dialog);
}
