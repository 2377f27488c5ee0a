import { readAgenda } from "@palabre/shared/documents";
import { newPhaseId, type Paper } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, synced } from "../helpers/client.ts";
import { findings } from "../helpers/findings.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";
import { openVote, type TestVote } from "../helpers/voting.ts";

const browser = openBrowser();
const TITLES = ["Open two evenings a month", "Diagnose online before the visit"] as const;

/** With so many people who have a page open. */
async function openScene(count: number, titles: readonly string[] = TITLES) {
  const server = await startServer({ client: BUILT_CLIENT });
  const vote = await openVote(server, titles);
  const people = await vote.people(count);
  for (const { session } of people) await synced(connect(server, vote.board.id, session, "workshop"));
  return { server, vote, people };
}
const panel = ({ page }: Person) => page.locator("[data-panel=vote]");
const toast = ({ page }: Person, words: string | RegExp) => page.locator("[data-toasts]").getByText(words);
const tab = ({ page }: Person, name = "Vote") => page.getByRole("button", { name, exact: true });

/** Steps of a workshop, the first of which is under way. */
async function runSteps({ ask }: TestVote, ...ballots: readonly (object | undefined)[]): Promise<void> {
  const phases = ballots.map((ballot, place) => ({
    id: newPhaseId(),
    title: { en: `Part ${place + 1}` },
    instruction: {},
    ...(ballot ? { ballot } : {}),
  }));
  expect((await ask("PUT", "agenda", { revision: 0, phases })).status).toBeLessThan(300);
  expect((await ask("POST", "phase", { from: null, to: phases[0]?.id })).status).toBeLessThan(300);
}
const paper = ({ cards: [card] }: TestVote): Paper => ({ method: "dots", dots: card ? { [card]: 1 } : {} });

it("[V64] who leads is asked once before a step takes an open vote with it, by button and by key; not when nobody is missing", async () => {
  const { vote, people } = await openScene(2);
  await runSteps(vote, undefined, undefined, undefined);
  const first = await vote.open({ method: "dots" });
  const awa = await browser.person();
  await awa.page.goto(vote.board.links.facilitator);
  await tab(awa).click();
  await panel(awa).getByText("0 of 2 have handed in").waitFor();
  const next = awa.page.getByRole("button", { name: "Next step" });
  const question = toast(awa, "A vote is open: 0 papers are in, 2 missing. Moving on closes it.");
  await next.click();
  await question.waitFor();
  await picture(awa, "vote-open-question");
  expect(await findings(awa.page)).toEqual([]);
  await awa.page.keyboard.press("Control+Shift+Enter");
  await until(async () => (await question.count()) === 1, "the question, once");
  expect(vote.seen(first)?.state).toBe("open");
  await awa.page.locator("[data-toasts]").getByRole("button", { name: "Move on" }).click();
  await toast(awa, /Part 2.* has begun/).waitFor();
  await until(() => vote.seen(first)?.state === "closed", "its end");

  const second = await vote.open({ method: "dots" });
  for (const person of people) expect((await vote.give(person, second, paper(vote))).status).toBe(200);
  await panel(awa).getByText("2 of 2 have handed in").waitFor();
  await next.click();
  await toast(awa, /Part 3.* has begun/).waitFor();
  expect(await toast(awa, /^A vote is open/).count()).toBe(0);
});

it("[V64] who goes back by the toast is asked before a vote of this step ends with it", async () => {
  const { vote } = await openScene(2);
  await runSteps(vote, undefined, undefined);
  const awa = await browser.person();
  await awa.page.goto(vote.board.links.facilitator);
  await tab(awa).click();
  await awa.page.getByRole("button", { name: "Next step" }).click();
  await toast(awa, /Part 2.* has begun/).waitFor();
  const id = await vote.open({ method: "dots" });
  await panel(awa).getByText("0 of 2 have handed in").waitFor();
  await awa.page
    .locator("[data-toasts]")
    .getByRole("button", { name: /Part 1/ })
    .press("Enter");
  await toast(awa, "A vote is open: 0 papers are in, 2 missing. Moving on closes it.").waitFor();
  expect(vote.seen(id)?.state).toBe("open");
  await awa.page.locator("[data-toasts]").getByRole("button", { name: "Move on" }).press("Enter");
  await awa.page.getByRole("button", { name: /^Step 1 of 2 Part 1/ }).waitFor();
  await until(() => vote.seen(id)?.state === "closed", "its end");
});

it("[F22, V64] two who lead and press *next* together go on by one step, also when both are asked about a vote first", async () => {
  const { server, vote } = await openScene(2);
  await runSteps(vote, undefined, undefined, undefined);
  await vote.open({ method: "dots" });
  const workshop = connect(server, vote.board.id, vote.awa.session, "workshop");
  await synced(workshop);
  const now = () => readAgenda(workshop.doc).now;
  const [awa, bo] = [await browser.person(), await browser.person()];
  for (const person of [awa, bo]) {
    await person.page.goto(vote.board.links.facilitator);
    await tab(person).click();
    await panel(person).getByText("0 of 2 have handed in").waitFor();
  }
  for (const person of [awa, bo]) {
    await person.page.getByRole("button", { name: "Next step" }).click();
    await toast(person, /^A vote is open/).waitFor();
  }
  const confirm = ({ page }: Person) => page.locator("[data-toasts]").getByRole("button", { name: "Move on" }).click();
  await confirm(bo);
  await toast(bo, /Part 2.* has begun/).waitFor();
  await awa.page.getByRole("button", { name: /Part 2/ }).waitFor();
  const begun = now();
  await confirm(awa);
  await toast(awa, /^Another facilitator was faster/).waitFor();
  expect(now()).toEqual(begun);
});

it("[V65] who leads closes a vote on 85 things without scrolling, on a screen of any size", async () => {
  const { vote } = await openScene(
    6,
    Array.from({ length: 85 }, (_, place) => `What is asked for ${place + 1}`),
  );
  await vote.open({ method: "judgment" });
  const awa = await browser.person();
  await awa.page.goto(vote.board.links.facilitator);
  await tab(awa).click();
  await panel(awa).getByText("0 of 6 have handed in").waitFor();
  await picture(awa, "vote-85");
  const seen: Record<string, boolean> = {};
  for (const [width, height] of [
    [1440, 900],
    [768, 1024],
    [390, 844],
  ] as const) {
    await awa.page.setViewportSize({ width, height });
    const close = panel(awa).getByRole("button", { name: "Close the vote" });
    await close.waitFor();
    const box = await close.boundingBox();
    seen[`${width}`] = box !== null && box.y >= 0 && box.y + box.height <= height;
  }
  expect(seen).toEqual({ 390: true, 768: true, 1440: true });
});

it("[V66] a vote that the step planned is opened from the panel of the votes", async () => {
  const { vote } = await openScene(0);
  await runSteps(vote, { method: "consent", on: "expectation" });
  const awa = await browser.person();
  await awa.page.goto(vote.board.links.facilitator);
  await tab(awa).click();
  await panel(awa).getByText("A vote is planned for this step").waitFor();
  await panel(awa).getByText("Consent: Expectations").waitFor();
  expect(await panel(awa).getByText("No ballot open").count()).toBe(0);
  await picture(awa, "vote-planned");
  expect(await findings(awa.page)).toEqual([]);
  await panel(awa).getByRole("button", { name: "Open this vote" }).press("Enter");
  await panel(awa).getByRole("button", { name: "Close the vote" }).waitFor();
  await until(async () => (await panel(awa).getByText("is planned for this step").count()) === 0, "nothing is planned");
});

it("[V81] who had not handed in a paper, or its change, when the vote closed is told so, also where it met the closing on its way", async () => {
  const { vote } = await openScene(0);
  const id = await vote.open({ method: "dots" });
  const [bo, cy, di] = [await browser.person(), await browser.person(), await browser.person({ language: "fr" })];
  const [title] = TITLES;
  for (const person of [bo, cy, di]) {
    await person.page.goto(vote.board.links.participant);
    await person.card(title).waitFor();
    await person.page.locator("[data-slip=ballot]").getByRole("button").press("Enter");
  }
  const more = (person: Person) =>
    panel(person)
      .getByRole("button", { name: new RegExp(`(One point more for|Un point de plus pour).*${title}`) })
      .press("Enter");
  for (const person of [bo, cy, di]) await more(person);
  await panel(cy).getByRole("button", { name: "Hand in my paper" }).press("Enter");
  const receipt = await panel(cy).locator("code").innerText();
  await more(cy);
  await panel(cy).getByText("The change is not handed in yet.").waitFor();
  let letGo = (): void => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await di.page.route("**/paper", async (route) => {
    if (route.request().method() === "PUT") await held;
    await route.fallback();
  });
  await panel(di).getByRole("button", { name: "Déposer mon bulletin" }).press("Enter");
  expect((await vote.command(id, "close")).status).toBe(204);

  await panel(bo).getByText("Your paper was not handed in before the vote closed.").waitFor();
  const change = `Your change was not handed in before the vote closed: the paper with the receipt ${receipt} counts.`;
  await panel(cy).getByText(change).waitFor();
  expect(await findings(cy.page)).toEqual([]);
  const late = "Votre bulletin n’a pas été déposé avant la clôture du vote.";
  await panel(di).getByText(late).waitFor();
  letGo();
  await toast(di, late).waitFor();
  expect((await vote.command(id, "publish")).status).toBe(204);
  await panel(cy).getByText(change).waitFor();
});

it("[V81] what another page of the same person handed in counts: its receipt is said, and nothing where it is the same paper", async () => {
  const { vote } = await openScene(0);
  const id = await vote.open({ method: "dots" });
  const [title] = TITLES;
  const write = async (person: Person, points: number): Promise<Person> => {
    await person.page.goto(vote.board.links.participant);
    await person.page.locator("[data-slip=ballot]").getByRole("button").press("Enter");
    const more = panel(person).getByRole("button", { name: new RegExp(`One point more for.*${title}`) });
    for (let point = 0; point < points; point += 1) await more.press("Enter");
    return person;
  };
  const [bo, cy] = [await write(await browser.person(), 1), await write(await browser.person(), 2)];
  const handInElsewhere = async (person: Person): Promise<string> => {
    const elsewhere = await write({ ...person, page: await person.context.newPage() }, 1);
    await panel(elsewhere).getByRole("button", { name: "Hand in my paper" }).press("Enter");
    return panel(elsewhere).locator("code").innerText();
  };
  await handInElsewhere(bo);
  const receipt = await handInElsewhere(cy);
  await Promise.all([
    bo.page.waitForResponse(/\/paper$/),
    panel(cy).getByText(`the paper with the receipt ${receipt} counts.`).waitFor(),
    vote.command(id, "close"),
  ]);
  expect((await vote.command(id, "publish")).status).toBe(204);
  await panel(bo).getByText("2 papers").first().waitFor();
  expect(await panel(bo).getByText("was not handed in").count()).toBe(0);
});

it("[V67] a result is told everybody on the board with the way to it, but who revealed it", async () => {
  const { vote, people } = await openScene(6);
  const id = await vote.open({ method: "dots", question: "Where first?" });
  for (const person of people.slice(0, 5)) expect((await vote.give(person, id, paper(vote))).status).toBe(200);
  const [awa, bo, vera] = [
    await browser.person(),
    await browser.person({ language: "fr", theme: "dark" }),
    await browser.person(),
  ];
  await awa.page.goto(vote.board.links.facilitator);
  await bo.page.goto(vote.board.links.participant);
  await vera.page.goto(vote.board.links.viewer);
  // both have heard of the vote by then
  await bo.page.locator("[data-slip=ballot]").waitFor();
  await tab(vera).click();
  await panel(vera).getByText("The group is voting").waitFor();
  await tab(vera).click();
  await tab(awa).click();
  await panel(awa).getByRole("button", { name: "Close the vote" }).click();
  await panel(awa).getByRole("button", { name: "Reveal the result" }).click();
  await toast(awa, "Everybody sees the result").waitFor();
  await toast(bo, /^Le résultat est là/).waitFor();
  // nothing lapses under the pointer
  await toast(bo, /^Le résultat est là/).hover();
  await toast(vera, "The result is there: Where first?").hover();
  await picture(bo, "result-told");
  expect(await findings(bo.page)).toEqual([]);
  await bo.page.locator("[data-toasts]").getByRole("button", { name: "Voir le résultat" }).click();
  await panel(bo).getByText("2 sans bulletin").waitFor();
  await toast(vera, "The result is there: Where first?").waitFor();
  await vera.page.locator("[data-toasts]").getByRole("button", { name: "See the result" }).click();
  await panel(vera).getByText("5 papers of 7").waitFor();
  expect(await toast(awa, /^The result is there/).count()).toBe(0);
  await picture(awa, "result");
});
