import { mkdir } from "node:fs/promises";
import { applyEdits, readBoard } from "@palabre/shared/documents";
import { newCardId, newCommentId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { silentPhase } from "../helpers/drafting.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { NOWHERE, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
/** where to look at what was seen, for who wants to: nothing is kept otherwise */
const pictures = process.env["PICTURES"];
const WIDTHS = [
  [1440, 900],
  [768, 900],
  [390, 844],
] as const;

/** The screen of a person as it is, at each width. */
async function picture(
  { page }: Person,
  name: string,
  widths: readonly (readonly [number, number])[] = WIDTHS,
): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const [width, height] of widths) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png` });
  }
  if (before) await page.setViewportSize(before);
}

/** A board with a note, seen by a facilitator (French, light) and a participant (English, dark). */
async function room(now: () => number = Date.now) {
  const server = await startServer({ client: BUILT_CLIENT, now });
  const board = await openBoard(server);
  const zoe = await board.join("facilitator", "Zoé");
  const maker = { ...connect(server, board.id, zoe.session, "board"), person: zoe.person };
  await synced(maker);
  addNote(maker.doc, "The question");
  await saved(maker, 1);
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person({ theme: "dark" })];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  for (const person of [awa, bo]) await person.card("The question").waitFor();
  return { server, board, zoe, maker, awa, bo };
}

/** The row of the only other person in the panel, by role. */
const rowOf = ({ page }: Person, role: string) =>
  page.locator("[data-panel=people] [data-person]").filter({ hasText: role });

it("[F60, F61, F62, H20] a facilitator raises the hand of a participant, mutes them, removes them, undoes what they did, and lets them back in, from the panel of the people", async () => {
  const { awa, bo } = await room();
  await awa.page.getByRole("button", { name: /^3 personnes/ }).click();
  const row = rowOf(awa, "Participation");
  const act = async (name: string) => {
    await row.getByRole("button", { name: /^Que faire pour/ }).press("Enter");
    await awa.page.getByRole("menuitem", { name }).press("Enter");
  };
  await act("Lever sa main");
  await row.getByText("Participation · main levée").waitFor();
  await act("Baisser sa main");
  await act("Mettre en lecture seule");
  await bo.page.locator("[data-banner=muted]").waitFor();
  await bo.card("The question").dblclick();
  expect(await bo.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);
  await row.getByText("Participation · en lecture seule").waitFor();
  await picture(awa, "people-fr-light");
  await picture(bo, "muted-en-dark");
  await act("Laisser écrire à nouveau");
  await bo.page.locator("[data-banner=muted]").waitFor({ state: "detached" });

  await act("Retirer du tableau…");
  const question = awa.page.getByRole("alertdialog");
  await picture(awa, "remove-fr-light", WIDTHS.slice(0, 1));
  await question.getByRole("button", { name: "Retirer" }).press("Enter");
  await bo.page.locator("[data-refusal=removed]").waitFor();
  await picture(bo, "removed-en-dark");
  await bo.page.reload();
  await bo.page.locator("[data-refusal=removed]").waitFor();
  await act("Annuler ce qui a été fait…");
  const undoing = awa.page.getByRole("alertdialog");
  await undoing.getByText("Rien").or(undoing.getByRole("status").locator("li")).first().waitFor();
  await picture(awa, "removed-undo-fr-light", WIDTHS.slice(0, 1));
  await undoing.getByRole("button", { name: "Annuler", exact: true }).press("Enter");
  await undoing.waitFor({ state: "detached" });
  await picture(awa, "removed-row-fr-light");
  const letIn = awa.page.getByRole("button", { name: "Laisser revenir" });
  await letIn.click();
  await letIn.waitFor({ state: "detached" });
  await bo.page.getByRole("button", { name: "Try again" }).click();
  await bo.card("The question").waitFor();
  expect(awa.complaints).toEqual([]);
});

it("[F62, F63] hands wait in order, and all say that they are ready", async () => {
  const { awa, bo } = await room();
  // what tells of hands is fetched after the board
  await awa.page.getByRole("button", { name: "Lever la main" }).waitFor();
  const up = bo.page.getByRole("button", { name: /^Raise my hand/ });
  await up.press("Enter");
  await awa.page.locator("[data-together=hands]").getByText("lève la main").waitFor();
  const said = awa.page.locator("[data-announcer] [data-urgency=polite]").getByText(/lève la main\./);
  await said.waitFor({ state: "attached" });
  // who comes while a hand is up hears of it
  await awa.page.reload();
  await said.waitFor({ state: "attached" });
  await awa.page.getByRole("button", { name: "Lever la main" }).press("Enter");
  await bo.page.getByRole("button", { name: "Lower my hand (1 of 2)" }).waitFor();
  await bo.page.getByRole("button", { name: /^3 people/ }).click();
  await bo.page.locator("[data-hands] li").nth(1).waitFor();
  await picture(bo, "hands-en-dark");
  await picture(awa, "hands-fr-light");
  // a lost connection loses no hand
  await bo.page.reload();
  await bo.page.getByRole("button", { name: "Lower my hand (1 of 2)" }).waitFor();
  await awa.page.locator("[data-together=hands]").getByRole("button", { name: "Baisser" }).press("Enter");
  await bo.page.getByRole("button", { name: /^Raise my hand/ }).waitFor();

  await awa.page.getByRole("button", { name: "Déroulé" }).press("Enter");
  await awa.page.getByRole("button", { name: "Demander qui est prêt" }).press("Enter");
  const question = bo.page.locator("[data-together=ready]");
  await picture(bo, "ready-en-dark");
  await question.getByRole("button", { name: "I’m ready" }).press("Enter");
  await awa.page.locator("[data-together=ready]").getByText("Tout le monde est prêt.").waitFor();
  await picture(awa, "ready-fr-light");
  await question.getByRole("button", { name: "Not yet" }).press("Enter");
  await awa.page.locator("[data-together=ready]").getByText("0 prêt·e sur 1").waitFor();
  await awa.page.locator("[data-together=ready]").getByRole("button", { name: "Terminer" }).press("Enter");
  await question.waitFor({ state: "detached" });
  for (const person of [awa, bo]) expect(person.complaints).toEqual([]);
});

/** What a person sees of the board: where its origin lies on the canvas, and the zoom. */
const viewOf = async ({ page }: Person) =>
  page.evaluate(() => {
    const { a, e, f } = new DOMMatrix(
      getComputedStyle(document.querySelector(".react-flow__viewport") as HTMLElement).transform,
    );
    return { zoom: a, x: e, y: f };
  });
const urgent = ({ page }: Person) => page.locator("[data-urgency=assertive]");

it("[F64, F65] one follows another until one moves the view oneself; everybody is brought to a place, and goes back", async () => {
  const { awa, bo } = await room();
  const wheel = async ({ page }: Person, dx: number, dy: number) => {
    await page.mouse.move(500, 600);
    await page.mouse.wheel(dx, dy);
  };
  const people = awa.page.getByRole("button", { name: /^3 personnes/ });
  // oneself comes first
  const name = /: (.+?), /.exec((await people.getAttribute("aria-label")) ?? "")?.[1] ?? "";
  await bo.page.getByRole("button", { name: /^3 people/ }).press("Enter");
  const panel = bo.page.locator("[data-panel=people]");
  await panel.getByRole("button", { name: `Follow ${name}`, exact: true }).press("Enter");
  await bo.page.locator("[data-together=following]").waitFor();
  await awa.page.locator("[data-together=followed]").getByText("1 personne vous suit").waitFor();
  const still = await viewOf(bo);
  await wheel(awa, 700, 300);
  await until(async () => {
    const now = await viewOf(bo);
    return now.x < still.x - 300 && now.y < still.y - 100;
  }, "the followed view");
  await picture(bo, "following-en-dark");
  // one's own move ends it, and Esc
  await wheel(bo, -50, 0);
  await bo.page.locator("[data-together=following]").waitFor({ state: "detached" });
  await bo.page
    .getByRole("button", { name: `Follow ${name}`, exact: true })
    .first()
    .click();
  await bo.page.locator("[data-together=following]").waitFor();
  await bo.page.keyboard.press("Escape");
  await bo.page.locator("[data-together=following]").waitFor({ state: "detached" });

  // everybody here
  const before = await viewOf(bo);
  await wheel(awa, -1200, -700);
  await awa.page.getByRole("button", { name: "Déroulé" }).press("Enter");
  await awa.page.getByRole("button", { name: "Amener tout le monde ici" }).press("Enter");
  await until(async () => /brought you/.test((await urgent(bo).textContent()) ?? ""), "the assertive notice");
  await until(async () => Math.abs((await viewOf(bo)).x - before.x) > 500, "the new place");
  await picture(bo, "gathered-en-dark");
  await picture(awa, "everybody-fr-light");
  await bo.page.getByRole("button", { name: "Back to where I was" }).press("Enter");
  await until(async () => Math.abs((await viewOf(bo)).x - before.x) < 1, "the old place");
  // who writes is asked
  await bo.page.getByRole("button", { name: "See everything" }).click();
  await bo.card("The question").dblclick();
  await bo.page.getByRole("textbox", { name: "Text of the card" }).waitFor();
  const writing = await viewOf(bo);
  await awa.page.getByRole("button", { name: "Amener tout le monde ici" }).press("Enter");
  await bo.page.locator("[data-together=gathered]").getByRole("button", { name: "Go there" }).waitFor();
  expect(await viewOf(bo)).toEqual(writing);
  // nobody points any more
  await bo.page.keyboard.press("Escape");
  await bo.page.mouse.move(600, 500);
  await awa.page.locator("[data-cursor]").waitFor({ state: "attached" });
  await awa.page.getByText("Cacher où chacun pointe").click();
  await awa.page.locator("[data-cursor]").waitFor({ state: "detached" });
  for (const person of [awa, bo]) expect(person.complaints).toEqual([]);
});

it("[F122] who writes in silence follows another and is brought to a place, as at any other time", async () => {
  const { server, board, zoe, awa, bo } = await room();
  const asking = (method: string, path: string, body: unknown) =>
    ask(server, method, `/api/boards/${board.id}/${path}`, { body, session: zoe.session });
  const phase = silentPhase();
  await asking("PUT", "agenda", { revision: 0, phases: [phase] });
  await asking("POST", "phase", { from: null, to: phase.id });
  for (const { page } of [awa, bo]) await page.locator("[data-banner=drafts]").waitFor();
  const people = awa.page.getByRole("button", { name: /^3 personnes/ });
  const name = /: (.+?), /.exec((await people.getAttribute("aria-label")) ?? "")?.[1] ?? "";
  await bo.page
    .getByRole("button", { name: `Follow ${name}`, exact: true })
    .first()
    .press("Enter");
  await awa.page.locator("[data-together=followed]").waitFor();
  const before = await viewOf(bo);
  await awa.page.mouse.move(500, 600);
  await awa.page.mouse.wheel(700, 300);
  await until(async () => (await viewOf(bo)).x < before.x - 300, "the followed view");
  // brought elsewhere by another, who follows nobody any more
  await asking("PUT", "gathering", { place: [5_000, 0, 800, 600] });
  await bo.page.getByRole("button", { name: "Back to where I was" }).waitFor();
  await until(async () => (await viewOf(bo)).x < before.x - 3_000, "the new place");
  for (const person of [awa, bo]) expect(person.complaints).toEqual([]);
});

it("[F123] who follows goes on when their line is back, and hears of nobody that they left", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const line = await openProxy(server.port);
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person()];
  await awa.page.goto(board.links.facilitator);
  await bo.page.clock.install();
  await bo.page.goto(board.links.participant.replace(server.url, line.url));
  const follow = bo.page.getByRole("button", { name: /^Follow / }).first();
  const name = ((await follow.getAttribute("aria-label")) ?? "").replace("Follow ", "");
  const heard: string[] = [];
  await bo.page.exposeFunction("hear", (words: string) => heard.push(words));
  // those who are here when one comes are known
  await bo.page.clock.fastForward(4_000);
  await bo.page.evaluate(`new MutationObserver(() => hear(document.querySelector("[data-announcer]").textContent))
    .observe(document.querySelector("[data-announcer]"), { subtree: true, childList: true, characterData: true })`);
  await follow.press("Enter");
  await awa.page.locator("[data-together=followed]").waitFor();
  line.leadTo(NOWHERE);
  line.cut();
  await bo.status(/^Offline/);
  await awa.page.locator("[data-together=followed]").waitFor({ state: "detached" });
  line.leadTo(server.port);
  await awa.page.locator("[data-together=followed]").waitFor();
  await bo.page.locator("[data-together=following]").waitFor();
  const before = await viewOf(bo);
  await awa.page.mouse.move(500, 600);
  await awa.page.mouse.wheel(700, 300);
  await until(async () => (await viewOf(bo)).x < before.x - 300, "the followed view");
  // by then it is told who has not come back
  await bo.page.clock.fastForward(21_000);
  await bo.status(/^(Saved at|Up to date)/);
  expect(heard.some((words) => words.includes("You follow"))).toBe(true);
  expect(heard.filter((words) => words.includes(`${name} `) && !words.includes("You follow"))).toEqual([]);
});

it("[F64] who comes later than thirty seconds is not moved, by the server's clock", async () => {
  let later = 0;
  const { server, board, zoe, bo } = await room(() => Date.now() + later);
  const gather = (x: number) =>
    ask(server, "PUT", `/api/boards/${board.id}/gathering`, {
      body: { place: [x, 0, 800, 600] },
      session: zoe.session,
    });
  await gather(5_000);
  await bo.page.locator("[data-together=gathered]").waitFor();
  later = 31_000;
  await bo.page.reload();
  await bo.page.getByRole("button", { name: "Raise my hand" }).waitFor();
  const here = await viewOf(bo);
  // the next one is heard after whatever there was to hear
  await bo.card("The question").waitFor();
  expect(await bo.page.locator("[data-together=gathered]").count()).toBe(0);
  await gather(9_000);
  await bo.page.locator("[data-together=gathered]").waitFor();
  await until(async () => (await viewOf(bo)).x < here.x - 5_000, "the new place");
});

it("[F67] a laser is seen by the others, with its trail, until it is put down", async () => {
  const { awa, bo } = await room();
  await bo.page.keyboard.press("k");
  await bo.page.locator("[data-tool-hint]").getByText("Everybody sees your light").waitFor();
  // nobody's pointer is seen, but the light is
  await awa.page.getByRole("button", { name: "Déroulé" }).press("Enter");
  await awa.page.getByText("Cacher où chacun pointe").click();
  await bo.page.mouse.move(500, 400);
  for (let step = 1; step <= 12; step += 1) await bo.page.mouse.move(500 + step * 12, 400 + step * 6, { steps: 3 });
  await awa.page.locator("[data-lasers] line").first().waitFor({ state: "attached" });
  await awa.page.locator("[data-cursor]").waitFor({ state: "attached" });
  await picture(awa, "laser-fr-light", WIDTHS.slice(0, 1));
  // it fades by itself
  await until(async () => (await awa.page.locator("[data-lasers] line").count()) === 0, "the dark");
  await bo.page.keyboard.press("Escape");
  await awa.page.locator("[data-lasers]").waitFor({ state: "detached" });
  for (const person of [awa, bo]) expect(person.complaints).toEqual([]);
});

it("[F69] a frame is locked in one press with all that it holds; facilitators move it all the same", async () => {
  const { maker, awa, bo } = await room();
  const [frame, inside] = [newCardId(), newCardId()];
  applyEdits(
    maker.doc,
    [
      { type: "addCard", id: frame, kind: "frame", position: [-600, 0], text: "Needs", at: 1 },
      {
        type: "addCard",
        id: inside,
        kind: "note",
        position: [-500, 100],
        text: "Quiet",
        at: 1,
        attributes: { frame },
      },
    ].map((edit) => ({ ...edit, by: maker.person }) as never),
  );
  await saved(maker, 2);
  for (const { page } of [awa, bo]) await page.keyboard.press("Shift+Digit1");
  await bo.card("Quiet").waitFor();
  const tab = (person: Person) => person.page.locator(`[data-card="${frame}"] p`);
  await tab(awa).click();
  await awa.page.getByRole("button", { name: "Verrouiller pour les participants" }).click();
  await bo.page.getByRole("article", { name: /Quiet.*locked/ }).waitFor();
  await tab(bo).click();
  await picture(awa, "surface-fr-light", WIDTHS.slice(0, 1));
  await bo.card("Quiet").dblclick();
  await bo.page.getByText("The facilitator has locked it.").first().waitFor();
  // what is not in it goes on
  await bo.card("The question").dblclick();
  await bo.page.getByRole("textbox", { name: "Text of the card" }).waitFor();
  await bo.page.keyboard.press("Escape");
  const place = () => readBoard(maker.doc).cards.get(inside)?.position[0] ?? 0;
  const before = place();
  await tab(awa).click();
  await awa.page.keyboard.press("ArrowRight");
  await until(() => place() > before, "the frame with what it holds");
  await bo.page.getByRole("article", { name: /Quiet.*locked/ }).waitFor();
  await awa.page.getByRole("button", { name: "Déverrouiller pour les participants" }).click();
  await bo.page.getByRole("article", { name: /Quiet.*locked/ }).waitFor({ state: "detached" });
  for (const person of [awa, bo]) expect(person.complaints).toEqual([]);
});

it("[F66] a facilitator sees how evenly people contribute, without names until they ask for them", async () => {
  const { server, board, maker, awa } = await room();
  const people = await Promise.all(["Dina", "Elio", "Farid"].map((name) => board.join("participant", name)));
  for (const [index, { session }] of people.entries()) {
    const peer = connect(server, board.id, session, "board");
    await synced(peer);
    for (let note = 0; note < index * 4; note += 1) addNote(peer.doc, `${index} ${note}`);
    if (index > 0) await saved(peer, 1);
  }
  await awa.page.getByRole("button", { name: "Déroulé" }).press("Enter");
  const gauge = awa.page.locator("[data-voices]");
  await gauge.getByText("2 personnes n’ont encore rien dit.").waitFor();
  await gauge.locator("b").first().waitFor();
  await expect.poll(() => gauge.locator("li").count()).toBe(2);
  expect(await gauge.textContent()).not.toMatch(/Dina|Elio|Farid/);
  await gauge.scrollIntoViewIfNeeded();
  await picture(awa, "voices-fr-light");
  await gauge.getByText("Montrer les noms").click();
  await gauge.getByText("Farid").waitFor();
  await gauge.getByText(/Dina/).waitFor();
  await gauge.scrollIntoViewIfNeeded();
  await picture(awa, "voices-names-fr-light", WIDTHS.slice(0, 1));
  expect(maker.doc).toBeTruthy();
  expect(awa.complaints).toEqual([]);
});

it("[F68, F125] [B49] who comes back after a while is told what others changed and what speaks to them, and goes to it", async () => {
  const { board, maker, bo } = await room();
  await bo.page.getByRole("button", { name: "Raise my hand" }).waitFor();
  // a first visit has nothing to be told of
  expect(await bo.page.locator("[data-together=away]").count()).toBe(0);
  await bo.page.addInitScript(
    ([key = "", at = ""]) => {
      if (sessionStorage.getItem("was") === null) localStorage.setItem(key, at);
      sessionStorage.setItem("was", "set");
    },
    [`palabre.seen.${board.id}`, String(Date.now() - 600_000)],
  );
  const calledBo = await bo.page.getByText(/^You are called/).innerText();
  const id = addNote(maker.doc, "Written meanwhile");
  const text = `@${calledBo.replace("You are called ", "").replace(/\.$/, "")} what do you say?`;
  applyEdits(maker.doc, [{ type: "addComment", id: newCommentId(), on: id, text, at: Date.now(), by: maker.person }]);
  await saved(maker, 3);
  await bo.page.reload();
  const slip = bo.page.locator("[data-together=away]");
  await slip.getByText("2 changes by others. One comment speaks to you.").waitFor();
  await picture(bo, "away-en-dark");
  // it is not read yet
  await bo.page.reload();
  await slip.getByText("2 changes by others. One comment speaks to you.").waitFor();
  await slip.getByRole("button", { name: "Show" }).press("Enter");
  const list = bo.page.locator("[data-away]");
  await list.getByRole("heading", { name: /Zoé/ }).waitFor();
  await list.getByText("Outside frames").waitFor();
  await list.getByText("made, commented, to you").waitFor();
  await picture(bo, "away-list-en-dark", WIDTHS.slice(0, 1));
  await list.getByRole("button", { name: "Go to Written meanwhile" }).press("Enter");
  await list.waitFor({ state: "detached" });
  await until(
    () => bo.page.evaluate(() => document.activeElement?.textContent?.includes("Written meanwhile") ?? false),
    "the keyboard on the card",
  );
  await slip.getByRole("button", { name: "I have seen enough" }).press("Enter");
  await slip.waitFor({ state: "detached" });
  expect(bo.complaints).toEqual([]);
});

it("[F68] who comes back before the network does is told all the same, once the server can be asked", async () => {
  const { board, maker, bo } = await room();
  await bo.page.getByRole("button", { name: "Raise my hand" }).waitFor();
  const { page } = bo;
  let [isDown, asked] = [true, 0];
  await page.route("**/api/time", async (route) => {
    asked += 1;
    await (isDown ? route.abort() : route.continue());
  });
  await page.addInitScript(
    ([key = "", at = ""]) => localStorage.setItem(key, at),
    [`palabre.seen.${board.id}`, String(Date.now() - 600_000)],
  );
  addNote(maker.doc, "Written meanwhile");
  await saved(maker, 2);
  await page.clock.install();
  await page.reload();
  await bo.card("Written meanwhile").waitFor();
  await page.getByRole("button", { name: "Raise my hand" }).waitFor();
  // the clock of the steps asks as well
  await until(() => asked >= 2, "the page to ask in vain");
  // the board is there and looked at: time passes as it is seen, in steps in which its line is heard
  const pass = async (): Promise<void> => {
    for (let step = 0; step < 11; step += 1) {
      await page.clock.fastForward(2_000);
      await bo.status(/^(Saved at|Up to date)/);
    }
  };
  await pass();
  await until(() => asked >= 3, "the page to ask again");
  isDown = false;
  await pass();
  // the question as well, which is no older than ten minutes
  await page.locator("[data-together=away]").getByText("2 changes by others.").waitFor();
});

it("[F104] a long name wraps beside its raised hand, in the narrow place beside a panel too; of nobody and of one it is said in the singular", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const [awa, bo] = [
    await board.join("facilitator", "Awa"),
    await board.join("participant", "Maximilian-Alexander von Donaudampfschif"),
  ];
  const put = (session: string, path: string, body: unknown) =>
    ask(server, "PUT", `/api/boards/${board.id}/${path}`, { session, body });
  await put(awa.session, "ready-check", { isOn: true });
  await put(bo.session, `people/${bo.person}/hand`, { raised: true });
  const { page } = await browser.person({ language: "fr", size: [768, 1_024] });
  await page.goto(board.links.facilitator);
  const slip = page.locator("[data-together=hands]");
  await slip.waitFor();
  // a short one stays on a line with what can be done about it
  const asked = page.locator("[data-together=ready]");
  const [count, end] = await Promise.all([
    asked.getByText("0 prêt·e sur 0", { exact: true }).boundingBox(),
    asked.getByRole("button").boundingBox(),
  ]);
  expect((count?.x ?? 0) + (count?.width ?? 0)).toBeLessThanOrEqual(end?.x ?? 0);
  await page.getByRole("button", { name: "Groupe", exact: true }).press("Enter");
  await page.locator("[data-panel=people]").waitFor();
  await until(async () => {
    const [icon, name] = await Promise.all([
      slip.locator("svg").first().boundingBox(),
      slip.locator("p").boundingBox(),
    ]);
    if (!icon || !name) return false;
    return icon.x + icon.width <= name.x && icon.y >= name.y - 4 && icon.y + icon.height <= name.y + name.height + 4;
  }, "the name beside the hand");
});
