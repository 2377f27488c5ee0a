import { applyEdits } from "@palabre/shared/documents";
import { newCommentId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { connect, makerOf, openBoard, saved, synced } from "../helpers/client.ts";
import { findings } from "../helpers/findings.ts";
import { drawMap } from "../helpers/mapBoard.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";

const browser = openBrowser();

// each look is in the light and in the dark
describe.each(["en", "fr"] as const)("in %s", (language) => {
  const say = (en: string | RegExp, fr: string | RegExp) => (language === "fr" ? fr : en);
  it("[J8] axe finds nothing on the home page and its dialog", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const { page } = await browser.person({ language });
    await page.goto(server.url);
    const makeBoard = page.getByRole("button", { name: language === "fr" ? "Nouveau tableau" : "New board" }).first();
    await makeBoard.waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await makeBoard.click();
    await page.getByRole("dialog").waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: language === "fr" ? /^Effets du collectif/ : /^Effects of the coll/ })
      .click();
    await page.getByRole("dialog").waitFor();
    expect.soft(await findings(page)).toEqual([]);
  });

  it("[J8] axe finds nothing on a board: its cards, all panels, an earlier state, the share dialog, and on a phone", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const board = await openBoard(server, { title: "Repair café", template: "repair-cafe", language });
    const { page } = await browser.person({ language });
    await page.goto(board.links.facilitator);
    const card = page
      .getByRole("article")
      .filter({ hasText: /mentions/ })
      .first();
    await card.click();
    await page.locator("blockquote").first().waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: language === "fr" ? "Écoute" : "Listen" }).click();
    await page
      .getByText(language === "fr" ? /publications/ : /posts/)
      .first()
      .waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: language === "fr" ? "Groupe" : "People", exact: true }).click();
    await page.locator("[data-panel=people] [data-person], [data-panel=people] p").first().waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: language === "fr" ? "Déroulé" : "Run", exact: true }).click();
    await page.getByRole("button", { name: language === "fr" ? "Demander qui est prêt" : "Ask who is ready" }).click();
    await page.locator("[data-together=ready]").waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Analyse" }).click();
    const loop = page.getByRole("button", {
      name: language === "fr" ? /^Le (cercle|frein)/ : /^The .+ (circle|brake)/,
    });
    await loop.first().waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await loop.first().click();
    await page.locator("[data-spotlight]").waitFor();
    // what steps back behind a loop is not to be read meanwhile
    expect.soft(await findings(page, '{ exclude: [".dim"] }')).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: language === "fr" ? "Historique" : "History" }).click();
    await page.getByRole("button", { name: language === "fr" ? /^Garder une version/ : /^Keep a version/ }).click();
    await page.getByRole("textbox", { name: language === "fr" ? /^Nom de/ : /^Name of/ }).fill("Palabre");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Palabre/ }).click();
    await page.getByRole("button", { name: language === "fr" ? "Revenir à maintenant" : "Back to now" }).waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: language === "fr" ? "Revenir à maintenant" : "Back to now" }).click();
    await page.getByRole("button", { name: language === "fr" ? /^Plus sur «\sPalabre/ : /do with Palabre/ }).click();
    await page
      .getByRole("menuitem", { name: language === "fr" ? "Comparer avec maintenant" : "Compare with now" })
      .click();
    await page.getByText(language === "fr" ? "Rien ne diffère." : "Nothing differs.").waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: language === "fr" ? "Inviter" : "Invite" }).click();
    await page.getByRole("dialog").waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: language === "fr" ? "Plus" : "More", exact: true }).click();
    await page.getByRole("menuitem", { name: language === "fr" ? "Liens en matrice" : "Links as a table" }).click();
    await page.getByRole("grid").waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("grid").waitFor({ state: "detached" });
    await page.setViewportSize({ width: 390, height: 844 });
    expect.soft(await findings(page)).toEqual([]);
  });

  it("[J8] axe finds nothing in a workshop under way: the run sheet, a step being written, what all read, and on a phone", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const board = await openBoard(server, { title: "Repair café", template: "repair-cafe", language });
    const [{ page }, bo] = [await browser.person({ language }), await browser.person({ language })];
    await page.goto(board.links.facilitator);
    await bo.page.goto(board.links.participant);
    await page.getByRole("button", { name: language === "fr" ? "Déroulé" : "Run", exact: true }).click();
    await page.getByRole("row").first().waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.keyboard.press("Control+Shift+Enter");
    await bo.page.locator("[data-step=whole]").waitFor();
    expect.soft(await findings(bo.page)).toEqual([]);
    await bo.page.locator("[data-step=whole]").getByRole("button").last().click();
    await bo.page.getByRole("button", { name: language === "fr" ? /^Étape 1 sur/ : /^Step 1 of/ }).click();
    await bo.page.getByRole("dialog").waitFor();
    expect.soft(await findings(bo.page)).toEqual([]);
    await page.getByRole("row").nth(1).click();
    await page.getByRole("textbox", { name: language === "fr" ? "Consigne" : "Instruction" }).waitFor();
    expect.soft(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect.soft(await findings(page)).toEqual([]);
  });

  it("[J8] axe finds nothing on a board that is empty, nor in what is found, commanded, commented, read and chosen to be heard", async () => {
    const server = await startServer({ client: BUILT_CLIENT });
    const board = await openBoard(server, { title: "Repair café", language });
    const { session } = await board.join("facilitator", "Zoé");
    const { page, card } = await browser.person({ language, size: [1800, 1000] });
    await page.goto(board.links.facilitator);
    await page.getByText(say("Nothing under the tree yet", /Rien (?:encore )?sous l’arbre/)).waitFor();
    expect.soft(await findings(page), "empty").toEqual([]);

    const maker = connect(server, board.id, session, "board");
    await synced(maker);
    const [first] = drawMap(
      maker.doc,
      [
        ["Trust", "expectation"],
        ["Waiting", "factor"],
        ["Evenings", "strategy"],
        ["I waited for weeks", "quote"],
        ["Keys of the room", "note"],
        ["Choices", "frame"],
      ],
      [
        [1, 0, "-3d"],
        [2, 1, "-2"],
      ],
    );
    applyEdits(maker.doc, [
      { type: "addComment", id: newCommentId(), on: first!, text: "@Zoé, really?", by: makerOf(maker.doc)!, at: 1 },
    ]);
    await saved(maker, 1);
    await card("Trust").waitFor();
    await page.keyboard.press("Shift+1");
    for (const title of ["Waiting", "Evenings", "I waited", "Keys", "Trust"]) {
      await card(title).click();
      await page.getByRole("complementary").getByRole("heading", { name: title }).waitFor();
      expect.soft(await findings(page), title).toEqual([]);
    }
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Vote", exact: true }).click();
    await page.locator("[data-panel=vote]").waitFor();
    expect.soft(await findings(page), "vote").toEqual([]);

    const dialogs = [
      ["Control+k", say("What would you like to do?", /./)],
      ["?", say("Keyboard shortcuts", /./)],
      ["o", say("The board in sentences", "Le tableau en phrases")],
    ] as const;
    for (const [key, name] of dialogs) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name }).waitFor();
      expect.soft(await findings(page), key).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog", { name }).waitFor({ state: "detached" });
    }
    await page.keyboard.press("Control+f");
    await page
      .getByRole("textbox", { name: say("Text to find", /./) })
      .first()
      .waitFor();
    await page.keyboard.type("wait");
    expect.soft(await findings(page), "find").toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: say("More", "Plus") as string, exact: true }).click();
    await page.getByRole("menu").waitFor();
    expect.soft(await findings(page), "menu").toEqual([]);
    await page.getByRole("menuitem", { name: say("What is read aloud", "Ce qui est lu") }).click();
    await page.getByRole("dialog").waitFor();
    expect.soft(await findings(page), "notices").toEqual([]);
  });
});
