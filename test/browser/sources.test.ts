import { createHmac } from "node:crypto";
import { expect, it, onTestFinished } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, openBoard } from "../helpers/client.ts";
import { startFeedServer } from "../helpers/feedServer.ts";
import { openBrowser, type Person, type PersonOptions } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();
/** A form that is being filled in goes with the panel, which another size of the page draws anew. */
const WIDE = [[1440, 900]] as const;
const PHONE = [[390, 844]] as const;

async function openPanel(options: PersonOptions = {}, fetchAllow: readonly string[] = []) {
  const server = await startServer({ client: BUILT_CLIENT, fetchAllow });
  const board = await openBoard(server);
  const amina = await browser.person(options);
  await amina.page.goto(board.links.facilitator);
  const tab = options.language === "fr" ? "Écoute" : "Listen";
  if (options.touch === true) {
    await amina.page.getByRole("button", { name: "Notebook" }).click();
    await amina.page.getByRole("menuitem", { name: tab }).click();
  } else {
    await amina.page
      .getByRole("navigation", { name: /Notebook|Carnet/ })
      .getByRole("button", { name: tab })
      .click();
  }
  return { amina, board, server };
}

/** Opens the form of a kind by keyboard. */
async function chooseOther({ page }: Person, kind: string, another = "Another source") {
  await page.getByRole("button", { name: another }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: kind }).focus();
  await page.keyboard.press("Enter");
}

it("[P108] a webhook shows its address and secret once, by keyboard alone; what is signed with it is heard", async () => {
  const { amina, server } = await openPanel();
  const { page } = amina;
  await page.getByRole("button", { name: "Another source" }).waitFor();
  await picture(amina, "sources-empty-light");
  await chooseOther(amina, "Webhook");
  const form = page.getByRole("form", { name: "Webhook" });
  await form.getByRole("textbox", { name: "What it sends" }).waitFor();
  await page.keyboard.press("Enter");
  await form.getByText("This is needed.").waitFor();
  await page.keyboard.type("Our shop");
  await page.keyboard.press("Enter");
  const shown = page.getByRole("group", { name: "Webhook" });
  await shown.getByText("Its secret").waitFor();
  await picture(amina, "sources-webhook-light", WIDE);
  const [address = "", secret = ""] = await shown.locator("pre").allInnerTexts();
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(address.startsWith(server.url)).toBe(true);
  await page.keyboard.press("Enter");
  await shown.waitFor({ state: "detached" });
  expect(await page.content()).not.toContain(secret);

  const body = JSON.stringify([{ id: "1", text: "Please open in the evening", createdAt: Date.now() }]);
  const time = String(Math.floor(Date.now() / 1_000));
  const sent = await fetch(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-palabre-timestamp": time,
      "x-palabre-signature": `sha256=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`,
    },
    body,
  });
  expect(sent.status).toBe(200);
  await page.getByText("Please open in the evening").first().waitFor();
  // what can't be read again can be replaced
  await page.getByRole("button", { name: "More about “Our shop”" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Make a new secret" }).click();
  await shown.getByText("Its secret").waitFor();
  const [, renewed] = await shown.locator("pre").allInnerTexts();
  expect(renewed).not.toBe(secret);
  expect(amina.complaints).toEqual([]);
});

it("[P147] who chooses a source by keyboard goes on when a colleague adds the board's first one meanwhile", async () => {
  const feed = await startFeedServer("The town’s blog");
  onTestFinished(() => feed.close());
  const { amina, board, server } = await openPanel({}, [feed.host]);
  const { page } = amina;
  await page.getByRole("button", { name: "Another source" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Webhook" }).focus();
  const { session } = await board.join("facilitator", "Zoé");
  const body = { kind: "feed", url: feed.url };
  expect((await ask(server, "POST", `/api/boards/${board.id}/sources`, { body, session })).status).toBe(201);
  await page.locator("[data-panel=listen] li").getByText("The town’s blog").waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await page.getByRole("form", { name: "Webhook" }).waitFor();
});

it("[P109] a file's columns are said before it is read, and remembered for the next; what is read so is shown first", async () => {
  const { amina } = await openPanel({ language: "fr", theme: "dark" });
  const { page } = amina;
  const rows = Array.from(
    { length: 40 },
    (_, n) => `2026-0${1 + (n % 9)}-1${n % 10}|Élise ${n}|Ouvrir le soir serait bien, n°${n}|${n}`,
  );
  const file = (name: string) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(["Quand|Qui|Ce qui est dit|Points", ...rows].join("\n"), "latin1"),
  });
  await page.getByRole("button", { name: "Envoyer un CSV" }).first().click();
  await page.locator("input[type=file]").setInputFiles(file("avis.csv"));
  const said = page.getByRole("button", { name: /Ce qui est dit.*contient/ });
  await said.waitFor();
  await said.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "Texte", exact: true }).click();
  await page.getByRole("button", { name: /Quand.*contient/ }).click();
  await page.getByRole("option", { name: "Date", exact: true }).click();
  await page.getByRole("button", { name: /Qui » contient|Qui.»\scontient/ }).click();
  await page.getByRole("option", { name: "Qui l’a écrit", exact: true }).click();
  await page.getByRole("figure").getByText("Ouvrir le soir serait bien, n°0").waitFor();
  await picture(amina, "sources-csv-dark", WIDE);
  await page.getByRole("button", { name: "Ajouter ces publications" }).click();
  await page
    .getByText(/^40 publications ajoutées/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Terminé" }).click();

  await page.getByRole("button", { name: "Envoyer un CSV" }).first().click();
  await page.locator("input[type=file]").setInputFiles(file("avis-2.csv"));
  await page.getByText("Comme choisi pour le dernier fichier").waitFor();
  await page.getByRole("figure").getByText("Ouvrir le soir serait bien, n°0").waitFor();
  // it is asked for again as it is parted otherwise
  await page.getByText("Comment il est écrit").click();
  await page.getByRole("button", { name: /Entre les colonnes/ }).click();
  await page.getByRole("option", { name: "Point-virgule" }).click();
  await page.getByRole("button", { name: /Ce qui est dit\|Points/ }).waitFor();
  await page.getByRole("group", { name: "Envoyer un CSV" }).getByRole("button", { name: "Annuler" }).click();
  expect(amina.complaints).toEqual([]);
});

it("[P104] [P106] a source says what is missing at its field, how it stands, and what it was asked for", async () => {
  const feed = await startFeedServer("The town’s blog");
  onTestFinished(() => feed.close());
  feed.addItem({ title: "New hours", text: "We open at noon.", at: Date.now() - 60_000 });
  const { amina } = await openPanel({ size: [390, 844], touch: true }, [feed.host]);
  const { page } = amina;
  await page.getByRole("button", { name: "Add a feed" }).first().click();
  await page.getByRole("textbox", { name: "Address of the feed" }).fill(feed.url);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText(/again in \d+ minutes/).waitFor();
  await chooseOther(amina, "Bluesky");
  await page.getByRole("radio", { name: "Words" }).click();
  await page.getByRole("textbox", { name: "Words" }).fill("vélo");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  expect(await page.getByText("This is needed.").count()).toBe(2);
  await picture(amina, "sources-bluesky-light", PHONE);
  await page.getByText("Hear posts as they are written").click();
  expect(await page.getByRole("textbox", { name: "App password" }).count()).toBe(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await chooseOther(amina, "Mastodon");
  await page.getByRole("textbox", { name: "Server" }).fill("127.0.0.1:9");
  await page.getByRole("textbox", { name: "Hashtag" }).fill("#velo");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText(/private network/).waitFor();
  await picture(amina, "sources-mastodon-light", PHONE);
  expect(amina.complaints.filter((text) => !text.includes("status of 4"))).toEqual([]);
});

it("[L177] a form that is left while its source is read closes nothing: what came of it is told, and the next form stays", async () => {
  const feed = await startFeedServer("The town’s blog");
  onTestFinished(() => feed.close());
  feed.addItem({ title: "New hours", text: "We open at noon.", at: Date.now() - 60_000 });
  const { amina } = await openPanel({}, [feed.host]);
  const { page } = amina;
  let answer = (): void => undefined;
  const isAwaited = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/sources$/, async (route) => {
    if (route.request().method() === "POST") await isAwaited;
    await route.continue();
  });
  await page.getByRole("button", { name: "Add a feed" }).first().click();
  await page.getByRole("textbox", { name: "Address of the feed" }).fill(feed.url);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Close this" }).click();
  await chooseOther(amina, "Bluesky");
  const form = page.getByRole("form", { name: "Bluesky" });
  await form.waitFor();
  answer();
  await page.getByRole("region", { name: "Notices" }).getByText("1 post added").waitFor();
  expect(await form.count()).toBe(1);
  expect(amina.complaints).toEqual([]);
});

it("[L177] a file, settings and names to compare that are left on their way are told of, and close nothing that stands by then", async () => {
  const { amina } = await openPanel();
  const { page } = amina;
  const notices = page.getByRole("region", { name: "Notices" });
  const tab = (name: string) => page.getByRole("navigation", { name: "Notebook" }).getByRole("button", { name });
  /** Holds what is asked of such an address until the returned function is called. */
  const hold = async (address: RegExp, method: string): Promise<() => void> => {
    let answer = (): void => undefined;
    const isAwaited = new Promise<void>((resolve) => (answer = resolve));
    await page.route(address, async (route) => {
      if (route.request().method() === method) await isAwaited;
      await route.continue();
    });
    return answer;
  };

  const readFile = await hold(/\/sources$/, "POST");
  await page.getByRole("button", { name: "Upload a CSV" }).first().click();
  await page.locator("input[type=file]").setInputFiles({
    name: "posts.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("date,text\n2026-03-05,Open in the evening\nnever,Not read\n"),
  });
  await page.getByRole("button", { name: "Add these posts" }).click();
  await page.getByText(/^Sending “posts.csv”/).waitFor();
  await tab("Card").click();
  await tab("Listen").click();
  readFile();
  await notices.getByText(/^1 post added, 1 row skipped/).waitFor();

  await chooseOther(amina, "Webhook");
  await page.getByRole("textbox", { name: "What it sends" }).fill("Our shop");
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Webhook" }).getByText("Its secret").waitFor();
  await page.keyboard.press("Enter");
  const openSettings = async (): Promise<void> => {
    await page.getByRole("button", { name: "More about “Our shop”" }).click();
    await page.getByRole("menuitem", { name: "Settings" }).click();
  };
  const settings = page.getByRole("form", { name: /Our shop/ });
  await openSettings();
  const changeSecret = await hold(/\/sources\/[^/]+$/, "PATCH");
  await settings.getByRole("button", { name: "Make a new secret" }).click();
  await settings.getByRole("button", { name: "Cancel" }).click();
  await openSettings();
  await settings.waitFor();
  changeSecret();
  await notices.getByText(/^The secret of this webhook is another one now/).waitFor();
  expect(await settings.count()).toBe(1);
  await settings.getByRole("button", { name: "Cancel" }).click();

  const names = page.getByRole("form", { name: "Share of voice" });
  const keepNames = await hold(/\/voices(\?.*)?$/, "PUT");
  await page.getByRole("button", { name: "Compare names" }).click();
  await names.getByRole("textbox", { name: "Name 1" }).fill("Gare");
  await names.getByRole("button", { name: "Keep" }).click();
  await names.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Compare names" }).click();
  await names.waitFor();
  keepNames();
  await notices.getByText("Kept").waitFor();
  expect(await names.count()).toBe(1);
  expect(amina.complaints).toEqual([]);
});
