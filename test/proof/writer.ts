import { applyEdits, openCardText, readBoard, type BoardDoc, type Edit } from "@palabre/shared/documents";
import { newCardId, newLinkId, type BoardSnapshot, type CardId, type Json, type PersonId } from "@palabre/shared/terms";
import { attributeKeyOf, factsOf, positionKey, type Act, type Entry } from "../helpers/history.ts";
import type { Ledger } from "../helpers/ledger.ts";
import type { Random } from "../helpers/seeded.ts";

/** A client that writes at random and remembers what it did. It may live longer than one connection. */
export interface Writer {
  readonly name: string;
  /** Does one thing: one transaction. */
  act(): void;
  /** Marks as promised what its ledger says is acknowledged. */
  settle(): void;
}

/** names of facts that are nobody's business but the proof's, one of them unknown to this version */
const ATTRIBUTES = ["owner", "query", "proofMark"] as const;

/** @param history gets an entry for each thing done, of all writers of a board in the order of time */
export function createWriter(options: {
  readonly name: string;
  readonly doc: BoardDoc;
  readonly ledger: Ledger;
  readonly person: PersonId;
  readonly random: Random;
  readonly history: Entry[];
}): Writer {
  const { name, doc, ledger, person, random, history } = options;
  let waiting: { readonly entries: readonly Entry[]; readonly upTo: number }[] = [];
  let count = 0;
  const unique = () => `${name}.${(count += 1)}`;
  const did = (...acts: readonly Act[]) => {
    const entries = acts.map((act): Entry => ({ act, writer: name, isPromised: false }));
    history.push(...entries);
    waiting.push({ entries, upTo: ledger.own.length });
  };
  const edit = (edits: readonly Edit[], acts: readonly Act[]) => {
    applyEdits(doc, edits);
    did(...acts);
  };
  const write = (board: BoardSnapshot, card: CardId, attribute: string, value: Json | undefined) => {
    const key = attributeKeyOf(card, attribute);
    const over = factsOf(board).values.get(key);
    const after = value === undefined ? undefined : JSON.stringify(value);
    if (over === after) return;
    edit(
      [{ type: "setAttributes", on: card, values: { [attribute]: value } }],
      [{ type: "write", key, value: after, over }],
    );
  };
  const add = () => {
    const id = newCardId();
    const position = [random.integer(9_000), random.integer(9_000)] as const;
    const word = `‹${unique()}›`;
    edit(
      [{ type: "addCard", id, kind: "note", position, text: word, at: Date.now(), by: person }],
      [
        { type: "add", id },
        { type: "insert", card: id, word },
      ],
    );
  };
  const type = (board: BoardSnapshot, card: CardId) => {
    const before = board.cards.get(card)?.text ?? "";
    const words = before.match(/‹[^‹›]*›/g) ?? [];
    const text = openCardText(doc, card);
    if (!text) return;
    if (words.length > 8 || (words.length > 0 && random.chance(0.3))) {
      const word = random.pick(words);
      text.edit(before.replace(word, ""), before.indexOf(word));
      did({ type: "remove", card, word });
    } else {
      const word = `‹${unique()}›`;
      // at an end: in the middle it could part somebody else's word
      if (random.chance(0.5)) text.edit(word + before, word.length);
      else text.edit(before + word);
      did({ type: "insert", card, word });
    }
    text.close();
  };
  return {
    name,
    act: () => {
      const board = readBoard(doc);
      const cards = [...board.cards.keys()];
      const chosen = random.integer(20);
      if (cards.length < 10 || (chosen < 4 && cards.length < 400)) return add();
      const card = random.pick(cards);
      if (chosen < 8) {
        const to = [Number((random.next() * 9_000).toFixed(6)), Number((random.next() * 9_000).toFixed(6))] as const;
        const over = JSON.stringify(board.cards.get(card)?.position);
        return edit(
          [{ type: "moveCards", moves: [{ card, to }] }],
          [{ type: "write", key: positionKey(card), value: JSON.stringify(to), over }],
        );
      }
      if (chosen < 12) return type(board, card);
      if (chosen < 14) {
        const id = newLinkId();
        const link = { type: "addLink", id, from: card, to: random.pick(cards), at: Date.now(), by: person } as const;
        return board.links.size < 400 ? edit([link], [{ type: "add", id }]) : undefined;
      }
      if (chosen < 17) return write(board, card, random.pick(ATTRIBUTES), random.chance(0.8) ? unique() : undefined);
      const isInTrash = board.cards.get(card)?.attributes.trashedAt !== undefined;
      // no two moments alike: the moment names the write
      return write(board, card, "trashedAt", isInTrash ? undefined : Math.floor(random.next() * 2 ** 52));
    },
    settle: () => {
      const acknowledged = ledger.acknowledged();
      for (const { entries, upTo } of waiting) {
        if (upTo <= acknowledged) for (const entry of entries) entry.isPromised = true;
      }
      waiting = waiting.filter(({ upTo }) => upTo > acknowledged);
    },
  };
}
