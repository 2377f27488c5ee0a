import type { Links } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { drag, findAll, middleOf, openBrowser, type Person, writeCard } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { NOWHERE, openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

const drafts = ({ page }: Person) => page.locator("[data-banner=drafts]");
const stepOf = ({ page }: Person, name: string) =>
  page.getByRole("button", { name: new RegExp(`^Step \\d of 7 ${name}`) });

it("[J11] a workshop from its template to the links of its map: welcome, silent writing, reveal, grouping, connecting, with a reload, a lost connection and a late comer", async () => {
  const server = await startServer({ client: BUILT_CLIENT, drafts: { countEveryMs: 100 } });
  const [zoe, ann, ben, cleo, vera] = [
    await browser.person(),
    await browser.person(),
    await browser.person({ theme: "dark" }),
    await browser.person({ size: [768, 900] }),
    await browser.person({ size: [1024, 768] }),
  ];
  // a facilitator makes the board, and invites
  await zoe.page.goto(server.url);
  await zoe.page.getByRole("button", { name: /^A workshop to fill in/ }).click();
  await zoe.page.getByRole("button", { name: "Create the board" }).click();
  await zoe.page.getByText("What will happen").first().waitFor();
  const id = new URL(zoe.page.url()).pathname.split("/").at(-1) ?? "";
  // what the page gets is what the Share panel shows
  const links = await zoe.page.evaluate<Links>(`fetch("/api/boards/${id}/links").then((reply) => reply.json())`);
  await ann.page.goto(links.participant);
  // over a line that can be cut
  const line = await openProxy(server.port);
  await ben.page.goto(links.participant.replace(server.url, line.url));
  await vera.page.goto(links.viewer);
  for (const person of [ann, ben, vera]) await person.page.getByText("What will happen").first().waitFor();

  // welcome: everybody sees the step, and nobody but the facilitator writes
  const next = () => zoe.page.keyboard.press("Control+Shift+Enter");
  await next();
  for (const person of [ann, ben, vera]) await stepOf(person, "Welcome").waitFor();
  await ann.status(/^Read-only: Welcome$/);

  // silent writing, through a reload and a lost connection
  await next();
  await drafts(ann).getByText("Silent writing: only you see your cards.").waitFor();
  await drafts(ben)
    .getByText(/Without names/)
    .waitFor();
  await writeCard(ann, "Repair on Sundays", { x: 640, y: 620 });
  await ann.saved();
  await ann.page.reload();
  await ann.card("Repair on Sundays").waitFor();
  line.leadTo(NOWHERE);
  line.cut();
  await ben.status(/^Offline/);
  await writeCard(ben, "Tools for all", { x: 700, y: 640 });
  await ben.status(/kept on this device/);
  line.leadTo(server.port);
  await ben.saved();
  await drafts(vera).getByText("2 ideas waiting").waitFor();
  // nobody sees another's
  expect(await ben.card("Repair on Sundays").count()).toBe(0);
  expect(await zoe.card("Tools for all").count()).toBe(0);

  // the reveal is for all at once, and carries no name
  await drafts(zoe)
    .getByRole("button", { name: /^Reveal/ })
    .click();
  await zoe.page.getByRole("alertdialog").getByRole("button", { name: "Reveal now" }).click();
  for (const person of [zoe, ann, ben, vera]) await findAll(person, ["Repair on Sundays", "Tools for all"]);

  // grouping: a participant carries what another wrote
  await next();
  await stepOf(ann, "Share and group").waitFor();
  await ann.page.getByRole("button", { name: "Understood" }).click();
  await ann.page.locator("[data-brought]").getByRole("button", { name: "Stay here" }).click();
  await ann.page.keyboard.press("Shift+Digit1");
  const tools = ann.card("Tools for all");
  const start = await middleOf(tools);
  await drag(ann.page, start, { x: 700, y: 720 });
  await until(async () => (await middleOf(tools)).y > 680, "the card to be carried");
  await ann.saved();

  // a late comer finds the step that is under way, and joins in
  await next();
  await cleo.page.goto(links.participant);
  await stepOf(cleo, "Connect").waitFor();
  await cleo.card("Tools for all").waitFor({ state: "attached" });
  await stepOf(ben, "Connect").waitFor();
  await ben.page.getByRole("button", { name: "Understood" }).click();
  await ben.page.locator("[data-brought]").getByRole("button", { name: "Stay here" }).click();
  await ben.page.keyboard.press("Shift+Digit1");
  await ben.card("Repair on Sundays").click({ position: { x: 20, y: 8 } });
  await ben.page.keyboard.press("a");
  await ben.card("Tools for all").click({ position: { x: 20, y: 8 } });
  for (const person of [zoe, ann, cleo, vera])
    await person.page
      .getByRole("img", { name: /Repair on Sundays helps Tools for all/ })
      .waitFor({ state: "attached" });
  // who watches has changed nothing in all that time
  await vera.page.keyboard.press("Shift+Digit1");
  await vera.card("Tools for all").dblclick();
  expect(await vera.page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);
  for (const person of [zoe, ann, cleo, vera]) expect(person.complaints).toEqual([]);
});
