import { newCardId } from "@palabre/shared/terms";
import { applyEdits, readBoard, type Edit } from "@palabre/shared/documents";
import type { CDPSession } from "playwright-core";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { middleOf, openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();

type Point = { readonly x: number; readonly y: number };
/** Fingers on the glass of a page. */
interface Hand {
  /** Puts fingers down, or further ones; each is told by its place in the list. */
  down(...fingers: Point[]): Promise<void>;
  move(...fingers: Point[]): Promise<void>;
  /** Lifts all of them. */
  lift(): Promise<void>;
  /** Lifts the second of two, from where it is. */
  liftSecond(from: Point): Promise<void>;
  tap(at: Point): Promise<void>;
}
async function handOf({ page, context }: Person): Promise<Hand> {
  const session: CDPSession = await context.newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", fingers: readonly Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: fingers.map((at, id) => ({ ...at, id })) });
  const hand: Hand = {
    down: (...fingers) => send("touchStart", fingers).then(() => undefined),
    move: (...fingers) => send("touchMove", fingers).then(() => undefined),
    lift: () => send("touchEnd", []).then(() => undefined),
    liftSecond: async (from) => {
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [{ ...from, id: 1 }] });
    },
    tap: async (at) => {
      await hand.down(at);
      await hand.lift();
    },
  };
  return hand;
}
/** Moves one finger, the others where they are. */
async function slide(hand: Hand, from: Point, to: Point, others: readonly Point[] = []): Promise<void> {
  for (let step = 1; step <= 8; step += 1)
    await hand.move({ x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 }, ...others);
}

/**
 * Moves the one finger that is down by less than Chromium tells of fingers, and others do.
 * @returns whether a card is lifted then
 */
const tremble = ({ page }: Person, ...points: readonly Point[]) =>
  page.evaluate<boolean>(`(async () => {
    for (const { x, y } of ${JSON.stringify(points)}) {
      const target = document.elementFromPoint(x, y);
      const touches = [new Touch({ identifier: 0, target, clientX: x, clientY: y })];
      const told = { touches, targetTouches: touches, changedTouches: touches, bubbles: true, cancelable: true };
      target.dispatchEvent(new TouchEvent("touchmove", told));
      await new Promise(requestAnimationFrame);
    }
    return document.querySelector(".react-flow__node.lifted") !== null;
  })()`);

async function onPhone(titles: readonly string[] = ["Light", "Noise"]) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session, person } = await board.join("participant", "Robot");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const edits = titles.map((text, i): Edit => ({
    type: "addCard",
    id: newCardId(),
    kind: "factor",
    position: [0, i * 240],
    text,
    by: person,
    at: 1,
  }));
  applyEdits(maker.doc, edits);
  await saved(maker, 1);
  const amina = await browser.person({ touch: true, size: [390, 844] });
  await amina.page.goto(board.links.participant);
  await amina.card(titles[0]!).waitFor();
  await amina.page
    .getByRole("button", { name: "Close" })
    .first()
    .click({ timeout: 2_000 })
    .catch(() => undefined);
  return { amina, hand: await handOf(amina), board, server, maker };
}
/** Where the view is, once it rests. */
const zoomOf = ({ page }: Person) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { transform } = getComputedStyle(document.querySelector(".react-flow__viewport")!);
    const { a, e, f } = new DOMMatrix(transform);
    return { zoom: a, x: e, y: f };
  });
/** A place on the ground: right of the cards, above the dock. */
const GROUND = { x: 360, y: 620 };

it("[B78] one finger on the ground moves the view, two zoom and move it, and what is left after them moves nothing", async () => {
  const { amina, hand } = await onPhone();
  const before = await zoomOf(amina);
  await hand.down(GROUND);
  await slide(hand, GROUND, { x: 300, y: 560 });
  await hand.lift();
  await until(async () => Math.abs((await zoomOf(amina)).x - before.x + 60) < 12, "the view moved by the finger");
  expect((await zoomOf(amina)).zoom).toBe(before.zoom);

  // apart: nearer
  const [left, right] = [
    { x: 150, y: 400 },
    { x: 250, y: 400 },
  ];
  await hand.down(left);
  await hand.down(left, right);
  for (let step = 1; step <= 8; step += 1)
    await hand.move({ x: 150 - 6 * step, y: 400 }, { x: 250 + 6 * step, y: 400 });
  await until(async () => (await zoomOf(amina)).zoom > before.zoom * 1.5, "a nearer view");
  const near = await zoomOf(amina);
  // together, the same way: moved
  for (let step = 1; step <= 8; step += 1)
    await hand.move({ x: 102, y: 400 - 8 * step }, { x: 298, y: 400 - 8 * step });
  await until(async () => Math.abs((await zoomOf(amina)).y - near.y + 64) < 4, "the view moved by both");
  const both = await zoomOf(amina);
  // one lifts, the other wanders
  await hand.liftSecond({ x: 298, y: 336 });
  await slide(hand, { x: 102, y: 336 }, { x: 200, y: 500 });
  await hand.lift();
  expect(await zoomOf(amina)).toEqual(both);
  expect(amina.complaints).toEqual([]);
});

it("[B79] a long press asks for the menu, once, and a double tap writes a card", async () => {
  const { amina, hand } = await onPhone();
  const light = await middleOf(amina.card("Light"));
  await hand.down(light);
  await amina.page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
  await hand.lift();
  await expect.poll(() => amina.page.getByRole("menu").count()).toBe(1);
  await picture(amina, "long-press", [[390, 844]]);
  const entry = await middleOf(amina.page.getByRole("menuitem", { name: "Duplicate" }));
  await hand.tap(entry);
  await until(async () => (await amina.card("Light").count()) === 2, "the copy");

  await hand.tap(GROUND);
  await hand.tap(GROUND);
  await amina.page.getByRole("textbox", { name: "Text of the card" }).pressSequentially("By a finger");
  await amina.card("By a finger").waitFor();
  await expect.poll(() => amina.page.getByRole("article").count()).toBe(4);
  expect(amina.complaints).toEqual([]);

  const empty = await openBoard(await startServer({ client: BUILT_CLIENT }));
  const yann = await browser.person({ size: [390, 844], touch: true });
  await yann.page.goto(empty.links.participant);
  await yann.page.getByText("Double-tap to write a card, or paste a list.").waitFor();
});

it("[B161] a finger that trembles while it presses a card for long gets the menu, and moves nothing", async () => {
  const { amina, hand, maker } = await onPhone(["Light"]);
  const light = amina.card("Light");
  const from = await middleOf(light);
  const places = () => [...readBoard(maker.doc).cards.values()].map(({ position }) => position);
  const before = places();
  const trembled = { x: from.x + 9, y: from.y };
  await hand.down(from);
  expect(await tremble(amina, { x: from.x + 5, y: from.y }, trembled)).toBe(true);
  await amina.page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
  await until(async () => Math.abs((await middleOf(light)).x - from.x) < 2, "the card where it lay");
  await slide(hand, trembled, { x: trembled.x + 80, y: trembled.y + 40 });
  await hand.lift();
  await expect.poll(() => amina.page.getByRole("menu").count()).toBe(1);

  // what is written next comes after whatever the finger wrote
  await amina.page.getByRole("menuitem", { name: "Duplicate" }).tap();
  await until(() => places().length === 2, "the copy");
  expect(places().slice(0, 1)).toEqual(before);
  const undo = amina.page.getByRole("navigation", { name: "Tools" }).getByRole("button", { name: "Undo" });
  await undo.tap();
  await until(async () => (await light.count()) === 1, "the copy taken back");
  await expect.poll(() => undo.isEnabled()).toBe(false);
  expect(amina.complaints).toEqual([]);
});

it("[B80] a dot tapped, then a card tapped, are a link; a second finger gives up what the first one does", async () => {
  const { amina, hand } = await onPhone();
  await hand.tap(await middleOf(amina.card("Light")));
  const dot = amina.page.locator("[data-port=bottom]");
  await dot.waitFor();
  await hand.tap(await middleOf(dot));
  await amina.page.getByText("choose the other card").first().waitFor();
  await hand.tap(await middleOf(amina.card("Noise")));
  await picture(amina, "linked", [[390, 844]]);
  await amina.page.getByRole("img", { name: "Light helps Noise" }).waitFor({ state: "attached" });

  // a card that is carried goes back
  const noise = amina.card("Noise");
  const from = await middleOf(noise);
  await hand.down(from);
  await slide(hand, from, { x: from.x + 60, y: from.y + 40 });
  await until(async () => (await middleOf(noise)).x > from.x + 30, "the card under the finger");
  const second = { x: 340, y: 640 };
  await hand.down({ x: from.x + 60, y: from.y + 40 }, second);
  await until(async () => Math.abs((await middleOf(noise)).x - from.x) < 2, "the card where it lay");
  await hand.lift();

  // so does a line that is drawn
  await hand.tap(await middleOf(amina.card("Light")));
  const port = await middleOf(dot);
  await hand.down(port);
  await slide(hand, port, { x: 330, y: port.y + 60 });
  await hand.down({ x: 330, y: port.y + 60 }, second);
  await hand.lift();
  await expect.poll(() => amina.page.getByRole("article").count()).toBe(2);
  expect(amina.complaints).toEqual([]);
});

it("[B80] a second finger gives up the corner that the first one holds: the card stays as large as it was", async () => {
  const { amina, hand } = await onPhone(["Light"]);
  const light = amina.card("Light");
  await hand.tap(await middleOf(light));
  const corner = amina.page.locator("[data-grip=se]");
  await corner.waitFor();
  const { width } = (await light.boundingBox())!;
  const isAsItWas = async () => Math.abs((await light.boundingBox())!.width - width) < 2;
  const from = await middleOf(corner);
  const to = { x: from.x + 48, y: from.y + 48 };
  await hand.down(from);
  await slide(hand, from, to);
  await until(async () => (await light.boundingBox())!.width > width + 20, "the card to grow under the finger");
  await hand.down(to, { x: 340, y: 640 });
  await until(isAsItWas, "the card as large as it was");
  await hand.lift();
  // nor is a size kept that others would see
  await hand.tap({ x: 30, y: 640 });
  await corner.waitFor({ state: "detached" });
  expect(await isAsItWas()).toBe(true);
  expect(await amina.page.getByRole("button", { name: "Undo" }).first().isEnabled()).toBe(false);
  expect(amina.complaints).toEqual([]);
});

it("[B81] several are chosen by tapping and by framing, deleted and brought back by buttons that a thumb hits", async () => {
  const { amina, hand } = await onPhone(["Light", "Noise"]);
  const { page } = amina;
  await page.getByRole("button", { name: "Choose several" }).tap();
  await hand.tap(await middleOf(amina.card("Light")));
  await hand.tap(await middleOf(amina.card("Noise")));
  const bar = page.getByRole("toolbar", { name: "2 chosen cards" });
  await bar.waitFor();
  await picture(amina, "many", [[390, 844]]);
  await hand.tap(await middleOf(amina.card("Noise")));
  await page.getByRole("toolbar", { name: "Chosen card" }).waitFor();
  // a frame around both
  const light = await amina.card("Light").boundingBox();
  const start = { x: 372, y: light!.y - 20 };
  await hand.down(start);
  await slide(hand, start, { x: 30, y: 640 });
  await hand.lift();
  await bar.waitFor();
  const remove = bar.getByRole("button", { name: "Delete" });
  const { width, height } = (await remove.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await remove.tap();
  await until(async () => (await page.getByRole("article").count()) === 0, "an empty board");
  await page.getByRole("navigation", { name: "Tools" }).getByRole("button", { name: "Undo" }).tap();
  await until(async () => (await page.getByRole("article").count()) === 2, "both cards");
  expect(amina.complaints).toEqual([]);
});

it("[B88] with a finger the small buttons of bars and panels are as high as all others", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { page } = await browser.person({ touch: true, size: [768, 1024] });
  await page.goto(board.links.facilitator);
  await page.getByRole("button", { name: "Listen", exact: true }).click();
  for (const name of ["Close the panel", "Zoom in", "Zoom 100%: back to 100%", "Add a feed"]) {
    const button = page.getByRole("button", { name }).first();
    await button.waitFor();
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});

it("[B166] what lies in the middle of a tablet stays there when it is turned, as large as it was; a panel that opens moves nothing", async () => {
  const { amina } = await onPhone();
  const { page } = amina;
  /** How far a card is from the middle of the canvas. */
  const apart = async () => {
    const [card, middle] = [await middleOf(amina.card("Light")), await middleOf(page.locator("#canvas"))];
    return { x: card.x - middle.x, y: card.y - middle.y };
  };
  const isAbout = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) < 40;
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.getByRole("navigation", { name: "Tools" }).waitFor();
  const [before, { zoom }] = [await apart(), await zoomOf(amina)];
  await page.setViewportSize({ width: 1024, height: 768 });
  await until(async () => isAbout(await apart(), before), "the card where it was");
  await page.setViewportSize({ width: 768, height: 1024 });
  await until(async () => isAbout(await apart(), before), "the card where it was");
  const still = await zoomOf(amina);
  expect(still.zoom).toBe(zoom);
  await page.getByRole("navigation", { name: "Notebook" }).getByRole("button", { name: "Analyse" }).click();
  await page.locator("[data-panel=analyse]").waitFor();
  expect(await zoomOf(amina)).toEqual(still);
});

it("[B130] a pinch that begins on a bar, or on what hangs from it, leaves the page as large as it is", async () => {
  const { board, amina } = await onPhone();
  const bo = await browser.person({ touch: true, size: [1_024, 768] });
  for (const [{ context, page }, width, height] of [
    [amina, 390, 844],
    [bo, 1_024, 768],
  ] as const) {
    // what has fingers lets them zoom the page; a computer's window does not
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: true });
    await page.goto(board.links.participant);
    await page.getByRole("article", { name: "Light" }).waitFor();
  }
  const scaleOf = ({ page }: Person) => page.evaluate(() => Math.round((visualViewport?.scale ?? 1) * 100));
  const pinch = async (person: Person, on: string) => {
    const { x, y } = await middleOf(person.page.locator(on).first());
    const hand = await handOf(person);
    const apart = (px: number): readonly [Point, Point] => [
      { x: x - px, y },
      { x: x + px, y },
    ];
    await hand.down(...apart(10));
    for (let px = 12; px < 100; px += 6) await hand.move(...apart(px));
    await hand.lift();
  };
  for (const [person, bars] of [
    [amina, ["header", "nav[aria-label=Tools]"]],
    [bo, ["header", "nav[aria-label=Tools]", "nav[aria-label=Notebook]", "[data-hanging] > *"]],
  ] as const)
    for (const bar of bars) {
      await pinch(person, bar);
      expect([bar, await scaleOf(person)]).toEqual([bar, 100]);
    }
  // words can still be made larger where they are read
  await bo.page.getByRole("button", { name: "People", exact: true }).click();
  await bo.page.locator("[data-panel=people] h2").first().waitFor();
  await pinch(bo, "[data-panel=people] h2");
  expect(await scaleOf(bo)).toBeGreaterThan(110);
});
