import type { Links } from "@palabre/shared/protocol";
import { applyEdits } from "@palabre/shared/documents";
import { newCardId, newPhaseId, type BoardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, saved, synced } from "../helpers/client.ts";
import { beginDrafting } from "../helpers/drafting.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const whole = ({ page }: Person) => page.locator("[data-step=whole]");
const line = ({ page }: Person) => page.locator("[data-step=line]");

/** What hangs from the top and how much of a card it covers, in px². */
const covered = async ({ page, card }: Person, title: string): Promise<number> => {
  const note = await card(title).boundingBox();
  if (!note) return Number.NaN;
  let area = 0;
  for (const slip of await page.locator("[data-hanging] > *").all()) {
    const box = await slip.boundingBox();
    if (!box) continue;
    const width = Math.min(note.x + note.width, box.x + box.width) - Math.max(note.x, box.x);
    const height = Math.min(note.y + note.height, box.y + box.height) - Math.max(note.y, box.y);
    area += Math.max(0, width) * Math.max(0, height);
  }
  return area;
};

it("[F142] who has a card in hand when their page comes to know of the step under way is asked, and not moved", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const look = newCardId();
  const ideas = { id: newPhaseId(), title: { en: "Ideas" }, instruction: {}, look };
  const { board, awa } = await beginDrafting(server, ideas);
  const maker = connect(server, board.id, awa.session, "board");
  await synced(maker);
  const card = { type: "addCard", kind: "note", at: 1, by: awa.person } as const;
  applyEdits(maker.doc, [
    { ...card, id: look, position: [3_000, 2_000], text: "The question" },
    { ...card, id: newCardId(), position: [0, 0], text: "In hand" },
  ]);
  await saved(maker, 1);
  const bo = await browser.person();
  let goOn = (): void => {};
  const isKnown = new Promise<void>((resolve) => (goOn = resolve));
  // by the server's time the page knows how the step stands
  await bo.page.route("**/api/time", async (route) => {
    await isKnown;
    await route.continue();
  });
  await bo.page.goto(board.links.participant);
  await bo.card("In hand").click();
  const before = await middleOf(bo.card("In hand"));
  goOn();
  await bo.page.getByRole("button", { name: "Go to “The question”" }).waitFor();
  expect(await middleOf(bo.card("In hand"))).toEqual(before);
  await bo.page.getByRole("button", { name: "Go to “The question”" }).click();
  await bo.card("The question").waitFor();
  expect(bo.complaints).toEqual([]);
});

it("[F102] the sheet of a step leaves in view what it brings people to, is a strip for who watches, and once understood stays so", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const zoe = await browser.person({ language: "fr" });
  await zoe.page.goto(server.url);
  await zoe.page.getByRole("button", { name: /^Ce que la communauté attend/ }).click();
  await zoe.page.getByRole("button", { name: "Créer le tableau" }).click();
  await zoe.card("La question du jour").waitFor();
  const id = (new URL(zoe.page.url()).pathname.split("/").at(-1) ?? "") as BoardId;
  const links = await zoe.page.evaluate<Links>(`fetch("/api/boards/${id}/links").then((reply) => reply.json())`);
  const [bo, odile, vera] = [
    await browser.person({ language: "fr" }),
    await browser.person({ language: "fr", size: [390, 844], touch: true }),
    await browser.person({ language: "fr", size: [1920, 1080] }),
  ];
  for (const [person, link] of [
    [bo, links.participant],
    [odile, links.participant],
    [vera, links.viewer],
  ] as const) {
    await person.page.goto(link);
    await person.card("La question du jour").waitFor();
  }
  await zoe.page.keyboard.press("Control+Shift+Enter");
  for (const person of [bo, odile]) await whole(person).waitFor();
  await line(vera).waitFor();
  for (const [person, name, size] of [
    [bo, "sheet-bo", [1440, 900]],
    [odile, "sheet-odile", [390, 844]],
    [vera, "sheet-vera", [1920, 1080]],
  ] as const) {
    await person.page.locator("[data-brought]").waitFor();
    await picture(person, name, [size]);
    await until(async () => (await covered(person, "La question du jour")) === 0, `the question to be seen by ${name}`);
  }
  expect(await whole(vera).count()).toBe(0);
  // once understood it stays so, on this device, until another step begins
  await whole(bo).getByRole("button", { name: "J’ai compris" }).click();
  await line(bo).waitFor();
  await bo.page.reload();
  await line(bo).waitFor();
  expect(await whole(bo).count()).toBe(0);
  await zoe.page.keyboard.press("Control+Shift+Enter");
  await whole(bo).getByText("Écouter ce qui se dit").waitFor();
  expect([...bo.complaints, ...odile.complaints, ...vera.complaints]).toEqual([]);
});
