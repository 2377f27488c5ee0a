import { applyEdits, createBoardDoc, encodeDoc, openCardText } from "@palabre/shared/documents";
import { newCardId, type CardId } from "@palabre/shared/terms";
import * as Y from "yjs";
import { ask, message } from "../../helpers/client.ts";
import { flood, open, over, pause, repeated, update, type Attack, type Target } from "./target.ts";

/** So many at once, until all were asked. */
async function askMany(times: number, one: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const asking = async () => {
    while (next < times) await one((next += 1));
  };
  await Promise.all(Array.from({ length: 8 }, asking));
}

/** A card of the attacker's, and one update for each time its text is replaced by another of the same length. */
function replaced(target: Target, letters: number) {
  const doc = createBoardDoc();
  const card: CardId = newCardId();
  const text = "x".repeat(letters);
  applyEdits(doc, [{ type: "addCard", id: card, kind: "note", position: [1, 2], text, at: 1, by: target.person }]);
  return {
    birth: update(encodeDoc(doc)),
    next: (n: number) => {
      const before = Y.encodeStateVector(doc);
      openCardText(doc, card)?.edit(String.fromCodePoint(97 + (n % 26)).repeat(letters));
      return update(encodeDoc(doc, before));
    },
  };
}

/** What people and their programs ask for over HTTP. */
export const asks: readonly Attack[] = [
  {
    name: "a text replaced without end, by somebody who is undone then",
    run: async (target) => {
      const facilitator = await target.board.join("facilitator");
      const { birth, next } = replaced(target, 20_000);
      for (let round = 0; round < 2; round += 1) {
        const client = await open(target);
        if (round === 0) client.send(birth);
        await flood(client, repeated(190, next));
        client.send(message(100, 1));
        await Promise.race([client.closed, client.hears(100, 1), pause(10_000)]).catch(() => undefined);
        client.socket.terminate();
        await over(client, 1_000);
      }
      const path = `/api/boards/${target.board.id}/people/${target.person}/undo`;
      for (const isTry of [true, false])
        await ask(target.server, "POST", path, { session: facilitator.session, body: { isTry } });
    },
  },
  {
    name: "wrong secrets, new names and taken ids without end",
    run: async (target) => {
      const { server, board, session, victim } = target;
      const at = `/api/boards/${board.id}`;
      await askMany(600, () =>
        ask(server, "POST", `${at}/sessions`, { body: { secret: "x".repeat(24), bearer: true } }),
      );
      // who has a right link comes in all the same
      await board.join("participant");
      await askMany(600, (n) => ask(server, "PATCH", `${at}/me`, { session, body: { name: `Mallory ${n}` } }));
      const idea = { key: victim.card, kind: "note", text: "mine" };
      await askMany(100, () => ask(server, "POST", `${at}/ideas`, { session, body: idea }));
    },
  },
];
