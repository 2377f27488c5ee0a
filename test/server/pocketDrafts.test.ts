import type { BoardStore } from "@palabre/server/stores";
import { createBoardDoc, encodeDoc } from "@palabre/shared/documents";
import type { PocketView } from "@palabre/shared/protocol";
import { draftNameOf, isDraftName, newCardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask } from "../helpers/client.ts";
import { beginDrafting, silentPhase, startQuick } from "../helpers/drafting.ts";
import { phoneOn } from "../helpers/pocketEvents.ts";
import { openWorkshop, phaseOf } from "../helpers/workshop.ts";

const textsOn = ({ ideas }: Pick<PocketView, "ideas">) => ideas.map(({ text, isDraft = false }) => [text, isDraft]);

/** A phone whose person has sent these in silence, and is shown them. */
async function phoneWith({ signed, texts }: { readonly signed: boolean; readonly texts: readonly string[] }) {
  const server = await startQuick();
  const drafting = await beginDrafting(server, silentPhase({ signed }));
  const ada = await drafting.board.join("participant", "Ada");
  const phone = await phoneOn(server, drafting.board.id, ada.session);
  const { write } = await phone.shows((view) => view.write.draft !== undefined, "that one writes in silence");
  for (const text of texts) {
    const body = { key: newCardId(), kind: "expectation", text, draft: write.draft };
    const sent = await ask(server, "POST", `/api/boards/${drafting.board.id}/ideas`, { body, session: ada.session });
    expect(sent.status).toBe(201);
  }
  await phone.shows(({ ideas }) => ideas.length === texts.length, "the draft");
  return { drafting, phone };
}

it("[K41] a phone shows what was revealed with names once, and no longer as a draft", async () => {
  const { drafting, phone } = await phoneWith({ signed: true, texts: ["benches", "shade"] });
  expect(await drafting.reveal()).toBe(2);
  const shown = await phone.shows(
    ({ ideas }) => ideas.length === 2 && ideas.every(({ isDraft }) => isDraft !== true),
    "each idea once, openly",
  );
  expect(textsOn(shown).toSorted()).toEqual([
    ["benches", false],
    ["shade", false],
  ]);
});

it("[K41] a phone shows no more what was discarded", async () => {
  const { drafting, phone } = await phoneWith({ signed: false, texts: ["benches"] });
  expect(await drafting.discard()).toBeLessThan(300);
  await phone.shows(({ ideas }) => ideas.length === 0, "that the draft is no more");
});

it("[K41] a phone shows the draft of the silent step that is under way, also when the steps go back to it", async () => {
  const { server, board, bo, set, go } = await openWorkshop({ drafts: { countEveryMs: 20 } });
  const [one, two] = [silentPhase(), silentPhase({ title: { en: "More" } })];
  await set(0, [one, two]);
  const phone = await phoneOn(server, board.id, bo.session);
  const write = async (phase: typeof one, text: string) => {
    await phone.shows((view) => view.write.draft?.phase === phase.id, "the step");
    const body = { key: newCardId(), kind: "expectation", text, draft: { phase: phase.id, round: 0 } };
    expect((await ask(server, "POST", `/api/boards/${board.id}/ideas`, { body, session: bo.session })).status).toBe(
      201,
    );
    await phone.shows(({ ideas }) => ideas.length === 1 && ideas[0]?.text === text, "the draft");
  };
  await go(null, one.id);
  await write(one, "benches");
  await go(one.id, two.id);
  await write(two, "shade");
  await go(two.id, one.id);
  const back = await phone.shows(
    ({ step, ideas }) => step?.phase === one.id && ideas[0]?.text !== "shade",
    "the draft of the first step",
  );
  expect(textsOn(back)).toEqual([["benches", true]]);
});

it("[K42] a draft that can't be read holds back its person's phone, and not those of others", async () => {
  const stores: BoardStore[] = [];
  const wrapStore = (store: BoardStore): BoardStore => {
    stores.push(store);
    const load: BoardStore["load"] = async (of, document) => {
      if (isDraftName(document)) throw new Error("the disk is gone");
      return store.load(of, document);
    };
    return new Proxy(store, {
      get: (target, name: keyof BoardStore) =>
        name === "load" ? load : (target[name] as (...given: unknown[]) => unknown).bind(target),
    });
  };
  const { server, board, bo, awa, set, go } = await openWorkshop({ wrapStore });
  const [talk, more] = [phaseOf("Talk"), phaseOf("More")];
  await set(0, [talk, more]);
  await go(null, talk.id);
  const written = createBoardDoc();
  addNote(written, "benches", bo.person);
  await stores[0]?.append([{ board: board.id, document: draftNameOf(talk.id, bo.person), bytes: encodeDoc(written) }]);
  await phoneOn(server, board.id, bo.session);
  const phone = await phoneOn(server, board.id, awa.session);
  await phone.shows(({ step }) => step?.phase === talk.id, "the first view");
  await go(talk.id, more.id);
  await phone.shows(({ step }) => step?.phase === more.id, "the next step");
  expect(server.lines.join()).not.toContain("benches");
});
