import { applyEdits, countCards, findMaker, hasHeld, type BoardDoc } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { mayDo, type Permission } from "@palabre/shared/facilitation";
import type { PocketView, SendIdea } from "@palabre/shared/protocol";
import {
  currentPhase,
  isTrashed,
  LIMITS,
  reactionOf,
  type BoardId,
  type CardId,
  type PersonId,
} from "@palabre/shared/terms";
import type { Visitor } from "../access/index.ts";
import type { Conductor, Drafts } from "../facilitation/index.ts";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore } from "../stores/index.ts";
import { placeIdea } from "./place.ts";
import { createStreams, type PocketStream } from "./streams.ts";
import { viewOf, writingOf } from "./view.ts";
import { createWatches, type Watched } from "./watches.ts";

/** A workshop as a phone takes part in it: without the documents, by what it is told and what it sends. */
export interface Pocket {
  view(visitor: Visitor): Promise<PocketView>;
  /** Follows it; @returns what says that the phone is gone. See `Streams`. */
  follow(visitor: Visitor, address: string, stream: PocketStream, known: string | undefined): Promise<() => void>;
  /**
   * Takes an idea in, once: onto the board in its person's name, or into their draft while people write in silence.
   * @throws AppError `forbidden` with the reason, `conflict` when it was written for a draft that is over, `bad-request` for a key of another
   */
  send(visitor: Visitor, idea: SendIdea): Promise<{ readonly isKnown: boolean; readonly isDraft: boolean }>;
  /** @throws AppError `forbidden` with the reason, `bad-request` for a card that is not there */
  react(visitor: Visitor, card: CardId, reaction: string | null): Promise<void>;
  close(): void;
}

export function createPocket(deps: {
  readonly rooms: Rooms;
  readonly conductor: Conductor;
  readonly drafts: Drafts;
  readonly store: Pick<BoardStore, "noteIdeas" | "hasIdea">;
  readonly log: Log;
  readonly now: () => number;
}): Pocket {
  const { rooms, drafts, store, now } = deps;
  const watches = createWatches(deps);
  const streams = createStreams({ ...deps, watches });

  const looking = async <T>(board: BoardId, task: (watched: Watched) => Promise<T>): Promise<T> => {
    const watched = await watches.take(board);
    try {
      return await task(watched);
    } finally {
      watched.release();
    }
  };
  const toDraft = (visitor: Visitor, idea: SendIdea, draft: NonNullable<SendIdea["draft"]>) =>
    drafts.write(visitor, draft, (doc) => {
      if (findMaker(doc, idea.key)) return true;
      mustBeFree(doc, idea.key);
      const cards = countCards(doc);
      if (cards >= LIMITS.cardsPerDraft)
        throw new AppError("bad-request", `a draft holds ${LIMITS.cardsPerDraft} cards at most: change one of them`);
      // in a draft, cards lie in one column: where they end up is decided by the reveal
      const position = [0, cards * COLUMN_STEP_PX] as const;
      const { key: id, kind, text } = idea;
      applyEdits(doc, [{ type: "addCard", id, kind, text, position, at: now(), by: visitor.person }]);
      return false;
    });
  const toBoard = (visitor: Visitor, idea: SendIdea, frame: CardId | undefined) =>
    looking(visitor.board, ({ snapshot }) =>
      rooms.write(
        visitor.board,
        "board",
        (given) => {
          // the name of a document says what it is
          const doc = given as BoardDoc;
          // whether the card is there is asked of the document itself; the others only say where there is room
          const present = findMaker(doc, idea.key);
          if (present) return mustBeOf(visitor.person, present);
          mustBeFree(doc, idea.key);
          if (countCards(doc) >= LIMITS.cardsPerBoard) throw fullBoard();
          const placed = placeIdea(idea.kind, snapshot(), frame);
          const { key: id, kind, text } = idea;
          const attributes = placed.frame ? { frame: placed.frame.id } : {};
          const { position } = placed;
          applyEdits(doc, [
            { type: "addCard", id, kind, text, position, attributes, at: now(), by: visitor.person },
            ...(placed.frame
              ? [{ type: "setAttributes", on: placed.frame.id, values: { size: placed.frame.size } } as const]
              : []),
          ]);
          return false;
        },
        { person: visitor.person },
      ),
    );

  return {
    view: async (visitor) => {
      const draft = (await drafts.mine(visitor)) ?? [];
      return looking(visitor.board, async ({ common }) => viewOf(common(), visitor, draft));
    },
    follow: streams.open,
    send: async (visitor, idea) => {
      if (await store.hasIdea(visitor.board, idea.key)) return { isKnown: true, isDraft: idea.draft !== undefined };
      const { write, frame, isSilent } = await looking(visitor.board, async ({ step }) => {
        const { workshop, rules } = step();
        const phase = currentPhase(workshop.agenda, workshop.now);
        return { write: writingOf({ workshop, rules }, visitor), frame: phase?.look, isSilent: rules.phase?.drafts };
      });
      const draft = write.draft && { phase: write.draft.phase, round: write.draft.round };
      // what was written for nobody's eyes goes nowhere else, however late it comes
      if (idea.draft && (draft?.phase !== idea.draft.phase || draft.round !== idea.draft.round))
        throw new AppError(
          "conflict",
          "this was written for a draft that is over: ask whether it is to be said openly",
        );
      if (!write.kinds.includes(idea.kind))
        throw new AppError("forbidden", "this kind of idea may not be written now", {
          details: { reason: write.bar ?? "phase" },
        });
      const isKnown =
        isSilent !== undefined && draft ? await toDraft(visitor, idea, draft) : await toBoard(visitor, idea, frame);
      await store.noteIdeas(visitor.board, [idea.key]);
      return { isKnown, isDraft: draft !== undefined };
    },
    react: async (visitor, card, reaction) => {
      const name = reactionOf(visitor.person);
      await looking(visitor.board, async ({ step, snapshot }) => {
        const found = snapshot().cards.get(card);
        if (!found || isTrashed(found)) throw new AppError("bad-request", "there is no such card on the board");
        const deed = { type: "set", on: card, thing: "card", kind: found.kind, madeBy: found.by, name } as const;
        mustBeAllowed(mayDo(deed, visitor, step().rules));
      });
      const values = { [name]: reaction ?? undefined };
      await rooms.write(
        visitor.board,
        "board",
        (doc) => void applyEdits(doc as BoardDoc, [{ type: "setAttributes", on: card, values }]),
        { person: visitor.person },
      );
    },
    close: () => {
      streams.close();
      watches.close();
    },
  };
}

const COLUMN_STEP_PX = 170;

const fullBoard = () =>
  new AppError("bad-request", `a board holds ${LIMITS.cardsPerBoard} cards at most: empty its trash first`);
function mustBeOf(person: PersonId, card: { readonly by?: PersonId | undefined }): true {
  if (card.by === person) return true;
  throw new AppError("bad-request", "this key is that of somebody else's card: make another one");
}
/** What is born goes by the rules of its own kind, and once: so is it with what comes as an update. */
function mustBeFree(doc: BoardDoc, key: CardId): void {
  if (hasHeld(doc, key)) throw new AppError("bad-request", "this key was that of something else: make another one");
}
function mustBeAllowed(may: Permission): void {
  if (!may.ok) throw new AppError("forbidden", "this may not be done now", { details: { reason: may.reason } });
}
