import { applyEdits } from "@palabre/shared/documents";
import { newCardId, newPhaseId, type Phase, type RoleRules } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { asksBeforeLeaving, openBrowser, writeCard, type Person } from "../helpers/people.ts";
import { startServer, type TestServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const NOTHING: RoleRules = { add: [], edit: "none", move: "none", trash: "none", link: false, comment: false };
const step = (title: string, more: Partial<Phase> = {}): Phase => ({
  id: newPhaseId(),
  title: { en: title },
  instruction: { en: `${title}: what is asked.` },
  ...more,
});

/** A board with a frame far off and a card in it, and a facilitator who asks by HTTP. */
async function openWorkshop(server: TestServer) {
  const board = await openBoard(server);
  const { session, person } = await board.join("facilitator", "Zoé");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const frame = newCardId();
  const birth = { by: person, at: 1 };
  applyEdits(maker.doc, [
    {
      type: "addCard",
      id: newCardId(),
      kind: "note",
      position: [0, 0],
      text: "The beginning",
      attributes: {},
      ...birth,
    },
    {
      type: "addCard",
      id: frame,
      kind: "frame",
      position: [4_000, 3_000],
      text: "Far away",
      attributes: { size: [600, 400] },
      ...birth,
    },
  ]);
  await saved(maker, 1);
  const put = (revision: number, phases: readonly Phase[]) =>
    ask(server, "PUT", `/api/boards/${board.id}/agenda`, { session, body: { revision, phases } });
  const goTo = (from: Phase | undefined, to: Phase | undefined) =>
    ask(server, "POST", `/api/boards/${board.id}/phase`, {
      session,
      body: { from: from?.id ?? null, to: to?.id ?? null },
    });
  const timer = (what: "pause" | "resume") =>
    ask(server, "POST", `/api/boards/${board.id}/timer`, { session, body: { do: what } });
  return { board, frame, put, goTo, timer };
}

const heard = ({ page }: Person, urgency: "polite" | "assertive") => page.locator(`[data-urgency=${urgency}]`);
const whole = ({ page }: Person) => page.locator("[data-step=whole]");
const line = ({ page }: Person) => page.locator("[data-step=line]");

it("[P98] a facilitator writes an agenda and leads it by keyboard alone; participants read what they may do and what stays private", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board } = await openWorkshop(server);
  const [awa, bo] = [await browser.person(), await browser.person({ language: "fr", theme: "dark" })];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  await bo.card("The beginning").waitFor();
  const { page } = awa;
  const press = async (name: string | RegExp, role: "button" | "radio" | "menuitem" | "switch" = "button") => {
    await page.getByRole(role, { name }).first().focus();
    await page.keyboard.press(role === "switch" ? "Space" : "Enter");
  };

  // the first step, in both languages, in which all look on
  await press("Run");
  await press("Write the first step");
  const title = page.getByRole("textbox", { name: "Title" });
  await title.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Welcome");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Say hello.");
  await page.keyboard.press("Tab");
  await press("Français", "radio");
  await title.focus();
  await page.keyboard.type("Accueil");
  await page.keyboard.press("Enter");
  await press("Look only", "radio");
  await press("All steps");
  // a second one, in silence, moved before the first and back again
  await press("Add a step");
  await title.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Write");
  await page.keyboard.press("Enter");
  await press("In silence", "radio");
  await press("All steps");
  const rows = page.getByRole("row");
  /** From a step to its grip, then to what can be done with it. */
  const more = async (row: string): Promise<void> => {
    await page.getByRole("row", { name: row }).focus();
    for (const key of ["Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  };
  const names = async () => (await rows.locator("b").allTextContents()).join(", ");
  expect(await names()).toBe("Welcome, Write");
  await more("Step 2, Write");
  await page.getByRole("menuitem", { name: "Move up" }).press("Enter");
  await until(async () => (await names()) === "Write, Welcome", "the step to move");
  await more("Step 1, Write");
  await page.getByRole("menuitem", { name: "Move down" }).press("Enter");
  await until(async () => (await names()) === "Welcome, Write", "the step to move back");
  await more("Step 2, Write");
  await page.getByRole("menuitem", { name: "Duplicate" }).press("Enter");
  await until(async () => (await names()) === "Welcome, Write, Write", "the copy");
  await more("Step 3, Write");
  await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  await until(async () => (await rows.count()) === 2, "the copy to go");
  await page.getByRole("button", { name: "Undo" }).last().press("Enter");
  await until(async () => (await rows.count()) === 3, "the copy to come back");

  // it begins for all at once
  // whatever has the keyboard
  await page.getByRole("button", { name: "Add a step" }).focus();
  await page.keyboard.press("Control+Shift+Enter");
  await whole(bo).getByText("Accueil").waitFor();
  await until(
    async () =>
      /^Étape 1 sur 3.*Accueil.*Say hello\. Regardez, et parlez/.test(
        (await heard(bo, "assertive").textContent()) ?? "",
      ),
    "the step to be told",
  );
  await bo.status(/^Lecture seule\s: Accueil$/);
  await expect.poll(() => whole(bo).textContent()).toMatch(/10 minutes, jusqu’à/);
  await bo.page.getByRole("button", { name: /^Étape 1 sur 3 Accueil il reste 10 minutes$/ }).waitFor();
  await page.keyboard.press("Control+Shift+Enter");
  await whole(bo)
    .getByText(/Vous seul·e voyez ce que vous écrivez.*sans aucun nom/)
    .waitFor();
  await page.getByRole("row", { name: /^Step 1, Welcome.*over$/ }).waitFor();
  // the notice does not lapse under the pointer
  await page.getByRole("button", { name: "Back to “Welcome”" }).hover();

  // the timer stands still, goes on, and gets a minute more
  await page.keyboard.press("Control+Shift+Space");
  await bo.page.getByRole("button", { name: /en pause$/ }).waitFor();
  // the keys turn what their own page shows
  await page.getByRole("button", { name: /paused$/ }).waitFor();
  await page.keyboard.press("Control+Shift+Space");
  await bo.page.getByRole("button", { name: /il reste 10 minutes$/ }).waitFor();
  await press("Add 1 min to the timer");
  await bo.page.getByRole("button", { name: /il reste 11 minutes$/ }).waitFor();
  // and back again, by the notice
  await page.getByRole("button", { name: "Back to “Welcome”" }).press("Enter");
  await bo.page.getByRole("button", { name: /Étape 1 sur 3/ }).waitFor();
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});

it("[F131, F132] after the last step the steps are over and next does nothing; they begin again on purpose, and a step is gone back to by its name", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put, goTo } = await openWorkshop(server);
  const [first, second] = [step("Welcome", { minutes: 10 }), step("Farewell")];
  await put(0, [first, second]);
  await goTo(undefined, first);
  const awa = await browser.person();
  await awa.page.goto(board.links.facilitator);
  const { page } = awa;
  const bar = page.getByRole("banner");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("region", { name: "Now" }).getByRole("button", { name: "Next step" }).click();
  await bar.getByText("Step 2 of 2").waitFor();
  await page.getByRole("button", { name: "Back to “Welcome”" }).click();
  await page.getByText("“Welcome” has begun again for everybody, with all its time").first().waitFor();
  await page.getByRole("region", { name: "Now" }).getByRole("button", { name: "Next step" }).click();
  await page.getByRole("button", { name: "End the steps" }).click();
  const now = page.getByRole("region", { name: "Now" });
  await now.getByText("The steps are over").waitFor();
  await bar.getByText("The steps are over").waitFor();
  await page.getByRole("row", { name: /^Step 2, Farewell.*over$/ }).waitFor();
  await page.keyboard.press("Control+Shift+Enter");
  await bar.getByText("The steps are over").waitFor();
  // nor is the key kept for when the steps begin again
  await now.getByRole("button", { name: "Begin again" }).click();
  await bar.getByText("Step 1 of 2").waitFor();
  await page.getByText("“Welcome” has begun for everybody").first().waitFor();
  expect(await bar.getByText("Step 1 of 2").count()).toBe(1);
  expect(awa.complaints).toEqual([]);
});

it("[P99] a step brings everybody to its frame, whoever comes late too, and each may go back to where they were", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, frame, put, goTo } = await openWorkshop(server);
  const [first, second] = [step("Begin"), step("Look there", { look: frame })];
  await put(0, [first, second]);
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await bo.card("The beginning").waitFor();
  await goTo(undefined, first);
  await whole(bo).getByText("Begin", { exact: true }).waitFor();
  await goTo(first, second);
  const there = (person: Person) => person.page.getByRole("region", { name: /Far away/ });
  await there(bo).waitFor();
  await until(
    async () => /You were brought to “Far away”/.test((await heard(bo, "assertive").textContent()) ?? ""),
    "the move to be told",
  );
  await bo.page.getByRole("button", { name: "Back to where I was" }).click();
  await bo.card("The beginning").waitFor();
  await there(bo).waitFor({ state: "detached" });

  const late = await browser.person({ language: "fr", size: [390, 844] });
  await late.page.goto(board.links.participant);
  await whole(late).getByText("Look there", { exact: true }).waitFor();
  await there(late).waitFor();
  await whole(late).getByRole("button", { name: "J’ai compris" }).click();
  await line(late).getByText("Look there: what is asked.").waitFor();
  await late.page.getByRole("button", { name: "Revenir où j’étais" }).click();
  await late.card("The beginning").waitFor();
  expect([...bo.complaints, ...late.complaints]).toEqual([]);
});

it("[P100] where a step shows few tools, participants have those that it lets them use, and facilitators all", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put, goTo } = await openWorkshop(server);
  const notes = step("Notes", { fewTools: true, may: { participant: { ...NOTHING, add: ["note"], edit: "own" } } });
  await put(0, [notes, step("All")]);
  const [awa, bo] = [await browser.person(), await browser.person()];
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  await bo.card("The beginning").waitFor();
  const tools = async ({ page }: Person) =>
    page
      .getByRole("navigation", { name: "Tools" })
      .getByRole("button")
      .evaluateAll((all) => all.map((one) => one.ariaLabel));
  const panels = async ({ page }: Person) =>
    page.getByRole("navigation", { name: "Notebook" }).getByRole("button").allTextContents();
  // the last of the tools to come
  for (const { page } of [awa, bo]) await page.getByRole("button", { name: "Draw, write, add an image" }).waitFor();
  const all = await tools(bo);
  expect(all).toContain("Frame");
  await goTo(undefined, notes);
  await whole(bo).getByText("You may add notes, and edit your own cards.").waitFor();
  await until(async () => (await tools(bo)).length < all.length, "the tools to go");
  expect(await tools(bo)).toEqual(["Choose", "Move the view", "Note", "Undo", "Redo"]);
  expect(await panels(bo)).toEqual(["Card", "People"]);
  expect(await tools(awa)).toEqual(all);
  // what is written without a tool is of the kind that may be written
  await bo.page.getByRole("button", { name: "Understood" }).click();
  await bo.page.mouse.dblclick(1_000, 700);
  await bo.page.keyboard.type("A note of mine");
  await bo.page.keyboard.press("Escape");
  await awa.card("A note of mine").waitFor();
  // and what may not be done says so
  await bo.card("The beginning").dblclick();
  await bo.page.getByText("It belongs to somebody else, and only they may change it now.").first().waitFor();
  await goTo(notes, undefined);
  await until(async () => (await tools(bo)).length === all.length, "the tools to come back");
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});

it("[P101] when its time is up a step says so to all, and freezes the board if that was planned", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put, goTo } = await openWorkshop(server);
  const short = step("Short", { minutes: 0.1, timeUp: "freeze" });
  await put(0, [short, step("After")]);
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await bo.card("The beginning").waitFor();
  await goTo(undefined, short);
  await bo.page.getByRole("button", { name: /Short \d seconds? left$/ }).waitFor();
  await until(
    async () => (await heard(bo, "assertive").textContent())?.startsWith("The time is up") === true,
    "the end to be told",
  );
  await bo.page
    .locator("[data-banner=frozen]")
    .getByText(/^The time is up: the board is frozen/)
    .waitFor();
  await bo.page.getByRole("button", { name: /Short Time’s up$/ }).waitFor();
  await goTo(short, undefined);
  await bo.page.locator("[data-banner=frozen]").waitFor({ state: "detached" });
  expect(bo.complaints).toEqual([]);
});

it("[P102] two facilitators who change the same are asked whose is to hold; a file gives the agenda, or says what is wrong with it", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put } = await openWorkshop(server);
  const only = step("Mine or theirs");
  await put(0, [only]);
  const awa = await browser.person();
  await awa.page.goto(board.links.facilitator);
  const { page } = awa;
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("row", { name: /Mine or theirs/ }).click();
  // what the other writes arrives while the field is open, and before its own text is sent
  await page.route(
    /\/agenda$/,
    async (route) => {
      await put(1, [{ ...only, title: { en: "Theirs" } }]);
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole("textbox", { name: "Title" }).fill("Mine");
  await page.keyboard.press("Enter");
  await page.locator("[data-notice=met]").waitFor();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.locator("[data-notice=met]").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "All steps" }).click();
  await page.getByRole("row", { name: /Step 1, Mine/ }).waitFor();

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const path = await (await saving).path();
  await page.locator("[data-run=file]").setInputFiles({
    name: "wrong.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ palabre: "agenda", version: 1, phases: [{ title: {}, instruction: {} }] })),
  });
  await page.getByText("Step 1: the title is missing, or too long").waitFor();
  await page.getByRole("row", { name: /Step 1, Mine/ }).waitFor();
  await page.locator("[data-run=file]").setInputFiles(path);
  await page.getByText("An agenda of 1 step is in place").first().waitFor();
  await page.locator("[data-notice=file]").waitFor({ state: "detached" });
  await page.getByRole("row", { name: /Step 1, Mine/ }).waitFor();
  expect(awa.complaints.filter((words) => !words.includes("409"))).toEqual([]);
});

it("[F127] no other agenda is opened from a file while a step is under way: the button says why", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put, goTo } = await openWorkshop(server);
  const only = step("Under way");
  await put(0, [only]);
  await goTo(undefined, only);
  const { page } = await browser.person();
  await page.goto(board.links.facilitator);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const button = page.getByRole("button", { name: "Open a file" });
  await button.hover();
  await page.getByText("A step is under way: end the steps first.").waitFor();
  await goTo(only, undefined);
  await page.getByRole("tooltip").waitFor({ state: "detached" });
  const choosing = page.waitForEvent("filechooser");
  await button.click();
  await choosing;
});

it("[F128, F129] a change of the agenda that found nobody is told when its panel is closed, keeps the page, and is sent once the line holds", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put } = await openWorkshop(server);
  await put(0, [step("Only")]);
  const awa = await browser.person();
  await awa.page.goto(board.links.facilitator);
  const { page } = awa;
  const panel = page.getByRole("button", { name: "Run", exact: true });
  await panel.click();
  await page.getByRole("row", { name: /Only/ }).waitFor();
  await page.route(/\/agenda$/, (route) => route.abort());
  await page.getByRole("button", { name: "More about “Only”" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await page.locator("[data-notice=fault]").waitFor();
  await panel.click();
  const told = page.locator("[data-toasts]").filter({ hasText: "1 change of the agenda is not saved yet." });
  await told.waitFor();
  expect(await asksBeforeLeaving(awa)).toBe(true);
  const asked = page.waitForEvent("dialog");
  const leaving = page.getByRole("link", { name: "My boards" }).click({ noWaitAfter: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await leaving;
  await told.getByRole("button", { name: "Run" }).click();
  await page.locator("[data-notice=fault]").waitFor();
  await page.unroute(/\/agenda$/);
  await writeCard(awa, "The line holds", { x: 300, y: 300 });
  await page.locator("[data-notice=fault]").waitFor({ state: "detached" });
  await until(async () => !(await asksBeforeLeaving(awa)));
  expect(await page.getByRole("row", { name: /Only/ }).count()).toBe(2);
});

it("[P95, P102] what a colleague writes in a title while one writes in it is not overwritten: one is asked", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put } = await openWorkshop(server);
  const only = step("Ours");
  await put(0, [only]);
  const awa = await browser.person();
  await awa.page.goto(board.links.facilitator);
  const { page } = awa;
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("row", { name: /Ours/ }).click();
  const title = page.getByRole("textbox", { name: "Title" });
  // one's own text, saved before, is not taken for a colleague's
  await title.fill("Ours, again");
  await title.press("Enter");
  const bar = page.getByRole("banner");
  await bar.getByRole("button", { name: "Begin: Ours, again" }).waitFor();
  await title.fill("Mine");
  await put(2, [{ ...only, title: { en: "Theirs" } }]);
  await bar.getByRole("button", { name: "Begin: Theirs" }).waitFor();
  await title.press("Enter");
  await page.locator("[data-notice=met]").waitFor();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await bar.getByRole("button", { name: "Begin: Mine" }).waitFor();
  expect(awa.complaints).toEqual([]);
});

it("[P95, P102] what one is writing in a step when a colleague takes it out is not thrown away: one is asked, and the step is there again", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put } = await openWorkshop(server);
  const [ours, last] = [step("Ours", { minutes: 7 }), step("Last")];
  await put(0, [ours, last]);
  const awa = await browser.person();
  await awa.page.goto(board.links.facilitator);
  const { page } = awa;
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("row", { name: /Ours/ }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Mine");
  await put(1, [last]);
  await page.locator("[data-notice=met]").waitFor();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("textbox", { name: "Title" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("Mine");
  await page.getByRole("banner").getByRole("button", { name: "Begin: Mine" }).waitFor();
  expect(awa.complaints).toEqual([]);
});

it("[P90, P91] after a pause the time goes on from what was left, and nothing is said of it again", async () => {
  let ahead = 0;
  const server = await startServer({ client: BUILT_CLIENT, now: () => Date.now() + ahead });
  const { board, put, goTo, timer } = await openWorkshop(server);
  const ideas = step("Ideas", { minutes: 4 });
  await put(0, [ideas]);
  const { page } = await browser.person();
  await page.clock.install();
  const pass = async (ms: number): Promise<void> => {
    ahead += ms;
    await page.clock.fastForward(ms);
  };
  const [said, shown] = [new Set<string>(), new Set<string>()];
  await page.exposeFunction("note", (words: string, clock: string) => {
    said.add(words);
    shown.add(clock);
  });
  await page.goto(board.links.participant);
  await page.getByRole("article", { name: "The beginning" }).waitFor();
  await goTo(undefined, ideas);
  const bar = (words: RegExp) => page.getByRole("button", { name: words }).waitFor();
  await bar(/Ideas 4 minutes left$/);
  await page.evaluate(`new MutationObserver(() => note(
    document.querySelector("[data-urgency=polite]").textContent,
    document.querySelector("[data-phase] button").textContent,
  )).observe(document.body, { subtree: true, childList: true, characterData: true })`);
  await pass(150_000);
  await until(() => [...said].some((words) => words.startsWith("Half of the time")), "half of the time to be told");
  await timer("pause");
  await bar(/paused$/);
  await pass(600_000);
  said.clear();
  shown.clear();
  await timer("resume");
  await bar(/Ideas \d+ (minutes?|seconds) left$/);
  await pass(40_000);
  await until(() => said.has("One minute left."), "the last minute to be told");
  expect([...said].filter((words) => words.startsWith("Half of the time"))).toEqual([]);
  expect([...shown].filter((words) => /(0[2-9]|[1-9]\d):\d\d/.test(words))).toEqual([]);
});

it("[P103] steps are put in another order by dragging, with the mouse or with keys", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const { board, put } = await openWorkshop(server);
  await put(0, [step("One"), step("Two"), step("Three")]);
  const { page, complaints } = await browser.person();
  await page.goto(board.links.facilitator);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const names = async () => (await page.getByRole("row").locator("b").allTextContents()).join(", ");
  await page.getByRole("row", { name: /Three/ }).waitFor();
  const row = (title: string) => page.getByRole("row", { name: new RegExp(title) });
  await row("Three").dragTo(row("One"), { targetPosition: { x: 120, y: 3 } });
  await until(async () => (await names()) === "Three, One, Two", "the step to lie first");
  await row("Three").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const place = (name: RegExp) =>
    page.locator("[aria-roledescription='drop indicator']:focus").and(page.getByLabel(name));
  await place(/^Insert (before|between)/).waitFor({ state: "attached" });
  await page.keyboard.press("End");
  await place(/^Insert after Step 3, Two/).waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await until(async () => (await names()) === "One, Two, Three", "the step to lie last");
  expect(complaints).toEqual([]);
});
