import { applyEdits } from "@palabre/shared/documents";
import { newCardId, newCommentId, reactionOf } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

/** Comes in under a name that this device knows. */
const comeIn = async ({ page, context }: Person, name: string, link: string) => {
  await context.addInitScript((written) => localStorage.setItem("palabre.name", written), name);
  await page.goto(link);
};

it("[B48] [B49] [B50] people comment on a card by a key, call each other, settle it, and react", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  addNote(program.doc, "Night trains");

  const [amina, yann] = [await browser.person(), await browser.person({ language: "fr", theme: "dark" })];
  await comeIn(amina, "Amina", board.links.participant);
  await comeIn(yann, "Yann", board.links.participant);
  await yann.card("Night trains").waitFor();

  // C on the chosen card leads to the field
  await amina.card("Night trains").click();
  await amina.page.keyboard.press("c");
  const field = amina.page.getByRole("textbox", { name: /Comment, @/ });
  await field.waitFor();
  await amina.page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  await field.pressSequentially("Which line first? @r");
  await amina.page.getByRole("option", { name: "Robot" }).waitFor();
  await amina.page.keyboard.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("Which line first? @Robot ");
  await amina.page.keyboard.press("Enter");
  await amina.page.locator("mark", { hasText: "@Robot" }).waitFor();

  // the card says so to everybody, and its pin leads there
  await yann.page.getByRole("article", { name: /Night trains.*1 commentaire/ }).waitFor();
  await yann.page.getByRole("button", { name: "1 commentaire" }).click();
  await yann.page.getByText("Which line first?").waitFor();
  await yann.page.getByRole("button", { name: "Répondre" }).click();
  const answer = yann.page.getByRole("textbox", { name: "Votre réponse" });
  await answer.pressSequentially("@amina Paris–Nice");
  await yann.page.keyboard.press("Enter");
  // who is called is told, and led there
  await amina.page.getByText("Yann speaks to you: “Night trains”", { exact: true }).waitFor();
  await amina.page.locator("p", { hasText: "Paris–Nice" }).waitFor();

  // reactions: one's own, one each
  await amina.page.getByRole("button", { name: "Good idea" }).click();
  await yann.page.getByRole("button", { name: /Bonne idée.*:/ }).waitFor();
  await yann.page.getByRole("button", { name: /^Bonne idée/ }).click();
  await yann.page.getByRole("button", { name: /^Oui/ }).click();
  await amina.page.getByRole("button", { name: /^Yes: / }).waitFor();
  await expect.poll(() => amina.page.getByRole("button", { name: /^Good idea/, pressed: true }).count()).toBe(1);
  await amina.page.getByRole("article", { name: /2 comments, 2 reactions/ }).waitFor();
  await picture(amina, "remarks");
  await picture(yann, "remarks-dark");

  await yann.page.getByRole("button", { name: "Réglé" }).first().click();
  await amina.page.getByText("1 settled").waitFor();
  expect(await amina.page.getByRole("article", { name: /comment/ }).count()).toBe(0);
  await yann.page.keyboard.press("Escape");
  for (const person of [amina, yann]) expect(person.complaints).toEqual([]);
});

it("[B48] [B50] a frame shows what was said of it, and its pin leads there", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person: by } = await board.join("facilitator", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const frame = newCardId();
  applyEdits(program.doc, [
    { type: "addCard", id: frame, kind: "frame", position: [0, 0], text: "Choices", by, at: 1 },
    { type: "setAttributes", on: frame, values: { size: [480, 300], [reactionOf(by)]: "👍" } },
    { type: "addComment", id: newCommentId(), on: frame, text: "Too many?", by, at: 2 },
  ]);
  const amina = await browser.person();
  await comeIn(amina, "Amina", board.links.participant);
  const shown = amina.page.locator(`[data-card="${frame}"]`);
  const pin = shown.getByRole("button", { name: "1 comment" });
  await pin.waitFor();
  expect(await shown.locator("svg").count()).toBe(2);
  await picture(amina, "remarks-frame");
  await pin.click();
  await amina.page.locator("p", { hasText: "Too many?" }).waitFor();
  expect(amina.complaints).toEqual([]);
});
