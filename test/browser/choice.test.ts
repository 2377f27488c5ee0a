import { applyEdits } from "@palabre/shared/documents";
import { newCardId, newLinkId, type CardAttributes, type CardId, type PersonId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

const CARDS: readonly (readonly [
  title: string,
  kind: "strategy" | "factor" | "expectation",
  facts?: CardAttributes,
])[] = [
  ["Open evenings", "strategy", { cost: 400, unit: "euro" }],
  ["Online check", "strategy", { cost: 250, unit: "euro" }],
  ["Buy a lorry", "strategy", { cost: 5_000, unit: "euro" }],
  ["Lend tools", "strategy"],
  ["Waiting", "factor"],
  ["Come after work", "expectation"],
  ["Know before coming", "expectation"],
];
/** from, to, −3 to 3 */
const LINKS = [
  [0, 5, 3],
  [1, 6, 2],
  [1, 4, -2],
  [4, 5, -2],
  [2, 4, -1],
] as const;

const open = async (who: Person, link: string, language: "en" | "fr") => {
  await who.page.goto(link);
  await who.card("Open evenings").waitFor();
  await who.page.getByRole("button", { name: language === "fr" ? "Analyse" : "Analyse", exact: true }).click();
};

it("[P83] a facilitator sets a budget; both read what is best for it, why the rest is out, and whether it holds", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const [zoe, yann] = [await board.join("facilitator", "Zoé"), await board.join("participant", "Yann")];
  const maker = connect(server, board.id, zoe.session, "board");
  const other = connect(server, board.id, yann.session, "board");
  await Promise.all([synced(maker), synced(other)]);
  const ids = CARDS.map(() => newCardId());
  const idOf = (place: number) => ids[place] as CardId;
  const link = (from: number, to: number, weight: number, by: PersonId) =>
    ({
      type: "addLink",
      id: newLinkId(),
      from: idOf(from),
      to: idOf(to),
      polarity: weight < 0 ? "-" : "+",
      strength: Math.abs(weight) as 1 | 2 | 3,
      at: 50,
      by,
    }) as const;
  applyEdits(maker.doc, [
    ...CARDS.map(([text, kind, attributes = {}], i) => ({
      type: "addCard" as const,
      id: idOf(i),
      kind,
      text,
      attributes,
      position: [(i % 4) * 300, Math.floor(i / 4) * 240] as const,
      at: i + 1,
      by: zoe.person,
    })),
    ...LINKS.map(([from, to, weight]) => link(from, to, weight, zoe.person)),
  ]);
  await saved(maker, 1);
  // Yann sees one of them the other way round
  applyEdits(other.doc, [link(4, 5, 2, yann.person)]);
  await saved(other, 1);

  const [awa, bo] = [
    await browser.person({ language: "fr" }),
    await browser.person({ theme: "dark", size: [1440, 1000] }),
  ];
  await open(awa, board.links.facilitator, "fr");
  await open(bo, board.links.participant, "en");
  await awa.page.getByText("Aucun budget n’est fixé pour le groupe.").waitFor();
  await bo.page.getByText("No budget is set for the group.").waitFor();

  // it is tried, seen by nobody else, then set for everybody
  const amount = awa.page.getByRole("textbox", { name: "Montant" });
  await amount.fill("700");
  await amount.press("Enter");
  await awa.page.getByText(/Vous essayez 700.€ pour vous/).waitFor();
  expect(await bo.page.getByText(/The group’s budget/).count()).toBe(0);
  await awa.page.getByRole("button", { name: /^Fixer 700.€ pour tout le monde$/ }).click();
  await bo.page.getByText(/The group’s budget: 700.€\./).waitFor();
  await awa.page.getByText(/Le budget du groupe.: 700.€\./).waitFor();

  // the portfolio, in both languages, and the reasons
  await awa.page.getByText(/Avec 700.€, le mieux ensemble/).waitFor();
  const best = bo.page.getByRole("figure").filter({ hasText: "the best together" });
  await best.getByText("Open evenings").waitFor();
  await best.getByText("Online check").waitFor();
  await best.getByText(/Cost 650.€, 50.€ left/).waitFor();
  const standings = bo.page.getByRole("list", { name: "In and out" });
  await standings.getByText(/out: costs 5,000.€, more than the budget/).waitFor();
  await standings.getByText("left out: no cost is given").waitFor();

  // a participant tries another amount on the line, for herself
  await bo.page.getByRole("button", { name: /^250.€, value .*Online check/ }).click();
  await bo.page.getByText(/You try 250.€ for yourself: nobody else sees it\./).waitFor();
  await best.getByText(/Cost 250.€, 0.€ left/).waitFor();
  await expect.poll(() => awa.page.getByText(/Le budget du groupe.: 700.€\./).count()).toBe(1);
  expect(await bo.page.getByRole("button", { name: /for everybody/ }).count()).toBe(0);
  await bo.page.getByRole("button", { name: "Back to the group’s budget" }).click();
  await best.getByText(/Cost 650.€/).waitFor();

  // how well it holds, and what that hangs on
  await bo.page
    .getByText(/(stays best|leads: best) .*times? out of 10|every time/)
    .first()
    .waitFor();
  await bo.page.getByRole("heading", { name: "What decides" }).waitFor();
  // what to talk about: the two are apart on it
  const talk = bo.page.getByRole("button", {
    name: /Waiting.*Come after work.*2 people: some say it helps, others that it hinders/,
  });
  await talk.click();
  await bo.page.getByRole("button", { name: "Card", exact: true }).waitFor();
  expect([...awa.complaints, ...bo.complaints]).toEqual([]);
});
