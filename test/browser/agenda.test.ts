import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { connect, saved, synced } from "../helpers/client.ts";
import { openBrowser } from "../helpers/people.ts";
import { openWorkshop, NOTHING, phaseOf } from "../helpers/workshop.ts";

const browser = openBrowser();

it("[F11, F23] a text that is open when a phase begins that forbids it is kept and closed, and opens again in the next", async () => {
  const workshop = await openWorkshop({ client: BUILT_CLIENT });
  const { server, board, awa, set, go, pass } = workshop;
  const maker = connect(server, board.id, awa.session, "board");
  await synced(maker);
  addNote(maker.doc, "The question");
  await saved(maker, 1);
  const [look, write] = [phaseOf("look on", { may: { participant: NOTHING } }), phaseOf("write")];
  await set(0, [look, write]);
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await bo.card("The question").dblclick();
  const field = bo.page.getByRole("textbox", { name: "Text of the card" });
  await field.press("End");
  await field.pressSequentially(" of all");
  await go(null, look.id);
  await field.waitFor({ state: "detached" });
  // what was written is saved, and no more can be
  await bo.status(/^Read-only: look on$/);
  pass(3_000);
  await bo.card("The question of all").dblclick();
  await bo.page.getByText("The present phase does not allow it.").first().waitFor();
  expect(await field.count()).toBe(0);
  await go(look.id, write.id);
  await bo.saved();
  await bo.card("The question of all").dblclick();
  await field.waitFor();
  expect(bo.complaints).toEqual([]);
});
