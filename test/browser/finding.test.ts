import { newCardId } from "@palabre/shared/terms";
import { applyEdits, type Edit } from "@palabre/shared/documents";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser, type Person, type PersonOptions } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** A board with these cards in a row, far apart, and a person who looks at it. */
async function onBoard(
  titles: readonly string[],
  options: PersonOptions = {},
  prepare?: (person: Person) => Promise<void>,
) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("participant", "Robot");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const ids = titles.map(() => newCardId());
  const edits = titles.map((text, i): Edit => ({
    type: "addCard",
    id: ids[i]!,
    kind: "factor",
    position: [i * 1_200, 0],
    text,
    by: person,
    at: 1,
  }));
  applyEdits(maker.doc, edits);
  await saved(maker, 1);
  const amina = await browser.person(options);
  await prepare?.(amina);
  await amina.page.goto(board.links.participant);
  await amina.card(titles[0]!).waitFor();
  return { server, board, amina, ids };
}

/** Letters and signs of a keyboard that is not American, by what they print and where they lie. */
const press = async (
  { page, context }: Person,
  key: string,
  code: string,
  held: readonly ("Control" | "Shift")[] = [],
) => {
  const session = await context.newCDPSession(page);
  const modifiers = (held.includes("Control") ? 2 : 0) + (held.includes("Shift") ? 8 : 0);
  const chord = { key, code, modifiers };
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...chord });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...chord });
  await session.detach();
};
const isIn = (person: Person, card: string) =>
  until(async () => {
    const box = await person.card(card).boundingBox();
    const size = person.page.viewportSize();
    return box !== null && size !== null && box.x > 0 && box.x + box.width < size.width;
  }, `${card} in view`);

/** Where a keyboard has its keys, and what it tells the page of them. */
const LAYOUTS = [
  {
    name: "QWERTY",
    map: { KeyQ: "q", KeyY: "y" },
    a: "KeyA",
    z: "KeyZ",
    slash: ["Slash"],
    question: "Slash",
    ask: "Ctrl+/",
  },
  {
    name: "AZERTY",
    map: { KeyQ: "a", KeyY: "y" },
    a: "KeyQ",
    z: "KeyW",
    slash: ["Period", "Shift"],
    question: "KeyM",
    ask: "Ctrl+Shift+/",
  },
  {
    name: "QWERTZ",
    map: { KeyQ: "q", KeyY: "z" },
    a: "KeyA",
    z: "KeyY",
    slash: ["Digit7", "Shift"],
    question: "Minus",
    ask: "Ctrl+Shift+/",
  },
] as const;

it.each(LAYOUTS)(
  "[B70] on $name the keys are where the sheet says",
  async ({ name, map, a, z, slash, question, ask }) => {
    const { amina } = await onBoard(["Light"], {}, async ({ page }) => {
      await page.addInitScript((keys) => {
        Object.defineProperty(navigator, "keyboard", {
          value: { getLayoutMap: () => Promise.resolve(new Map(Object.entries(keys))) },
        });
      }, map);
    });
    const { page } = amina;
    await amina.card("Light").click();
    await press(amina, "d", "KeyD", ["Control"]);
    await until(async () => (await amina.card("Light").count()) === 2, "the copy");
    await press(amina, "z", z, ["Control"]);
    await until(async () => (await amina.card("Light").count()) === 1, "no copy");
    await amina.card("Light").click();
    await press(amina, "a", a);
    await page.getByText("choose the other card").first().waitFor();
    await page.keyboard.press("Escape");
    await press(amina, "?", question, ["Shift"]);
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await sheet.getByText(ask, { exact: true }).waitFor();
    await expect.poll(() => sheet.getByRole("radio", { name, checked: true }).count()).toBe(1);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    const [code, ...held] = slash;
    await press(amina, "/", code, ["Control", ...held]);
    await page.getByRole("dialog", { name: "What would you like to do?" }).waitFor();
    expect(amina.complaints).toEqual([]);
  },
);

it("[B71] a text is gone to from one place to the next, and stays where the person stopped", async () => {
  const { amina } = await onBoard(["Café in the evening", "Bus", "A second cafe", "Volunteers"]);
  const { page } = amina;
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Text to find" });
  await field.fill("CAFÉ");
  await page.getByText("1 of 2").waitFor();
  await isIn(amina, "Café in the evening");
  await picture(amina, "find");
  await field.press("Enter");
  await page.getByText("2 of 2").waitFor();
  await isIn(amina, "A second cafe");
  await field.press("Shift+Enter");
  await isIn(amina, "Café in the evening");
  await field.press("Enter");
  await field.press("Escape");
  await field.waitFor({ state: "detached" });
  await until(
    () => amina.card("A second cafe").evaluate((card) => card === document.activeElement),
    "the keyboard at the card",
  );
  await page.keyboard.press("/");
  await field.fill("nowhere");
  await page.getByText("Nothing found").waitFor();
  expect(amina.complaints).toEqual([]);
});

it("[B153] what is found stays in view while it is corrected, and the next step goes on from there", async () => {
  const { amina, board, server } = await onBoard(["The oven", "Cafe by day", "Bus", "A late cafe", "Cafes"]);
  const { page } = amina;
  const { session, person } = await board.join("participant", "Bo");
  const bo = connect(server, board.id, session, "board");
  await synced(bo);
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Text to find" });
  await field.fill("cafe");
  await page.getByText("1 of 3").waitFor();
  await field.press("Enter");
  await page.getByText("2 of 3").waitFor();
  await isIn(amina, "A late cafe");
  // one more before it, which somebody else writes
  const fact = { kind: "factor", position: [0, -300], text: "Cafe on Sunday", by: person, at: 2 } as const;
  applyEdits(bo.doc, [{ type: "addCard", id: newCardId(), ...fact }]);
  await page.getByText("3 of 4").waitFor();
  await isIn(amina, "A late cafe");
  await amina.card("A late cafe").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("A late tea");
  await page.keyboard.press("Escape");
  await page.getByText("3 of 3").waitFor();
  await isIn(amina, "A late tea");
  await field.press("Enter");
  await isIn(amina, "Cafes");
  expect(amina.complaints).toEqual([]);
});

it("[B162] each step of what is found is heard once, that nothing is found too, and nothing of what others write", async () => {
  const { amina } = await onBoard(["Cafe by day", "A late cafe"]);
  const { page } = amina;
  const heard = (words: string | RegExp) =>
    page.locator("[data-announcer] [data-urgency=polite]").getByText(words).waitFor({ state: "attached" });
  await page.keyboard.press("Control+f");
  const bar = page.locator("search");
  const field = bar.getByRole("textbox");
  await field.fill("cafe");
  await heard(/^1 of 2/);
  expect(await bar.locator("[role=status], [role=alert], [aria-live]").count()).toBe(0);
  await field.press("Enter");
  await heard(/^2 of 2/);
  await field.fill("nowhere");
  await heard("Nothing found");
  expect(amina.complaints).toEqual([]);
});

it("[B72] [E14] commands and cards are reached by a part of their name, from the keyboard alone", async () => {
  const { amina } = await onBoard(["Light", "Noise", "Opening hours"]);
  const { page } = amina;
  const palette = page.getByRole("dialog", { name: "What would you like to do?" });
  await page.keyboard.press("Control+k");
  await palette.getByRole("option", { name: "New card" }).waitFor();
  await picture(amina, "palette");
  await page.keyboard.type("opening");
  await palette.getByRole("option", { name: "Opening hours" }).waitFor();
  await page.keyboard.press("Enter");
  await palette.waitFor({ state: "detached" });
  await isIn(amina, "Opening hours");
  // on the card that was gone to
  await page.keyboard.press("Control+k");
  await page.keyboard.type("dupl");
  await palette.getByRole("option", { name: "Duplicate" }).waitFor();
  await page.keyboard.press("Enter");
  await until(async () => (await amina.card("Opening hours").count()) === 2, "the copy");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("history");
  await palette.getByRole("option", { name: "History" }).waitFor();
  await page.keyboard.press("Enter");
  // the keyboard is in the panel, and back on the board once that is closed
  const where = (selector: string) => () =>
    page.evaluate((within) => document.activeElement?.closest(within) !== null, selector);
  await until(where("[data-panel=history]"), "the keyboard in the panel");
  // from there to another one
  await page.keyboard.press("Control+k");
  await palette.waitFor();
  await page.keyboard.type("vote");
  await palette.getByRole("option", { name: "Vote", exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await until(where("[data-panel=vote]"), "the keyboard in the other panel");
  await page.keyboard.press("Escape");
  await until(where("#canvas"), "the keyboard on the board");
  expect(amina.complaints).toEqual([]);
});

it("[B73] letters alone can be switched off, for this device, and chords go on", async () => {
  const { amina } = await onBoard(["Light"]);
  const { page } = amina;
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await picture(amina, "shortcuts");
  await sheet.getByRole("switch", { name: "Letters alone are shortcuts" }).press("Space");
  await page.keyboard.press("Escape");
  await page.reload();
  await amina.card("Light").click();
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+d");
  await until(async () => (await page.getByRole("article").count()) === 2, "the copy, and no new card");
  expect(await sheet.count()).toBe(0);
  expect(await page.getByRole("textbox", { name: "Text of the card" }).count()).toBe(0);
});

it("[B74] the link to a card shows it, and lets nobody in", async () => {
  const { board, amina, server, ids } = await onBoard(["Light", "Noise", "Opening hours", "Far away"]);
  const address = `${server.url}/b/${board.id}?card=${ids[3]}`;
  await amina.page.goto(address);
  await isIn(amina, "Far away");
  await until(() => new URL(amina.page.url()).search === "", "the address of the board");
  const stranger = await browser.person();
  await stranger.page.goto(address);
  await stranger.page.getByRole("heading").first().waitFor();
  expect(await stranger.page.getByRole("article").count()).toBe(0);
  await amina.page.goto(`${server.url}/b/${board.id}?card=${newCardId()}`);
  await amina.page.getByText("no longer on the board").first().waitFor();
});

it("[B75] the bars go by a key and come back by a button", async () => {
  const { amina } = await onBoard(["Light"]);
  const { page } = amina;
  await page.keyboard.press("Control+.");
  await page.getByRole("banner").waitFor({ state: "hidden" });
  await amina.card("Light").waitFor();
  await picture(amina, "bare");
  await page.getByRole("button", { name: "Show the bars" }).click();
  await page.getByRole("banner").waitFor();
  await page.keyboard.press("Alt+Shift+D");
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "What would you like to do?" }).waitFor();
  await picture(amina, "palette-dark");
});

it("[B131] what looks for text hangs below all the slips, and beside a panel that lies over the board: each can be pressed", async () => {
  const { server, board } = await onBoard(["Light"]);
  const [awa, bo] = [await board.join("facilitator", "Awa"), await board.join("participant", "Bo")];
  const put = (session: string, path: string, body: unknown) =>
    ask(server, "PUT", `/api/boards/${board.id}/${path}`, { session, body });
  await put(awa.session, "ready-check", { isOn: true });
  await put(bo.session, `people/${bo.person}/hand`, { raised: true });
  for (const size of [
    [1440, 900],
    [768, 1024],
    [641, 700],
    [390, 844],
  ] as const) {
    const { page } = await browser.person({ size });
    await page.goto(board.links.facilitator);
    await page.locator("[data-together=hands]").waitFor();
    if (size[0] > 640) await page.getByRole("button", { name: "Run", exact: true }).press("Enter");
    await page.keyboard.press("Control+F");
    const bar = page.locator("search");
    await bar.getByRole("textbox").waitFor();
    await until(
      () =>
        page.evaluate(() =>
          [
            ...document.querySelectorAll(
              "search button, search input, [data-together] button, [data-panel] header button",
            ),
          ].every((one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            const over = document.elementFromPoint(left + width / 2, top + height / 2);
            return over !== null && one.contains(over);
          }),
        ),
      `all within reach at ${size.join(" × ")}`,
    );
  }
});

it("[B132] a command that is not there is said so where one looks, below what was typed", async () => {
  const { amina } = await onBoard(["Light"]);
  await amina.page.keyboard.press("Control+K");
  const field = amina.page.getByRole("combobox");
  await field.fill("zzzz");
  const said = amina.page.getByText("Nothing by this name.");
  await said.waitFor();
  const [typed, told] = await Promise.all([field.boundingBox(), said.boundingBox()]);
  expect((told?.y ?? 0) - (typed?.y ?? 0) - (typed?.height ?? 0)).toBeLessThan(32);
});
