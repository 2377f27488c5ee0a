import { applyEdits, readBoard } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { beginDrafting, textsOf } from "../helpers/drafting.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

/** Stands between a page and its server: refuses a document that holds the word, and what it is told to. */
async function refusing(person: Person, word: string, document = "board") {
  let refuseNext: number | undefined;
  let refusals = 0;
  let isAway = false;
  let [opening, goOn] = [Promise.resolve(), () => {}];
  await person.page.routeWebSocket(new RegExp(`/sync/[^/]+/${document}`), async (socket) => {
    await opening;
    if (isAway) return void socket.close({ code: 4503 });
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const isPoison = Buffer.from(message).includes(word);
      // a document message, not a presence
      const code = isPoison ? 4403 : Buffer.from(message)[0] === 0 ? refuseNext : undefined;
      if (code === undefined) return server.send(message);
      refuseNext = undefined;
      refusals += 1;
      void server.close();
      void socket.close({ code, reason: isPoison ? "value" : "" });
    });
    server.onMessage((message) => (isAway ? void socket.close({ code: 4503 }) : socket.send(message)));
  });
  return {
    refuse: (code: number) => (refuseNext = code),
    refusals: () => refusals,
    /** Lets nobody begin a document until it is told to go on. */
    hold: () => {
      opening = new Promise((resolve) => (goOn = resolve));
    },
    goOn: () => goOn(),
    leave: () => (isAway = true),
    comeBack: () => (isAway = false),
  };
}
const write = async ({ page }: Person, text: string, at: { x: number; y: number }) => {
  await page.mouse.dblclick(at.x, at.y);
  await page.getByRole("textbox", { name: "Text of the card" }).waitFor();
  // in one piece, as a paste is
  await page.keyboard.insertText(text);
  await page.keyboard.press("Escape");
};
async function openPeople(word = "poison") {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const [amina, yann] = [await browser.person(), await browser.person()];
  const between = await refusing(amina, word);
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await yann.page.goto(board.links.participant);
  await yann.page.getByText("Nothing under the tree yet").waitFor();
  return { server, board, amina, yann, between };
}

it("[R43] a refused change is shown with its text, the page goes on over a fresh document, and the rest is saved", async () => {
  const { amina, yann, between } = await openPeople();
  await write(amina, "Evening hours", { x: 500, y: 300 });
  await amina.saved();
  await write(amina, "The poison of all", { x: 800, y: 300 });
  const dialog = amina.page.getByRole("alertdialog", { name: "This change could not be made" });
  await dialog.getByText("The poison of all").waitFor();
  await dialog.getByText("It holds something that a board can’t keep.").waitFor();

  // it stays to be read, also by the next page
  await amina.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await amina.page.reload();
  await dialog.getByText("The poison of all").waitFor();
  await dialog.getByRole("button", { name: /^Dismiss/ }).click();
  await dialog.waitFor({ state: "detached" });

  await write(amina, "After it", { x: 500, y: 600 });
  await amina.saved();
  await yann.card("After it").waitFor();
  await yann.card("Evening hours").waitFor();
  expect(await yann.card("The poison of all").count()).toBe(0);
  expect(between.refusals()).toBeLessThan(4);
  expect(amina.complaints.filter((said) => !/WebSocket/.test(said))).toEqual([]);
});

it("[O11] what answers a refusal is there before it is needed: a server that refuses may have no file of this page’s any more", async () => {
  const { amina, between } = await openPeople();
  await amina.page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /\/assets\/restore-[^/]*\.js/.test(name)),
  );
  await amina.page.waitForLoadState("networkidle");
  await amina.page.route(/\/assets\//, (route) => route.fulfill({ status: 404, body: "nothing at this address" }));
  await write(amina, "The poison of all", { x: 800, y: 300 });
  const dialog = amina.page.getByRole("alertdialog", { name: "This change could not be made" });
  await dialog.getByText("The poison of all").waitFor();
  await amina.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  // of what was written nothing could be saved, and nothing waits
  await amina.status(/^(Up to date|Saved at)/);
  expect(between.refusals()).toBeGreaterThan(0);
  await write(amina, "Goes on", { x: 500, y: 600 });
  await amina.saved();
});

it("[R43] of what was made offline the permitted is merged and the refused is told, each once", async () => {
  const { amina, yann, between } = await openPeople();
  await write(amina, "Before", { x: 400, y: 300 });
  await amina.saved();
  between.leave();
  await write(yann, "Yann meanwhile", { x: 900, y: 600 });
  await amina.status(/^Offline/);
  await write(amina, "First of mine", { x: 700, y: 300 });
  await write(amina, "poison too", { x: 400, y: 600 });
  await write(amina, "Last of mine", { x: 1000, y: 300 });
  await amina.status(/^Offline, \d+ changes kept on this device/);
  between.comeBack();

  const dialog = amina.page.getByRole("alertdialog", { name: "This change could not be made" });
  await dialog.getByText("poison too").waitFor({ timeout: 40_000 });
  await dialog.getByRole("button", { name: /^Dismiss/ }).click();
  await amina.saved();
  for (const title of ["Before", "First of mine", "Last of mine", "Yann meanwhile"]) {
    await yann.card(title).waitFor();
    await amina.card(title).waitFor();
    await expect.poll(() => amina.card(title).count()).toBe(1);
  }
  expect(await yann.card("poison too").count()).toBe(0);
});

it.each([4409, 4410])(
  "[R43] after %i, which is about the document and not about what was written, who types goes on typing and nothing is missing",
  async (code) => {
    const { amina, yann, between } = await openPeople();
    await write(amina, "Evening hours", { x: 500, y: 300 });
    await amina.saved();
    await amina.page.mouse.dblclick(800, 300);
    const field = amina.page.getByRole("textbox", { name: "Text of the card" });
    await field.pressSequentially("Tools ");
    await amina.saved();
    between.refuse(code);
    for (const letter of "never stop a hand")
      await amina.page.keyboard.press(letter === " " ? "Space" : letter, { delay: 30 });
    await amina.page.keyboard.press("Escape");
    await amina.saved();
    await yann.card("Tools never stop a hand").waitFor();
    await yann.card("Evening hours").waitFor();
    expect(between.refusals()).toBe(1);
    expect(await amina.page.getByRole("alertdialog").count()).toBe(0);
    await expect.poll(() => amina.page.getByRole("article").count()).toBe(2);
  },
);

it("[F134] who types in silence goes on typing when the document of their draft is changed under the text, and no letter is missing", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, waits } = await beginDrafting(server);
  const bo = await browser.person();
  const between = await refusing(bo, "poison", "draft");
  await bo.page.goto(board.links.participant);
  await bo.page.locator("[data-banner=drafts]").waitFor();
  await bo.page.mouse.dblclick(800, 400);
  const field = bo.page.getByRole("textbox", { name: "Text of the card" });
  await field.pressSequentially("Tools ");
  await bo.saved();
  between.refuse(4409);
  for (const letter of "never stop a hand")
    await bo.page.keyboard.press(letter === " " ? "Space" : letter, { delay: 30 });
  await bo.page.keyboard.press("Escape");
  await bo.saved();
  await bo.card("Tools never stop a hand").waitFor();
  expect(between.refusals()).toBe(1);
  expect(await bo.page.getByRole("alertdialog").count()).toBe(0);
  await waits(({ ideas }) => ideas === 1);
});

it("[F140] letters that were typed while the document was changed are told where their card was locked meanwhile, after a reload too", async () => {
  const { server, board, amina, between } = await openPeople();
  const awa = await board.join("facilitator", "Awa");
  const leading = connect(server, board.id, awa.session, "board");
  await synced(leading);
  await amina.page.mouse.dblclick(800, 300);
  const field = amina.page.getByRole("textbox", { name: "Text of the card" });
  await field.pressSequentially("Tools ");
  await amina.saved();
  between.hold();
  between.refuse(4409);
  await amina.page.keyboard.press("a");
  await field.waitFor({ state: "detached" });
  await amina.page.keyboard.type("xy");
  const [card] = readBoard(leading.doc).cards.keys();
  applyEdits(leading.doc, [{ type: "setAttributes", on: card!, values: { locked: true } }]);
  await saved(leading, 1);
  between.goOn();
  const dialog = amina.page.getByRole("alertdialog", { name: "This change could not be made" });
  await dialog.getByText("Tools axy", { exact: true }).waitFor();
  await picture(amina, "refusal-held-letters");
  await amina.page.reload();
  await dialog.getByText("Tools axy", { exact: true }).waitFor();
  expect(textsOf(leading)).toEqual(["Tools "]);
});

it("[F137] what is typed while the document of a draft is changed ends in its text, though a card of the board that all see is opened meanwhile", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, awa } = await beginDrafting(server);
  const seen = connect(server, board.id, awa.session, "board");
  await synced(seen);
  const birth = { kind: "note", position: [900, 300], text: "Trees", at: 1, by: awa.person } as const;
  applyEdits(seen.doc, [{ type: "addCard", id: newCardId(), ...birth }]);
  const bo = await browser.person();
  const between = await refusing(bo, "poison", "draft");
  await bo.page.goto(board.links.facilitator);
  await bo.page.locator("[data-banner=drafts]").waitFor();
  await bo.card("Trees").waitFor();
  await bo.page.mouse.dblclick(500, 600);
  const field = bo.page.getByRole("textbox", { name: "Text of the card" });
  await field.pressSequentially("Tools ");
  await bo.saved();
  between.hold();
  between.refuse(4409);
  await bo.page.keyboard.press("a");
  await field.waitFor({ state: "detached" });
  await bo.page.keyboard.type("xy");
  await bo.card("Trees").dblclick();
  await field.waitFor();
  await bo.page.keyboard.type(" here");
  await bo.card("Trees here").waitFor();
  between.goOn();
  await bo.card("Tools axy").waitFor();
  await bo.saved();
  await bo.page.keyboard.press("Escape");
  expect(await bo.card("Tools axy").innerText()).toMatch(/\bTools axy$/m);
  await expect.poll(() => textsOf(seen)).toEqual(["Trees here"]);
  expect(between.refusals()).toBe(1);
});
