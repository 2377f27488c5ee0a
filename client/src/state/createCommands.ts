import {
  applyEdits,
  fitText,
  inverseOf,
  isWrittenByOthers,
  openCardText,
  type BoardDoc,
  type BoardView,
  type Edit,
  type Undoable,
  type UndoHistory,
  type UndoResult,
  type Written,
} from "@palabre/shared/documents";
import type { Deed, Forbidden } from "@palabre/shared/facilitation";
import type { BoardFacts } from "@palabre/shared/protocol";
import {
  DEFAULT_POLARITY,
  LIMITS,
  newCardId,
  newLinkId,
  type CardId,
  type LinkId,
  type PersonId,
} from "@palabre/shared/terms";
import type { PresenceChannel } from "../sync/index.ts";
import { deedsOf, deedsOfWriting } from "./deeds.ts";
import { fitting } from "./fitting.ts";
import { createRemarkCommands } from "./remarks.ts";
import type { UiStore } from "./uiState.ts";
import type { Commands, NewCard } from "./commands.ts";

type SetEdit = Extract<Edit, { readonly type: "setAttributes" }>;

interface Deps {
  /** the document in use; another one after a refusal */
  readonly doc: () => BoardDoc;
  readonly view: BoardView;
  readonly undo: UndoHistory;
  readonly ui: UiStore;
  readonly presence: PresenceChannel;
  readonly me: BoardFacts;
  /** why the rules of now forbid a deed; undefined when they don't */
  readonly forbids: (deed: Deed) => Forbidden | undefined;
  /** why nothing at all may be changed now; undefined while anything may */
  readonly whyReadOnly: () => Forbidden | undefined;
  readonly onForbidden: (reason: Forbidden, deed: Deed) => void;
  /** cards that the document holds at most, thrown away ones included */
  readonly most: number;
  /** @param left how many cards there was no room for */
  readonly onFull: (left: number) => void;
  /** told of words that a card can't take any more, with the reason */
  readonly onUnwritten: (card: CardId, text: string, reason: Forbidden | "gone") => void;
  readonly now?: () => number;
}

type CardEdit = Extract<Edit, { type: "addCard" }>;
const toCardEdit = (
  { kind, position: [x, y], text, attributes }: NewCard,
  birth: { readonly by: PersonId; readonly at: number },
): CardEdit => ({
  type: "addCard",
  id: newCardId(),
  kind,
  position: [Math.round(x), Math.round(y)],
  ...(text === undefined ? {} : { text: fitText(text) }),
  ...(attributes === undefined ? {} : { attributes }),
  ...birth,
});

export function createCommands({
  doc,
  view,
  undo,
  ui,
  presence,
  me,
  forbids,
  whyReadOnly,
  onForbidden,
  most,
  onFull,
  onUnwritten,
  now = Date.now,
}: Deps): Commands {
  /** How many more cards the document holds. */
  const room = (): number => most - view.snapshot().cards.size;
  /** Whether there is room for all of these; if not, their person is told. */
  const hasRoomFor = (cards: number): boolean => {
    if (cards <= room()) return true;
    onFull(cards);
    return false;
  };
  /** Whether all of this may be done now; if not, its person is told why. */
  const may = (deeds: readonly Deed[]): boolean => {
    for (const deed of deeds) {
      const reason = forbids(deed);
      if (reason === undefined) continue;
      onForbidden(reason, deed);
      return false;
    }
    return true;
  };
  const writeIn = (card: CardId): Deed => {
    const { kind, by, attributes } = view.card(card) ?? {};
    const isLocked = attributes?.locked === true;
    return { type: "write", on: card, thing: "card", kind, madeBy: by, isLocked };
  };
  const mayMove = (card: CardId): boolean =>
    deedsOf({ type: "moveCards", moves: [{ card, to: [0, 0] }] }, view).every((deed) => forbids(deed) === undefined);
  /** Whether a card may be said to lie in another frame. */
  const mayLie = (card: CardId): boolean =>
    view.card(card) !== undefined &&
    deedsOf({ type: "setAttributes", on: card, values: { frame: undefined } }, view).every(
      (deed) => forbids(deed) === undefined,
    );
  const turn = (act: Undoable, way: "undo" | "redo"): UndoResult => {
    const forbidden: (readonly [Forbidden, Deed])[] = [];
    const mayWriteBack = (written: Written) => {
      const refused = deedsOfWriting(written, view).flatMap((deed) => {
        const reason = forbids(deed);
        return reason === undefined ? [] : ([[reason, deed]] as const);
      });
      forbidden.push(...refused.slice(0, 1));
      return refused.length === 0;
    };
    const result = act[way](mayWriteBack);
    const [first] = forbidden;
    if (first) onForbidden(...first);
    // those have been told of already
    return { ...result, skipped: result.skipped - forbidden.length };
  };
  /** Remembers an act with the rules of the document that it was done to: whoever undoes it may not know which that is. */
  const remember = (done: Undoable | undefined): Undoable | undefined => {
    const ruled = done && {
      undo: () => turn(done, "undo"),
      redo: () => turn(done, "redo"),
      // who may change nothing now keeps their acts for when they may
      waits: () => {
        const reason = whyReadOnly();
        if (reason !== undefined) onForbidden(reason, { type: "addLink" });
        return reason !== undefined;
      },
      forget: () => done.forget?.(),
    };
    undo.did(ruled);
    return ruled;
  };
  /** @returns what was done; undefined when nothing was */
  const act = (...edits: Edit[]): Undoable | undefined => {
    if (!may(edits.flatMap((edit) => deedsOf(edit, view)))) return undefined;
    return remember(inverseOf(doc(), applyEdits(doc(), edits)));
  };
  const apply = (...edits: Edit[]): boolean => act(...edits) !== undefined;
  const setAll = (changes: Iterable<readonly [CardId | LinkId, SetEdit["values"]]>) =>
    apply(...Array.from(changes, ([on, values]): Edit => ({ type: "setAttributes", on, values })));
  const select = (things: Iterable<CardId | LinkId>) => {
    const selection = new Set(things);
    ui.set({ selection });
    // a longer list would be too much for a presence: the person would be shown no more
    const shown = [...selection].slice(0, LIMITS.draggedCards);
    presence.show({ selection: shown.length > 0 ? shown : undefined });
  };
  const edit = (card: CardId | undefined) => {
    if (card !== undefined && !may([writeIn(card)])) return;
    ui.set({ editing: card });
    presence.show({ editing: card });
  };
  return {
    addCard: ({ from, to, holds = [], ...card }) => {
      if (!hasRoomFor(1)) return undefined;
      const birth = { by: me.person, at: now() };
      const born = toCardEdit(card, birth);
      const { id } = born;
      const link = (start: CardId | undefined, end: CardId | undefined): readonly Edit[] =>
        start === undefined || end === undefined
          ? []
          : [{ type: "addLink", id: newLinkId(), from: start, to: end, polarity: DEFAULT_POLARITY, ...birth }];
      const held = holds.filter(mayLie).map((on): Edit => ({ type: "setAttributes", on, values: { frame: id } }));
      if (!apply(born, ...link(from, id), ...link(id, to), ...held)) return undefined;
      select([id]);
      if (card.text === undefined) edit(id);
      return id;
    },
    addCards: (all, joining = []) => {
      const { cards, links, left } = fitting(all, joining, room());
      if (left > 0) onFull(left);
      if (cards.length === 0) return [];
      const birth = { by: me.person, at: now() };
      const unframed = cards.map((card) => toCardEdit(card, birth));
      const births = unframed.map((born, place) => {
        const frame = unframed[cards[place]?.within ?? -1]?.id;
        return frame === undefined ? born : { ...born, attributes: { ...born.attributes, frame } };
      });
      const joins = links.flatMap(({ from, to, attributes }): Edit[] => {
        const [start, end] = [births[from], births[to]];
        const { polarity, strength, delay, label } = attributes;
        const set = Object.fromEntries(
          Object.entries({ polarity, strength, delay, label }).filter(([, value]) => value !== undefined),
        );
        return start && end ? [{ type: "addLink", id: newLinkId(), from: start.id, to: end.id, ...set, ...birth }] : [];
      });
      if (!apply(...births, ...joins)) return [];
      const ids = births.map(({ id }) => id);
      select(ids);
      return ids;
    },
    addLink: (from, to, polarity = "+") => {
      if (from === to) return undefined;
      for (const link of view.snapshot().links.values()) {
        if (link.from === from && link.to === to && link.attributes.trashedAt === undefined) return link.id;
      }
      const id = newLinkId();
      return apply({ type: "addLink", id, from, to, polarity, by: me.person, at: now() }) ? id : undefined;
    },
    moveCards: (cards, [dx, dy], frames = new Map()) => {
      const moving = new Set(cards);
      for (const { id, attributes } of view.snapshot().cards.values()) {
        if (attributes.frame === undefined || !moving.has(attributes.frame)) continue;
        // nobody sees what is in the trash: it comes along, but never stands in the way
        if (attributes.trashedAt === undefined || mayMove(id)) moving.add(id);
      }
      const moves = [...moving].flatMap((id) => {
        const card = view.card(id);
        return card
          ? [{ card: id, to: [Math.round(card.position[0] + dx), Math.round(card.position[1] + dy)] as const }]
          : [];
      });
      const settled = [...frames].map(([on, frame]): Edit => ({ type: "setAttributes", on, values: { frame } }));
      return apply({ type: "moveCards", moves }, ...settled);
    },
    arrange: (cards, frames = [], lying = new Map()) => {
      if (!hasRoomFor(frames.length)) return undefined;
      const all = [...cards];
      const birth = { by: me.person, at: now() };
      const births = frames.map((frame) => toCardEdit(frame, birth));
      const moves = all.flatMap(({ card, to }) =>
        to === undefined ? [] : [{ card, to: [Math.round(to[0]), Math.round(to[1])] as const }],
      );
      const settled = all.flatMap(({ card, values, within }): readonly Edit[] => {
        const frame = births[within ?? -1]?.id;
        if (values === undefined && frame === undefined) return [];
        return [{ type: "setAttributes", on: card, values: { ...values, ...(frame && { frame }) } }];
      });
      const laid = [...lying].flatMap(([on, frame]): readonly Edit[] =>
        mayLie(on) ? [{ type: "setAttributes", on, values: { frame } }] : [],
      );
      const moved: readonly Edit[] = moves.length > 0 ? [{ type: "moveCards", moves }] : [];
      const done = act(...births, ...moved, ...settled, ...laid);
      return done && (() => void undo.takeBack(done));
    },
    setCard: (card, values) => void setAll([[card, values]]),
    setCards: setAll,
    setLink: (link, values) => void setAll([[link, values]]),
    setLinks: setAll,
    changeLinks: (changes) => {
      const at = now();
      const gone: LinkId[] = [];
      const edits: Edit[] = [];
      for (const change of changes) {
        if (change.type === "trash") {
          gone.push(change.link);
          continue;
        }
        const { polarity, strength } = change;
        if (change.type === "set")
          edits.push({ type: "setAttributes", on: change.link, values: { polarity, strength } });
        else edits.push({ ...change, type: "addLink", id: newLinkId(), by: me.person, at });
      }
      if (gone.length > 0) edits.push({ type: "trash", things: gone, at });
      return edits.length > 0 && apply(...edits);
    },
    trash: (things) => {
      const gone = [...things];
      if (gone.length === 0 || !apply({ type: "trash", things: gone, at: now() })) return undefined;
      select([]);
      return () => void apply({ type: "bringBack", things: gone });
    },
    takeAway: (cards) => {
      const things = cards.filter((id) => !isWrittenByOthers(doc(), id));
      if (things.length > 0 && apply({ type: "trash", things, at: now() })) select([]);
      return cards.length - things.length;
    },
    bringBack: (things) => void apply({ type: "bringBack", things: [...things] }),
    openText: (card) => {
      const text = may([writeIn(card)]) ? openCardText(doc(), card) : undefined;
      if (!text) return undefined;
      return {
        ...text,
        close: () => remember(text.close()),
      };
    },
    holdText: (card) => {
      const before = view.card(card)?.text ?? "";
      return (typed) => {
        const reason = view.card(card) ? forbids(writeIn(card)) : "gone";
        const text = reason === undefined ? openCardText(doc(), card) : undefined;
        if (!text) return onUnwritten(card, before + typed, reason ?? "gone");
        text.edit(text.value() + typed);
        remember(text.close());
      };
    },
    ...createRemarkCommands(apply, me.person, now),
    undo: undo.undo,
    redo: undo.redo,
    showDrag: (drag) => presence.show({ drag }),
    showCursor: (cursor) => presence.show({ cursor }),
    select,
    edit,
    lookAt: (card) => ui.set({ lookAt: { card } }),
  };
}
