import * as encoding from "lib0/encoding";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { newCardId, newPersonId } from "../terms/index.ts";
import { inspectUpdate } from "./admission.ts";
import { applyInspected } from "./admissionApply.ts";
import { createBoardDoc, encodeDoc, stateVectorOf, type BoardDoc } from "./doc.ts";
import { applyEdits } from "./edit.ts";

const by = newPersonId();
type Id = readonly [client: number, clock: number];
const takeIn = (server: BoardDoc, update: Uint8Array): string => {
  const inspection = inspectUpdate(server, update, { by, maxBytes: 4_000_000 });
  return inspection.ok ? applyInspected(server, inspection).outcome : inspection.reason;
};

interface Copy {
  readonly doc: BoardDoc;
  readonly undo: Y.UndoManager;
  readonly text: Y.Text;
  /** what was written and not sent: nothing of it is lost, as long as its updates are sent in order */
  readonly unsent: Uint8Array[];
}

function openCopy(board: BoardDoc, card: string, client: number): Copy {
  const doc = createBoardDoc();
  doc.clientID = client;
  Y.applyUpdate(doc, encodeDoc(board));
  const text = doc.getMap<Y.Text>("text").get(card);
  if (!text) throw new Error("the card has no text");
  const unsent: Uint8Array[] = [];
  const undo = new Y.UndoManager(text, { captureTimeout: 0 });
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "server") unsent.push(update);
  });
  return { doc, undo, text, unsent };
}

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom("type", "type", "type", "typeOn", "delete", "undo", "redo", "send", "sync", "hear", "set"),
  at: fc.nat(1_000),
  length: fc.integer({ min: 1, max: 3 }),
});

/** Three copies that write in one text, apart for as long as it pleases them. @returns what came of each thing that the server was sent */
function play(steps: readonly { who: number; what: string; at: number; length: number }[]): string[] {
  const server = createBoardDoc();
  const card = newCardId();
  applyEdits(server, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: "palabre", at: 1, by }]);
  // the order of client ids decides who stands first
  const copies = [3, 1, 2].map((client) => openCopy(server, card, client));
  const outcomes: string[] = [];
  const send = ({ doc, unsent }: Copy, isWhole: boolean) => {
    const updates = isWhole ? [encodeDoc(doc, stateVectorOf(server))] : unsent;
    outcomes.push(...updates.map((update) => takeIn(server, update)));
    unsent.length = 0;
  };
  for (const { who, what, at, length } of steps) {
    const copy = copies[who]!;
    const place = at % (copy.text.length + 1);
    if (what === "type") copy.text.insert(place, "abc".slice(0, length));
    else if (what === "typeOn") copy.text.insert(copy.text.length, "x");
    else if (what === "delete") copy.text.delete(place, Math.min(length, copy.text.length - place));
    else if (what === "undo") copy.undo.undo();
    else if (what === "redo") copy.undo.redo();
    else if (what === "set") copy.doc.getMap("attributes").set(`${card}/colour`, "rose");
    else if (what === "send") send(copy, false);
    else if (what === "sync") send(copy, true);
    if (what === "hear" || what === "sync") {
      Y.applyUpdate(copy.doc, encodeDoc(server, stateVectorOf(copy.doc)), "server");
    }
  }
  for (const copy of copies) send(copy, true);
  for (const copy of copies) Y.applyUpdate(copy.doc, encodeDoc(server, stateVectorOf(copy.doc)), "server");
  for (const { text } of copies) expect(String(text)).toBe(String(server.getMap("text").get(card)));
  return outcomes;
}

describe("the place of what is written", () => {
  it("[R73] what copies write apart, undo and do again is where copies put it, however late it comes", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 120 }), (steps) => {
        for (const outcome of play(steps)) expect(["changed", "same"]).toContain(outcome);
      }),
      { numRuns: 100 },
    );
  });

  it("[R73] what no copy could have put there is refused: past its own letters, or past what it must have seen", () => {
    const server = createBoardDoc();
    server.clientID = 5;
    const card = newCardId();
    applyEdits(server, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text: "palabre", at: 1, by }]);
    const first = server.getMap<Y.Text>("text").get(card)?._start?.id.clock ?? 0;
    const typed = (
      client: number,
      clock: number,
      ...places: readonly (readonly [left?: Id | undefined, right?: Id])[]
    ) =>
      encoding.encode((encoder) => {
        const write = (...numbers: readonly number[]) => {
          for (const number of numbers) encoding.writeVarUint(encoder, number);
        };
        write(1, places.length, client, clock);
        for (const [left, right] of places) {
          encoding.writeUint8(encoder, (left ? 0x80 : 0) | (right ? 0x40 : 0) | 4);
          write(...(left ?? []), ...(right ?? []));
          encoding.writeVarString(encoder, "x");
        }
        write(0);
      });
    const at = (index: number): Id => [5, first + index];
    // each on its own: before the word, within it, behind it
    for (const place of [[undefined, at(0)], [at(2), at(3)], [at(6)]] as const) {
      expect(inspectUpdate(server, typed(7, 0, place), { by, maxBytes: 100 })).toMatchObject({ ok: true });
    }
    // who names the fourth letter has the first three
    expect(takeIn(server, typed(7, 0, [undefined, at(3)]))).toBe("damaged");
    expect(takeIn(server, typed(7, 0, [at(1), at(5)]))).toBe("damaged");
    expect(takeIn(server, typed(7, 0, [at(5), at(1)]))).toBe("damaged");
    // past what the same update puts there
    expect(takeIn(server, typed(7, 0, [at(2), at(3)], [at(2), [7, 0]], [at(2), [7, 0]]))).toBe("damaged");
    expect(takeIn(server, typed(7, 0, [at(2), at(3)], [at(2), [7, 0]], [at(2), [7, 1]]))).toBe("changed");
    expect(takeIn(server, typed(7, 3, [at(3), at(4)], [at(3), at(4)]))).toBe("damaged");
    expect(takeIn(server, typed(7, 3, [at(6)], [at(6)]))).toBe("damaged");
    // past what it put there before
    expect(takeIn(server, typed(7, 3, [at(2), at(3)]))).toBe("damaged");
    expect(takeIn(server, typed(7, 3, [[7, 0], at(3)]))).toBe("changed");
    // who was away does not know of all that
    expect(takeIn(server, typed(8, 0, [at(2), at(3)]))).toBe("changed");
    expect(takeIn(server, typed(9, 0, [at(2), at(3)], [at(2), [9, 0]]))).toBe("changed");
  });
});
