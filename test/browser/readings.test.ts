import { mkdir } from "node:fs/promises";
import { readBoard, readWorkshop } from "@palabre/shared/documents";
import { titleOf, type Card, type Measure } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
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
    const { annotations } = readWorkshop(workshop.doc);
    const has = ({ id }: Card) =>
      annotations.get(id)?.readings.some((reading) => reading.measure === measure && reading.state === "known");
    const card = [...readBoard(drawn.doc).cards.values()].find((each) => each.kind === kind && has(each));
    return card && titleOf(card);
  };
  return { board, titleWith: (kind: string, measure: Measure) => until(() => titleWith(kind, measure), measure) };
}

it("[P19] a card and its panel say where it stands on the map and in the choice, and why", async () => {
  const { board, titleWith } = await openSample();
  const awa = await browser.person({ size: [1800, 1000] });
  const bo = await browser.person({ theme: "dark", language: "fr", size: [1800, 1000] });
  await awa.page.goto(board.links.facilitator);
  await bo.page.goto(board.links.participant);
  const [factor, strategy, expectation] = await Promise.all([
    titleWith("factor", "quadrant"),
    titleWith("strategy", "best"),
    titleWith("expectation", "servedBy"),
  ]);
  for (const [person, name] of [
    [awa, "light-en"],
    [bo, "dark-fr"],
  ] as const) {
    for (const [kind, title] of [
      ["factor", factor],
      ["strategy", strategy],
      ["expectation", expectation],
    ] as const) {
      await person.card(title).click();
      const panel = person.page.getByRole("complementary");
      await panel.getByRole("heading", { name: title }).waitFor();
      await picture(person, `${name}-${kind}`);
      for (const why of await panel.getByRole("button", { name: /^(Why|Pourquoi)/ }).all()) await why.click();
      await picture(person, `${name}-${kind}-why`);
    }
  }
  expect(factor).not.toBe("");
});
