import { mkdir } from "node:fs/promises";
import { readBoard, readAnnotation, readAnnotations } from "@palabre/shared/documents";
import { titleOf, type Card, type Measure } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
/** where to look at what was seen, for who wants to: nothing is kept otherwise */
const pictures = process.env["PICTURES"];

async function picture({ page }: Person, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** The first card of a kind that a reading is known of. */
async function openSample() {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, { title: "Which repair café?", template: "repair-cafe", language: "en" });
  const { session } = await board.join("facilitator", "Zoé");
  await ask(server, "PUT", `/api/boards/${board.id}/budget`, { body: { amount: 2_500, unit: "euro" }, session });
  const [drawn, workshop] = [
    connect(server, board.id, session, "board"),
    connect(server, board.id, session, "workshop"),
  ];
  await Promise.all([synced(drawn), synced(workshop)]);
  const titleWith = (kind: string, measure: Measure): string | undefined => {
    const has = ({ id }: Card) =>
      readAnnotation(workshop.doc, id)?.readings.some(
        (reading) => reading.measure === measure && reading.state === "known",
      );
    const card = [...readBoard(drawn.doc).cards.values()].find((each) => each.kind === kind && has(each));
    return card && titleOf(card);
  };
  const decidingLink = () =>
    until(
      () => [...readAnnotations(workshop.doc).links].find(([, { winner }]) => winner !== undefined)?.[0],
      "a link that decides",
    );
  return {
    board,
    decidingLink,
    titleWith: (kind: string, measure: Measure) => until(() => titleWith(kind, measure), measure),
  };
}

it("[P19] a card and its panel say where it stands on the map and in the choice, and why", async () => {
  const { board, decidingLink, titleWith } = await openSample();
  const awa = await browser.person({ size: [1800, 1000] });
  const bo = await browser.person({ theme: "dark", language: "fr", size: [1800, 1000] });
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  const [factor, strategy, expectation] = await Promise.all([
    titleWith("factor", "quadrant"),
    titleWith("strategy", "best"),
    titleWith("expectation", "servedBy"),
  ]);
  const kinds = [
    ["factor", factor, /Relay.*1 loop/s, /Relais.*1 boucle/s, /More “.*” gives/, /Plus de «.*» donne/],
    ["strategy", strategy, /stays best.*budget/s, /reste en tête.*budget/s, /drawn again 500 times/, /tire 500 fois/],
    ["expectation", expectation, /mentions/, /mentions/, /This choice alone is turned on/, /On active ce choix seul/],
  ] as const;
  for (const [kind, title, onCard, onCardFr, why, whyFr] of kinds) {
    for (const [person, name, card, reason] of [
      [awa, "light-en", onCard, why],
      [bo, "dark-fr", onCardFr, whyFr],
    ] as const) {
      await until(async () => card.test(await person.card(title).innerText()), `the figures of ${title}`);
      await person.card(title).click();
      const panel = person.page.getByRole("complementary");
      await panel.getByRole("heading", { name: title }).waitFor();
      await picture(person, `${name}-${kind}`);
      for (const button of await panel.getByRole("button", { name: /^(Why|Pourquoi)/ }).all()) await button.click();
      await panel.getByText(reason).first().waitFor();
      await picture(person, `${name}-${kind}-why`);
    }
  }
  // a link that decides says so
  const disc = await middleOf(awa.page.locator(`[data-link="${await decidingLink()}"] circle`).first());
  await awa.page.mouse.click(disc.x, disc.y);
  const sheet = awa.page.getByRole("complementary");
  await sheet.getByText(/^This link decides/).waitFor();
  await picture(awa, "light-en-link");
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});

it("[P19] a phone shows the same in its sheet", async () => {
  const { board, titleWith } = await openSample();
  const [strategy, expectation] = await Promise.all([
    titleWith("strategy", "best"),
    titleWith("expectation", "servedBy"),
  ]);
  for (const [theme, language] of [
    ["light", "fr"],
    ["dark", "en"],
  ] as const) {
    const person = await browser.person({ theme, language, size: [390, 844], touch: true });
    await person.page.goto(board.links.participant);
    await person.card(expectation).waitFor();
    await person.page.keyboard.press("Shift+1");
    await person.card(strategy).tap();
    const sheet = person.page.locator("section").filter({ hasText: strategy });
    await until(async () => /(stays best|reste en tête).*budget/s.test(await sheet.last().innerText()), "the figures");
    await picture(person, `phone-${theme}-${language}`);
    await sheet.last().getByRole("button").first().tap();
    await person.page
      .getByText(/^(What it serves|Ce qu’il sert)$/)
      .first()
      .waitFor();
    await picture(person, `phone-open-${theme}-${language}`);
  }
});
