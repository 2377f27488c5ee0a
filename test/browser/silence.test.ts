import { newPhaseId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { drawMap } from "../helpers/mapBoard.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { NOTHING } from "../helpers/workshop.ts";

const browser = openBrowser();

it("[E13] who is at a card that they wrote in silence is at the same card once it is revealed, and hears of no deletion", async () => {
  const server = await startServer({ client: BUILT_CLIENT, drafts: { countEveryMs: 50 } });
  const board = await openBoard(server);
  const awa = await board.join("facilitator", "Awa");
  const asking = (method: string, path: string, body: unknown) =>
    ask(server, method, `/api/boards/${board.id}/${path}`, { body, session: awa.session });
  const peer = connect(server, board.id, awa.session, "board");
  await synced(peer);
  drawMap(peer.doc, [["Trust", "expectation"]], []);
  const silent = {
    id: newPhaseId(),
    title: { en: "Expectations" },
    instruction: { en: "What do you expect" },
    writing: "silent",
    may: { participant: { ...NOTHING, add: ["expectation"] } },
  };
  await asking("PUT", "agenda", { revision: 0, phases: [silent] });
  const bo = await browser.person();
  const { page } = bo;
  await page.goto(board.links.participant);
  await bo.card("Trust").waitFor();
  await asking("POST", "phase", { from: null, to: silent.id });
  const urgent = page.locator("[data-announcer] [data-urgency=assertive]");
  // each part a sentence of its own
  await until(
    async () => /What do you expect\. You may .*\. No time limit\.$/.test((await urgent.textContent()) ?? ""),
    "the step",
  );

  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Fast answers");
  await page.keyboard.press("Escape");
  const isAt = (title: string) => bo.card(title).evaluate((card) => card.contains(document.activeElement));
  await until(() => isAt("Fast answers"), "the keyboard at the draft");
  const draft = await bo.card("Fast answers").getAttribute("id");
  await bo.saved();
  const heard: string[] = [];
  await page.exposeFunction("hear", (words: string) => void heard.push(words));
  await page.evaluate(`new MutationObserver(() => hear(document.querySelector("[data-announcer]").textContent))
    .observe(document.querySelector("[data-announcer]"), { subtree: true, childList: true, characterData: true })`);
  await until(
    async () => (await asking("POST", "reveal", { phase: silent.id, round: 0 })).status === 200,
    "the reveal",
  );
  // both are there for a moment: what all see comes by the board, and then the draft goes
  await page.locator(`[id="${draft}"]`).waitFor({ state: "detached" });
  await until(() => isAt("Fast answers"), "the keyboard at the revealed card");
  expect(heard.filter((words) => /deleted/.test(words))).toEqual([]);
});
