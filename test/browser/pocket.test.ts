import { readBoard } from "@palabre/shared/documents";
import type { PocketView, SlideShown } from "@palabre/shared/protocol";
import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, saved, synced } from "../helpers/client.ts";
import { textsOf } from "../helpers/drafting.ts";
import { findings } from "../helpers/findings.ts";
import { drawMap } from "../helpers/mapBoard.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { line, live, PHONE, phase, phoneAddress, workshopOf, write } from "../helpers/phones.ts";
import { picture } from "../helpers/picture.ts";
import { startServer } from "../helpers/startServer.ts";
import { openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";
import { NOTHING } from "../helpers/workshop.ts";

const browser = openBrowser();
const PHONE_SIZES = [
  [390, 844],
  [320, 568],
  [844, 390],
] as const;

/** Nothing is wider than the phone. */
const isWithin = ({ page }: Person) =>
  page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

const sameSet = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && others.every((each) => some.includes(each));

describe("a phone", () => {
  it("[K11] writes in silence, then sees and reacts, as the workshop goes; with a keyboard, at 320 px, axe clean", async () => {
    const server = await startServer({ client: BUILT_CLIENT, drafts: { countEveryMs: 50 } });
    const silent = phase("Attentes", "Expectations", "Qu’attendez-vous de nous en 2027\u202f?", {
      writing: "silent",
      minutes: 4,
      may: { participant: { ...NOTHING, add: ["expectation"] } },
    });
    const talk = phase("Réagir", "React", "Dites ce que vous en pensez", {
      may: { participant: { ...NOTHING, comment: true } },
    });
    const rest = phase("Pause", "Break", "", { may: { participant: NOTHING } });
    const { board, go, asking, peer, awa } = await workshopOf(server, [silent, talk, rest]);
    const odile = await browser.person({ ...PHONE, language: "fr" });
    const bo = await browser.person({ ...PHONE, theme: "dark" });
    await odile.page.goto(phoneAddress(server, board));
    await bo.page.goto(phoneAddress(server, board));
    await Promise.all([odile, bo].map(live));
    // the secret is out of the address bar, and a new name is one tap away
    expect(new URL(odile.page.url()).hash).toBe("");
    await go(silent);
    await odile.page.getByRole("heading", { name: /Qu’attendez-vous/ }).waitFor();
    await odile.page.getByText("Étape 1 sur 3", { exact: true }).waitFor();
    await odile.page.getByRole("timer").waitFor();
    await odile.page.getByText(/Vous seul·e la voyez/).waitFor();
    await write(odile, "Prêter des outils entre voisins");
    await write(odile, "Un atelier couture pour ados");
    await write(bo, "Come in the evening, once a month");
    await odile.page.getByText("3 idées attendent d’être révélées").waitFor();
    expect(await odile.page.locator("body").textContent()).not.toContain("evening");
    await odile.page.getByRole("textbox", { name: "Votre idée" }).fill("Pouvoir venir le soir, avec les enfants");
    for (const person of [odile, bo]) expect(await findings(person.page)).toEqual([]);
    await picture(odile, "pocket-write-fr-light", PHONE_SIZES);
    await picture(bo, "pocket-write-en-dark", PHONE_SIZES);
    // what is half written is there again after a reload
    await odile.page.reload();
    await live(odile);
    expect(await odile.page.getByRole("textbox", { name: "Votre idée" }).inputValue()).toBe(
      "Pouvoir venir le soir, avec les enfants",
    );
    expect((await asking("POST", "reveal", { phase: silent.id, round: 0 })).body).toEqual({ ideas: 3, left: 0 });
    await go(talk);
    await odile.page.getByText("1 sur 3", { exact: true }).waitFor();
    await odile.page.getByRole("button", { name: "J’y tiens" }).click();
    await odile.page.locator('[aria-pressed="true"]').getByText("J’y tiens").waitFor();
    // by the keyboard alone: to the next card and a reaction
    await odile.page.getByRole("button", { name: "Suivante" }).focus();
    await odile.page.keyboard.press("Enter");
    await odile.page.getByText("2 sur 3", { exact: true }).waitFor();
    await odile.page.keyboard.press("Tab");
    await odile.page.keyboard.press("Enter");
    await odile.page.locator('[aria-pressed="true"]').getByText("Oui").waitFor();
    await until(
      () =>
        sameSet(
          [...readBoard(peer.doc).cards.values()].flatMap(({ extra }) => Object.values(extra)),
          ["❤️", "👍"],
        ),
      "both reactions on the board",
    );
    await bo.page.getByText("1 reaction", { exact: true }).waitFor();
    for (const person of [odile, bo]) expect(await findings(person.page)).toEqual([]);
    await picture(odile, "pocket-react-fr-light", PHONE_SIZES);
    await picture(bo, "pocket-react-en-dark", PHONE_SIZES);
    // a hand, and whether all are ready
    await bo.page.getByRole("button", { name: "Raise my hand" }).click();
    await bo.page.getByRole("button", { name: "Lower my hand" }).waitFor();
    await asking("PUT", "ready-check", { isOn: true });
    await bo.page.getByRole("button", { name: "I am ready" }).click();
    await bo.page.getByRole("button", { name: "Not ready after all" }).waitFor();
    await go(rest);
    await odile.page.getByText(/^Merci, /).waitFor();
    await odile.page.getByRole("button", { name: "Changer" }).click();
    await odile.page.getByRole("textbox", { name: "Votre nom" }).fill("Odile");
    await odile.page.keyboard.press("Enter");
    await odile.page.getByText("Merci, Odile.").waitFor();
    for (const person of [odile, bo]) {
      expect(await findings(person.page)).toEqual([]);
      await person.page.setViewportSize({ width: 320, height: 568 });
      expect(await isWithin(person)).toBe(true);
      expect(person.complaints).toEqual([]);
    }
    await picture(odile, "pocket-wait-fr-light", PHONE_SIZES);
    expect(awa.role).toBe("facilitator");
    await odile.page.getByRole("link", { name: "Ouvrir le tableau entier" }).click();
    await odile.page.locator(".react-flow").first().waitFor();
  });

  it("[K13] comes by the camera to its own page; who types the code on a small screen chooses; who waits is let in", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const { board, asking, awa } = await workshopOf(server, []);
    const slide = (await asking("POST", "slide", {})).body as SlideShown;
    const [bo, cleo, dina] = [
      await browser.person(PHONE),
      await browser.person(PHONE),
      await browser.person({ ...PHONE, theme: "dark" }),
    ];
    await bo.page.goto(slide.phone);
    await live(bo);
    expect(new URL(bo.page.url()).pathname).toBe(`/p/${board.id}`);
    await cleo.page.goto(`${server.url}/join`);
    await cleo.page.getByRole("textbox", { name: "Code" }).fill(slide.code);
    await picture(cleo, "join-phone-en-light", [[390, 844]]);
    await cleo.page.getByRole("button", { name: "On the phone: one thing at a time" }).click();
    await live(cleo);
    expect(new URL(cleo.page.url()).pathname).toBe(`/p/${board.id}`);
    // with a waiting room
    await asking("PUT", "waiting", { isOn: true });
    await dina.page.goto(slide.phone);
    await dina.page.getByRole("heading", { name: "You will be let in" }).waitFor();
    await picture(dina, "pocket-door-en-dark", [[390, 844]]);
    await asking("POST", "waiting/admit", {});
    await live(dina);
    await write(dina, "in at last");
    const peer = connect(server, board.id, awa.session, "board");
    await synced(peer);
    await until(() => textsOf(peer).includes("in at last"), "what was written on the phone");
    // an address that opens nothing says what to do
    const late = await browser.person(PHONE);
    await late.page.goto(`${server.url}/p#BCDFGHBCDFGHBCDF`);
    await late.page
      .getByRole("alert")
      .getByText(/No slide shows this code/)
      .waitFor();
    await late.page.goto(`${server.url}/p/${board.id}`);
    await late.page
      .getByRole("alert")
      .getByText(/not open on this phone/)
      .waitFor();
    expect(await findings(late.page)).toEqual([]);
  });

  it("[K13] comes to its own page from the home page too, by a code or a link; a large screen is not asked", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const { board, asking } = await workshopOf(server, []);
    const slide = (await asking("POST", "slide", {})).body as SlideShown;
    const [bo, cleo, dina] = [
      await browser.person({ ...PHONE, language: "fr" }),
      await browser.person(PHONE),
      await browser.person(),
    ];
    const phone = ({ page }: Person) => page.getByRole("button", { name: /^(On the phone|Au téléphone)/ });
    const type = async (person: Person, what: string): Promise<void> => {
      await person.page.goto(server.url);
      const field = person.page.getByRole("textbox", { name: /code/ });
      await field.fill(what);
    };
    await type(bo, slide.code);
    await phone(bo).waitFor();
    expect(await findings(bo.page)).toEqual([]);
    await picture(bo, "home-code-fr-light", PHONE_SIZES);
    await phone(bo).click();
    await live(bo);
    await type(cleo, board.links.participant);
    await phone(cleo).click();
    await live(cleo);
    for (const { page } of [bo, cleo]) expect(new URL(page.url()).pathname).toBe(`/p/${board.id}`);
    await type(dina, slide.code);
    expect(await phone(dina).count()).toBe(0);
  });

  it("[K10, K12] without a network keeps what is done, over the end of the page too, and sends it once", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const { board, peer } = await workshopOf(server, []);
    const bo = await browser.person(PHONE);
    await bo.page.goto(phoneAddress(server, board));
    await live(bo);
    await bo.context.setOffline(true);
    await bo.page.locator('[data-line="lost"]').waitFor();
    for (const text of ["one", "two", "three"]) await write(bo, text);
    await line(bo).getByText("3 things leave with the network").waitFor();
    await bo.page.getByText("leaves with the network").first().waitFor();
    await picture(bo, "pocket-offline-en-light", [[390, 844]]);
    expect(await findings(bo.page)).toEqual([]);
    // the page is thrown away by the phone, and opened again once there is a network
    const address = bo.page.url();
    await bo.page.close();
    await bo.context.setOffline(false);
    const again = await bo.context.newPage();
    await again.goto(address);
    await until(() => textsOf(peer).length === 3, "all three on the board");
    await again.locator('[data-line="live"]').waitFor();
    await until(async () => (await again.getByText("leaves with the network").count()) === 0, "that nothing waits");
    expect(textsOf(peer)).toEqual(["one", "three", "two"]);
    await again.reload();
    await again.locator('[data-line="live"]').waitFor();
    expect(textsOf(peer)).toEqual(["one", "three", "two"]);
  });

  it("[K10, K17] an idea that came too late is in sight in every step, and is said as what the step takes, with its name told", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const silent = phase("Attentes", "Expectations", "", {
      writing: "silent",
      may: { participant: { ...NOTHING, add: ["expectation"] } },
    });
    const rest = phase("Pause", "Break", "", { may: { participant: NOTHING } });
    const notes = phase("Notes", "Notes", "", { may: { participant: { ...NOTHING, add: ["note"] } } });
    const { board, go, asking, peer } = await workshopOf(server, [silent, rest, notes]);
    await go(silent);
    const [bo, cleo] = [await browser.person(PHONE), await browser.person(PHONE)];
    for (const person of [bo, cleo]) {
      await person.page.goto(phoneAddress(server, board));
      await live(person);
    }
    await write(cleo, "in time");
    await until(() => cleo.page.getByText("1 idea waits to be revealed").isVisible(), "the idea that is in time");
    await bo.context.setOffline(true);
    await bo.page.locator('[data-line="lost"]').waitFor();
    await write(bo, "after the bell");
    await line(bo).getByText("1 thing leaves with the network").waitFor();
    expect((await asking("POST", "reveal", { phase: silent.id, round: 0 })).status).toBe(200);
    await go(rest);
    await bo.context.setOffline(false);
    await live(bo);
    const late = bo.page.getByRole("list", { name: "1 idea waits for you to decide" });
    await late.getByText("after the bell").waitFor();
    await late.getByText("You can say it once a step lets you write.").waitFor();
    await bo.page.getByText(/^Thank you, /).waitFor();
    expect(await late.getByRole("button").allTextContents()).toEqual(["Delete it"]);
    await bo.page.getByRole("contentinfo").getByText("1 idea waits for you to decide").waitFor();
    expect(await findings(bo.page)).toEqual([]);
    await picture(bo, "pocket-late-en-light", PHONE_SIZES);
    await go(notes);
    await late.getByRole("button", { name: "Say it with my name, as “Note”" }).click();
    await late.waitFor({ state: "detached" });
    await until(() => textsOf(peer).includes("after the bell"), "the idea on the board");
    const said = [...readBoard(peer.doc).cards.values()].find(({ text }) => text === "after the bell");
    expect([said?.kind, said?.by === undefined]).toEqual(["note", false]);
  });

  it("[K18] shows a result once it is published, and whether one's own receipt is among those counted, after a reload too", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const vote = phase("Vote", "Vote", "");
    const { board, go, asking } = await workshopOf(server, [vote]);
    await go(vote);
    for (const [n, text] of ["Bancs", "Ombre"].entries()) {
      const key = newCardId();
      expect((await asking("POST", "ideas", { key, kind: "expectation", text, at: n })).status).toBe(201);
    }
    const bo = await browser.person({ ...PHONE, language: "fr" });
    await bo.page.goto(phoneAddress(server, board));
    await live(bo);
    const asked = {
      method: "dots",
      question: "Quoi d’abord\u202f?",
      scope: { kind: "expectation" },
      settings: { budget: 3 },
    };
    const { id } = (await asking("POST", "ballots", asked)).body as { id: string };
    await bo.page.getByRole("heading", { name: /Quoi d’abord/ }).waitFor();
    const own = await bo.page.context().request.get(`${server.url}/api/boards/${board.id}/pocket`);
    const { ballots } = (await own.json()) as PocketView;
    const [first, second] = ballots[0]!.options.map(({ on }) => on);
    const paper = { method: "dots", dots: { [first!]: 2, [second!]: 1 } };
    for (const name of ["Ada", "Cy", "Di", "Eve"]) {
      const { session } = await board.join("participant", name);
      await ask(server, "PUT", `/api/boards/${board.id}/ballots/${id}/paper`, { body: paper, session });
    }
    const mine = await bo.page.context().request.put(`${server.url}/api/boards/${board.id}/ballots/${id}/paper`, {
      data: paper,
      headers: { origin: server.url },
    });
    const { receipt } = (await mine.json()) as { receipt: string };
    expect((await asking("POST", `ballots/${id}/publish`, {})).status).toBeLessThan(300);
    const result = bo.page.locator("[data-result]");
    for (const _ of ["now", "after a reload"]) {
      await result.getByText("5 bulletins comptés sur 5").waitFor();
      expect(await result.getByRole("listitem").first().textContent()).toMatch(/^1.*10 points$/);
      await result.getByText(`Votre reçu, ${receipt}, est parmi ceux qui ont été comptés.`).waitFor();
      expect(await findings(bo.page)).toEqual([]);
      await bo.page.reload();
    }
    await result.waitFor();
    await picture(bo, "pocket-result-fr-light", PHONE_SIZES);
    expect(await isWithin(bo)).toBe(true);
    // that there was no paper of theirs yet, when it was asked for
    expect(bo.complaints.filter((text) => !/404/.test(text))).toEqual([]);
  });

  it("[K19] says “saved” only while nothing waits on it, also where the line lives and what is sent does not arrive", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const { board, peer } = await workshopOf(server, []);
    const bo = await browser.person({ ...PHONE, language: "fr" });
    await bo.page.goto(phoneAddress(server, board));
    await live(bo);
    await write(bo, "Un banc à l’ombre");
    await line(bo)
      .getByText(/^Relié, enregistré à/)
      .waitFor();
    await bo.page.route("**/ideas", (route) => route.abort());
    await write(bo, "Deux bancs");
    await line(bo).getByText("Relié. 1 envoi est en route").waitFor();
    await write(bo, "Trois bancs");
    await line(bo).getByText("Relié. 2 envois sont en route").waitFor();
    expect(await line(bo).getAttribute("data-line")).toBe("live");
    await bo.page.unroute("**/ideas");
    await line(bo)
      .getByText(/^Relié, enregistré à/)
      .waitFor();
    expect(textsOf(peer)).toHaveLength(3);
  });

  it("[K20] is not made wider by a long word: an address in an instruction, the title of a step, the ends of a weighed link", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const may = { participant: { ...NOTHING, comment: true } };
    const talk = phase("Réagir", `Donaudampfschiffe ${"und".repeat(25)}`, "", { may });
    const rest = phase("Pause", "Break", `Lisez https://exemple.fr/${"diagnostic-".repeat(7)}`, {
      may: { participant: NOTHING },
    });
    const { board, go, asking, peer } = await workshopOf(server, [talk, rest]);
    const long = `Donaudampf${"schifffahrt".repeat(6)}`;
    drawMap(
      peer.doc,
      [
        [long, "factor"],
        ["Bancs", "factor"],
      ],
      [[0, 1, "+2"]],
    );
    await saved(peer, 1);
    await go(talk);
    const bo = await browser.person({ size: [320, 568], touch: true });
    await bo.page.goto(phoneAddress(server, board));
    await live(bo);
    await bo.page.getByText(/^Donaudampfschiffe/).waitFor();
    expect(await isWithin(bo)).toBe(true);
    await go(rest);
    await bo.page.getByText(/exemple/).waitFor();
    expect(await isWithin(bo)).toBe(true);
    const asked = { method: "links", question: "", scope: { links: "all" }, settings: {} };
    expect((await asking("POST", "ballots", asked)).status).toBe(201);
    await bo.page.getByRole("group", { name: /^More of/ }).waitFor();
    expect(await isWithin(bo)).toBe(true);
  });

  it("[O6] a page that opens without the network shows what the phone keeps, and comes back by itself", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const { board, peer } = await workshopOf(server, []);
    const bo = await browser.person(PHONE);
    // who had the whole board open once has the files of every page
    await bo.page.goto(board.links.participant);
    await bo.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await bo.page.goto(phoneAddress(server, board));
    await live(bo);
    await bo.context.setOffline(true);
    await bo.page.locator('[data-line="lost"]').waitFor();
    await write(bo, "Written in the metro");
    await bo.page.getByText("leaves with the network").first().waitFor();
    await bo.page.reload();
    await bo.page
      .getByRole("alert")
      .getByText(/^The server does not answer/)
      .waitFor();
    await bo.page.getByText("Written in the metro").waitFor();
    await bo.page.getByText("leaves with the network").waitFor();
    expect(await findings(bo.page)).toEqual([]);
    await bo.context.setOffline(false);
    await live(bo);
    await until(() => textsOf(peer).length === 1, "the idea on the board");
  });

  it("[K12] on a line of 400 ms that loses one piece in a hundred opens, writes and follows; one that is dead is found out on waking", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const talk = phase("Discussion", "Talk", "Say what you think");
    const { board, peer, go } = await workshopOf(server, [talk]);
    const proxy = await openProxy(server.port);
    proxy.turn("poor");
    const bo = await browser.person(PHONE);
    const began = performance.now();
    await bo.page.goto(phoneAddress(proxy, board));
    await live(bo);
    const openedMs = performance.now() - began;
    const sentAt = performance.now();
    for (let n = 0; n < 10; n += 1) await write(bo, `idea ${n}`);
    await until(() => textsOf(peer).length === 10, "all ideas on the board", 30_000);
    expect(performance.now() - sentAt).toBeLessThan(20_000);
    const wentAt = performance.now();
    await go(talk);
    await bo.page.getByText("Step 1 of 1", { exact: true }).waitFor();
    const followedMs = performance.now() - wentAt;
    expect(openedMs).toBeLessThan(15_000);
    expect(followedMs).toBeLessThan(5_000);
    // the phone sleeps, and its line dies without a word
    proxy.turn("deaf");
    await write(bo, "into the void");
    proxy.cut();
    proxy.turn("poor");
    await bo.page.evaluate("dispatchEvent(new Event('online'))");
    await until(() => textsOf(peer).includes("into the void"), "what was written on a dead line", 30_000);
    await go(undefined);
    await bo.page.getByText("Step 1 of 1", { exact: true }).waitFor({ state: "detached" });
    expect(textsOf(peer).filter((text) => text === "into the void")).toHaveLength(1);
  });
});
