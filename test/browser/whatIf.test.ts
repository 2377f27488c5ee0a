import { encodeDoc } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { openDrawn } from "../helpers/mapBoard.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();

/** A board about a repair café, with two people at it and a program that reads along. */
async function openWorkshop() {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, { title: "Repair café", template: "repair-cafe", language: "en" });
  const { session } = await board.join("viewer", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const [amina, odile] = [await browser.person(), await browser.person()];
  await amina.page.goto(board.links.participant);
  await odile.page.goto(board.links.participant);
  for (const person of [amina, odile]) await person.card("Volunteers with time to give").waitFor();
  return { amina, odile, program };
}
const openAnalysis = async ({ page }: Person): Promise<void> =>
  page.getByRole("button", { name: "Analyse" }).first().click();
const zoomOut = async ({ page }: Person, times: number): Promise<void> => {
  for (let i = 0; i < times; i += 1) await page.getByRole("button", { name: "Zoom out" }).click();
};

it("[P60] a hypothesis moves cards for who makes it alone: in words, by arrows at every distance, until Esc, and nothing is written", async () => {
  const { amina, odile, program } = await openWorkshop();
  const before = encodeDoc(program.doc);
  await openAnalysis(amina);
  const slider = amina.page.getByRole("slider", { name: "Open two evenings a month" });
  await slider.focus();
  await amina.page.keyboard.press("ArrowRight");
  await amina.page.keyboard.press("PageUp");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("30%");
  await amina.page.keyboard.press("End");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("fully done");

  // the panel says it in words, and why
  const rows = amina.page.getByRole("list", { name: "Effects of what is supposed" }).getByRole("listitem");
  await rows.filter({ hasText: "Sessions in the evening" }).getByText("strongly up").waitFor();
  await rows.filter({ hasText: "Volunteers with time to give" }).getByText("strongly down").waitFor();
  await amina.page.getByRole("button", { name: "Why? The wait at the counter" }).click();
  await amina.page
    .getByText(
      "Doing “Open two evenings a month” brings less “Volunteers with time to give”, which brings more “The wait at the counter”.",
    )
    .waitFor();
  await amina.page.getByRole("region", { name: "What if…" }).getByText("nothing is changed").waitFor();

  // the canvas shows it, from near and from afar, to the eye and to who hears it
  const fallen = amina.card("Volunteers with time to give");
  const isFalling = /what if: strongly down/;
  await amina.page.getByRole("article", { name: isFalling }).waitFor();
  for (const detail of ["all", "title", "block"]) {
    await amina.page.locator(`[data-lod="${detail}"]`).waitFor();
    await expect.poll(() => fallen.locator('[data-effect="-4"]').isVisible()).toBe(true);
    await zoomOut(amina, detail === "all" ? 2 : 3);
  }

  // nobody else sees any of it, and the board is as it was
  expect(await odile.page.getByRole("article", { name: /what if/ }).count()).toBe(0);
  expect(await odile.page.locator("[data-effect], [data-what-if]").count()).toBe(0);
  expect(encodeDoc(program.doc)).toEqual(before);

  await slider.focus();
  await amina.page.keyboard.press("Escape");
  await amina.page.locator("[data-what-if]").waitFor({ state: "detached" });
  await amina.page.locator("[data-effect]").first().waitFor({ state: "detached" });
  // the panel stays, back at nothing
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("not done");
  expect(encodeDoc(program.doc)).toEqual(before);
  for (const person of [amina, odile]) expect(person.complaints).toEqual([]);
});

it("[P145] a hypothesis ends when somebody deletes what is supposed, and goes on when it is brought back", async () => {
  const { amina, odile } = await openWorkshop();
  const title = "Open two evenings a month";
  await openAnalysis(amina);
  await amina.page.getByRole("slider", { name: title }).focus();
  await amina.page.keyboard.press("End");
  const slip = amina.page.locator("[data-what-if]");
  await slip.waitFor();
  await amina.page.locator("[data-effect]").first().waitFor();
  await odile.card(title).click({ position: { x: 8, y: 8 } });
  await odile.page.keyboard.press("Delete");
  await slip.waitFor({ state: "detached" });
  await amina.page.locator("[data-effect]").first().waitFor({ state: "detached" });
  await odile.page.keyboard.press("Control+z");
  await slip.getByText(title).waitFor();
  await amina.page.locator("[data-effect]").first().waitFor();
});

it("[P60] two hypotheses are compared, and anything on the map can be supposed to fall", async () => {
  const { amina } = await openWorkshop();
  const { page } = amina;
  await openAnalysis(amina);
  await page.getByRole("slider", { name: "Open two evenings a month" }).press("End");
  await page.getByRole("button", { name: "Keep as A" }).click();
  await page.getByRole("slider", { name: "Open two evenings a month" }).press("Home");
  await page.getByRole("slider", { name: "Train ten repair mentors" }).press("End");
  await page.getByText("Against A: Open two evenings a month").waitFor();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Sessions in the evening" })
    .getByText("−0.76 against A")
    .waitFor();
  await page.getByRole("button", { name: "Back to nothing" }).click();

  await page.getByRole("combobox", { name: /Suppose something else/ }).fill("Trust");
  await page.getByRole("option", { name: "Trust between us and our neighbours" }).click();
  const trust = page.getByRole("slider", { name: "Trust between us and our neighbours" });
  await trust.press("Home");
  await expect.poll(() => trust.getAttribute("aria-valuetext")).toBe("−100%");
  await page.getByText("“Volunteers with time to give” goes").waitFor();
  await page.getByRole("button", { name: "No longer suppose “Trust between us and our neighbours”" }).click();
  await trust.waitFor({ state: "detached" });
  expect(amina.complaints).toEqual([]);
});

it("[P61] readings show on the map as colour and size, with a key, for who chose them alone", async () => {
  const { amina, odile } = await openWorkshop();
  const { page } = amina;
  await amina.page.getByText("mentions").first().waitFor();
  await openAnalysis(amina);
  const choose = async (select: string, choice: string): Promise<void> => {
    await page.getByRole("button", { name: select }).click();
    await page.getByRole("option", { name: choice, exact: true }).click();
  };
  await choose("Colour by", "Mentions");
  const legend = page.getByRole("region", { name: "On the map" });
  await legend.getByText("posts in thirty days").waitFor();
  // five expectations are listened for, the other twelve cards are not
  await legend.getByText("12 cards without a figure").waitFor();
  await page.getByRole("article", { name: /^Sessions in the evening.*Mentions: 24/ }).waitFor();
  await page.getByRole("article", { name: /^Ask Rob.*no figure/ }).waitFor();
  await choose("Size by", "Influence");
  await legend.getByText("Disc: Influence").waitFor();
  await page.getByRole("article", { name: /^Volunteers with time to give.*Influence: \d/ }).waitFor();

  expect(await odile.page.locator("[data-badge], [data-disc], [data-legend]").count()).toBe(0);
  await legend.getByRole("button", { name: "Take colours and sizes off the map" }).click();
  await legend.waitFor({ state: "detached" });
  await page.locator("[data-badge], [data-disc]").first().waitFor({ state: "detached" });
  for (const person of [amina, odile]) expect(person.complaints).toEqual([]);
});

it("[B133] a long word makes nothing of the analysis wider than its panel, whatever the window", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const long = `Donaudampf${"schifffahrt".repeat(7)}`;
  const { board } = await openDrawn(
    server,
    [
      [`Lire https://exemple.fr/${long}`, "strategy"],
      [long, "factor"],
      ["Trust", "expectation"],
    ],
    [
      [0, 1, "+3"],
      [1, 2, "+2"],
      [2, 1, "-1"],
    ],
  );
  const { page } = await browser.person();
  await page.goto(board.links.facilitator);
  await page.getByRole("article").first().waitFor();
  await page.getByRole("button", { name: "Analyse" }).first().click();
  await page.getByRole("slider").first().focus();
  await page.keyboard.press("End");
  await page.getByRole("list", { name: "Effects of what is supposed" }).getByRole("listitem").first().waitFor();
  for (const [width, height] of [
    [1440, 900],
    [768, 1024],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const panel = page.locator("[data-panel=analyse]");
    await panel.locator("[data-section=what-if]").waitFor();
    const wide = await panel.evaluate((element) => {
      const edge = element.getBoundingClientRect().right;
      return [...element.querySelectorAll("*")]
        .filter((each) => each.closest("svg") === null && each.getBoundingClientRect().right > edge)
        .map((each) => each.outerHTML.slice(0, 80));
    });
    expect([width, wide]).toEqual([width, []]);
  }
});
