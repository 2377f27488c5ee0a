import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS, newCardId, newPersonId } from "../terms/index.ts";
import { inspectUpdate } from "./admission.ts";
import { applyInspected } from "./admissionApply.ts";
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
const letter = (left: Id | undefined, right?: Id) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, (left ? 0x80 : 0) | (right ? 0x40 : 0) | 4);
  for (const number of [...(left ?? []), ...(right ?? [])]) encoding.writeVarUint(encoder, number);
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
      "places without an end": (count) => update(many(count, (index) => letter(at(count + 5 - index)))),
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

  it("[R26] who writes before all letters, each time before one more that came late, is looked for past the rest", () => {
    const { doc, card } = boardWithText();
    const text = doc.getMap<Y.Text>("text").get(card);
    const first = Y.getState(doc.store, doc.clientID);
    for (let count = 0; count < 1_000; count += 1) text?.insert(0, "z");
    const late = (count: number) => update(many(count, (index) => letter(undefined, [doc.clientID, first + index])));
    expect(judged(doc, late(20))).toBe("ok");
    expect(judged(doc, late(1_000))).toBe("too-heavy");
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

  it("[R74] what is told of long texts that an update touches is part of what it costs", async () => {
    const { doc, card } = boardWithText();
    const text = doc.getMap<Y.Text>("text").get(card);
    const typed = async () => {
      const copy = createBoardDoc();
      Y.applyUpdate(copy, encodeDoc(doc));
      const sent = new Promise<Uint8Array>((resolve) => copy.once("update", resolve));
      copy.getMap<Y.Text>("text").get(card)?.insert(7, "y");
      const inspection = inspectUpdate(doc, await sent, { by, maxBytes: 1_000 });
      if (!inspection.ok) throw new Error(inspection.reason);
      applyInspected(doc, inspection);
      return inspection.costMs;
    };
    expect(await typed()).toBeLessThan(0.03);
    doc.transact(() => {
      for (let at = 8_000; at > 0; at -= 1) text?.delete(2 * at, 1);
    });
    await typed();
    expect(await typed()).toBeGreaterThan(1.5);
  });

  it("[R75] a step 2 is never too heavy for what is deleted already, however much that is", () => {
    const doc = createBoardDoc();
    const cards = many(20, () => newCardId());
    for (const id of cards) {
      const text = "x".repeat(LIMITS.textLength);
      applyEdits(doc, [{ type: "addCard", id, kind: "note", position: [0, 0], text, at: 1, by }]);
    }
    const ranges = cards.flatMap((id) => {
      const first = doc.getMap<Y.Text>("text").get(id)?._start?.id.clock ?? 0;
      return many(LIMITS.textLength / 2, (index) => [doc.clientID, first + 2 * index, 1] as const);
    });
    Y.applyUpdate(doc, update([], ranges));
    const copy = createBoardDoc();
    Y.applyUpdate(copy, encodeDoc(doc));
    applyEdits(copy, [{ type: "moveCards", moves: [{ card: cards[0]!, to: [5, 5] }] }]);
    const step2 = encodeDoc(copy, stateVectorOf(doc));
    expect(scanUpdate(step2)).toMatchObject({ deleteRanges: 200_001 });
    const inspection = inspectUpdate(doc, step2, { by, maxBytes: 4_000_000 });
    expect(inspection).toMatchObject({ ok: true, deeds: [{ type: "move", on: cards[0] }] });
    if (!inspection.ok) return;
    expect(inspection.update.length).toBeLessThan(100);
    applyInspected(doc, inspection);
    expect(encodeDoc(doc).length).toBe(encodeDoc(copy).length);
    // what is still to be deleted weighs as ever
    const [first] = ranges[0] ? [ranges[0][1]] : [];
    const alive = many(9_000, (index) => [doc.clientID, (first ?? 0) + 2 * index + 1, 1] as const);
    expect(inspectUpdate(doc, update([], alive), { by, maxBytes: 4_000_000 })).toMatchObject({ ok: true });
    expect(
      judged(
        doc,
        update(
          [],
          [...ranges, ...alive.slice(0, 9)].toSorted((a, b) => a[1] - b[1]),
        ),
      ),
    ).toBe("ok");
  });

  it("[R76] sections that hold nothing, and those of more clients than anybody knows, are refused unread", () => {
    const doc = createBoardDoc();
    const sections = (count: number, struct: readonly number[]) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, count);
        for (let client = 0; client < count; client += 1) {
          for (const number of [struct.length > 0 ? 1 : 0, client, 0, ...struct])
            encoding.writeVarUint(encoder, number);
        }
        encoding.writeVarUint(encoder, 0);
      });
    const emptyDeletes = (count: number) =>
      encoding.encode((encoder) => {
        for (const number of [0, count, ...many(count, (client) => [client, 0]).flat()])
          encoding.writeVarUint(encoder, number);
      });
    expect(judged(doc, sections(10, []))).toBe("ok");
    expect(judged(doc, sections(11, []))).toBe("damaged");
    expect(judged(doc, emptyDeletes(10))).toBe("ok");
    expect(judged(doc, emptyDeletes(11))).toBe("damaged");
    const gone = [0, 1];
    expect(scanUpdate(sections(1_000, gone))).toMatchObject({ ok: true });
    expect(scanUpdate(sections(1_001, gone))).toEqual({ ok: false, reason: "too-heavy" });
    expect(scanUpdate(sections(1_001, gone), 1)).toMatchObject({ ok: true });
  });

  it("[R26] what an update weighs is known from its bytes, before it is decoded", () => {
    const { doc, card } = boardWithText();
    doc.getMap("position").set(card, [1, 1]);
    expect(scanUpdate(encodeDoc(doc))).toMatchObject({ ok: true, structs: 5, values: 7, deleteRanges: 1 });
    expect(scanUpdate(Uint8Array.of(1, 2, 3))).toEqual({ ok: false, reason: "damaged" });
  });
});
