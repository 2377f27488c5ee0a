import { applyEdits, readBoard } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { holdStore } from "../helpers/heldStore.ts";
import { asksBeforeLeaving, drag, middleOf, openBrowser, type Person, writeCard } from "../helpers/people.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const statusOf = ({ page }: Person) => page.locator("[data-status]").innerText();

/** Somebody on an empty board of a server that can be killed, and started again over its folder. */
async function comeIn() {
  const folder = await openFolder();
  const first = await runServer({ DATA_DIR: folder });
  const board = await openBoard(first);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  return { folder, first, board, amina };
}

it("[R42] what is made while the server is away comes back after a reload, and reaches the others once it is there", async () => {
  const { folder, first, board, amina } = await comeIn();
  await writeCard(amina, "Saved before", { x: 500, y: 300 });
  await amina.saved();
  first.kill("SIGKILL");
  await first.ended;
  await amina.status(/^Offline/);
  await writeCard(amina, "Made while away", { x: 800, y: 300 });
  await amina.status(/^Offline, 2 changes kept on this device/);
  expect(await asksBeforeLeaving(amina)).toBe(false);

  // the page is gone before the server is back
  await amina.page.goto("about:blank");
  await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  await amina.page.goto(`${first.url}/b/${board.id}`);
  await amina.card("Made while away").waitFor();
  await amina.saved();
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  await yann.card("Made while away").waitFor();
  await yann.card("Saved before").waitFor();
});

it("[R42, O2] a second tab, opened without the network, shows what the first one wrote, and both agree once the server is back", async () => {
  const { folder, first, board, amina } = await comeIn();
  await writeCard(amina, "Seen before", { x: 500, y: 300 });
  await amina.saved();
  await amina.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  first.kill("SIGKILL");
  await first.ended;
  await amina.status(/^Offline/);
  await writeCard(amina, "In the first tab", { x: 800, y: 300 });
  await amina.status(/^Offline, 2 changes kept on this device/);

  const other = await amina.context.newPage();
  await other.goto(`${first.url}/`);
  await other
    .getByRole("link", { name: /Expectations/ })
    .first()
    .click();
  await other.getByRole("article", { name: "In the first tab" }).waitFor();
  await other.mouse.dblclick(500, 560);
  await other.getByRole("textbox", { name: "Text of the card" }).pressSequentially("In the second");
  await other.keyboard.press("Escape");
  // what each made is its own to send
  const second = { ...amina, page: other };
  await until(async () => (await statusOf(second)).startsWith("Offline, 2 changes"), "two changes of the second tab");
  expect(await statusOf(amina)).toMatch(/^Offline, 2 changes/);

  await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  for (const tab of [amina, second]) {
    await until(async () => (await statusOf(tab)).startsWith("Saved at"), "all saved", 30_000);
    await until(async () => (await tab.page.getByRole("article").count()) === 3, "the three cards");
  }
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  for (const title of ["Seen before", "In the first tab", "In the second"]) await yann.card(title).waitFor();
});

it("[R114] what a tab left is done again once, when two tabs show it as the server refuses it", async () => {
  const dataDir = await openFolder();
  const first = await startServer({ client: BUILT_CLIENT, dataDir });
  const board = await openBoard(first);
  const facilitator = await board.join("facilitator", "Zoé");
  const maker = connect(first, board.id, facilitator.session, "board");
  await synced(maker);
  const kept = newCardId();
  applyEdits(maker.doc, [
    { type: "addCard", id: kept, kind: "note", position: [400, 20], text: "Stays here", at: 1, by: facilitator.person },
  ]);
  addNote(maker.doc, "We meet");
  await saved(maker, 1);
  maker.provider.destroy();
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.card("We meet").waitFor();
  // whoever has closed the panel keeps the room for the board: nothing moves under the hand from then on
  await amina.card("We meet").click();
  await amina.page.getByRole("button", { name: "Close the panel" }).click();
  await amina.page.keyboard.press("Escape");
  await amina.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await first.close();
  await amina.status(/^Offline/);
  await amina.card("We meet").dblclick();
  const field = amina.page.getByRole("textbox", { name: "Text of the card" });
  await field.press("End");
  await field.pressSequentially(" at noon");
  await amina.page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  const from = await middleOf(amina.card("Stays here"));
  await drag(amina.page, from, { x: from.x + 60, y: from.y + 150 });
  await amina.status(/^Offline, 2 changes kept on this device/);

  await amina.page.reload();
  await amina.card("We meet at noon").waitFor();
  await amina.status(/^Offline, 2 changes kept on this device/);
  const beside = { ...amina, page: await amina.context.newPage() };
  await beside.page.goto(`${first.url}/b/${board.id}`);
  await beside.page.getByRole("article", { name: "We meet at noon" }).waitFor();
  await until(async () => (await statusOf(beside)) === "Offline", "a second tab in which nothing waits");

  const elsewhere = await startServer({ client: BUILT_CLIENT, dataDir });
  const locked = await ask(elsewhere, "PATCH", `/api/boards/${board.id}/rules`, {
    body: { lock: { things: [kept], locked: true } },
    session: facilitator.session,
  });
  expect(locked.status).toBe(200);
  await elsewhere.close();
  const again = await startServer({ client: BUILT_CLIENT, dataDir, port: first.port });
  await amina.page.getByRole("alertdialog").getByText("It is locked.").waitFor({ timeout: 40_000 });
  for (const tab of [amina, beside])
    await until(async () => /^(?:Saved at|Up to date)/.test(await statusOf(tab)), "all to be saved", 40_000);
  const reader = connect(again, board.id, facilitator.session, "board");
  await synced(reader);
  const texts = [...readBoard(reader.doc).cards.values()].map(({ text }) => text);
  expect(texts.toSorted()).toEqual(["Stays here", "We meet at noon"]);
});

it("[R42] a tab that is closed right after an edit loses nothing that the device has taken", async () => {
  const { folder, first, board, amina } = await comeIn();
  await writeCard(amina, "Before", { x: 500, y: 300 });
  await amina.saved();
  first.kill("SIGKILL");
  await first.ended;
  await amina.page.mouse.dblclick(800, 300);
  const field = amina.page.getByRole("textbox", { name: "Text of the card" });
  await field.waitFor();
  // in one piece, as a paste is
  await amina.page.keyboard.insertText("Five ms later");
  // the card and its words: said of what the device has confirmed, and of nothing else
  await amina.status(/^Offline, 2 changes kept on this device$/);
  // what is done in the last moment may be taken or not; it takes nothing else along
  await field.press("!");
  await amina.page.waitForTimeout(5);
  await amina.page.close({ runBeforeUnload: false });

  await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  const page = await amina.context.newPage();
  await page.goto(`${first.url}/b/${board.id}`);
  await page.getByRole("article", { name: "Five ms later" }).waitFor();
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  await yann.card("Five ms later").waitFor();
});

it("[R1] never says saved while the server's disk is held up, whatever is done meanwhile", async () => {
  const held = holdStore();
  const server = await startServer({ wrapStore: held.wrap, client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Before", { x: 500, y: 300 });
  await amina.saved();
  const release = held.hold("append");
  await writeCard(amina, "Held up", { x: 800, y: 300 });
  const seen = new Set<string>();
  const stop = Date.now() + 11_500;
  while (Date.now() < stop) {
    seen.add(await statusOf(amina));
    await amina.page.mouse.move(400, 500);
  }
  expect([...seen]).toEqual(["Saving…", "Not saved yet"]);
  release();
  await amina.saved();
});

it("[R42] while the server's disk refuses, a banner says where changes are, and they are saved once it takes them", async () => {
  const held = holdStore();
  const server = await startServer({ wrapStore: held.wrap, client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Before", { x: 500, y: 300 });
  await amina.saved();
  held.fail(board.id);
  await writeCard(amina, "On a full disk", { x: 800, y: 300 });
  await amina.page.getByText(/The server can’t keep changes at present. Yours are kept on this device/).waitFor();
  expect(await statusOf(amina)).toBe("Not saved yet");
  held.fail();
  await amina.saved();
  expect(await amina.page.getByText(/The server can’t keep changes/).count()).toBe(0);
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  await yann.card("On a full disk").waitFor();
});

it("[R42] without IndexedDB the board opens, says that changes are on the page only, and brings them when the server is back", async () => {
  const folder = await openFolder();
  const first = await runServer({ DATA_DIR: folder });
  const board = await openBoard(first);
  const amina = await browser.person();
  await amina.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Seen", { x: 500, y: 300 });
  await amina.saved();
  first.kill("SIGKILL");
  await first.ended;
  await amina.status(/^Offline/);
  await writeCard(amina, "On the page", { x: 800, y: 300 });
  await amina.status(/^Offline, 2 changes on this page only/);
  await amina.page.getByText("don’t close it").waitFor();
  await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  await amina.saved();
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  await yann.card("On the page").waitFor();
  // while the server is away nothing can be loaded: the browser has many words for that, and they say nothing of the page
  expect(amina.complaints.filter((said) => !/WebSocket|net::ERR_/.test(said))).toEqual([]);
});

it("[R42] an IndexedDB that never answers holds the board up for a moment only", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.addInitScript(() => {
    // a request that nobody answers
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor({ timeout: 8_000 });
});

it("[R42] a copy on the device that can't be read holds the board up for a moment only, and is made anew", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Before", { x: 500, y: 300 });
  await amina.saved();
  const spoilt = await amina.page.evaluate<number>(`(async () => {
    let spoilt = 0;
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      if (db.objectStoreNames.contains("updates")) {
        const transaction = db.transaction(["updates"], "readwrite");
        transaction.objectStore("updates").add(new Uint8Array([9, 9, 200, 255, 1, 2, 3]));
        await new Promise((resolve) => (transaction.oncomplete = resolve));
        spoilt += 1;
      }
      db.close();
    }
    return spoilt;
  })()`);
  expect(spoilt).toBe(1);
  await amina.page.reload();
  await amina.card("Before").waitFor({ timeout: 8_000 });
  await writeCard(amina, "After", { x: 800, y: 300 });
  await amina.saved();
  // the page keeps its files once one has looked at it for a while
  await amina.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.close();
  // now only the copy can have it
  await amina.page.reload();
  await amina.card("Before").waitFor();
  await amina.card("After").waitFor();
  const left = await amina.page.evaluate<number>(`(async () => {
    let left = 0;
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      if (db.objectStoreNames.contains("updates")) {
        const all = db.transaction(["updates"]).objectStore("updates").getAll();
        await new Promise((resolve) => (all.onsuccess = resolve));
        left += all.result.filter((update) => String(update) === "9,9,200,255,1,2,3").length;
      }
      db.close();
    }
    return left;
  })()`);
  expect(left).toBe(0);
});

it("[R42] forgetting a board on the home page removes what the device keeps of it", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Private", { x: 500, y: 300 });
  await amina.saved();
  const kept = () =>
    amina.page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== "palabre"),
    );
  expect(await kept()).toHaveLength(1);
  // another page of the device has the board open all the while
  const beside = await amina.context.newPage();
  await beside.goto(board.links.participant);
  await beside.getByRole("article", { name: "Private" }).waitFor();
  await amina.page.goto(`${server.url}/`);
  await amina.page.getByRole("button", { name: /^More about/ }).click();
  await amina.page.getByRole("menuitem", { name: "Remove from this device" }).click();
  await beside.getByText("This device is not let in any more").waitFor({ timeout: 30_000 });
  await beside.goto("about:blank");
  await until(async () => (await kept()).length === 0, "the copy to be gone", 20_000);
  const named = await amina.page.evaluate(
    (id) => Object.keys(localStorage).filter((key) => key.includes(id)),
    board.id,
  );
  expect(named).toEqual([]);
});

it("[R42] where the device's storage is full, what is made offline is said to be on the page only, and arrives", async () => {
  const folder = await openFolder();
  const first = await runServer({ DATA_DIR: folder });
  const board = await openBoard(first);
  const amina = await browser.person();
  await amina.page.addInitScript(() => {
    const full = (): never => {
      throw new DOMException("the disk is full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.add = full;
    IDBObjectStore.prototype.put = full;
  });
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Seen", { x: 500, y: 300 });
  await amina.saved();
  first.kill("SIGKILL");
  await first.ended;
  await amina.status(/^Offline/);
  await writeCard(amina, "On the page", { x: 800, y: 300 });
  await amina.status(/^Offline, 2 changes on this page only/);
  expect(await asksBeforeLeaving(amina)).toBe(true);
  await runServer({ DATA_DIR: folder, PORT: String(first.port) });
  await amina.saved();
  const yann = await browser.person();
  await yann.page.goto(board.links.viewer);
  await yann.card("On the page").waitFor();
});

it("[R42] a laptop that sleeps for an hour brings what was made before, and shows what others made meanwhile", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const line = await openProxy(server.port);
  const [amina, yann] = [await browser.person(), await browser.person()];
  await amina.page.clock.install();
  await amina.page.goto(board.links.participant.replace(server.url, line.url));
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  await yann.page.goto(board.links.participant);
  await yann.page.getByText("Nothing under the tree yet").waitFor();
  await writeCard(amina, "Before", { x: 500, y: 300 });
  await amina.saved();
  // the lid is shut on what has not gone out: neither side is told
  line.turn("mute");
  await writeCard(amina, "As the lid is shut", { x: 800, y: 300 });
  const lid = await amina.context.newCDPSession(amina.page);
  await lid.send("Page.setWebLifecycleState", { state: "frozen" });
  line.cut();
  await writeCard(yann, "Meanwhile", { x: 500, y: 600 });
  await yann.saved();
  line.turn("good");
  await lid.send("Page.setWebLifecycleState", { state: "active" });
  await amina.page.clock.fastForward("01:00:00");
  await amina.card("Meanwhile").waitFor({ timeout: 30_000 });
  await yann.card("As the lid is shut").waitFor({ timeout: 30_000 });
  await amina.saved();
});

it("[R95] what is said to be kept is on the device's disk, and the browser is asked once to keep it for long", async () => {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const amina = await browser.person();
  await amina.page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      const isOfActs = this.name === "palabre" && Array.isArray(names) && names.length === 1 && names[0] === "acts";
      if (isOfActs) asked.push(options?.durability ?? "default");
      return begin.call(this, names, mode, options);
    };
    StorageManager.prototype.persist = () => {
      asked.push("persist");
      return Promise.resolve(true);
    };
  });
  await amina.page.goto(board.links.participant);
  await amina.page.getByText("Nothing under the tree yet").waitFor();
  const asked = () => amina.page.evaluate<string[]>("asked");
  expect(await asked()).not.toContain("persist");
  await writeCard(amina, "On disk", { x: 500, y: 300 });
  await amina.saved();
  await until(async () => (await asked()).includes("relaxed"), "what was saved to be removed");
  expect((await asked()).filter((what) => what === "persist")).toEqual(["persist"]);
  expect((await asked()).filter((what) => what === "strict").length).toBeGreaterThan("On disk".length - 1);
});
