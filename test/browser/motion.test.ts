import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openDrawn } from "../helpers/mapBoard.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** Keeps each place in which something is drawn, frame by frame, from now on. @returns how many there were until now, the last ones alike */
async function watch({ page }: Person, selector: string): Promise<() => Promise<readonly string[]>> {
  await page.evaluate((sought) => {
    const places: string[] = [];
    Object.assign(globalThis, { places });
    const look = (): void => {
      const element = document.querySelector<HTMLElement>(sought);
      const place = element?.style.transform ?? "";
      if (place !== "" && places.at(-1) !== place) places.push(place);
      requestAnimationFrame(look);
    };
    look();
  }, selector);
  return () => page.evaluate(() => [...(globalThis as unknown as { places: readonly string[] }).places]);
}
const VIEW = ".react-flow__viewport";
const viewOf = ({ page }: Person) => page.locator(VIEW).evaluate((element) => (element as HTMLElement).style.transform);

/** Three cards one under the other's shoulder, seen by who leads, by Mo, who welcomes motion, and by Cal, who doesn't. */
async function room() {
  const server = await startServer({ client: BUILT_CLIENT });
  const titles = ["Trust", "Waiting", "Evenings", "Keys", "Rooms"];
  const { board } = await openDrawn(
    server,
    titles.map((title) => [title, "factor"] as const),
  );
  const [lead, mo, cal] = [await browser.person(), await browser.person({ motion: true }), await browser.person()];
  await lead.page.goto(board.links.facilitator);
  for (const person of [mo, cal]) await person.page.goto(board.links.participant);
  for (const person of [lead, mo, cal]) {
    await person.card("Trust").waitFor();
    await person.page.locator("[data-arranging]").waitFor({ state: "attached" });
  }
  return { lead, mo, cal };
}

it("[B93] who is brought somewhere glides there, or is there at once, and both are told", async () => {
  const { lead, mo, cal } = await room();
  await lead.page.mouse.move(500, 600);
  await lead.page.mouse.wheel(-1200, -700);
  const seen = { mo: await watch(mo, VIEW), cal: await watch(cal, VIEW) };
  await lead.page.getByRole("button", { name: "Run", exact: true }).click();
  await lead.page.getByRole("button", { name: "Bring everybody here" }).click();
  for (const person of [mo, cal]) {
    await person.page
      .locator("[data-together=gathered]")
      .getByRole("button", { name: "Back to where I was" })
      .waitFor();
    const urgent = person.page.locator("[aria-live=assertive]");
    await until(async () => /brought you/.test((await urgent.allTextContents()).join(" ")), "the assertive notice");
  }
  const goal = await until(async () => (await seen.cal()).length > 1 && viewOf(cal), "the new place");
  await until(async () => (await viewOf(mo)) === goal, "the end of the glide");
  expect(await seen.cal()).toEqual([(await seen.cal())[0], goal]);
  expect((await seen.mo()).length).toBeGreaterThan(3);
});

it("[B93] a view that is brought nearer, and cards that are put in line, glide or are there at once", async () => {
  const { mo, cal } = await room();
  for (const [person, isGliding] of [
    [mo, true],
    [cal, false],
  ] as const) {
    const { page } = person;
    const views = await watch(person, VIEW);
    const before = await viewOf(person);
    await page.getByRole("button", { name: "Zoom in" }).click();
    await until(async () => (await viewOf(person)) !== before, "another view");
    await until(async () => page.evaluate(isStill), "a view that rests");
    expect((await views()).length > 2).toBe(isGliding);

    await page.getByRole("button", { name: "See everything" }).click();
    await page.getByRole("button", { name: "Zoom 100%: back to 100%" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.getByRole("toolbar", { name: "5 chosen cards" }).waitFor();
    const node = `.react-flow__node:has([aria-label^="${isGliding ? "Rooms" : "Trust"}"])`;
    const places = await watch(person, node);
    // each puts them in line another way
    await page.keyboard.press(isGliding ? "Control+Shift+ArrowUp" : "Control+Shift+ArrowRight");
    await until(async () => (await places()).length > 1 && page.evaluate(isStill), "the card in line");
    expect((await places()).length > 2).toBe(isGliding);
    await page.getByRole("button", { name: "Undo" }).first().click();
  }
});

/** Whether what was watched is where it was ten frames ago. */
const isStill = `new Promise((resolve) => {
  const before = globalThis.places.length;
  let frames = 10;
  const look = () => (frames-- > 0 ? requestAnimationFrame(look) : resolve(globalThis.places.length === before));
  look();
})`;
