import { newCardId, type CardId, type Pair } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { textIn } from "../../i18n/index.ts";
import { connectAlone, someoneOn } from "../../state/alone.ts";
import { boardStateOver, type BoardState } from "../../state/index.ts";
import type { ActionContext } from "../action.ts";
import { boxOf } from "../box.ts";
import { takeImages } from "./takeImages.ts";

const text = await textIn("en", "en-GB");

/** What was sent and has no answer yet. */
let held: (() => void)[] = [];
/** A server that keeps images once it is let. */
class HeldRequest extends EventTarget {
  readonly upload = new EventTarget();
  readonly status = 201;
  readonly responseText = JSON.stringify({ file: `${"a".repeat(64)}.gif`, width: 200, height: 100 });
  open(): void {}
  setRequestHeader(): void {}
  send(): void {
    held.push(() => this.dispatchEvent(new Event("load")));
  }
}
beforeEach(() => {
  vi.stubGlobal("XMLHttpRequest", HeldRequest);
  vi.stubGlobal("document", { baseURI: "http://localhost/" });
});
afterEach(() => vi.unstubAllGlobals());

/** Takes images of this size, and lets this happen while the last of them is under way. */
async function taken(board: BoardState, n: number, at: Pair | undefined, meanwhile: () => void) {
  held = [];
  const context: ActionContext = { board, view: undefined, text, toast: () => {}, announce: () => {} };
  const files = Array.from({ length: n }, () => new File(["GIF89a"], "market.gif", { type: "image/gif" }));
  const taking = takeImages(context, files, at);
  for (let sent = 1; sent <= n; sent += 1) {
    await vi.waitFor(() => expect(held).toHaveLength(sent));
    if (sent === n) meanwhile();
    held[sent - 1]?.();
  }
  return (await taking).map((id) => board.card(id) ?? expect.fail("the image is not there"));
}
/** A board of one person with a frame about the middle. */
function openFramed() {
  const board = boardStateOver(connectAlone(), someoneOn());
  const position: Pair = [-500, -500];
  const frame = board.commands.addCard({ kind: "frame", position, attributes: { size: [1_000, 1_000] }, text: "F" });
  return { board, frame: frame ?? expect.fail("the frame was refused") };
}
const framesOf = (cards: readonly { readonly attributes: { readonly frame?: CardId | undefined } }[]) =>
  cards.map(({ attributes }) => attributes.frame);

describe("images that are sent", () => {
  it("[B158] lie in the frame that holds their middle once they are there", async () => {
    const { board, frame } = openFramed();
    expect(framesOf(await taken(board, 2, [0, 0], () => {}))).toEqual([frame, frame]);
    const moved = await taken(board, 2, [0, 0], () => board.commands.moveCards([frame], [5_000, 0]));
    expect(framesOf(moved)).toEqual([undefined, undefined]);
    const back = await taken(board, 1, [0, 0], () => board.commands.moveCards([frame], [-5_000, 0]));
    expect(framesOf(back)).toEqual([frame]);
    const gone = await taken(board, 1, [0, 0], () => board.commands.trash([frame]));
    expect(framesOf(gone)).toEqual([undefined]);
  });

  it("[B158] lie over nothing that was written meanwhile", async () => {
    const { board } = openFramed();
    let written: CardId | undefined;
    const [image] = await taken(board, 1, undefined, () => {
      written = board.commands.addCard({ kind: "note", position: [-80, -40], text: "meanwhile" });
    });
    const note = boxOf(board.card(written ?? newCardId()) ?? expect.fail("the note was refused"));
    const box = boxOf(image ?? expect.fail("no image"));
    const isBeside = box.x >= note.x + note.width || box.x + box.width <= note.x;
    expect(isBeside || box.y >= note.y + note.height || box.y + box.height <= note.y).toBe(true);
  });
});
