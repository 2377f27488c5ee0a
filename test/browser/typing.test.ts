import { expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { connect, openBoard, saved, synced } from "../helpers/client.ts";
import { openBrowser, type Person } from "../helpers/people.ts";
import { picture } from "../helpers/picture.ts";
import { seeded } from "../helpers/seeded.ts";
import { startServer } from "../helpers/startServer.ts";
import { openProxy } from "../helpers/tcpProxy.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
/** How long the two type; `TYPING_MS=30000` for the long run. */
const TYPING_MS = Number(process.env["TYPING_MS"] ?? 8_000);

const fieldOf = ({ page }: Person) => page.getByRole("textbox", { name: "Text of the card" });
const textOf = (person: Person) => fieldOf(person).inputValue();
const caretOf = (person: Person) =>
  fieldOf(person).evaluate((field) => (field instanceof HTMLTextAreaElement ? field.selectionEnd : -1));

/** A board with one card, open in it for typing on two screens, each with a line of its own to the server. */
async function openTwo() {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Robot");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  addNote(maker.doc, "Palabre");
  await saved(maker, 1);
  const open = async () => {
    const line = await openProxy(server.port);
    const person = await browser.person();
    await person.page.goto(board.links.participant.replace(server.url, line.url));
    await person.card("Palabre").dblclick();
    await fieldOf(person).waitFor();
    return { person, line };
  };
  return [await open(), await open()] as const;
}

it("[B77] two who write in one card see each other's caret, with its name, where it stands", async () => {
  const [{ person: amina }, { person: yann }] = await openTwo();
  await fieldOf(amina).press("Home");
  await fieldOf(yann).press("End");
  const caret = (on: Person) => on.page.locator("[data-caret]");
  const stands = async (on: Person, name: string, at: number) =>
    until(async () => (await caret(on).getAttribute("data-caret-at")) === String(at), `${name}'s caret at ${at}`);
  await stands(yann, "Amina", 0);
  await stands(amina, "Yann", 7);
  await fieldOf(amina).pressSequentially("Our ");
  await stands(amina, "Yann", 11);
  await stands(yann, "Amina", 4);
  await fieldOf(yann).press("Shift+ArrowLeft");
  await stands(amina, "Yann", 11);
  await picture(amina, "carets", [[1440, 900]]);
  await fieldOf(yann).press("Escape");
  await caret(amina).waitFor({ state: "detached" });
  expect([...amina.complaints, ...yann.complaints]).toEqual([]);
});

it(
  "[B12] two type in one card at random while their lines are cut: the same text, no letter lost, carets where they belong",
  async () => {
    const both = await openTwo();
    const random = seeded(Number(process.env["SEED"] ?? Date.now() % 100_000));
    const typed = ["", ""];
    const end = Date.now() + TYPING_MS;
    const type = async (i: 0 | 1) => {
      const { person, line } = both[i];
      const letters = i === 0 ? "abcdefé" : "0123456789";
      while (Date.now() < end) {
        const turn = random.integer(12);
        if (turn === 0) line.cut();
        if (turn < 4)
          await person.page.keyboard.press(
            random.pick(["Home", "End", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]),
          );
        const word = Array.from({ length: 1 + random.integer(4) }, () => random.pick(Array.from(letters))).join("");
        await person.page.keyboard.type(word, { delay: random.integer(30) });
        typed[i] += word;
      }
    };
    await Promise.all([type(0), type(1)]);
    const [{ person: amina }, { person: yann }] = both;
    await until(async () => (await textOf(amina)) === (await textOf(yann)), "the same text on both screens", 30_000);
    const sorted = (text: string) => Array.from(text).toSorted().join("");
    expect(sorted(await textOf(amina))).toBe(sorted(`Palabre${typed.join("")}`));
    // nobody was thrown out of the field, and each sees the other where they are
    for (const [on, of, name] of [
      [amina, yann, "Yann"],
      [yann, amina, "Amina"],
    ] as const) {
      await expect.poll(() => fieldOf(on).evaluate((field) => field === document.activeElement)).toBe(true);
      await until(
        async () => (await on.page.locator("[data-caret]").getAttribute("data-caret-at")) === String(await caretOf(of)),
        `${name}'s caret where ${name} is`,
        30_000,
      );
    }
  },
  TYPING_MS + 90_000,
);
