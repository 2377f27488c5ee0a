import { applyEdits, readBoard, type BoardDoc, type Edit } from "@palabre/shared/documents";
import { CLOSE } from "@palabre/shared/protocol";
import { LIMITS, newCardId, newLinkId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { addNote, updateOf } from "../helpers/cards.ts";
import { ask, connect, heardOf, message, openBoard, openRaw, openSynced, saved, synced } from "../helpers/client.ts";
import { beginDrafting, silentPhase, startQuick, textsOf } from "../helpers/drafting.ts";
import { openFolder, startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

/** from one beat to the next some days: none falls into a test */
const NEVER_MS = 1_000_000_000;

describe("a draft", () => {
  it("[F40] is the person's own, on every connection of theirs, and comes back after a restart", async () => {
    const server = await startQuick({ dataDir: await openFolder() });
    const { writer, open, board, waits } = await beginDrafting(server);
    const [ada, ben] = [await writer("Ada"), await writer("Ben")];
    addNote(ada.draft.doc, "more benches");
    addNote(ben.draft.doc, "fewer cars");
    await Promise.all([saved(ada.draft, 1), saved(ben.draft, 1)]);
    const another = await open(ada.session);
    expect(textsOf(another)).toEqual(["more benches"]);
    addNote(ada.draft.doc, "and shade");
    await until(() => textsOf(another).length === 2, "the other page of the same person");
    expect(await waits(({ ideas }) => ideas === 3)).toMatchObject({ people: 2, round: 0, signed: false });
    await server.close();
    const again = await server.restart();
    const drafts = [ada, ben].map(({ session }) => connect(again, board.id, session, "draft"));
    await Promise.all(drafts.map(synced));
    expect(drafts.map(textsOf)).toEqual([["and shade", "more benches"], ["fewer cars"]]);
  });

  it("[F45] waits for its phase to be over as it was written by then, however soon that comes after the first letter", async () => {
    const server = await startServer({ drafts: { countEveryMs: NEVER_MS } });
    const { writer, phase, go, workshop } = await beginDrafting(server);
    const ada = await writer("Ada");
    addNote(ada.draft.doc, "more benches");
    await saved(ada.draft, 1);
    expect(await go(phase.id, null)).toBe(200);
    const after = await until(() => (workshop().now ? undefined : workshop()), "the end of the phase");
    expect(after.drafts).toMatchObject([{ phase: phase.id, ideas: 1, people: 1 }]);
  });

  it("[F41] no address leads to another's, and a viewer has none", async () => {
    const server = await startQuick();
    const { writer, board, phase, awa } = await beginDrafting(server);
    const ada = await writer("Ada");
    addNote(ada.draft.doc, "more benches");
    await saved(ada.draft, 1);
    const [ben, vera] = [await board.join("participant", "Ben"), await board.join("viewer", "Vera")];
    const elsewhere = await (await openBoard(server)).join("facilitator");
    const closed = async (document: string, session: string) =>
      (await openRaw(server, board.id, document, { session })).closed;
    const names = [
      `draft/${phase.id}/${ada.person}`,
      `draft%2F${phase.id}%2F${ada.person}`,
      `draft%5C${phase.id}%5C${ada.person}`,
      `%64raft/${phase.id}/${ada.person}`,
      `desk/../draft/${phase.id}/${ada.person}`,
      `draft/${ada.person}`,
      "draft/",
      `draft;person=${ada.person}`,
      "DRAFT",
    ];
    for (const { session } of [ben, awa, ada, vera])
      expect(await Promise.all(names.map((name) => closed(name, session)))).toEqual(
        names.map(() => CLOSE.unknownBoard),
      );
    expect(await closed("draft", vera.session)).toBe(CLOSE.forbidden);
    expect(await closed("draft", elsewhere.session)).toBe(CLOSE.noSession);
    expect(await closed("draft", `${ada.session}x`)).toBe(CLOSE.noSession);
    // what follows the address may name a phase, and never a person
    for (const { session } of [ben, awa]) {
      const asked = `${session}&person=${ada.person}&phase=${phase.id}&round=0&document=draft/${phase.id}/${ada.person}`;
      const client = await openSynced(server, board.id, "draft", asked);
      expect(heardOf(client, 0, 1)).toEqual([message(0, 1, new Uint8Array([0, 0]))]);
    }
  });

  it("[F42] takes what its phase lets people draft, and nothing else; the board takes none of that", async () => {
    const server = await startQuick();
    const may = { add: ["expectation"], edit: "none", move: "none", trash: "none", link: true, comment: true } as const;
    const { writer, open, board } = await beginDrafting(server, silentPhase({ may: { participant: may } }));
    const ada = await writer("Ada");
    const birth = { position: [0, 0], text: "x", at: 1, by: ada.person } as const;
    const card = newCardId();
    const edits: readonly Edit[] = [
      { type: "addCard", id: card, kind: "expectation", ...birth },
      { type: "moveCards", moves: [{ card, to: [5, 5] }] },
      { type: "setAttributes", on: card, values: { colour: "rose" } },
      { type: "trash", things: [card], at: 2 },
      { type: "bringBack", things: [card] },
    ];
    for (const edit of edits) applyEdits(ada.draft.doc, [edit]);
    await saved(ada.draft, 1);
    /** The code with which a program is sent off that does this to a copy of its own. */
    const refusal = async (document: "board" | "draft", change: (doc: BoardDoc) => void) => {
      const copy = connect(server, board.id, ada.session, document);
      await synced(copy);
      copy.provider.destroy();
      const client = await openSynced(server, board.id, document, ada.session);
      client.send(
        message(
          0,
          2,
          updateOf(copy.doc, () => change(copy.doc)),
        ),
      );
      return client.closed;
    };
    const adds = (kind: "note" | "frame" | "expectation") => (doc: BoardDoc) =>
      void applyEdits(doc, [{ type: "addCard", id: newCardId(), kind, ...birth }]);
    const links = (doc: BoardDoc) =>
      void applyEdits(doc, [{ type: "addLink", id: newLinkId(), from: card, to: newCardId(), at: 1, by: ada.person }]);
    expect(await refusal("draft", adds("note"))).toBe(CLOSE.forbidden);
    expect(await refusal("draft", adds("frame"))).toBe(CLOSE.forbidden);
    expect(await refusal("draft", links)).toBe(CLOSE.forbidden);
    expect(await refusal("draft", (doc) => void doc.getMap("secrets").set("a", 1))).toBe(CLOSE.forbidden);
    expect(await refusal("board", adds("expectation"))).toBe(CLOSE.forbidden);
    expect([...readBoard((await open(ada.session)).doc).cards.keys()]).toEqual([card]);
  });

  it("[R88] holds three hundred cards, by whatever way they come; what is beyond is refused, and those in it still change", async () => {
    const server = await startQuick();
    const { writer, board, phase } = await beginDrafting(server);
    const ada = await writer("Ada");
    const { person, session, draft } = ada;
    const births = (count: number): readonly Edit[] =>
      Array.from({ length: count }, () => ({
        type: "addCard",
        id: newCardId(),
        kind: "note",
        position: [0, 0],
        text: "x",
        at: 1,
        by: person,
      }));
    applyEdits(draft.doc, births(LIMITS.cardsPerDraft - 1));
    await saved(draft, 1);
    const idea = (key: string) =>
      ask(server, "POST", `/api/boards/${board.id}/ideas`, {
        session,
        body: { key, kind: "note", text: "y", draft: { phase: phase.id, round: 0 } },
      });
    expect([(await idea(newCardId())).status, (await idea(newCardId())).status]).toEqual([201, 400]);
    const cards = await until(() => {
      const ids = [...readBoard(draft.doc).cards.keys()];
      return ids.length === LIMITS.cardsPerDraft ? ids : undefined;
    }, "the idea from the phone");
    applyEdits(draft.doc, [
      { type: "trash", things: cards.slice(0, 9), at: 2 },
      { type: "bringBack", things: cards.slice(0, 9) },
      { type: "moveCards", moves: [{ card: cards[0]!, to: [5, 5] }] },
    ]);
    await saved(draft, 2);
    const refused = new Promise((resolve) =>
      draft.provider.on("connection-close", (event) => resolve([event?.code, event?.reason])),
    );
    applyEdits(draft.doc, births(1));
    expect(await refused).toEqual([CLOSE.tooLarge, "full"]);
  });

  it("[F42] is closed for writing when its phase is over or the board is frozen, and stays to be read", async () => {
    let now = 1_700_000_000_000;
    const server = await startQuick({ now: () => now });
    const { writer, open, board, phase, go, awa, waits } = await beginDrafting(server);
    const [ada, ben] = [await writer("Ada"), await writer("Ben")];
    addNote(ada.draft.doc, "in time");
    addNote(ben.draft.doc, "in time too");
    await Promise.all([saved(ada.draft, 1), saved(ben.draft, 1)]);
    const codeOf = (peer: typeof ada.draft) =>
      new Promise((resolve) => peer.provider.on("connection-close", (event) => resolve(event?.code)));

    const freeze = (frozen: boolean) =>
      ask(server, "PATCH", `/api/boards/${board.id}/rules`, { session: awa.session, body: { frozen } });
    await freeze(true);
    now += 3_001;
    const frozen = codeOf(ben.draft);
    addNote(ben.draft.doc, "too late");
    expect(await frozen).toBe(CLOSE.forbidden);
    await freeze(false);
    await go(phase.id, null);
    // what was on its way when the phase ended
    addNote(ada.draft.doc, "under way");
    await saved(ada.draft, 2);
    now += 3_001;
    const over = codeOf(ada.draft);
    addNote(ada.draft.doc, "too late");
    expect(await over).toBe(CLOSE.forbidden);
    expect(await waits(({ ideas }) => ideas === 3)).toMatchObject({ people: 2 });
    expect(textsOf(await open(ada.session))).toEqual(["in time", "under way"]);
    // who has none has nothing to read
    const zoe = await board.join("participant", "Zoe");
    expect(await (await openRaw(server, board.id, "draft", { session: zoe.session })).closed).toBe(CLOSE.forbidden);
    // and it goes on where it was when the phase comes back
    await go(null, phase.id);
    const again = await open(ada.session);
    addNote(again.doc, "after all");
    await saved(again, 3);
    await waits(({ ideas }) => ideas === 4);
  });
});
