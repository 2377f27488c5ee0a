import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyEdits } from "@palabre/shared/documents";
import type { CardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { BUILT_CLIENT } from "../helpers/builtClient.ts";
import { ask, connect, openBoard, saved, synced } from "../helpers/client.ts";
import { drawMap, type DrawnCard, type DrawnLink } from "../helpers/mapBoard.ts";
import { openBrowser } from "../helpers/people.ts";
import { startServer } from "../helpers/startServer.ts";
import { readAloud } from "../helpers/transcript.ts";
import { until } from "../helpers/until.ts";

const browser = openBrowser();
const folder = join(import.meta.dirname, "transcripts");

const FRAMES = ["What people expect", "What helps or hinders", "What we may do"] as const;
const KINDS = ["expectation", "factor", "strategy", "quote", "note"] as const;
const WORDS = [
  [
    "Fast answers\nWithin a week, whoever asks",
    "Trust",
    "Open two evenings",
    "I waited three weeks",
    "Ask the town hall",
  ],
  ["A place that is warm", "Volunteers", "Train ten repairers", "They fixed my radio", "Keys of the room"],
  ["Repairs that last", "Opening hours", "Diagnose online", "Nobody answered", "Next meeting"],
  ["Somebody to talk to", "Noise", "A shared calendar", "I learned to solder", "Budget"],
  ["A clear website", "Spare parts", "Buy parts together", "The site is out of date", "Who has a van"],
  ["Room for children", "Light", "A corner for children", "My son came along", "Toys"],
  [
    "Less waste",
    "Waiting time",
    "Tell what was saved",
    "I threw nothing away",
    "Weigh what is kept\nOn the scales by the door",
  ],
  ["To be heard", "Meetings", "A short round of words", "I did not dare to speak", "Talking stick"],
  ["To learn", "Know-how", "Repair in pairs", "She showed me how", "Soldering irons"],
] as const;
/** No two of one card alike in strength: which is told first is then the same on each run. */
const LINKS: readonly DrawnLink[] = [
  [4, 3, "+3"],
  [9, 3, "+1"],
  [9, 14, "-2d"],
  [14, 9, "+1"],
  [5, 9, "+3"],
  [10, 9, "+2d"],
  [19, 4, "-1"],
  [34, 3, "-2"],
  [25, 24, "+2"],
  [45, 13, "+1"],
];

/** Fifty cards: three frames of nine, the rest outside them, two that lie in the middle of a loop; the same on each run but for ids and hours. */
async function openFifty(language: "en" | "fr") {
  const server = await startServer({ client: BUILT_CLIENT });
  const board = await openBoard(server, { title: "Repair café", language });
  const { session } = await board.join("facilitator", "Awa");
  const maker = connect(server, board.id, session, "board");
  await synced(maker);
  const cards: DrawnCard[] = [
    ...FRAMES.map((title): DrawnCard => [title, "frame"]),
    ...WORDS.flatMap((row) => row.map((title, at): DrawnCard => [title, KINDS[at]!])),
    ["Without a frame", "factor"],
    ["", "note"],
  ];
  const ids = drawMap(maker.doc, cards, LINKS);
  const frameOf = (at: number): CardId | undefined => ids[[0, 1, 2, 2, undefined][(at - 3) % 5] ?? -1];
  applyEdits(maker.doc, [
    // three frames side by side, each with its kind of card from top to bottom
    { type: "moveCards", moves: ids.slice(0, 3).map((card, at) => ({ card, to: [at * 900, 0] as const })) },
    ...ids.slice(0, 3).map((on) => ({ type: "setAttributes" as const, on, values: { size: [800, 1800] as const } })),
    {
      type: "moveCards",
      moves: ids.slice(3).map((card, at) => ({
        card,
        to: [[40, 940, 1840, 2180, 2800][at % 5]!, 80 + Math.floor(at / 5) * 180] as const,
      })),
    },
    ...ids.slice(3, 48).flatMap((on, at) => {
      const frame = frameOf(at + 3);
      return frame === undefined ? [] : [{ type: "setAttributes" as const, on, values: { frame } }];
    }),
  ]);
  await saved(maker, 1);
  const decided = await ask(server, "PUT", `/api/boards/${board.id}/decisions/${ids[5]}`, {
    session,
    body: { outcome: "decided", rule: "consent", for: ["people work by day"], against: [], owner: "Awa" },
  });
  expect(decided.status).toBe(200);
  return board;
}

it.each(["en", "fr"] as const)("[E3] a board of fifty cards reads as its transcript does, in %s", async (language) => {
  const board = await openFifty(language);
  const person = await browser.person({ language });
  const { page } = person;
  await page.addInitScript(() => localStorage.setItem("palabre.name", "Odile"));
  await page.goto(board.links.participant);
  await person.card("Fast answers").waitFor();
  await person.saved().catch(() => undefined);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Shift+1");
  await until(async () => (await page.getByRole("article").count()) === 47, "all cards");
  const named = page.getByRole("application").locator("[aria-owns]");
  await until(async () => (await named.count()) === 50 + LINKS.length, "all in their order");
  let last = "";
  // figures come in from the server one after the other
  const canvas = await until(async () => {
    const now = (await readAloud(person)).join("\n");
    const isSettled = now === last;
    last = now;
    return isSettled ? now : undefined;
  }, "the board to be at rest");
  await page.keyboard.press("o");
  await page.getByRole("dialog").waitFor();
  const twin = (await readAloud(person)).join("\n");
  const transcript = `# A board of fifty cards, read aloud (${language})\n\n## Canvas\n\n${canvas}\n\n## Twin\n\n${twin}\n`;
  const file = join(folder, `board50.${language}.md`);
  if (process.env["TRANSCRIPT"] === "write") {
    await mkdir(folder, { recursive: true });
    await writeFile(file, transcript);
  }
  expect(transcript).toBe(await readFile(file, "utf8"));
});
