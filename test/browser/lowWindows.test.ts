import { applyEdits, type Edit } from "@palabre/shared/documents";
import type { PocketView } from "@palabre/shared/protocol";
import { newCardId, type Pair } from "@palabre/shared/terms";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { middleOf, openBrowser, type Person, type PersonOptions } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

/** A board with cards at places of it, and a facilitator who came to it. */
async function open(options: PersonOptions, laid: readonly Pair[] = [[0, 0]]) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person: by } = await board.join("facilitator", "Robot");
  const program = connect(server, board.id, session, "board");
  await synced(program);
  const edits = laid.map((position, i): Edit => ({
    type: "addCard",
    id: newCardId(),
    kind: "factor",
    position,
    text: `Card ${i + 1}`,
    by,
    at: i + 1,
  }));
  if (edits.length > 0) {
    applyEdits(program.doc, edits);
    await saved(program, 1);
  }
  const amina = await browser.person(options);
  await amina.page.goto(board.links.facilitator);
  await amina.page.getByRole("application").waitFor();
  if (laid.length > 0) await amina.card("Card 1").waitFor();
  return { amina, page: amina.page };
}
/** Which of the buttons in a place can't be pressed in their middle: something else lies there, or it is out of the window. */
const hiddenIn = (place: Locator) =>
  place.evaluate((element) =>
    [...element.querySelectorAll("button")]
      .filter((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        const over = document.elementFromPoint(left + width / 2, top + height / 2);
        return over === null || !button.contains(over);
      })
      .map((button) => button.getAttribute("aria-label") ?? button.textContent),
  );
const insetsOf = async ({ context, page }: Person, insets: Record<string, number>) => {
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setSafeAreaInsetsOverride" as never, { insets } as never);
};
const edgesOf = async (place: Locator) => {
  const box = await place.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
};

it("[B123] the bar of what is chosen can be pressed in low windows and beside a panel that lies over the board", async () => {
  // low on the board, at its left: where the small map lies, when there is one
  for (const [size, y] of [
    [[844, 390], 200],
    [[640, 450], 210],
    [[900, 620], 440],
  ] as const) {
    const { amina, page } = await open({ size, touch: true }, [
      [130, y],
      [900, 0],
      [0, 2_000],
      [0, 0],
    ]);
    await amina.card("Card 1").click();
    const bar = page.getByRole("toolbar", { name: "Chosen card" });
    await bar.waitFor();
    await until(async () => (await hiddenIn(bar)).length === 0, `all of the bar at ${size.join(" × ")}`);
    const map = page.getByRole("img", { name: "Plan of the board" });
    await expect.poll(() => map.isVisible()).toBe(size[0] === 900);
    await picture(amina, `chosen-low-${size[0]}`, [size]);
  }
  for (const width of [660, 1000]) {
    const { amina, page } = await open({ size: [width, 800] });
    await amina.card("Card 1").click();
    await page.keyboard.press("c");
    await page.locator("[data-panel]").waitFor();
    const bar = page.getByRole("toolbar", { name: "Chosen card" });
    await until(async () => (await hiddenIn(bar)).length === 0, `all of the bar beside the panel at ${width}`);
  }
});

it("[B124] a card that is written stays in view when the window turns or a keyboard takes its foot", async () => {
  const { amina, page } = await open({ size: [390, 844], touch: true }, []);
  for (const [width, height] of [
    [844, 390],
    [390, 500],
  ] as const) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.mouse.dblclick(200, 640);
    const field = page.getByRole("textbox", { name: "Text of the card" });
    await field.waitFor();
    await field.pressSequentially("Words");
    await page.setViewportSize({ width, height });
    const dock = page.getByRole("navigation", { name: "Tools" });
    await until(async () => {
      const { left, right, top, bottom } = await edgesOf(field);
      const foot = width > 640 ? height : (await edgesOf(dock)).top;
      return left >= 0 && right <= width && top >= 48 && bottom <= foot;
    }, `the field within ${width} × ${height}`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Delete");
  }
  expect(amina.complaints).toEqual([]);
});

it("[B125] a new card low on a phone is seen above its own sheet once it is written", async () => {
  const { amina, page } = await open({ size: [390, 844], touch: true }, []);
  await page.mouse.dblclick(200, 745);
  await page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("Low");
  await page.keyboard.press("Escape");
  const sheet = page.getByRole("region", { name: "Selected card" });
  await sheet.waitFor();
  await until(
    async () => (await edgesOf(amina.card("Low"))).bottom <= (await edgesOf(sheet)).top,
    "the card above its sheet",
  );
  expect(amina.complaints).toEqual([]);
});

it("[B126] undo and redo stand in the rail of low windows, and what is further down shows that it is there", async () => {
  for (const size of [
    [844, 390],
    [720, 450],
  ] as const) {
    const { amina, page } = await open({ size, touch: size[0] === 844 });
    const rail = page.getByRole("navigation", { name: "Tools" });
    for (const name of ["Undo", "Redo"]) {
      const { top, bottom } = await edgesOf(rail.getByRole("button", { name }));
      expect([name, top >= 56, bottom <= size[1]]).toEqual([name, true, true]);
    }
    // the last tool is reached, and not under them
    const last = rail.getByRole("button", { name: /hinders/ });
    const undo = rail.getByRole("button", { name: "Undo" });
    await until(async () => {
      await last.scrollIntoViewIfNeeded();
      return (await edgesOf(last)).bottom <= (await edgesOf(undo)).top;
    }, "the last tool above undo");
    await picture(amina, `rail-low-${size[0]}`, [size]);
  }
});

it("[B127] nothing to press or to read lies under the notch or the round corners of a phone", async () => {
  const insets = { left: 47, leftMax: 47, right: 47, rightMax: 47, bottom: 21, bottomMax: 21 };
  const { amina, page } = await open({ size: [844, 390], touch: true });
  await insetsOf(amina, insets);
  const inner = [47, 844 - 47] as const;
  const isWithin = async (place: Locator) => {
    const { left, right } = await edgesOf(place);
    return left >= inner[0] && right <= inner[1];
  };
  for (const name of ["Tools", "Notebook"])
    await until(() => isWithin(page.getByRole("navigation", { name }).locator("button").first()), name);
  await until(() => isWithin(page.getByRole("banner").locator("a, button").first()), "the head");
  expect((await edgesOf(page.getByRole("button", { name: "Redo" }))).bottom).toBeLessThanOrEqual(390 - 21);
  await amina.card("Card 1").click();
  await page.keyboard.press("c");
  await until(async () => {
    const panel = await edgesOf(page.locator("[data-panel]"));
    const tabs = await edgesOf(page.getByRole("navigation", { name: "Notebook" }));
    return panel.right <= tabs.left + 1;
  }, "the panel beside the tabs");
  await picture(amina, "notch-panel", [[844, 390]]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await until(() => isWithin(page.getByRole("dialog").locator("input")), "the dialog");

  const small = await open({ size: [568, 320], touch: true });
  await insetsOf(small.amina, insets);
  await until(() => isWithin(small.page.getByRole("navigation", { name: "Tools" }).locator("button").first()), "dock");
  await small.page.getByRole("button", { name: "Notebook" }).click();
  await small.page.getByRole("menuitem", { name: "Run" }).click();
  await until(() => isWithin(small.page.locator("[data-panel] h2")), "the sheet");
});

it("[B128] the commands fit a window of 320 px in French", async () => {
  const { amina, page } = await open({ size: [320, 640], language: "fr" });
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await page.getByRole("option").first().waitFor();
  const { left, right } = await edgesOf(dialog);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(320);
  await picture(amina, "palette-320-fr", [[320, 640]]);
});

it.each(["en", "fr"] as const)(
  "[B168] the head of the home page stands in one line of a window of 320 px, in %s",
  async (language) => {
    const server = await startServer({ client: BUILT_CLIENT });
    const person = await browser.person({ size: [320, 568], touch: true, language });
    await person.page.goto(server.url);
    const head = person.page.getByRole("banner");
    await head.getByRole("radiogroup").waitFor();
    const parts = [head.getByRole("radiogroup"), ...(await head.getByRole("button").all())];
    expect(parts).toHaveLength(3);
    const middles = await Promise.all(parts.map(middleOf));
    expect(new Set(middles.map(({ y }) => Math.round(y))).size).toBe(1);
    expect(await person.page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    await picture(person, `home-320-${language}`, [[320, 568]]);
  },
);

it("[B169] what an empty board offers stands beside a panel that lies over the canvas", async () => {
  const { amina, page } = await open({ size: [768, 1024], touch: true }, []);
  await page.getByRole("navigation", { name: "Notebook" }).getByRole("button", { name: "Listen" }).click();
  const panel = await edgesOf(page.locator("[data-panel=listen]"));
  const offers = page.getByRole("button", { name: "New card" }).locator("../..");
  await until(async () => (await edgesOf(offers)).right <= panel.left, "the offers beside the panel");
  expect((await edgesOf(offers)).left).toBeGreaterThanOrEqual(0);
  await picture(amina, "empty-beside-panel");
});

it("[B129] once a stylus has drawn, a finger moves the view and draws nothing, and a palm spoils no line", async () => {
  const { amina, page } = await open({ size: [1024, 768], touch: true });
  await page.keyboard.press("p");
  const layer = page.locator("[data-draw-layer=draw]");
  await layer.waitFor();
  const drawn = () => page.getByRole("article", { name: /Drawing/ }).count();
  /** presses, moves and lifts, as events of the pointer: no real stylus is at hand here */
  const stroke = (pointerType: string, dx: number, during?: string) =>
    layer.evaluate(
      (element, [type, by, other]) => {
        const fire = (name: string, x: number, y: number, pointerId: number, kind: string) =>
          element.dispatchEvent(
            new PointerEvent(name, {
              bubbles: true,
              cancelable: true,
              pointerId,
              pointerType: kind,
              clientX: x,
              clientY: y,
              button: name === "pointermove" ? -1 : 0,
              isPrimary: true,
            }),
          );
        element.setPointerCapture = () => undefined;
        fire("pointerdown", 500, 500, 7, type);
        if (other !== "") fire("pointerdown", 620, 640, 8, other);
        for (let step = 1; step <= 6; step += 1) fire("pointermove", 500 + (by * step) / 6, 500 + step * 5, 7, type);
        fire("pointerup", 500 + by, 530, 7, type);
        if (other !== "") fire("pointerup", 620, 640, 8, other);
      },
      [pointerType, dx, during ?? ""] as const,
    );
  const at = await middleOf(amina.card("Card 1"));
  await stroke("touch", 90);
  await until(async () => (await drawn()) === 1, "a finger draws while there is no stylus");
  await stroke("pen", 120, "touch");
  await until(async () => (await drawn()) === 2, "the stylus draws, whatever the palm does");
  await stroke("touch", 90);
  await until(async () => {
    const there = await middleOf(amina.card("Card 1"));
    return Math.abs(there.x - at.x - 90) < 5 && Math.abs(there.y - at.y - 30) < 5;
  }, "the finger moves the view");
  expect(await drawn()).toBe(2);
});

it("[B138] beside a panel that lies over the board the banners leave its title and its way out free", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator", "Awa");
  const send = (method: string, path: string, body: unknown) =>
    ask(server, method, `/api/boards/${board.id}/${path}`, { session, body });
  const bo = await browser.person({ size: [768, 1_024] });
  await bo.page.goto(board.links.participant);
  await bo.page.getByRole("application").waitFor();
  const own = await bo.context.request.get(`${server.url}/api/boards/${board.id}/pocket`);
  const { me } = (await own.json()) as PocketView;
  expect((await send("PUT", `people/${me.person}/muted`, { muted: true })).status).toBe(204);
  await bo.page.locator("[data-banner=muted]").waitFor();
  const key = newCardId();
  expect((await send("POST", "ideas", { key, kind: "factor", text: "Trust", at: 1 })).status).toBe(201);
  const asked = { method: "dots", question: "What first?", scope: { kind: "factor" }, settings: { budget: 3 } };
  expect((await send("POST", "ballots", asked)).status).toBe(201);
  await bo.page.locator("[data-slip=ballot]").waitFor();
  await bo.page.getByRole("button", { name: "People", exact: true }).click();
  const panel = bo.page.locator("aside[data-panel=people]");
  await panel.getByRole("heading", { name: "People" }).waitFor();
  await until(async () => {
    const [left, ...hanging] = await Promise.all([
      panel.boundingBox().then((box) => box?.x ?? 0),
      ...["[data-banner=muted]", "[data-slip=ballot]"].map((each) => bo.page.locator(each).boundingBox()),
    ]);
    return hanging.every((box) => box !== null && box.x + box.width <= left + 1);
  }, "all that hangs to lie beside the panel");
  await panel.getByRole("button", { name: "Close" }).click();
  await panel.waitFor({ state: "detached" });
});
