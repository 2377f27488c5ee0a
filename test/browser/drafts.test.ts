import { applyEdits, readBoard } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { connect, saved, secretOf, synced } from "../helpers/client.ts";
import { beginDrafting, silentPhase, textsOf } from "../helpers/drafting.ts";
import { findings } from "../helpers/findings.ts";
import { drag, findAll, middleOf, openBrowser, type Person, writeCard } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { NOWHERE, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const banner = ({ page }: Person) => page.locator("[data-banner=drafts]");

it("[F45, F105] people draft on their own canvas, for their eyes only, until a facilitator reveals it all", async () => {
  const server = await startServer({ client: BUILT_CLIENT, drafts: { countEveryMs: 100 } });
  const look = newCardId();
  const { board, awa, writer } = await beginDrafting(server, silentPhase({ look }));
  const maker = connect(server, board.id, awa.session, "board");
  await synced(maker);
  const frame = { type: "addCard", id: look, kind: "frame", position: [0, 0], text: "What we expect", at: 1 } as const;
  applyEdits(maker.doc, [{ ...frame, attributes: { size: [560, 300] }, by: awa.person }]);
  await saved(maker, 1);
  const states = () =>
    [...maker.provider.awareness.getStates().values()].map((state) => JSON.stringify(state)).join("");
  let everShown = "";
  maker.provider.awareness.on("change", () => (everShown += states()));

  const [bo, vera, zoe] = [
    await browser.person(),
    await browser.person({ theme: "dark" }),
    await browser.person({ language: "fr" }),
  ];
  await bo.page.goto(board.links.participant);
  await vera.page.goto(board.links.viewer);
  await zoe.page.goto(board.links.facilitator);
  await banner(bo).getByText("Silent writing: only you see your cards.").waitFor();
  await banner(bo)
    .getByText(/Without names/)
    .waitFor();
  // what a step asks comes once the server's time is known: the ground would go from under the hand
  await bo.page.locator(`[data-brought="${look}"]`).waitFor();
  await writeCard(bo, "More benches", { x: 620, y: 560 });
  const mine = bo.page.getByRole("article", { name: /More benches.*Only you see this/ });
  await mine.waitFor();
  await bo.saved();
  await banner(vera).getByText("1 idea waiting").waitFor();

  // as any card: moved, written in, thrown away, taken back
  const start = await middleOf(mine);
  await drag(bo.page, start, { x: start.x + 200, y: start.y - 40 });
  await until(async () => (await middleOf(mine)).x - start.x > 180, "the card at its new place");
  await bo.page.keyboard.press("Control+z");
  await until(async () => Math.abs((await middleOf(mine)).x - start.x) < 8, "the card back at its place");
  await mine.dblclick();
  const field = bo.page.getByRole("textbox", { name: "Text of the card" });
  await field.press("End");
  await field.pressSequentially(" in the shade");
  await bo.page.keyboard.press("Escape");
  // within the frame that they were brought to
  await writeCard(bo, "A mistake", { x: 860, y: 480 });
  await bo.card("A mistake").click();
  await bo.page.keyboard.press("Delete");
  await bo.card("A mistake").waitFor({ state: "detached" });
  await bo.saved();
  await bo.page.reload();
  await bo.card("More benches in the shade").waitFor();
  expect(await bo.card("A mistake").count()).toBe(0);
  await bo.card("More benches in the shade").click();

  // nobody else has got any of it
  const others = await Promise.all(["Cleo", "Dan"].map(writer));
  for (const [index, { draft }] of others.entries()) {
    for (const text of ["Fewer cars", "A market", "Trees", "Quiet streets"]) addNote(draft.doc, `${text} ${index}`);
    await saved(draft, 1);
  }
  await banner(vera).getByText("9 ideas waiting").waitFor();
  for (const { page } of [vera, zoe]) expect(await page.getByRole("article").count()).toBe(0);
  expect([...readBoard(maker.doc).cards.keys()]).toEqual([look]);
  expect(states()).not.toMatch(/selection":\["|"editing":"|"cursor":\[/);
  // of what was typed in fields that are closed by now neither
  expect(everShown).toContain('"user"');
  expect(everShown).not.toContain('"caret":[');
  await picture(bo, "drafts-own");
  await picture(vera, "drafts-viewer");

  // a facilitator drafts too, and reveals
  await zoe.page.mouse.dblclick(620, 760);
  await zoe.page.getByRole("textbox", { name: "Texte de la carte" }).pressSequentially("Des fontaines");
  await zoe.page.keyboard.press("Escape");
  await banner(zoe).getByText("10 idées en attente").waitFor();
  await banner(zoe).getByRole("button", { name: "Révéler…" }).press("Enter");
  const dialog = zoe.page.getByRole("alertdialog", { name: /Révéler 10 idées/ });
  await dialog.getByText(/dans «.What we expect.»/).waitFor();
  await picture(zoe, "drafts-reveal");
  await dialog.getByRole("button", { name: "Révéler maintenant" }).press("Enter");
  await dialog.waitFor({ state: "detached" });
  for (const person of [bo, vera, zoe]) {
    await findAll(person, ["More benches in the shade", "Des fontaines"]);
    expect(await person.page.getByRole("article", { name: /Only you see this|Visible de vous/ }).count()).toBe(0);
  }
  const revealed = [...readBoard(maker.doc).cards.values()].filter(({ id }) => id !== look);
  expect(revealed.map(({ by }) => by)).toEqual(Array.from({ length: 10 }, () => undefined));
  await picture(bo, "drafts-revealed");
  // and goes on, with nothing waiting
  await banner(bo).getByText("No idea waits yet").waitFor();
  await writeCard(bo, "One more", { x: 1000, y: 700 });
  await banner(vera).getByText("1 idea waiting").waitFor();
  for (const person of [bo, vera, zoe]) expect(person.complaints).toEqual([]);
});

it("[F46] what is drafted while the server is away gets there, or is told when the ideas were revealed without it", async () => {
  const folder = await openFolder();
  const first = await runServer({ DATA_DIR: folder });
  const drafting = await beginDrafting(first);
  const { board, awa, phase } = drafting;
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await banner(bo).waitFor();
  await writeCard(bo, "Saved before", { x: 420, y: 400 });
  await bo.saved();
  first.kill("SIGKILL");
  await first.ended;
  await bo.status(/^Offline/);
  await writeCard(bo, "Made while away", { x: 900, y: 400 });
  await bo.status(/^Offline, 2 changes kept on this device/);
  // a page that is gone before the server is back
  await bo.page.goto("about:blank");
  const second = await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  await bo.page.goto(`${first.url}/b/${board.id}`);
  await bo.card("Made while away").waitFor();
  await bo.saved();
  await bo.card("Saved before").waitFor();

  second.kill("SIGKILL");
  await second.ended;
  await bo.status(/^Offline/);
  await writeCard(bo, "Too late", { x: 420, y: 650 });
  await bo.status(/^Offline, 2 changes kept on this device/);
  // the server is back at a place that the page does not know, and all is revealed without it
  const apart = await runServer({ DATA_DIR: folder });
  const body = JSON.stringify({ phase: phase.id, round: 0 });
  const headers = { authorization: `Bearer ${awa.session}` };
  const reveal = await fetch(`${apart.url}/api/boards/${board.id}/reveal`, { method: "POST", body, headers });
  expect(await reveal.json()).toMatchObject({ ideas: 2 });
  apart.kill("SIGKILL");
  await apart.ended;
  const third = await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  const told = bo.page.getByRole("alertdialog");
  await told
    .getByText(/revealed/)
    .first()
    .waitFor({ timeout: 30_000 });
  await told.getByText("Too late").first().waitFor();
  await bo.page.keyboard.press("Escape");
  await told.waitFor({ state: "detached" });
  await findAll(bo, ["Saved before", "Made while away"]);
  await until(async () => (await bo.page.getByRole("article").count()) === 2, "each idea once");

  // and a page that never came back in time: the next one tells
  // the page has heard of the next round
  await banner(bo).getByText("No idea waits yet").waitFor({ timeout: 30_000 });
  await banner(bo).getByText("Silent writing: only you see your cards.").waitFor();
  // what was told is not told again with the draft of that round
  expect(await told.count()).toBe(0);
  third.kill("SIGKILL");
  await third.ended;
  await bo.status(/^Offline/);
  // on free ground: what was revealed lies in the middle
  await writeCard(bo, "Never sent", { x: 320, y: 720 });
  await bo.status(/^Offline, 2 changes kept on this device/);
  await bo.page.goto("about:blank");
  const fourth = await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  const next = JSON.stringify({ phase: phase.id, round: 1 });
  expect((await fetch(`${fourth.url}/api/boards/${board.id}/reveal`, { method: "POST", body: next, headers })).ok).toBe(
    true,
  );
  await bo.page.goto(`${first.url}/b/${board.id}`);
  await bo.page.getByRole("alertdialog").getByText("Never sent").first().waitFor();
});

it("[F46] what was drafted without a line, before the page was left, is told in its words to who comes back after the step", async () => {
  const server = await startServer({ client: BUILT_CLIENT, drafts: { countEveryMs: 20 } });
  const { board, phase, writer, waits, go } = await beginDrafting(server);
  const { draft } = await writer("Cleo");
  addNote(draft.doc, "A market");
  await saved(draft, 1);
  await waits(({ ideas }) => ideas === 1);
  const proxy = await openProxy(server.port);
  const bo = await browser.person();
  await bo.page.goto(`${proxy.url}/b/${board.id}#${secretOf(board.links.participant)}`);
  await banner(bo).getByText("Silent writing: only you see your cards.").waitFor();
  proxy.leadTo(NOWHERE);
  proxy.cut();
  await bo.status(/^Offline/);
  await writeCard(bo, "Never sent", { x: 420, y: 400 });
  await bo.status(/^Offline, 2 changes kept on this device/);
  await bo.page.goto("about:blank");
  await go(phase.id, null);
  proxy.leadTo(server.port);
  await bo.page.goto(`${proxy.url}/b/${board.id}`);
  await bo.page.getByRole("alertdialog").getByText("Never sent").first().waitFor();
});

it("[F117] all are told what was revealed, with the way to it where it is out of view; what was thrown away is never said to be there", async () => {
  const server = await startServer({ client: BUILT_CLIENT, drafts: { countEveryMs: 20 } });
  const { board, reveal, discard, writer, waits } = await beginDrafting(server);
  const [awa, bo] = [await browser.person({ size: [390, 844], touch: true }), await browser.person({ language: "fr" })];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.viewer);
  const toasts = ({ page }: Person) => page.locator("[data-toasts]");
  const write = async (...texts: string[]) => {
    const { draft } = await writer("Cleo");
    for (const text of texts) addNote(draft.doc, text);
    await saved(draft, 1);
    await waits(({ ideas }) => ideas === texts.length);
  };
  await write("A market", "Trees");
  await banner(awa).getByText("2 ideas waiting").waitFor();
  await banner(bo).getByText("2 idées en attente").waitFor();
  // who looks elsewhere sees nothing of what comes
  await bo.page.mouse.move(700, 450);
  for (let step = 0; step < 4; step += 1) await bo.page.mouse.wheel(3_000, 2_000);
  await banner(awa).getByRole("button", { name: "Reveal…" }).click();
  await awa.page.getByRole("alertdialog").getByRole("button", { name: "Reveal now" }).click();
  await toasts(awa).getByText("2 ideas are on the board.").waitFor();
  await toasts(bo).getByText("2 idées sont sur le tableau.").waitFor();
  expect(await bo.card("Trees").count()).toBe(0);
  await picture(bo, "drafts-see", [[1440, 900]]);
  await toasts(bo).getByRole("button", { name: "Les voir" }).click();
  for (const title of ["A market", "Trees"]) await bo.card(title).waitFor();
  // on a phone what came is found in the same way
  const see = toasts(awa).getByRole("button", { name: "See them" });
  if (await see.isVisible()) await see.click();
  for (const title of ["A market", "Trees"]) await awa.card(title).waitFor();
  await picture(awa, "drafts-seen", [[390, 844]]);

  await write("A mistake");
  await banner(bo).getByText("1 idée en attente").waitFor();
  expect(await discard(1)).toBe(204);
  await toasts(bo).getByText("Les brouillons sont jetés.").waitFor();
  await toasts(awa).getByText("The drafts are thrown away.").waitFor();
  expect(
    await toasts(bo)
      .getByText(/1 idée est/)
      .count(),
  ).toBe(0);
  expect(await reveal(2)).toBe(0);
  await waits(({ round }) => round === 3);
  for (const { complaints } of [awa, bo]) expect(complaints).toEqual([]);
});

it("[F93] an idea that came too late for a reveal without names is kept as a note only by a button that says whose name it bears", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, awa, phase, go, reveal, writer } = await beginDrafting(server);
  const { draft } = await writer("Cleo");
  addNote(draft.doc, "In time");
  await saved(draft, 1);
  const proxy = await openProxy(server.port);
  const bo = await browser.person({ language: "fr" });
  await bo.page.goto(`${proxy.url}/b/${board.id}#${secretOf(board.links.participant)}`);
  await banner(bo)
    .getByText(/Sans noms/)
    .waitFor();
  proxy.leadTo(NOWHERE);
  proxy.cut();
  await bo.status(/^Hors ligne/);
  await bo.page.mouse.dblclick(620, 560);
  await bo.page.getByRole("textbox", { name: "Texte de la carte" }).pressSequentially("Trop tard");
  await bo.page.keyboard.press("Escape");
  await bo.status(/^Hors ligne, 2 changements/);
  expect(await reveal()).toBe(1);
  await go(phase.id, null);
  proxy.leadTo(server.port);
  const told = bo.page.getByRole("alertdialog");
  const row = told.getByRole("listitem").filter({ hasText: "Nouvelle carte" });
  await row.getByText("Trop tard").waitFor({ timeout: 30_000 });
  await row.getByText(/tout le monde les voit, avec votre nom/).waitFor();
  expect(await findings(bo.page)).toEqual([]);
  await picture(bo, "drafts-too-late-fr");
  const keep = row.getByRole("button", { name: "Garder en note, avec mon nom" });
  await expect.poll(() => keep.textContent()).toBe("Garder en note, avec mon nom");
  await keep.press("Enter");
  const peer = connect(server, board.id, awa.session, "board");
  await synced(peer);
  await until(() => textsOf(peer).includes("Trop tard"), "the note on the board");
  const { by } = [...readBoard(peer.doc).cards.values()].find(({ text }) => text === "Trop tard")!;
  expect(by).toBeDefined();
});
