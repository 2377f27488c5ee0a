import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { openBoard } from "../helpers/client.ts";
import { openBrowser, type Person, type PersonOptions } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";

const browser = openBrowser();
const HOUR_MS = 3_600_000;
/** What makes a text no near-copy of another. */
const unlike = (n: number): string =>
  createHash("sha256")
    .update(String(n))
    .digest("hex")
    .replaceAll(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)))
    .replaceAll(/(.{7})/g, "$1 ");
const WIDE = [[1440, 900]] as const;

/** Forty posts of the last hours about a library and a station, and those who look at them. */
async function openScene(...people: readonly (PersonOptions & { readonly role: "facilitator" | "participant" })[]) {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("facilitator");
  const send = async (name: string, texts: readonly string[]): Promise<void> => {
    const rows = texts.map((text, n) => `${new Date(Date.now() - n * HOUR_MS).toISOString()};${text}`);
    const form = new FormData();
    form.set("kind", "csv");
    form.set("file", new File([["date;texte", ...rows].join("\n")], name));
    const added = await fetch(`${server.url}/api/boards/${board.id}/sources`, {
      method: "POST",
      headers: { authorization: `Bearer ${session}` },
      body: form,
    });
    expect(added.status).toBe(201);
  };
  await send("avis.csv", [
    ...Array.from({ length: 24 }, (_, n) => `La bibliothèque est superbe, merci ${unlike(n)}`),
    ...Array.from({ length: 12 }, (_, n) => `La gare est sale et horrible ${unlike(n)}`),
  ]);
  const persons: Person[] = [];
  for (const { role, ...options } of people) {
    const person = await browser.person(options);
    await person.page.goto(board.links[role]);
    persons.push(person);
  }
  return { persons, send };
}
const tabOf = ({ page }: Person) =>
  page.getByRole("navigation", { name: /Notebook|Carnet/ }).getByRole("button", { name: /Listen|Écoute/ });

it("[P114] names are compared by keyboard alone, and everybody sees the picture", async () => {
  const { persons } = await openScene({ role: "facilitator" }, { role: "participant", language: "fr", theme: "dark" });
  const [amina, yann] = persons;
  if (!amina || !yann) throw new Error("two people");
  const { page } = amina;
  await tabOf(amina).click();
  await page.getByRole("button", { name: "Compare names" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Gare");
  const form = page.getByRole("form", { name: "Share of voice" });
  await form.getByRole("textbox", { name: "Name 1" }).fill("Bibliothèque");
  await form.getByRole("textbox", { name: "Found by" }).first().fill("bibliothèque OR lecture* NOT gare");
  await form.getByText(/^Finds \d+ posts now/).waitFor();
  await form.getByRole("textbox", { name: "Name 2" }).fill("Gare");
  await picture(amina, "watch-voices-form-light", WIDE);
  await page.keyboard.press("Enter");
  await page.getByText("67%").first().waitFor();
  await page.getByText("33%").first().waitFor();
  await picture(amina, "watch-voices-light");
  await tabOf(yann).click();
  await yann.page.getByText("Part de voix").waitFor();
  await picture(yann, "watch-voices-dark");
  await yann.page.getByRole("button", { name: "Gare", exact: true }).click();
  await yann.page
    .getByText(/^\d+ correspondent/)
    .first()
    .waitFor();
  expect([...amina.complaints, ...yann.complaints]).toEqual([]);
});

it("[L179] the shares of one span are not shown under another that can't be counted, which is asked for again by a press", async () => {
  const { persons } = await openScene({ role: "facilitator" });
  const [amina] = persons;
  if (!amina) throw new Error("a person");
  const { page } = amina;
  await tabOf(amina).click();
  await page.getByRole("button", { name: "Compare names" }).click();
  const form = page.getByRole("form", { name: "Share of voice" });
  await form.getByRole("textbox", { name: "Name 1" }).fill("Bibliothèque");
  await form.getByRole("textbox", { name: "Name 2" }).fill("Gare");
  await page.keyboard.press("Enter");
  await page.getByText("67%").first().waitFor();
  await page.route("**/voices?days=90", (route) => route.abort());
  await page.getByRole("button", { name: /The last 30 days/ }).click();
  await page.getByRole("option", { name: "The last 90 days" }).click();
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).waitFor();
  expect(await page.getByText("67%").count()).toBe(0);
  await page.unroute("**/voices?days=90");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("67%").first().waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

it("[P115] [P111] an alert that is raised is said on every screen, counted at the panel, and leads to its posts", async () => {
  const { persons, send } = await openScene(
    { role: "facilitator", language: "fr", theme: "dark" },
    { role: "participant" },
  );
  const [amina, yann] = persons;
  if (!amina || !yann) throw new Error("two people");
  const { page } = amina;
  await tabOf(amina).click();
  await page.getByRole("button", { name: "Ajouter une alerte" }).click();
  const form = page.getByRole("form", { name: "Ajouter une alerte" });
  await form.getByRole("textbox", { name: "Nom" }).fill("Le soir");
  await page.keyboard.press("Enter");
  await form.getByText("C’est nécessaire.").waitFor();
  await form.getByRole("textbox", { name: "Mots" }).fill("soir* OU nuit");
  await form.getByRole("textbox", { name: "Publications, au moins" }).fill("3");
  await form.getByText("Heures de silence").click();
  await picture(amina, "watch-alert-form-dark", WIDE);
  const end = form.getByLabel("À", { exact: true });
  await end.fill("");
  await form.getByRole("button", { name: "Garder" }).click();
  await form.getByText("C’est nécessaire.").waitFor();
  expect(await end.evaluate((field) => field === document.activeElement)).toBe(true);
  await form.getByText("Heures de silence").click();
  await form.getByRole("button", { name: "Garder" }).click();
  await page.getByText("au moins 3 publications en 24 heures").waitFor();
  await yann.page.getByText("Nothing under the tree yet").waitFor();

  await send("soir.csv", ["Ouvrir le soir", "Le soir, rien n’est ouvert", "La nuit aussi", "Un soir par semaine"]);
  for (const person of persons)
    await person.page
      .getByText(/Alerte\s?: Le soir|Alert: Le soir/)
      .first()
      .waitFor();
  expect(await tabOf(yann).innerText()).toContain("1");
  await picture(yann, "watch-raised-light");
  await yann.page.getByRole("button", { name: "Listen" }).last().click();
  await yann.page.getByText("Raised now").waitFor();
  await yann.page.getByRole("button", { name: "Read the posts" }).click();
  await yann.page.getByText("4 match").waitFor();
  await picture(yann, "watch-panel-light");
  await picture(amina, "watch-panel-dark");
  await page.getByRole("button", { name: "Retirer l’alerte" }).click();
  await page.getByText("En alerte").waitFor({ state: "detached" });
  expect([...amina.complaints, ...yann.complaints]).toEqual([]);
});
