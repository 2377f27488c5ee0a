import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS, newCardId, newPersonId } from "../terms/index.ts";
import { inspectUpdate } from "./admission.ts";
import { scanUpdate } from "./admissionScan.ts";
import { createBoardDoc, encodeDoc, stateVectorOf, type BoardDoc } from "./doc.ts";
import { applyEdits } from "./edit.ts";

const by = newPersonId();
const judged = (doc: BoardDoc, update: Uint8Array) => {
  const inspection = inspectUpdate(doc, update, { by, maxBytes: 4_000_000 });
  return inspection.ok ? "ok" : inspection.reason;
};
const CLIENT = 7;
/** An update by hand: structs of one client from its first clock on, and ranges of clocks to delete. */
const update = (
  structs: readonly ((encoder: encoding.Encoder) => void)[],
  deletes: readonly (readonly [client: number, clock: number, length: number])[] = [],
) =>
  encoding.encode((encoder) => {
    const write = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
    if (structs.length === 0) write(0);
    else write(1, structs.length, CLIENT, 0);
    for (const struct of structs) struct(encoder);
    if (deletes.length === 0) return write(0);
    write(1, deletes[0]![0], deletes.length);
    for (const [, clock, length] of deletes) write(clock, length);
  });
type Id = readonly [client: number, clock: number];
/** One letter between two others. */
const letter = (left: Id, right?: Id) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 0x80 | (right ? 0x40 : 0) | 4);
  for (const number of [...left, ...(right ?? [])]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, "a");
};
const many = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));

function boardWithText() {
  const doc = createBoardDoc();
  const card = newCardId();
  const text = "x".repeat(LIMITS.textLength - 2_000);
  applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [0, 0], text, at: 1, by }]);
  const letters = doc.getMap<Y.Text>("text").get(card)?._start?.id;
  if (!letters) throw new Error("the card has no letters");
  return { doc, card, at: (index: number): Id => [letters.client, letters.clock + index] };
}

describe("the cost of an update", () => {
  it("[R26] what would make Yjs search or shift for long is refused before it is applied", () => {
    const { doc, at } = boardWithText();
    const few = 20;
    const manyMore = 8_500;
    const cases: Readonly<Record<string, (count: number) => Uint8Array>> = {
      // each is looked for past all that came before it
      "one gap that never closes": (count) => update(many(count, (index) => letter(at(5), at(7 + index)))),
      "places without an end": (count) => update(many(count, (index) => letter(at(count + 5 - index)))),
      "one key from its beginning": (count) =>
        update(
          many(count, () => (encoder) => {
            encoding.writeUint8(encoder, 0x20 | 8);
            encoding.writeVarUint(encoder, 1);
            encoding.writeVarString(encoder, "attributes");
            encoding.writeVarString(encoder, `${[...doc.getMap("cards").keys()][0]}/colour`);
            encoding.writeVarUint(encoder, 1);
            encoding.writeAny(encoder, "red");
          }),
        ),
      // Yjs would take a minute for a hundred thousand of these
      "every other letter": (count) => {
        const all = many(count, (index) => [at(0)[0], at(2 * index)[1], 1] as const);
        return update([], all.toReversed());
      },
    };
    for (const [what, make] of Object.entries(cases)) {
      expect(judged(doc, make(few)), what).toBe("ok");
      expect(judged(doc, make(manyMore)), what).toBe("too-heavy");
    }
  });

  it("[R26] too many structs, deletions, values or clients are refused before they are decoded", () => {
    const { doc, card } = boardWithText();
    const gone = (encoder: encoding.Encoder) => {
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    };
    expect(judged(doc, update(many(20_000, () => gone)))).toBe("too-heavy");
    expect(
      judged(
        doc,
        update(
          [],
          many(400_000, () => [doc.clientID, 0, 1] as const),
        ),
      ),
    ).toBe("too-heavy");
    const values = createBoardDoc();
    Y.applyUpdate(values, encodeDoc(doc));
    const before = stateVectorOf(values);
    // each of them is small enough
    for (let count = 0; count < 60; count += 1) {
      values.getMap("attributes").set(
        `${card}/n${count}`,
        many(8_000, () => ({})),
      );
    }
    expect(judged(doc, encodeDoc(values, before))).toBe("too-heavy");
    const clients = many(61, (client) => {
      const copy = createBoardDoc();
      copy.clientID = 100 + client;
      Y.applyUpdate(copy, encodeDoc(doc));
      const known = stateVectorOf(copy);
      copy.getMap("attributes").set(`${card}/n${client}`, 1);
      return encodeDoc(copy, known);
    });
    expect(judged(doc, Y.mergeUpdates(clients.slice(1)))).toBe("ok");
    expect(judged(doc, Y.mergeUpdates(clients))).toBe("too-heavy");
  });

  it("[R23] a long evening offline in a text that others wrote in meanwhile is let in, and so are a thousand cards at once", () => {
    const { doc, card } = boardWithText();
    const away = createBoardDoc();
    Y.applyUpdate(away, encodeDoc(doc));
    const write = (copy: BoardDoc, step: number, letters: string) => {
      const text = copy.getMap<Y.Text>("text").get(card);
      for (let edit = 0; edit < 400; edit += 1) {
        const at = (edit * step) % (text?.length ?? 1);
        text?.insert(at, letters);
        if (edit % 3 === 0) text?.delete((at + 7) % text.length, 1);
      }
    };
    write(away, 23, "ab");
    write(doc, 17, "cd");
    expect(judged(doc, encodeDoc(away, stateVectorOf(doc)))).toBe("ok");
    const import1000 = createBoardDoc();
    applyEdits(
      import1000,
      many(1_000, (index) => ({
        type: "addCard",
        id: newCardId(),
        kind: "quote",
        position: [index, index],
        text: "word for word",
        attributes: { level: "group", tags: ["a", "b"], source: "the forum" },
        at: 1,
        by,
      })),
    );
    expect(judged(doc, encodeDoc(import1000))).toBe("ok");
    // and to hear a whole large board again, which is left out
    const large = createBoardDoc();
    Y.applyUpdate(large, encodeDoc(import1000));
    expect(judged(large, encodeDoc(import1000))).toBe("ok");
  });

  it("[R26] what an update weighs is known from its bytes, before it is decoded", () => {
    const { doc, card } = boardWithText();
    doc.getMap("position").set(card, [1, 1]);
    expect(scanUpdate(encodeDoc(doc))).toMatchObject({ ok: true, structs: 5, values: 7, deleteRanges: 1 });
    expect(scanUpdate(Uint8Array.of(1, 2, 3))).toEqual({ ok: false, reason: "damaged" });
  });
});
