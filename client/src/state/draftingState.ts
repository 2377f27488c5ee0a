import type { BoardChange } from "@palabre/shared/documents";
import { isDrafted, mayDraft, type Deed, type Forbidden } from "@palabre/shared/facilitation";
import { LIMITS, newCardId, type BoardSnapshot, type Card, type CardId, type PhaseId } from "@palabre/shared/terms";
import { CLOSE } from "@palabre/shared/protocol";
import type { CardsConnection, PresenceChannel, SyncStatus } from "../sync/index.ts";
import type { BoardState } from "./boardState.ts";
import { createCommands } from "./createCommands.ts";
import { deedTo } from "./deeds.ts";
import { joinCommands } from "./draftCommands.ts";
import type { NotDone } from "./fitting.ts";
import { openMovingView } from "./movingView.ts";
import { over } from "./over.ts";
import { resumeTyping } from "./resuming.ts";
import { createTopics } from "./topics.ts";
import type { Dress, UiState, UiStore } from "./uiState.ts";

/** A board while this person has a draft: what lies on the canvas is both, and only they see one part of it. */
export interface Drafting {
  /** The board, whose *saved* stands for the draft as well. */
  readonly board: BoardState;
  /** The same with the cards of the draft on it. */
  readonly canvas: BoardState;
  isDraft(card: CardId): boolean;
  /** What all cards of the draft wear. */
  dressIn(dress: Dress | undefined): void;
  /**
   * @param why  `leaving`: the page is left, and what waits will be saved by the next one; else the draft is over, and what was not kept of
   *   it is told
   */
  close(why: "leaving" | "phase" | "revealed"): void;
}
export interface DraftOf {
  readonly phase: PhaseId;
  readonly round: number;
}

/** What one does in a draft is shown to nobody. */
const NOBODY: PresenceChannel = {
  others: () => [],
  show: () => {},
  subscribe: () => () => {},
  moveTo: () => {},
  close: () => {},
};

export function draftingOver(live: BoardState, draft: CardsConnection, { phase }: DraftOf): Drafting {
  const topics = createTopics();
  const view = openMovingView(draft.doc);
  const { me, undo } = live;
  let forbidden: NotDone | undefined;
  let dress: Dress | undefined;

  const rules = () => live.workshop().rules;
  const goesToDraft = (kind: string) => rules().phase?.id === phase && isDrafted(kind, rules());
  const isDraft = (card: CardId) => view.card(card) !== undefined;
  const forbids = (deed: Deed): Forbidden | undefined => {
    // the server has ended it, and the page has not heard why yet: what is written now would go nowhere
    if (draft.status().type === "refused") return "phase";
    const permission = mayDraft(deed, me, rules(), phase);
    return permission.ok ? undefined : permission.reason;
  };
  const ui = dressedUi(live.ui, () => ({ dress, cards: view.snapshot().cards }));
  const tellAll = (change: BoardChange) => {
    topics.tell([
      "board",
      ...change.facts.flatMap((fact) =>
        "card" in fact ? [`card:${fact.card}`] : "on" in fact ? [`card:${fact.on}`] : [],
      ),
    ]);
    ui.changed();
  };
  const tell = (notDone: NotDone) => {
    forbidden = notDone;
    topics.tell(["forbidden"]);
  };
  const onForbidden = (reason: Forbidden, deed: Deed) => tell({ reason, deed });
  const own = createCommands({
    doc: () => draft.doc,
    view,
    undo,
    ui: live.ui,
    presence: NOBODY,
    me,
    forbids,
    // within a draft everything may be done to one's own cards, or nothing
    whyReadOnly: () => forbids({ type: "write", on: newCardId(), thing: "card" }),
    onForbidden,
    most: LIMITS.cardsPerDraft,
    onFull: (left) => tell({ reason: "full", most: LIMITS.cardsPerDraft, left }),
    onUnwritten: draft.tellUnwritten,
  });
  const undoings = [
    view.subscribe(tellAll),
    // what was last refused is the board's again
    live.subscribe("forbidden", () => (forbidden = undefined)),
    draft.onStatus(() => topics.tell(["status"])),
    resumeTyping(draft, live.ui, isDraft, own.edit),
    draft.onSwap(() => {
      undo.clear();
      view.moveTo(draft.doc);
    }),
  ];

  let merged:
    | { readonly from: BoardSnapshot; readonly of: BoardSnapshot; readonly snapshot: BoardSnapshot }
    | undefined;
  const snapshot = (): BoardSnapshot => {
    const [from, of] = [live.snapshot(), view.snapshot()];
    if (of.cards.size === 0) return from;
    if (merged?.from !== from || merged.of !== of)
      merged = { from, of, snapshot: { ...from, cards: new Map([...from.cards, ...of.cards]) } };
    return merged.snapshot;
  };
  const subscribe: BoardState["subscribe"] = (topic, listener) => {
    const both = [live.subscribe(topic, listener), topics.subscribe(topic, listener)];
    return () => {
      for (const undo of both) undo();
    };
  };
  let status = live.status();
  const board: BoardState = over(live, {
    status: () => {
      const now = worse(live.status(), draft.status());
      return JSON.stringify(now) === JSON.stringify(status) ? status : (status = now);
    },
    waiting: () => {
      const [a, b] = [live.waiting(), draft.waiting()];
      return { changes: a.changes + b.changes, kept: a.kept + b.kept, isKeeping: a.isKeeping && b.isKeeping };
    },
    forbidden: () => forbidden ?? live.forbidden(),
    subscribe,
  });
  const canvas: BoardState = over(board, {
    ui: ui.store,
    may: (type, thing, attribute) => {
      const [own] = deedTo(view, type, thing, attribute);
      return own ? forbids(own) === undefined : live.may(type, thing, attribute);
    },
    isLocked: (thing) => live.isLocked(thing) || view.card(thing as CardId)?.attributes.locked === true,
    mayCopy: (id) => {
      const own = view.card(id);
      return own === undefined || goesToDraft(own.kind);
    },
    card: (id) => view.card(id) ?? live.card(id),
    snapshot,
    present: (part) => {
      const { caret, ...others } = part;
      const { editing } = live.ui.get();
      // it would tell how long a text is that nobody else may read, and how it grows
      const isSecret = caret !== undefined && (editing === undefined || isDraft(editing));
      if (!isSecret) live.present(part);
      else if (Object.keys(others).length > 0) live.present(others);
    },
    onChange: (listener) => {
      const both = [live.onChange(listener), view.subscribe(listener)];
      return () => {
        for (const undo of both) undo();
      };
    },
    commands: joinCommands(live, own, {
      isDraft,
      goesToDraft,
      isSilent: () => rules().phase?.drafts !== undefined,
      onForbidden,
    }),
  });
  return {
    board,
    canvas,
    isDraft,
    dressIn: (worn) => {
      dress = worn;
      ui.changed();
    },
    close: (why) => {
      if (why !== "leaving") draft.end(why === "revealed" ? CLOSE.newEpoch : CLOSE.forbidden);
      const { selection, editing } = live.ui.get();
      // what is chosen and typed in is gone with the draft
      live.ui.set({
        selection: new Set([...selection].filter((id) => !isDraft(id as CardId))),
        editing: editing !== undefined && isDraft(editing) ? undefined : editing,
      });
      if (view.snapshot().cards.size > 0) undo.clear();
      for (const undoing of undoings) undoing();
      topics.close();
      view.close();
      draft.close();
    },
  };
}

/** From what needs no word to what needs it most. */
const WORSE: readonly SyncStatus["type"][] = [
  "saved",
  "loading",
  "saving",
  "late",
  "offline",
  "notKept",
  "restoring",
  "refused",
];
function worse(board: SyncStatus, draft: SyncStatus): SyncStatus {
  // a draft that is over takes nothing away from the board, and one that is just opening has nothing to save
  if (draft.type === "refused" || draft.type === "loading") return board;
  if (board.type === "saved" && draft.type === "saved")
    return { type: "saved", at: Math.max(board.at ?? 0, draft.at ?? 0) || undefined };
  if (board.type === draft.type && "changes" in board && "changes" in draft)
    return { ...board, changes: board.changes + draft.changes };
  return WORSE.indexOf(draft.type) > WORSE.indexOf(board.type) ? draft : board;
}

/** What this person looks at, where some cards wear something for them alone. */
function dressedUi(
  ui: UiStore,
  worn: () => { readonly dress: Dress | undefined; readonly cards: ReadonlyMap<CardId, Card> },
): { readonly store: UiStore; readonly changed: () => void } {
  const topics = createTopics();
  let last:
    | { readonly state: UiState; readonly dress: Dress | undefined; readonly cards: unknown; readonly dressed: UiState }
    | undefined;
  return {
    changed: () => topics.tell(["ui"]),
    store: {
      ...ui,
      get: () => {
        const state = ui.get();
        const { dress, cards } = worn();
        if (last?.state !== state || last.dress !== dress || last.cards !== cards) {
          const all = new Map(state.dress);
          if (dress) for (const card of cards.keys()) all.set(card, dress);
          last = { state, dress, cards, dressed: { ...state, dress: all } };
        }
        return last.dressed;
      },
      subscribe: (listener) => {
        const both = [ui.subscribe(listener), topics.subscribe("ui", listener)];
        return () => {
          for (const undo of both) undo();
        };
      },
    },
  };
}
