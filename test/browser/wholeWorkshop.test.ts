import { readBallots, type StateDoc } from "@palabre/shared/documents";
import type { BallotOpened, Links, OpenBallot } from "@palabre/shared/protocol";
import {
  BALLOT_METHODS,
  type Ballot,
  type BallotId,
  type BallotMethod,
  type BoardId,
  type CardId,
  type LinkId,
  type Paper,
} from "@palabre/shared/terms";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, secretOf, synced } from "../helpers/client.ts";
import { findings } from "../helpers/findings.ts";
import { findAll, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { openRoundRobin } from "../helpers/roundRobin.ts";
import { describeServers, runTwo } from "../helpers/servers.ts";
import { startServer, type ServerAddress } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const PHONE = { size: [390, 844], touch: true } as const;

/** How a person answers one thing of each kind of paper, the same on the board and on a phone. */
const ANSWER: Readonly<Record<BallotMethod, (paper: Locator) => Promise<void>>> = {
  dots: (paper) =>
    paper
      .getByRole("button", { name: /^One point more/ })
      .first()
      .click(),
  judgment: (paper) => paper.getByText("Good", { exact: true }).first().click(),
  ranked: async (paper) => {
    for (let n = 0; n < 2; n += 1) await paper.locator("[data-unplaced]").first().click();
  },
  pairwise: (paper) => paper.getByRole("group").getByRole("button").first().click(),
  agreement: (paper) => paper.getByText("Agree", { exact: true }).first().click(),
  rating: async (paper) => {
    await paper.getByText("4", { exact: true }).nth(0).click();
    await paper.getByText("2", { exact: true }).nth(1).click();
  },
  consent: (paper) => paper.getByText("I consent", { exact: true }).first().click(),
  links: (paper) => paper.getByText("more", { exact: true }).first().click(),
};

/** What somebody answers who asks by HTTP. */
function paperFor({ method, options }: Ballot, n: number): Paper {
  // links are asked about with `links`, and cards with all others
  const ids = options.map(({ on }) => on);
  const [first, second] = ids as readonly CardId[];
  if (first === undefined) throw new Error("a ballot asks about something");
  switch (method) {
    case "dots":
      return { method, dots: { [first]: 1 } };
    case "judgment":
      return { method, grades: { [first]: 3 + (n % 2) } };
    case "ranked":
      return { method, tiers: [[first], ...(second === undefined ? [] : [[second]])] };
    case "pairwise":
      return { method, answers: second === undefined ? [] : [{ winner: first, loser: second }] };
    case "agreement":
      return { method, answers: { [first]: n === 0 ? -1 : 1 } };
    case "rating":
      return { method, ratings: { [first]: { importance: 5, satisfaction: 2 } } };
    case "consent":
      return { method, answers: { [first]: { say: "yes" } } };
    case "links":
      return { method, answers: { [ids[0] as LinkId]: { polarity: "+", strength: 2 } } };
  }
}

const paperOn = ({ page }: Person, method: BallotMethod) => page.locator(`[data-method="${method}"]`).first();
const writeOnPhone = async ({ page }: Person, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Your idea" }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
};
const drafts = ({ page }: Person) => page.locator("[data-banner=drafts]");

/** From a template to a decision, against the server or servers at an address. */
async function holdWorkshop(server: ServerAddress): Promise<void> {
  const [zoe, ben, odile, cleo, vera] = [
    await browser.person(),
    await browser.person({ theme: "dark" }),
    await browser.person(PHONE),
    await browser.person({ ...PHONE, theme: "dark" }),
    await browser.person({ size: [1024, 768] }),
  ];
  // a facilitator makes the board from a template, and all come in
  await zoe.page.goto(server.url);
  await zoe.page.getByRole("button", { name: /^A workshop to fill in/ }).click();
  await zoe.page.getByRole("button", { name: "Create the board" }).click();
  await zoe.page.getByText("What will happen").first().waitFor();
  const id = (new URL(zoe.page.url()).pathname.split("/").at(-1) ?? "") as BoardId;
  const links = await zoe.page.evaluate<Links>(`fetch("/api/boards/${id}/links").then((reply) => reply.json())`);
  await ben.page.goto(links.participant);
  await vera.page.goto(links.viewer);
  const phones = [odile, cleo];
  for (const phone of phones) await phone.page.goto(`${server.url}/p/${id}#${secretOf(links.participant)}`);
  for (const phone of phones) await phone.page.locator('[data-line="live"]').waitFor();
  await ben.page.getByText("What will happen").first().waitFor();

  // welcome: phones wait, and follow by themselves
  const next = () => zoe.page.keyboard.press("Control+Shift+Enter");
  await next();
  for (const phone of phones) {
    await phone.page.getByText("Step 1 of 7", { exact: true }).waitFor();
    await phone.page.getByText(/^Thank you, /).waitFor();
  }
  // silent writing, on the board and on phones
  await next();
  for (const phone of phones) await phone.page.getByText(/Only you see it/).waitFor();
  await writeOnPhone(odile, "Repair on Sundays");
  await writeOnPhone(cleo, "Tools for all");
  await drafts(ben).getByText("Silent writing: only you see your cards.").waitFor();
  await ben.page.mouse.dblclick(640, 620);
  await ben.page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("A place to talk");
  await ben.page.keyboard.press("Escape");
  await drafts(zoe).getByText("3 ideas waiting").waitFor();
  await odile.page.getByText("3 ideas wait to be revealed").waitFor();
  expect(await odile.page.locator("body").textContent()).not.toContain("Tools for all");
  expect(await zoe.card("Tools for all").count()).toBe(0);
  await picture(odile, "whole-1-phone-writes", [[390, 844]]);

  // the reveal is for all at once
  await drafts(zoe)
    .getByRole("button", { name: /^Reveal/ })
    .click();
  await zoe.page.getByRole("alertdialog").getByRole("button", { name: "Reveal now" }).click();
  const titles = ["Repair on Sundays", "Tools for all", "A place to talk"];
  for (const person of [zoe, ben, vera]) await findAll(person, titles);

  // grouping, then connecting: somebody links two of them
  await next();
  // a second press that is made on what one saw before goes nowhere
  await zoe.page.getByRole("button", { name: /^Step 3 of 7/ }).waitFor();
  await next();
  for (const phone of phones) await phone.page.getByText("Step 4 of 7", { exact: true }).waitFor();
  await ben.page.getByRole("button", { name: "Understood" }).click();
  await ben.page.locator("[data-brought]").getByRole("button", { name: "Stay here" }).click();
  await ben.page.keyboard.press("Shift+Digit1");
  await ben.card("Repair on Sundays").click({ position: { x: 20, y: 8 } });
  await ben.page.keyboard.press("a");
  await ben.card("Tools for all").click({ position: { x: 20, y: 8 } });
  await vera.page.keyboard.press("Shift+Digit1");
  await vera.page.getByRole("img", { name: /Repair on Sundays helps Tools for all/ }).waitFor({ state: "attached" });
  await next();
  for (const phone of phones) await phone.page.getByText("Step 5 of 7", { exact: true }).waitFor();

  // three more vote by HTTP, so that there are enough for a result
  const others = await Promise.all(
    ["Di", "Ed", "Fa"].map(async (name) => {
      const request = { secret: secretOf(links.participant), bearer: true, name };
      const { body } = await ask<{ session: string }>(server, "POST", `/api/boards/${id}/sessions`, { body: request });
      return body.session;
    }),
  );
  const seen = connect(server, id, others[0] ?? "", "workshop");
  await synced(seen);
  const ballotOf = (ballot: BallotId) => readBallots(seen.doc as StateDoc).get(ballot);
  const asFacilitator = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const reply = await zoe.context.request.fetch(`${server.url}/api/boards/${id}/${path}`, {
      method,
      headers: { origin: server.url },
      ...(body === undefined ? {} : { data: body }),
    });
    expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
    return (reply.status() === 204 ? undefined : await reply.json()) as T;
  };
  await ben.page.getByRole("button", { name: "Vote", exact: true }).press("Enter");
  for (const method of BALLOT_METHODS) {
    const asked: OpenBallot = {
      method,
      question: `Question about ${method}`,
      scope: method === "links" ? { links: "all" } : { kind: "expectation" },
    };
    const ballot = (await asFacilitator<BallotOpened>("POST", "ballots", asked)).id;
    const known = await until(() => ballotOf(ballot), "the ballot");
    const receipts: string[] = [];
    // on phones it comes by itself
    for (const phone of phones) {
      await phone.page.getByRole("heading", { name: asked.question ?? "" }).waitFor();
      await ANSWER[method](paperOn(phone, method));
      if (phone === odile) {
        await picture(phone, `whole-2-phone-${method}`, [[390, 844]]);
        expect(await findings(phone.page), method).toEqual([]);
      }
      await phone.page.getByRole("button", { name: "Hand in my paper" }).click();
      await phone.page.getByText("Your paper is in.", { exact: true }).first().waitFor();
      receipts.push(await until(() => phone.page.locator("[data-receipt]").textContent(), "a receipt"));
    }
    const sheet = ben.page.locator(`[data-ballot="${ballot}"]`);
    await ANSWER[method](sheet.locator(`[data-method="${method}"]`));
    await sheet.getByRole("button", { name: "Hand in my paper" }).click();
    await sheet.getByText("Your paper is handed in.").waitFor();
    for (const [n, session] of others.entries()) {
      const path = `/api/boards/${id}/ballots/${ballot}/paper`;
      expect((await ask(server, "PUT", path, { body: paperFor(known, n), session })).status).toBe(200);
    }
    // nobody learns anything before it is published
    expect(ballotOf(ballot)?.tally).toBeUndefined();
    await asFacilitator("POST", `ballots/${ballot}/publish`);
    const tally = await until(() => ballotOf(ballot)?.tally, "the tally");
    expect([tally.n, tally.isHeldBack ?? false, tally.receipts.length]).toEqual([6, false, 6]);
    expect(tally.receipts).toEqual(expect.arrayContaining(receipts));
    // and its result, on phones too
    for (const phone of phones) await phone.page.locator(`[data-result="${ballot}"]`).waitFor();
  }
  await picture(odile, "whole-3-phone-after", [[390, 844]]);

  // who watches reads a result, and a decision is recorded for all to see
  await vera.page.getByRole("button", { name: "Vote", exact: true }).press("Enter");
  await vera.page.getByText("Question about links").first().waitFor();
  await picture(vera, "whole-4-results", [[1024, 768]]);
  await zoe.page.keyboard.press("Shift+Digit1");
  await zoe.card("Tools for all").click({ position: { x: 20, y: 8 } });
  await zoe.page.getByRole("button", { name: "Record a decision" }).click();
  await zoe.page.getByRole("form", { name: "Record a decision" }).getByRole("button", { name: "Record" }).click();
  await zoe.page.getByText("The decision is recorded").first().waitFor();
  for (const person of [ben, vera]) {
    // the panel of votes makes way, and what was chosen before
    for (let n = 0; n < 3; n += 1) await person.page.keyboard.press("Escape");
    for (const name of ["Understood", "Stay here"])
      for (const slip of await person.page.getByRole("button", { name }).all()) await slip.click();
    await person.page.keyboard.press("Shift+Digit1");
    await person.card("Tools for all").click({ position: { x: 20, y: 8 } });
    const panel = person.page.locator("[data-panel=card]");
    if ((await panel.count()) === 0)
      await person.page.getByRole("button", { name: "Card", exact: true }).press("Enter");
    await person.page.locator('[data-outcome="decided"]').first().waitFor();
  }
  await picture(zoe, "whole-5-decision", [[1440, 900]]);
  // who has given no paper yet is told so by 404, which browsers write down
  for (const { complaints } of [zoe, ben, odile, cleo, vera])
    expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
}

it("[J15] a whole workshop, from its template to a decision: two on the board, two on phones, one who watches, all eight kinds of ballots", async () => {
  await holdWorkshop(
    await startServer({ client: BUILT_CLIENT, drafts: { countEveryMs: 100 }, ballots: { tellEveryMs: 50 } }),
  );
}, 300_000);

describeServers("two servers behind a proxy that sends each connection to the next", (postgres) => {
  it("[J17] hold the same whole workshop", async () => {
    const { all } = await runTwo(postgres);
    await holdWorkshop(await openRoundRobin(all));
    const [one, two] = all.map((server) => server.output());
    expect(`${one}${two}`).not.toMatch(/"level":"error"/);
  }, 300_000);
});
