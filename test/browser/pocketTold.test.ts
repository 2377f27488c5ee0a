import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { findings } from "../helpers/findings.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { live, PHONE, phase, phoneAddress, workshopOf } from "../helpers/phones.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { NOTHING } from "../helpers/workshop.ts";

const browser = openBrowser();
const press = ({ page }: Person, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Each text that is shown in one of these places of the page, from now on. */
async function textsIn({ page }: Person, ...places: readonly string[]): Promise<readonly string[]> {
  const texts: string[] = [];
  await page.exposeFunction("tellText", (text: string) => void texts.push(text));
  await page.evaluate(`{
    const last = {};
    const look = () => {
      for (const place of ${JSON.stringify(places)}) {
        const text = document.querySelector(place)?.textContent ?? "";
        if (text !== (last[place] ?? "")) tellText(text);
        last[place] = text;
      }
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }`);
  return texts;
}
const SAID = "[data-announcer] [data-urgency=assertive]";
const hasKeyboard = ({ page }: Person, at: string) => page.locator(`${at}:focus`).waitFor();

it("[K32, E15] why a hand, an answer or a name was not taken stands on the page until one is, or the next step; the keyboard goes to the name, and back", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const may = { participant: NOTHING };
  const [rest, next] = [phase("Pause", "Break", "", { may }), phase("Suite", "Next", "", { may })];
  const { board, go, asking } = await workshopOf(server, [rest, next]);
  await go(rest);
  const bo = await browser.person(PHONE);
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  const slip = bo.page.getByRole("main").getByText("Too much at once. Wait a minute, then try again.");
  const refuse = async (path: string): Promise<void> => {
    const json = { type: "about:blank", title: "slowly", status: 429, code: "too-many" };
    await bo.page.route(path, (route) => route.fulfill({ status: 429, json }));
  };
  await refuse("**/hand");
  await press(bo, "Raise my hand");
  await slip.waitFor();
  expect(await findings(bo.page)).toEqual([]);
  await bo.page.unroute("**/hand");
  await press(bo, "Raise my hand");
  await bo.page.getByRole("button", { name: "Lower my hand" }).waitFor();
  await slip.waitFor({ state: "detached" });
  await asking("PUT", "ready-check", { isOn: true });
  await refuse("**/me/ready");
  await press(bo, "I am ready");
  await slip.waitFor();
  await go(next);
  await slip.waitFor({ state: "detached" });
  await refuse("**/me");
  await press(bo, "Change");
  const field = bo.page.getByRole("textbox", { name: "Your name" });
  await hasKeyboard(bo, "#name");
  await field.fill("Bo");
  await bo.page.keyboard.press("Enter");
  await slip.waitFor();
  await bo.page.unroute("**/me");
  await bo.page.keyboard.press("Enter");
  await bo.page.getByText("Thank you, Bo.").waitFor();
  await slip.waitFor({ state: "detached" });
  await hasKeyboard(bo, "main button");
});

it("[K33] each ballot that opens is said on a phone, also while another one is open", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, asking } = await workshopOf(server, []);
  for (const text of ["Benches", "Shade"])
    await asking("POST", "ideas", { key: newCardId(), kind: "expectation", text });
  const bo = await browser.person(PHONE);
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  const said = await textsIn(bo, SAID);
  for (const n of [1, 2]) {
    const asked = { method: "dots", question: `${n}?`, scope: { kind: "expectation" }, settings: { budget: 3 } };
    expect((await asking("POST", "ballots", asked)).status).toBe(201);
    await until(() => said.filter((text) => text === "A ballot is open.").length === n, `that ballot ${n} is said`);
  }
});

it("[K45] a paper is said to be in once the server has answered, not before", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, asking } = await workshopOf(server, []);
  for (const text of ["Benches", "Shade"])
    await asking("POST", "ideas", { key: newCardId(), kind: "expectation", text });
  const bo = await browser.person(PHONE);
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  const said = await textsIn(bo, SAID);
  const asked = { method: "dots", question: "?", scope: { kind: "expectation" }, settings: { budget: 3 } };
  expect((await asking("POST", "ballots", asked)).status).toBe(201);
  let answer = (): void => {};
  const answers = new Promise<void>((resolve) => (answer = resolve));
  await bo.page.route("**/paper", async (route) => {
    if (route.request().method() === "PUT") await answers;
    await route.fallback();
  });
  await bo.page.getByRole("button", { name: /^One point more for .Benches/ }).click();
  await press(bo, "Hand in my paper");
  await bo.page.getByRole("main").getByText("Your paper leaves with the network.").waitFor();
  await hasKeyboard(bo, "h1");
  expect(said).not.toContain("Your paper is in.");
  answer();
  await bo.page.locator("[data-receipt]").waitFor();
  await until(() => said.includes("Your paper is in."), "that it is in");
});

it("[K37, K39] a freeze and its end are said on a phone, and the keyboard is on the title of what is there then; so is a hand, and its button keeps the keyboard", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, asking } = await workshopOf(server, []);
  const bo = await browser.person(PHONE);
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  const said = await textsIn(bo, "[data-announcer] [data-urgency=polite]");
  const isSaid = (words: string) => until(() => said.includes(words), words);
  await bo.page.locator("#idea").focus();
  expect((await asking("PATCH", "rules", { frozen: true })).status).toBe(200);
  await bo.page.getByRole("main").getByText("The facilitators have stopped writing for now.").waitFor();
  await hasKeyboard(bo, "h1");
  await isSaid("The facilitators have stopped writing for now.");
  expect(await findings(bo.page)).toEqual([]);
  expect((await asking("PATCH", "rules", { frozen: false })).status).toBe(200);
  await bo.page.locator("#idea").waitFor();
  await hasKeyboard(bo, "h1");
  await isSaid("Writing is open again.");
  await bo.page.getByRole("button", { name: "Raise my hand" }).press("Enter");
  const up = bo.page.getByRole("button", { name: "Lower my hand" });
  await up.and(bo.page.locator(":focus")).waitFor();
  expect(await up.getAttribute("aria-pressed")).toBeNull();
  await isSaid("Your hand is up.");
  await up.press("Enter");
  await isSaid("Your hand is down.");
});

it("[K36, K38] a paper is begun by the keyboard without losing it, and is there again after another ballot and a reload, until it is handed in", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, asking } = await workshopOf(server, []);
  for (const text of ["Benches", "Shade"])
    await asking("POST", "ideas", { key: newCardId(), kind: "expectation", text });
  for (const [method, question] of [
    ["agreement", "Both?"],
    ["ranked", "In which order?"],
  ] as const) {
    const asked = { method, question, scope: { kind: "expectation" }, settings: {} };
    expect((await asking("POST", "ballots", asked)).status).toBe(201);
  }
  const bo = await browser.person(PHONE);
  await bo.page.goto(phoneAddress(server, board));
  await live(bo);
  const button = (name: RegExp) => bo.page.getByRole("button", { name }).first();
  const begun = () =>
    bo.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("palabre.paper.")));
  const agree = bo.page.getByRole("button", { name: "Agree", exact: true });
  await button(/^Ballot 1/).press("Enter");
  await bo.page.getByText("1 of 2", { exact: true }).waitFor();
  await agree.press("Enter");
  await bo.page.getByText("2 of 2", { exact: true }).waitFor();
  await hasKeyboard(bo, "main [id]");
  await button(/^Ballot 2/).press("Enter");
  for (const name of [/^Benches/, /^Shade/]) await button(name).press("Enter");
  // none is left to be placed: the keyboard is on what was placed last
  await hasKeyboard(bo, "[data-option] button");
  await bo.page.reload();
  await live(bo);
  await button(/^Ballot 2/).press("Enter");
  await bo.page.locator("[data-option]").nth(1).waitFor();
  await button(/^Ballot 1/).press("Enter");
  await bo.page.getByText("2 of 2", { exact: true }).waitFor();
  await agree.press("Enter");
  expect(await begun()).toHaveLength(2);
  await button(/^Hand in/).press("Enter");
  await bo.page.locator("[data-receipt]").waitFor();
  expect(await begun()).toHaveLength(1);
  await button(/^Change my paper/).press("Enter");
  await hasKeyboard(bo, "h1");
  expect(await begun()).toHaveLength(2);
});
