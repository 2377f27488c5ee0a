import {
  applyEdits,
  createBoardDoc,
  encodeDoc,
  observeUpdates,
  type BoardDoc,
  type Edit,
} from "@palabre/shared/documents";
import { newCardId, type CardId, type PersonId } from "@palabre/shared/terms";
import * as Y from "yjs";

/** What one client will send, made before anything is timed. */
export interface PreparedEdits {
  readonly client: number;
  /** the cards it has, as one update */
  readonly births: Uint8Array;
  /** one move each; the clock of the first is `firstClock`, and each has one */
  readonly moves: readonly Uint8Array[];
  readonly firstClock: number;
  readonly doc: BoardDoc;
}

const birth = (id: CardId, by: PersonId | undefined, at: number, text: string): Edit => ({
  type: "addCard",
  id,
  kind: "note",
  position: [at % 5_000, (at * 31) % 5_000],
  text,
  at,
  ...(by === undefined ? {} : { by }),
});

/** Drags of one's own cards, in turn. */
export function prepareMoves(by: PersonId | undefined, moves: number, cards = 1): PreparedEdits {
  const doc = createBoardDoc();
  const ids = Array.from({ length: cards }, () => newCardId());
  applyEdits(
    doc,
    ids.map((id, at) => birth(id, by, at + 1, "What we expect of each other")),
  );
  const births = encodeDoc(doc);
  const firstClock = Y.getState(doc.store, doc.clientID);
  const made: Uint8Array[] = [];
  const stop = observeUpdates(doc, (update) => made.push(update));
  for (let at = 0; at < moves; at += 1) {
    const card = ids[(at * 7) % cards] ?? newCardId();
    applyEdits(doc, [{ type: "moveCards", moves: [{ card, to: [at + 1, (at * 13) % 997] }] }]);
  }
  stop();
  return { client: doc.clientID, births, moves: made, firstClock, doc };
}

/** One update per card. */
export function prepareAdds(
  by: PersonId | undefined,
  cards: number,
): { readonly doc: BoardDoc; readonly updates: readonly Uint8Array[] } {
  const doc = createBoardDoc();
  const updates: Uint8Array[] = [];
  const stop = observeUpdates(doc, (update) => updates.push(update));
  for (let at = 0; at < cards; at += 1) applyEdits(doc, [birth(newCardId(), by, at + 1, `What we expect, ${at}`)]);
  stop();
  return { doc, updates };
}

const WORDS =
  "the market on Saturday needs people who know how to repair things and time to show others how it is done".split(" ");

/** A board as large as a board may be, as one update. */
export function prepareBoard(by: PersonId | undefined, cards: number): Uint8Array {
  const doc = createBoardDoc();
  const text = (at: number) =>
    Array.from({ length: 14 }, (_, word) => WORDS[(at * 5 + word * 3) % WORDS.length]).join(" ");
  applyEdits(
    doc,
    Array.from({ length: cards }, (_, at) => birth(newCardId(), by, at + 1, text(at))),
  );
  return encodeDoc(doc);
}

/** How many cards a copy has. */
export const countCards = (doc: Y.Doc): number => doc.getMap("cards").size;
