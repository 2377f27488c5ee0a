import { readBoard } from "@palabre/shared/documents";
import type { BallotOpened, OpenBallot, OwnPaper } from "@palabre/shared/protocol";
import {
  BALLOT_METHODS,
  newPhaseId,
  type BallotId,
  type BallotMethod,
  type CardId,
  type LinkId,
  type Paper,
} from "@palabre/shared/terms";

import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, saved, synced, type Joined } from "../helpers/client.ts";
import { findings } from "../helpers/findings.ts";
import { drawMap } from "../helpers/mapBoard.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();
const WIDE = [[1440, 900]] as const;

const CARDS = ["Open two evenings a month", "Diagnose online before the visit", "Train ten repairers"] as const;

type Drawn = Parameters<typeof drawMap>;
/** A board with three strategies and two links unless others are given, a facilitator who asks by HTTP, and five who vote so. */
async function openScene(
  drawn: Drawn[1] = CARDS.map((title) => [title, "strategy"] as const),
  strokes: Drawn[2] = [
    [0, 1, "+2"],
    [1, 2, "-1"],
  ],
) {
  let ahead = 0;
  const server = await startServer({ client: BUILT_CLIENT, now: () => Date.now() + ahead });
  const board = await openBoard(server, { title: "Repair café", language: "en" });
  const awa = await board.join("facilitator", "Awa");
  const maker = connect(server, board.id, awa.session, "board");
  await synced(maker);
  const cards = drawMap(maker.doc, drawn, strokes);
  await saved(maker, 1);
  const [a, b, c] = cards as readonly [CardId, CardId, CardId];
  // they stand in the order of their ids, which are drawn by lot
  const links = [...readBoard(maker.doc).links.values()];
  const [one, two] = [a, b].map((from) => links.find((link) => link.from === from)?.id) as [LinkId, LinkId];
  const voters: readonly Joined[] = await Promise.all(
    ["Bo", "Cy", "Di", "Ed", "Fa"].map((name) => board.join("participant", name)),
  );
  const path = `/api/boards/${board.id}/ballots`;
  const open = async (asked: OpenBallot): Promise<BallotId> => {
    const { body } = await ask<BallotOpened>(server, "POST", path, { session: awa.session, body: asked });
    return body.id;
  };
  const command = (ballot: BallotId, what: "close" | "publish") =>
    ask(server, "POST", `${path}/${ballot}/${what}`, { session: awa.session });
  const vote = async (ballot: BallotId, papers: readonly Paper[]): Promise<void> => {
    for (const [place, paper] of papers.entries()) {
      const { status, body } = await ask(server, "PUT", `${path}/${ballot}/paper`, {
        session: voters[place]?.session,
        body: paper,
      });
      expect(status, JSON.stringify(body)).toBe(200);
    }
  };
  /** what the server has of whoever sits at this browser */
  const paperOf = async ({ context }: Person, ballot: BallotId): Promise<Paper | undefined> => {
    const reply = await context.request.get(`${server.url}${path}/${ballot}/paper`);
    return reply.ok() ? ((await reply.json()) as OwnPaper).paper : undefined;
  };
  const pass = (ms: number): void => void (ahead += ms);
  return { server, board, awa, voters, a, b, c, one, two, open, command, vote, paperOf, pass };
}
type Scene = Awaited<ReturnType<typeof openScene>>;

const panel = ({ page }: Person) => page.locator("[data-panel=vote]");
async function openPanel({ page }: Person, name = "Vote"): Promise<void> {
  await page.getByRole("button", { name, exact: true }).press("Enter");
}
/** By keyboard: what is named is reached and pressed. */
async function press(
  person: Person,
  name: string | RegExp,
  role: "button" | "radio" | "switch" = "button",
): Promise<void> {
  const one = panel(person).getByRole(role, { name }).first();
  await one.focus();
  await person.page.keyboard.press(role === "button" ? "Enter" : "Space");
}
/** The answers about one option. */
const about = (person: Person, title: string) => panel(person).getByRole("listitem").filter({ hasText: title });
async function choose(person: Person, title: string, answer: string | RegExp, question?: string): Promise<void> {
  const item = about(person, title);
  const within = question === undefined ? item : item.getByRole("group", { name: question });
  await within.getByRole("radio", { name: answer, exact: typeof answer === "string" }).focus();
  await person.page.keyboard.press("Space");
}

/** How each paper is written with keys alone, and what it says then. */
const WRITING: Readonly<
  Record<
    BallotMethod,
    { readonly write: (bo: Person) => Promise<void>; readonly says: (scene: Scene) => Omit<Paper, "method"> }
  >
> = {
  dots: {
    write: async (bo) => {
      for (let n = 0; n < 3; n += 1) await press(bo, /One point more for .Open two/);
      await press(bo, /One point less for .Open two/);
      await press(bo, /One point more for .Train/);
      await panel(bo).getByText("1 point", { exact: true }).waitFor();
    },
    says: ({ a, c }) => ({ dots: { [a]: 2, [c]: 1 } }),
  },
  judgment: {
    write: async (bo) => {
      await choose(bo, CARDS[0], "Excellent");
      await bo.page.keyboard.press("ArrowRight");
      await choose(bo, CARDS[1], "To reject");
    },
    says: ({ a, b }) => ({ grades: { [a]: 5, [b]: 0 } }),
  },
  ranked: {
    write: async (bo) => {
      await press(bo, /^Train ten/);
      await press(bo, /^Open two/);
      await press(bo, /^Diagnose/);
      // one step joins the neighbour, another leaves it behind
      await press(bo, /.Open two.* one step up/);
      await bo.page.keyboard.press("ArrowUp");
      await panel(bo)
        .getByText(/.Open two evenings a month.: place 1$/)
        .waitFor();
    },
    says: ({ a, b, c }) => ({ tiers: [[a], [c], [b]] }),
  },
  pairwise: {
    write: async (bo) => {
      await press(bo, CARDS[1]);
      await press(bo, "Both alike");
    },
    says: ({ a, b, c }) => ({ answers: [{ winner: b, loser: c }, { equal: [c, a] }] }),
  },
  agreement: {
    write: async (bo) => {
      await choose(bo, CARDS[0], "Agree");
      await choose(bo, CARDS[1], "Disagree");
      await choose(bo, CARDS[2], "Pass");
      // taken back
      await bo.page.keyboard.press("Delete");
    },
    says: ({ a, b }) => ({ answers: { [a]: 1, [b]: -1 } }),
  },
  rating: {
    write: async (bo) => {
      await choose(bo, CARDS[0], "5", "How much does it matter to you?");
      await choose(bo, CARDS[0], "2", "How well is it served today?");
    },
    says: ({ a }) => ({ ratings: { [a]: { importance: 5, satisfaction: 2 } } }),
  },
  consent: {
    write: async (bo) => {
      await choose(bo, CARDS[0], "I consent");
      await choose(bo, CARDS[1], "I object");
      await bo.page.keyboard.press("Tab");
      await bo.page.keyboard.type("Who answers at night?");
    },
    says: ({ a, b }) => ({
      answers: { [a]: { say: "yes" }, [b]: { say: "objection", reason: "Who answers at night?" } },
    }),
  },
  links: {
    write: async (bo) => {
      await choose(bo, `${CARDS[0]} →`, "less");
      await choose(bo, `${CARDS[0]} →`, "a lot");
      await choose(bo, `${CARDS[1]} →`, "no effect");
    },
    says: ({ one, two }) => ({
      answers: { [one]: { polarity: "-", strength: 3 }, [two]: { polarity: "none", strength: 2 } },
    }),
  },
};

/** Five papers, different enough to be told apart. */
function others({ a, b, c, one, two }: Scene, method: BallotMethod): readonly Paper[] {
  const five = [0, 1, 2, 3, 4];
  switch (method) {
    case "dots":
      return five.map((i) => ({ method, dots: i < 3 ? { [a]: 1, [b]: 3 } : { [a]: 1, [c]: 2 } }));
    case "judgment":
      return five.map((i) => ({ method, grades: { [a]: 6 - (i % 2), [b]: i, [c]: 3 } }));
    case "ranked":
      return five.map((i) => ({ method, tiers: i < 3 ? [[a], [b, c]] : [[b], [c], [a]] }));
    case "pairwise":
      return five.map((i) => ({
        method,
        answers: [{ winner: a, loser: b }, i < 3 ? { winner: a, loser: c } : { equal: [b, c] }],
      }));
    case "agreement":
      return five.map((i) => ({ method, answers: { [a]: 1, [b]: i < 2 ? 1 : -1, [c]: 0 } }));
    case "rating":
      return five.map((i) => ({
        method,
        ratings: {
          [a]: { importance: 5, satisfaction: 2 },
          [b]: { importance: 4, satisfaction: 4 },
          [c]: { importance: 1 + (i % 3), satisfaction: 5 },
        },
      }));
    case "consent":
      return five.map((i) => ({
        method,
        answers: { [a]: { say: "yes" }, [b]: { say: i < 2 ? "reserve" : "yes" }, [c]: { say: "yes" } },
      }));
    case "links":
      return five.map((i) => ({
        method,
        answers: { [one]: { polarity: i < 3 ? "+" : "-", strength: 2 }, [two]: { polarity: "-", strength: 1 } },
      }));
  }
}

const SETTINGS: Partial<Record<BallotMethod, OpenBallot["settings"]>> = {
  dots: { budget: 4 },
  judgment: { grades: 7 },
};
const scopeOf = (method: BallotMethod): OpenBallot["scope"] =>
  method === "links" ? { links: "all" } : { kind: "strategy" };

it.each(BALLOT_METHODS)(
  "[V50] %s: a paper is written, handed in and changed with the keyboard, and its result is read",
  async (method) => {
    const scene = await openScene();
    const { board, open, command, vote, paperOf } = scene;
    const bo = await browser.person();
    await bo.page.goto(board.links.participant);
    await bo.card(CARDS[0]).waitFor();
    const ballot = await open({ method, scope: scopeOf(method), settings: SETTINGS[method] ?? {} });
    // who is on the board is told, and led there
    await bo.page.locator("[data-slip=ballot]").getByRole("button", { name: "Answer" }).press("Enter");
    await panel(bo).getByText("Nobody sees your answer").waitFor();
    await WRITING[method].write(bo);
    await picture(bo, `vote-${method}`);
    expect(await findings(bo.page)).toEqual([]);
    await press(bo, "Hand in my paper");
    await panel(bo).getByText("Your paper is handed in.").waitFor();
    expect(await paperOf(bo, ballot)).toEqual({ method, ...WRITING[method].says(scene) });
    await vote(ballot, others(scene, method));
    await command(ballot, "close");
    await panel(bo).getByText("The result comes when the facilitator reveals it").waitFor();
    await command(ballot, "publish");
    await panel(bo).getByText("6 papers of 6").waitFor();
    await panel(bo).getByText("Receipts of 6 counted papers").focus();
    await bo.page.keyboard.press("Enter");
    await panel(bo)
      .getByText(/^Yours, .+, was counted\.$/)
      .waitFor();
    await picture(bo, `result-${method}`);
    expect(await findings(bo.page)).toEqual([]);
    expect(bo.complaints.filter((words) => !words.includes("404"))).toEqual([]);
  },
);

it("[V51] a facilitator opens a ballot, sees who has still to answer, closes, reveals and erases it by keyboard; a paper is taken back", async () => {
  const { server, board, voters, a, vote } = await openScene();
  // all have a page open somewhere: who has gone is not awaited
  for (const { session } of voters) await synced(connect(server, board.id, session, "workshop"));
  const awa = await browser.person({ theme: "dark", language: "fr" });
  const bo = await browser.person();
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  await bo.card(CARDS[0]).waitFor();
  await openPanel(awa);
  await press(awa, "Ouvrir un vote");
  await press(awa, /^Points à répartir/, "radio");
  await panel(awa).getByRole("textbox", { name: "La question, avec vos mots" }).focus();
  await awa.page.keyboard.type("Où mettre nos forces ?");
  // what is half written stays beside the board: a sheet under it would begin anew
  await picture(awa, "open-form", WIDE);
  expect(await findings(awa.page)).toEqual([]);
  await press(awa, "Poser la question au groupe");
  await panel(awa).getByText("Où mettre nos forces ?").waitFor();
  await openPanel(bo);
  await press(bo, /One point more for .Open two/);
  await press(bo, "Hand in my paper");
  await panel(awa)
    .getByText(/^1 sur \d a déposé son bulletin$/)
    .waitFor();
  await panel(awa)
    .getByText(/^Encore sans bulletin\s: .*Cy/)
    .waitFor();
  await picture(awa, "steering");
  expect(await findings(awa.page)).toEqual([]);
  // a mind is changed, and the paper taken back
  await press(bo, "Take my paper back");
  await panel(awa)
    .getByText(/^0 sur \d/)
    .waitFor();
  await press(bo, "Hand in my paper");
  const id = (await panel(awa).locator("[data-ballot]").getAttribute("data-ballot")) as BallotId;
  await vote(id, [{ method: "dots", dots: { [a]: 2 } }]);
  await press(awa, "Clore le vote");
  await panel(bo).getByText("The vote is closed. The result comes").waitFor();
  await press(awa, "Révéler le résultat");
  // two papers would tell who
  await panel(bo).getByText("Too few papers for a result that tells of nobody.").waitFor();
  expect(await panel(bo).getByText("Open two evenings").count()).toBe(0);
  await press(awa, "Supprimer ce résultat");
  await press(awa, "Effacer");
  await panel(bo).getByText("No ballot open. The facilitator will open one.").waitFor();
  expect([...awa.complaints, ...bo.complaints].filter((words) => !words.includes("404"))).toEqual([]);
});

it("[V52] an order is made by dragging too, and a row dropped on another shares its place", async () => {
  const { board, a, b, c, open, paperOf } = await openScene();
  const ballot = await open({ method: "ranked", scope: { kind: "strategy" } });
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await bo.card(CARDS[0]).waitFor();
  await openPanel(bo);
  for (const title of CARDS)
    await panel(bo)
      .getByRole("button", { name: new RegExp(`^${title}`) })
      .click();
  const row = (title: string) => panel(bo).locator("[data-option]").filter({ hasText: title });
  const dragOn = async (from: string, to: string) => {
    const start = await middleOf(row(from).locator("[aria-hidden]").first());
    const end = await middleOf(row(to));
    await bo.page.mouse.move(start.x, start.y);
    await bo.page.mouse.down();
    await bo.page.mouse.move(end.x, end.y, { steps: 8 });
    await bo.page.mouse.up();
  };
  await dragOn(CARDS[2], CARDS[0]);
  await panel(bo).getByText("shared").first().waitFor();
  await press(bo, "Hand in my paper");
  await panel(bo).getByText("Your paper is handed in.").waitFor();
  expect(await paperOf(bo, ballot)).toEqual({ method: "ranked", tiers: [[a, c], [b]] });
});

it("[V53, V61] what was voted and decided is on the cards and links, and in their panels, for everybody at once; a step's planned vote is one press", async () => {
  const scene = await openScene();
  const { server, board, awa: host, open, command, vote } = scene;
  const dots = await open({ method: "dots", scope: { kind: "strategy" }, settings: { budget: 4 } });
  await vote(dots, others(scene, "dots"));
  await command(dots, "publish");
  const links = await open({ method: "links", scope: { links: "all" } });
  await vote(links, others(scene, "links"));
  await command(links, "publish");
  const phase = {
    id: newPhaseId(),
    title: { en: "Choose" },
    instruction: {},
    ballot: { method: "consent", on: "strategy" },
  };
  const send = (method: string, path: string, body: unknown) =>
    ask(server, method, `/api/boards/${board.id}/${path}`, { session: host.session, body });
  await send("PUT", "agenda", { revision: 0, phases: [phase] });
  await send("POST", "phase", { from: null, to: phase.id });
  const awa = await browser.person();
  const bo = await browser.person({ theme: "dark", language: "fr" });
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  await awa.page.getByRole("article", { name: /Diagnose.*1 of 3, 9 points/ }).waitFor();
  await bo.card(CARDS[0]).click();
  await awa.card(CARDS[0]).click();
  const card = ({ page }: Person) => page.locator("[data-panel=card]");
  await card(awa).getByRole("button", { name: "Record a decision" }).press("Enter");
  await card(awa).getByRole("radio", { name: "Postponed" }).press("Enter");
  await card(awa).getByRole("textbox", { name: "For" }).fill("Most can come\nIt costs little");
  await card(awa).getByRole("textbox", { name: "Against" }).fill("No keys");
  await card(awa).getByRole("textbox", { name: "Who sees to it" }).fill("Awa and Bo");
  await card(awa).getByLabel("Look at it again on").fill("2031-03-01");
  await picture(awa, "decision-form", WIDE);
  // a click on the board loses nothing of it
  await awa.card(CARDS[1]).click();
  await card(awa).getByRole("textbox", { name: "For" }).waitFor({ state: "detached" });
  await awa.card(CARDS[0]).click();
  await expect
    .poll(() => card(awa).getByRole("textbox", { name: "For" }).inputValue())
    .toBe("Most can come\nIt costs little");
  expect(await findings(awa.page)).toEqual([]);
  await card(awa).getByRole("button", { name: "Record", exact: true }).press("Enter");
  await card(bo).getByText("Reporté").waitFor();
  await card(bo).getByText("It costs little").waitFor();
  await bo.page.getByRole("article", { name: /Open two.*Reporté/ }).waitFor();
  await picture(bo, "decided");
  expect(await findings(bo.page)).toEqual([]);
  // its day has come: it is open again for all
  const hour = 3_600_000;
  const decided = { outcome: "decided", rule: "ballot", for: [], against: [], reviewAt: Date.now() + hour };
  await send("PUT", `decisions/${scene.a}`, decided);
  scene.pass(2 * hour);
  await card(bo)
    .getByText(/^À revoir\s: son jour est venu le/)
    .waitFor();
  await bo.page.getByRole("article", { name: /Open two.*À revoir/ }).waitFor();
  await awa.page.clock.setFixedTime(Date.now() + 2 * hour);
  await card(awa).getByRole("button", { name: "Decide again" }).press("Enter");
  const day = card(awa).getByLabel("Look at it again on");
  expect(await day.inputValue()).toBe("");
  await day.fill("2020-01-01");
  await card(awa)
    .getByText(/^The morning of that day is past/)
    .waitFor();
  await card(awa).getByRole("button", { name: "Cancel" }).press("Enter");
  // a link says what the group thinks of it
  await bo.page.locator(`[data-link="${scene.one}"]`).first().click({ force: true });
  await card(bo).getByText("Ce qu’en pèse le groupe").waitFor();
  await picture(bo, "weighed");
  // the vote that the step planned
  await awa.page.getByRole("button", { name: "Run", exact: true }).press("Enter");
  await awa.page.getByRole("button", { name: "Open this vote" }).press("Enter");
  await panel(awa).getByText("Can you live with it?").waitFor();
  expect([...awa.complaints, ...bo.complaints].filter((words) => !words.includes("404"))).toEqual([]);
});

it("[N35] once the weighing of a link is published, panel, what-if and text say what the group says, on screens that are open", async () => {
  const { board, one, open, command, vote } = await openScene(
    [
      ["Free bus", "strategy"],
      ["Presence", "expectation"],
    ],
    [[0, 1, "+3"]],
  );
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await bo.card("Free bus").waitFor();
  await bo.page.getByRole("button", { name: "Analyse" }).first().click();
  await bo.page.getByRole("slider", { name: "Free bus" }).focus();
  await bo.page.keyboard.press("End");
  const moved = bo.page.getByRole("list", { name: "Effects of what is supposed" }).getByRole("listitem");
  await moved.filter({ hasText: "Presence" }).getByText("strongly up").waitFor();

  const ballot = await open({ method: "links", scope: { links: "all" } });
  const weighing: Paper = { method: "links", answers: { [one]: { polarity: "-", strength: 2 } } };
  await vote(
    ballot,
    Array.from({ length: 5 }, () => weighing),
  );
  await command(ballot, "publish");
  await moved.filter({ hasText: "Presence" }).getByText("down").waitFor();
  await bo.page.getByRole("button", { name: "Why? Presence" }).click();
  await bo.page.getByText("Doing “Free bus” brings less “Presence”.").waitFor();

  await bo.card("Presence").click();
  await bo.page.getByRole("button", { name: "Card", exact: true }).press("Enter");
  const panel = bo.page.locator("[data-panel=card]");
  await panel.getByText("clearly, says the group").waitFor();
  await panel.getByRole("img", { name: "hinders" }).waitFor();
  expect(bo.complaints).toEqual([]);
});

it("[B136] in forced colours the answer that is chosen is highlighted, whatever it says", async () => {
  const { board, open } = await openScene();
  await open({ method: "agreement", scope: { kind: "strategy" }, settings: {} });
  const bo = await browser.person();
  await bo.page.emulateMedia({ forcedColors: "active" });
  await bo.page.goto(board.links.participant);
  await bo.card(CARDS[0]).waitFor();
  await openPanel(bo);
  for (const answer of ["Agree", "Pass", "Disagree"]) {
    await choose(bo, CARDS[0], answer);
    const [ground, highlight] = await about(bo, CARDS[0])
      .getByRole("radio", { name: answer, exact: true })
      .evaluate((radio) => {
        const probe = document.createElement("i");
        probe.style.cssText = "forced-color-adjust: none; background: Highlight";
        document.body.append(probe);
        const seen = getComputedStyle(probe).backgroundColor;
        probe.remove();
        return [getComputedStyle(radio.closest("label") ?? radio).backgroundColor, seen];
      });
    expect([answer, ground]).toEqual([answer, highlight]);
  }
});

it("[B137] the table of each against each keeps a long title in its own cell", async () => {
  const scene = await openScene([
    [`Donaudampf${"schifffahrt".repeat(6)}`, "strategy"],
    [CARDS[1], "strategy"],
    [CARDS[2], "strategy"],
  ]);
  const { board, open, vote, command } = scene;
  const ballot = await open({ method: "ranked", scope: { kind: "strategy" }, settings: {} });
  await vote(ballot, others(scene, "ranked"));
  await command(ballot, "publish");
  const bo = await browser.person();
  await bo.page.goto(board.links.participant);
  await bo.card(CARDS[1]).waitFor();
  await openPanel(bo);
  await panel(bo).getByText("Each against each").click();
  const head = panel(bo).getByRole("rowheader", { name: /Donaudampf/ });
  await head.waitFor();
  expect(await head.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
});
