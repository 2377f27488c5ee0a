import {
  applyEdits,
  applyInspected,
  applyUpdate,
  createBoardDoc,
  createUndoHistory,
  encodeDoc,
  hasGap,
  inspectUpdate,
  inverseOf,
  observeUpdates,
  openCardText,
  readBoard,
  recordFacts,
  stateVectorOf,
  type BoardDoc,
  type Edit,
  type UndoHistory,
} from "@palabre/shared/documents";
import {
  CARD_KINDS,
  newCardId,
  newCommentId,
  newLinkId,
  newPersonId,
  reactionOf,
  type CardId,
  type ChangedFact,
  type LinkId,
  type PersonId,
} from "@palabre/shared/terms";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { seeded, type Random } from "../helpers/seeded.ts";
import { FAILED_ADMISSION_SEEDS } from "./seeds.ts";

const LIMITS = { maxBytes: 4_000_000 };

/** The server's copy, and a shadow that takes the same updates without asking: the oracle. */
class Server {
  readonly doc = createBoardDoc();
  readonly shadow = createBoardDoc();
  /** what each connected peer has yet to hear */
  readonly listeners = new Map<Peer, Uint8Array[]>();

  /** @returns why it was refused */
  admit(update: Uint8Array, by: PersonId, from?: Peer): string | undefined {
    const inspection = inspectUpdate(this.doc, update, { by, ...LIMITS });
    if (!inspection.ok) return inspection.reason;
    const { outcome, facts } = applyInspected(this.doc, inspection);
    // what inspection let in leaves no gap, changes what it said and no more, and nothing that can't be read
    expect(outcome).not.toBe("gap");
    const { facts: really } = recordFacts(this.shadow, () => applyUpdate(this.shadow, update));
    expect(byKey(facts)).toEqual(byKey(visible(really, this.shadow)));
    expect(hasGap(this.shadow)).toBe(false);
    expect(readBoard(this.doc)).toEqual(readBoard(this.shadow));
    expect(readBoard(this.doc).skipped).toBe(0);
    if (outcome === "changed") {
      for (const [peer, queue] of this.listeners) if (peer !== from) queue.push(inspection.update);
    }
    return undefined;
  }

  /** The server's own sweep of things for good. */
  purge(random: Random): void {
    const before = stateVectorOf(this.doc);
    const card = random.pick([...readBoard(this.doc).cards.keys(), undefined]);
    if (card === undefined) return;
    this.doc.transact(() => {
      for (const map of ["cards", "position", "text"] as const) this.doc.getMap(map).delete(card);
      for (const key of this.doc.getMap("attributes").keys())
        if (key.startsWith(`${card}/`)) this.doc.getMap("attributes").delete(key);
    });
    const update = encodeDoc(this.doc, before);
    applyUpdate(this.shadow, update);
    for (const queue of this.listeners.values()) queue.push(update);
  }
}

/** Of things that are gone, nobody is told. */
const visible = (facts: readonly ChangedFact[], doc: BoardDoc) =>
  facts.filter(({ key }) => {
    const id = key.split("/")[1] ?? "";
    return (["cards", "links", "comments"] as const).some((map) => doc.getMap(map).has(id));
  });
const byKey = (facts: readonly ChangedFact[]) => new Map(facts.map((fact) => [fact.key, fact]));

/** One person's copy: edits, sends them, is cut off, comes back. */
class Peer {
  readonly person = newPersonId();
  readonly doc = createBoardDoc();
  readonly history: UndoHistory = createUndoHistory();
  readonly heard: Uint8Array[] = [];
  readonly #server: Server;
  readonly refusals: string[] = [];
  #outbox: Uint8Array[] = [];
  isConnected = false;

  constructor(server: Server) {
    this.#server = server;
    observeUpdates(this.doc, (update, origin) => {
      if (origin !== "heard" && this.isConnected) this.#outbox.push(update);
    });
  }

  connect(): void {
    if (this.isConnected) return;
    this.isConnected = true;
    this.heard.length = 0;
    this.#server.listeners.set(this, this.heard);
    // the server asks first; what is answered is all that it lacks, and every deletion that ever was
    this.#send(encodeDoc(this.doc, stateVectorOf(this.#server.doc)));
    this.heard.push(encodeDoc(this.#server.doc, stateVectorOf(this.doc)));
  }
  /** What is on the way, both ways, is lost. */
  cut(): void {
    this.isConnected = false;
    this.#outbox = [];
    this.#server.listeners.delete(this);
  }
  flush(random: Random): void {
    if (!this.isConnected) return;
    for (const update of this.#outbox.splice(0)) {
      this.#send(update);
      if (random.chance(0.1)) this.#send(update);
    }
  }
  hear(random: Random): void {
    for (const update of this.heard.splice(0, random.integer(this.heard.length + 1)))
      applyUpdate(this.doc, update, "heard");
  }
  #send(update: Uint8Array): void {
    const refusal = this.#server.admit(update, this.person, this);
    if (refusal !== undefined) this.refusals.push(refusal);
  }
}

function randomEdit(random: Random, peer: Peer): Edit {
  const { cards, links } = readBoard(peer.doc);
  const by = peer.person;
  const card = random.pick<CardId | undefined>([...cards.keys(), undefined]);
  const link = random.pick<LinkId | undefined>([...links.keys(), undefined]);
  const at = random.integer(1_000);
  const choice = random.integer(10);
  const place = () => [random.integer(900), random.integer(900)] as const;
  if (card === undefined || choice === 0) {
    const attributes = random.chance(0.5) ? { tags: ["x"], level: "group" as const } : {};
    const text = random.pick(["", "Trust", "Confiance\nplus"]);
    return {
      type: "addCard",
      id: newCardId(),
      kind: random.pick(CARD_KINDS),
      position: place(),
      text,
      attributes,
      at,
      by,
    };
  }
  switch (choice) {
    case 1:
      return { type: "addLink", id: newLinkId(), from: card, to: random.pick([...cards.keys()]), strength: 3, at, by };
    case 2:
      return { type: "addComment", id: newCommentId(), on: link ?? card, text: "why?", at, by };
    case 3:
    case 4:
      return {
        type: "moveCards",
        moves: [...cards.keys()]
          .filter((id) => id === card || random.chance(0.2))
          .map((id) => ({ card: id, to: place() })),
      };
    case 5:
      return { type: "trash", things: link && random.chance(0.3) ? [link] : [card], at };
    case 6:
      return { type: "bringBack", things: [...cards.keys()].filter(() => random.chance(0.5)) };
    case 7:
      return link
        ? { type: "setAttributes", on: link, values: { strength: random.pick([1, 2, 3, undefined]), label: "so" } }
        : { type: "setAttributes", on: card, values: { unknown: random.pick([{ a: [1] }, undefined]) } };
    case 8:
      return { type: "setAttributes", on: card, values: { [reactionOf(by)]: random.pick(["👍", undefined]) } };
    default:
      return {
        type: "setAttributes",
        on: card,
        values: { level: random.pick(["member", "group", undefined]), cost: random.pick([1, 2, undefined]) },
      };
  }
}

function typeSomething(random: Random, peer: Peer): void {
  const card = random.pick<CardId | undefined>([...readBoard(peer.doc).cards.keys(), undefined]);
  const text = card && openCardText(peer.doc, card);
  if (!text) return;
  for (let stroke = random.integer(5); stroke >= 0; stroke -= 1) {
    if (random.chance(0.2)) {
      text.undo();
      continue;
    }
    const value = text.value();
    const at = random.integer(value.length + 1);
    text.edit(value.slice(0, at) + random.pick(["é", "tree", "\n", ""]) + value.slice(at + random.integer(4)), at);
  }
  peer.history.did(text.close());
}

function run(seed: number): void {
  const random = seeded(seed);
  const server = new Server();
  const peers = Array.from({ length: 2 + random.integer(3) }, () => new Peer(server));
  for (const peer of peers) peer.connect();
  for (let step = 0; step < 150; step += 1) {
    const peer = random.pick(peers);
    const act = random.integer(12);
    if (act < 5) peer.history.did(inverseOf(peer.doc, applyEdits(peer.doc, [randomEdit(random, peer)])));
    else if (act < 7) typeSomething(random, peer);
    else if (act === 7) peer.history.undo();
    else if (act === 8) peer.history.redo();
    else if (act === 9) peer.cut();
    else if (act === 10) peer.connect();
    else if (random.chance(0.2)) server.purge(random);
    if (random.chance(0.5)) peer.flush(random);
    if (random.chance(0.4)) peer.hear(random);
    expect(peer.refusals, `step ${step}`).toEqual([]);
  }
  for (let round = 0; round < 3; round += 1) {
    for (const peer of peers) {
      peer.connect();
      peer.flush(random);
    }
    for (const peer of peers) for (const update of peer.heard.splice(0)) applyUpdate(peer.doc, update, "heard");
  }
  const expected = readBoard(server.doc);
  for (const peer of peers) {
    expect(peer.refusals).toEqual([]);
    expect(hasGap(peer.doc)).toBe(false);
    expect(readBoard(peer.doc)).toEqual(expected);
    expect(Y.encodeStateVector(peer.doc).length).toBe(Y.encodeStateVector(server.doc).length);
  }
}

const seeds = [
  ...FAILED_ADMISSION_SEEDS,
  ...Array.from({ length: Number(process.env["SEEDS"] ?? 60) }, (_, i) => i + 1),
  Number(process.env["SEED"] ?? Date.now() % 1_000_000),
];

it.each(seeds)(
  "[R23] what honest copies send, whenever they are cut off and come back, is let in and changes what inspection named (seed %i)",
  (seed) => {
    run(seed);
  },
);
