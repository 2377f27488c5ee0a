import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { launchBrowser } from "./browser.ts";
import { until } from "./until.ts";

export interface PersonOptions {
  readonly language?: "en" | "fr";
  readonly theme?: "light" | "dark";
  readonly size?: readonly [width: number, height: number];
  readonly touch?: boolean;
  /** whether they welcome motion; tests are quicker and surer without */
  readonly motion?: boolean;
}

/** Somebody at a browser of their own: nothing is shared with the others but the server. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the page complained of */
  readonly complaints: readonly string[];
  /** A card by the beginning of its title. */
  card(title: string): Locator;
  /** Waits until the status line says so. */
  status(words: RegExp): Promise<void>;
  /** Waits until the status line says that all is on the server's disk. */
  saved(): Promise<void>;
}

/** One browser for the tests of a file; each person is a context of it. */
export function openBrowser(): { person(options?: PersonOptions): Promise<Person> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return {
    person: async ({ language = "en", theme = "light", size = [1440, 900], touch = false, motion = false } = {}) => {
      if (!browser) throw new Error("people come in once the browser is open: inside a test");
      const context = await browser.newContext({
        viewport: { width: size[0], height: size[1] },
        locale: language === "fr" ? "fr-FR" : "en-GB",
        timezoneId: "Europe/Paris",
        colorScheme: theme,
        hasTouch: touch,
        reducedMotion: motion ? "no-preference" : "reduce",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      onTestFinished(async ({ task }) => {
        // oxlint-disable-next-line no-console -- for whoever reads why a run failed
        if (task.result?.state === "fail") console.error(await whatIsSeen(page, complaints));
        await context.close();
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      // a server that is started again, with others busy beside it, may take a while to come back to
      const status = (words: RegExp) => page.getByRole("banner").getByText(words).waitFor({ timeout: 30_000 });
      return {
        page,
        context,
        complaints,
        status,
        card: (title) => page.getByRole("article", { name: title }),
        saved: () => status(language === "fr" ? /^Enregistré à/ : /^Saved at/),
      };
    },
  };
}

/** What a person had before them when a test failed: a failure that comes once in many runs is told by nothing else. */
async function whatIsSeen(page: Page, complaints: readonly string[]): Promise<string> {
  const [keyboard, seen] = await Promise.all([
    page.evaluate<unknown>("document.activeElement?.outerHTML.slice(0, 300)").catch(String),
    page.locator("body").ariaSnapshot().catch(String),
  ]);
  return [
    `${page.url().split("#")[0]} of a test that failed`,
    `keyboard: ${String(keyboard)}`,
    ...complaints,
    seen,
    "",
  ].join("\n");
}

/** The middle of what a locator shows, in CSS px of the page. */
export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Looks at the whole board until these cards are on it: what is revealed lies wherever the dice have put it. */
export async function findAll({ page, card }: Pick<Person, "page" | "card">, titles: readonly string[]): Promise<void> {
  const areSeen = async () => {
    await page.keyboard.press("Shift+Digit1");
    // for a moment a draft and what was revealed of it are both there
    const seen = await Promise.all(titles.map((title) => card(title).filter({ visible: true }).count()));
    return seen.every((count) => count === 1);
  };
  await until(areSeen, `${titles.join(", ")} on the board`, 15_000);
}

/** A card on free ground: a double click, then its words. @param at CSS px of the page */
export async function writeCard(
  { page }: Pick<Person, "page">,
  text: string,
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  await page.mouse.dblclick(at.x, at.y);
  const field = page.getByRole("textbox", { name: "Text of the card" });
  await field.pressSequentially(text);
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
}

/** Whether the browser would ask before it closes the page. */
export const asksBeforeLeaving = ({ page }: Pick<Person, "page">): Promise<boolean> =>
  page.evaluate(() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });

/** Drags with the mouse from one place to another, in steps as a hand does. */
export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}
