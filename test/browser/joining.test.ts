import type { Joined, SlideShown } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, message, openBoard, openSynced, type OpenedBoard } from "../helpers/client.ts";
import { findings } from "../helpers/findings.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { phoneAddress } from "../helpers/phones.ts";
import { picture } from "../helpers/picture.ts";
import { openFolder, startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const PHONE = { size: [390, 844], touch: true } as const;
/** a projector, and the sizes of pages */
const SLIDE_SIZES = [
  [1920, 1080],
  [1440, 900],
  [768, 1024],
  [390, 844],
] as const;

/** Somebody who facilitates, with the slide on their screen. */
async function showSlide(person: Person, board: OpenedBoard, words: { invite: string; show: string }): Promise<void> {
  await person.page.goto(board.links.facilitator);
  await person.page.getByRole("banner").waitFor();
  await person.page.getByRole("button", { name: words.invite }).click();
  await person.page.getByRole("button", { name: words.show }).click();
  await person.page.locator("[data-code]").waitFor();
}
/** The slide, in a window whose size can be set. */
async function slidePicture(person: Person, name: string): Promise<void> {
  const leave = person.page.getByRole("button", { name: /Leave full screen|Quitter le plein écran/ });
  await leave.click();
  await leave.waitFor({ state: "detached" });
  await picture(person, name, SLIDE_SIZES);
}
const codeOn = async ({ page }: Person): Promise<string> =>
  until(() => page.locator("[data-code]").getAttribute("data-code"), "a code on the slide");
const CANVAS = ".react-flow";
const EN = { invite: "Invite", show: "Show the slide" };
const FR = { invite: "Inviter", show: "Afficher la diapositive" };

const comeIn = (server: TestServer, code: string, name: string) =>
  ask<Joined>(server, "POST", "/api/join", { body: { code, name, bearer: true } });

it("[J13] a slide on one screen; a phone joins by the code, waits, is let in without doing anything, and is on the board", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Quel repair-café pour 2027 ?");
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person({ ...PHONE, theme: "dark" })];
  await showSlide(awa, board, FR);
  const code = await codeOn(awa);
  // spelled for who listens, shown in two groups for who looks
  await awa.page.getByText(`Le code est ${code.split("").join(", ")}`).waitFor({ state: "attached" });
  await awa.page.getByText(`${code.slice(0, 3)} ${code.slice(3)}`).waitFor();
  await awa.page.getByRole("img", { name: "QR code qui ouvre cet atelier" }).waitFor();
  await slidePicture(awa, "slide-empty-fr-light");

  // a phone without a waiting room: six letters, in small ones and with a space
  await bo.page.goto(`${server.url}/join`);
  const field = bo.page.getByRole("textbox", { name: "Code" });
  await field.fill("abc");
  await bo.page.getByRole("button", { name: "Enter" }).click();
  await bo.page.getByText("A code is six letters").waitFor();
  await picture(bo, "join-bad-en-dark", [[390, 844]]);
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase());
  await bo.page.getByRole("button", { name: "Enter" }).click();
  await bo.page.locator(CANVAS).first().waitFor();
  expect(new URL(bo.page.url()).pathname).toBe(`/b/${board.id}`);
  // the name that was proposed, and the way to another one
  await bo.page
    .getByText("You are called")
    .or(bo.page.getByRole("complementary", { name: "Your name" }))
    .first()
    .waitFor();
  await awa.page.getByText("1 personne est là").waitFor();
  await bo.page.goBack();
  expect(new URL(bo.page.url()).pathname).not.toBe("/join");

  // Esc closes the slide, the waiting room is opened, and the slide is shown again with the same code
  await awa.page.keyboard.press("Escape");
  await awa.page.locator("[data-slide]").waitFor({ state: "detached" });
  await awa.page.getByRole("button", { name: FR.invite }).click();
  await awa.page.getByText("Salle d’attente", { exact: true }).click();
  await awa.page.getByText("Personne n’attend.").waitFor();
  await awa.page.getByRole("button", { name: FR.show }).click();
  expect(await codeOn(awa)).toBe(code);

  const cleo = await browser.person({ ...PHONE, language: "fr" });
  await cleo.page.goto(`${server.url}/join`);
  await cleo.page.getByRole("textbox", { name: "Code" }).fill(code);
  await cleo.page.keyboard.press("Enter");
  await cleo.page.getByRole("heading", { name: "On va vous ouvrir" }).waitFor();
  await picture(cleo, "waiting-fr-light", [
    [390, 844],
    [1440, 900],
  ]);
  expect(await findings(cleo.page)).toEqual([]);
  // under another name, with one tap
  await cleo.page.getByRole("button", { name: "Changer" }).click();
  await cleo.page.getByRole("textbox").fill("Cléo");
  await cleo.page.keyboard.press("Enter");
  await cleo.page.getByText("Cléo", { exact: true }).waitFor();
  await awa.page.getByRole("button", { name: /1 personne attend/ }).waitFor();
  await slidePicture(awa, "slide-waiting-fr-light");
  await awa.page.keyboard.press("Escape");
  const banner = awa.page.locator("[data-banner=door]");
  await banner.getByText("Cléo attend d’entrer").waitFor();
  await picture(awa, "door-fr-light", [
    [1440, 900],
    [390, 844],
  ]);
  await banner.getByRole("button", { name: "Laisser entrer" }).click();
  await cleo.page.locator(CANVAS).first().waitFor();
  await banner.waitFor({ state: "detached" });
  expect([...awa.complaints, ...cleo.complaints.filter((text) => !/403/.test(text))]).toEqual([]);
});

it("[A37] the QR code leads straight in; each mistake on the way says what to do", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Repair café");
  const awa = await board.join("facilitator", "Awa");
  const show = async () =>
    (await ask<SlideShown>(server, "POST", `/api/boards/${board.id}/slide`, { body: {}, session: awa.session })).body;
  const slide = await show();
  const bo = await browser.person(PHONE);
  await bo.page.goto(slide.address);
  await bo.page.waitForURL(`**/b/${board.id}`);
  expect(bo.page.url()).not.toContain(slide.code);

  // on the home page: a code as well as a link, and what to do about neither
  const cleo = await browser.person({ theme: "dark" });
  await cleo.page.goto(server.url);
  const field = cleo.page.getByRole("textbox", { name: "You have a code or a link?" });
  await field.fill("hello there");
  await field.press("Enter");
  await cleo.page.getByText("Neither six letters of a code").waitFor();
  await field.fill(slide.code.startsWith("B") ? "CCC CCC" : "BBB BBB");
  await field.press("Enter");
  await cleo.page.getByText("No slide shows this code.").waitFor();
  await picture(cleo, "home-wrong-en-dark", [
    [1440, 900],
    [390, 844],
  ]);
  await field.fill(slide.code.toLowerCase());
  await picture(cleo, "home-code-en-dark", [
    [1440, 900],
    [390, 844],
  ]);
  await field.press("Enter");
  await cleo.page.waitForURL(`**/b/${board.id}`);

  // a code of yesterday
  const fresh = await ask<SlideShown>(server, "POST", `/api/boards/${board.id}/slide`, {
    body: { isFresh: true },
    session: awa.session,
  });
  const late = await browser.person({ ...PHONE, language: "fr" });
  await late.page.goto(slide.address);
  await late.page.getByRole("alert").getByText("Aucune diapositive n’affiche ce code.").waitFor();
  await picture(late, "join-wrong-fr-light", [
    [390, 844],
    [1440, 900],
  ]);
  expect(await findings(late.page)).toEqual([]);
  await late.page.getByRole("textbox", { name: "Code" }).fill(fresh.body.code);
  await late.page.getByRole("button", { name: "Entrer" }).click();
  await late.page.waitForURL(`**/b/${board.id}`);
});

it("[A39] who presses Enter twice on a code comes in once, on either page that takes one", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Repair café");
  const awa = await board.join("facilitator", "Awa");
  const { body } = await ask<SlideShown>(server, "POST", `/api/boards/${board.id}/slide`, {
    body: {},
    session: awa.session,
  });
  for (const [path, label] of [
    ["/join", "Code"],
    ["/", "You have a code or a link?"],
  ] as const) {
    const bo = await browser.person(PHONE);
    let asked = 0;
    let letGo = (): void => {};
    const pressedTwice = new Promise<void>((resolve) => (letGo = resolve));
    await bo.page.route("**/api/join", async (route) => {
      asked += 1;
      await pressedTwice;
      await route.continue();
    });
    await bo.page.goto(server.url + path);
    const field = bo.page.getByRole("textbox", { name: label });
    await field.fill(body.code);
    await field.press("Enter");
    await field.press("Enter");
    letGo();
    await bo.page.waitForURL(`**/b/${board.id}`);
    expect(asked).toBe(1);
  }
});

it("[A35] [A36] [A40] a facilitator lets in and refuses from the list, by keyboard, and takes that back; the pages follow", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Repair café");
  const [awa, bo, cleo] = [
    await browser.person({ theme: "dark" }),
    await browser.person({ ...PHONE, language: "fr", theme: "dark" }),
    await browser.person(PHONE),
  ];
  await awa.page.goto(board.links.facilitator);
  await awa.page.getByRole("button", { name: "Invite" }).click();
  await awa.page.getByRole("switch", { name: "Waiting room" }).focus();
  await awa.page.keyboard.press("Space");
  await awa.page.getByText("Nobody is waiting.").waitFor();
  // links wait as codes do
  await bo.page.goto(board.links.participant);
  await bo.page.getByRole("heading", { name: "On va vous ouvrir" }).waitFor();
  expect(bo.page.url()).not.toContain("#");
  await cleo.page.goto(board.links.viewer);
  await cleo.page.getByRole("heading", { name: "You will be let in" }).waitFor();
  await awa.page.getByText("2 people wait").first().waitFor();
  await picture(awa, "share-waiting-en-dark");
  expect(await findings(awa.page)).toEqual([]);

  const list = awa.page.locator("[data-waiting]");
  const nameOf = async ({ page }: Person) => (await page.locator("b").first().textContent()) ?? "";
  const refused = await nameOf(bo);
  await list.getByRole("button", { name: `Refuse ${refused}` }).focus();
  await awa.page.keyboard.press("Enter");
  await bo.page.getByRole("heading", { name: "On ne vous a pas laissé entrer" }).waitFor();
  // its notice offers what is possible: nothing leads back to waiting
  await awa.page.locator("[data-toasts]").getByRole("button", { name: "Let in after all" }).waitFor();
  await picture(bo, "refused-fr-dark", [[390, 844]]);
  await list.getByRole("button", { name: `Let in ${await nameOf(cleo)}` }).focus();
  await awa.page.keyboard.press("Enter");
  await cleo.page.locator(CANVAS).first().waitFor();
  // the refused one is let in after all
  await awa.page.getByText("1 refused").click();
  await awa.page.getByRole("button", { name: `Let in after all: ${refused}` }).click();
  await bo.page.locator(CANVAS).first().waitFor();
  // and stays in, reload or not
  await bo.page.reload();
  await bo.page.locator(CANVAS).first().waitFor();
});

it("[E20] [E15] who waits at the door hears that they wait, and that they are in, on either page; a name that is changed gives the keyboard back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Repair café");
  const { session } = await board.join("facilitator", "Awa");
  const [bo, cleo] = [await browser.person(), await browser.person(PHONE)];
  const put = await ask(server, "PUT", `/api/boards/${board.id}/waiting`, { body: { isOn: true }, session });
  expect(put.status).toBeLessThan(300);
  await bo.page.goto(board.links.participant);
  await cleo.page.goto(phoneAddress(server, board));
  const hears = ({ page }: Person, words: RegExp) =>
    page.locator("[data-announcer]").getByText(words).waitFor({ state: "attached" });
  await hears(bo, /^The facilitator of “Repair café” opens the door/);
  await hears(cleo, /^The facilitators open the door/);
  await bo.page.getByRole("button", { name: "Change" }).press("Enter");
  await bo.page.getByRole("textbox").fill("Bo");
  await bo.page.keyboard.press("Enter");
  await bo.page.locator("button:focus").getByText("Change").waitFor();
  const admitted = await ask(server, "POST", `/api/boards/${board.id}/waiting/admit`, { body: {}, session });
  expect(admitted.status).toBeLessThan(300);
  await Promise.all([hears(bo, /^You are in\.$/), hears(cleo, /^You are in\.$/)]);
});

it("[A31] [A35] the slide names who has come in as it happens, and takes another code on demand", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Which repair café for 2027?");
  const awa = await browser.person({ theme: "dark" });
  await awa.page.addInitScript({
    content: `window.asked = []; Object.defineProperty(navigator, "wakeLock", { value: {
      request: async (what) => (asked.push(what), { release: async () => void asked.push("released") }) } });`,
  });
  await showSlide(awa, board, EN);
  const code = await codeOn(awa);
  // the screen does not go dark meanwhile
  await expect.poll(() => awa.page.evaluate("asked")).toEqual(["screen"]);
  const address = `${server.url}/join`.replace("http://", "");
  await awa.page.getByText(address, { exact: true }).waitFor();
  const names = [
    "Amina",
    "Bo",
    "Cléo",
    "Dede",
    "Élise",
    "Fatou",
    "Gwen",
    "Hugo",
    "Ines",
    "Jean-Baptiste",
    "Kwame",
    "Li",
  ];
  let client = 100;
  /** Somebody who has the board open. */
  const sit = async (name: string, by = code) => {
    const { body } = await comeIn(server, by, name);
    client += 1;
    const raw = await openSynced(server, board.id, "board", body.session ?? "");
    raw.send(message(1, message(1, client, 1, "{}")));
  };
  for (const name of names) await sit(name);
  await awa.page.getByText(`${names.length} people are here`).waitFor();
  await slidePicture(awa, "slide-people-en-dark");
  expect(await findings(awa.page)).toEqual([]);
  await awa.page.getByRole("button", { name: "Another code" }).click();
  await until(async () => (await codeOn(awa)) !== code, "another code");
  expect((await comeIn(server, code, "Late")).body).toMatchObject({ code: "bad-code" });
  // who listens to the slide hears of who comes; not of those who were there when the page opened
  const fresh = await codeOn(awa);
  const spoken = awa.page.locator("[data-urgency=polite]", { hasText: "joined" });
  await until(async () => {
    await sit(`Late ${client}`, fresh);
    const heard = spoken.waitFor({ state: "attached", timeout: 1_000 });
    return heard.then(
      () => true,
      () => false,
    );
  }, "an arrival to be said");
  expect(await spoken.evaluate((region) => region.closest("[aria-hidden=true], [inert]"))).toBeNull();
  await awa.page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
  await awa.page.locator("[data-slide]").waitFor({ state: "detached" });
  await expect.poll(() => awa.page.evaluate("asked")).toEqual(["screen", "released"]);
  expect(awa.complaints).toEqual([]);
});

it("[A35] slide and waiting page go on by themselves through a lost connection", async () => {
  const dataDir = await openFolder();
  const server = await startServer({ client: BUILT_CLIENT, dataDir });
  const board = await openBoard(server, "Repair café");
  const facilitator = await board.join("facilitator", "Zoé");
  const [awa, bo] = [await browser.person({ language: "fr" }), await browser.person(PHONE)];
  await showSlide(awa, board, FR);
  const code = await codeOn(awa);
  const path = `/api/boards/${board.id}/waiting`;
  await ask(server, "PUT", path, { body: { isOn: true }, session: facilitator.session });
  await bo.page.goto(`${server.url}/join#${code}`);
  await bo.page.getByRole("heading", { name: "You will be let in" }).waitFor();
  await server.close();
  await bo.page.getByText("No answer for the moment.").waitFor();
  await awa.page.getByText("Le serveur ne répond pas").waitFor({ timeout: 40_000 });
  await slidePicture(awa, "slide-late-fr-light");
  const again = await startServer({ client: BUILT_CLIENT, dataDir, port: server.port });
  await ask(again, "POST", `${path}/admit`, { body: {}, session: facilitator.session });
  await bo.page.locator(CANVAS).first().waitFor();
  await awa.page.getByText("Le serveur ne répond pas").waitFor({ state: "detached" });
  expect(await codeOn(awa)).toBe(code);
});

it("[K15, F63] who has a phone alone is on the slide, among the people and in the ready check, once with a page, and goes with the phone", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, "Repair café");
  const [awa, bo, cleo] = [await browser.person(), await browser.person(PHONE), await browser.person(PHONE)];
  await awa.page.goto(board.links.facilitator);
  await awa.page.locator(CANVAS).first().waitFor();
  const live = ({ page }: Person) => page.locator('[data-line="live"]').waitFor({ timeout: 30_000 });
  await bo.page.goto(board.links.participant.replace("/b/", "/p/"));
  await cleo.page.goto(board.links.participant.replace("/b/", "/p/"));
  await Promise.all([bo, cleo].map(live));
  // one of them opens the whole board beside it
  const page = await cleo.context.newPage();
  await page.goto(`${server.url}/b/${board.id}`);
  await page.locator(CANVAS).first().waitFor();
  await awa.page.getByRole("button", { name: /^3 people/ }).click();
  const here = awa.page.getByRole("list").filter({ has: awa.page.getByText("on a phone") });
  await here.first().waitFor();
  await expect.poll(() => awa.page.getByText("on a phone").count()).toBe(1);
  await picture(awa, "people-phone-en-light", [[1440, 900]]);
  const { session } = await board.join("facilitator", "Zoe");
  await ask(server, "PUT", `/api/boards/${board.id}/ready-check`, { body: { isOn: true }, session });
  await awa.page
    .getByText(/0 .*of 2/)
    .first()
    .waitFor();
  await bo.page.getByRole("button", { name: "I am ready" }).click();
  await awa.page
    .getByText(/1 .*of 2/)
    .first()
    .waitFor();
  await awa.page.getByRole("button", { name: EN.invite }).click();
  await awa.page.getByRole("button", { name: EN.show }).click();
  const slide = awa.page.locator("[data-slide]");
  await slide.getByText("2 people are here").waitFor();
  await bo.page.close();
  await slide.getByText("1 person is here").waitFor();
});
