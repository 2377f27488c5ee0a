import type { Deed, Forbidden } from "@palabre/shared/facilitation";
import type { CardId, LinkId } from "@palabre/shared/terms";
import type { BoardState } from "./boardState.ts";
import type { Commands, ListedCard, NewCard, NewLink } from "./commands.ts";

interface Deps {
  readonly isDraft: (card: CardId) => boolean;
  /** whether new cards of a kind go to the draft now */
  readonly goesToDraft: (kind: string) => boolean;
  /** whether people write in silence now */
  readonly isSilent: () => boolean;
  readonly onForbidden: (reason: Forbidden, deed: Deed) => void;
}

/**
 * What a person does where cards of the board and of their draft lie side by side: each to the document it belongs to, and nothing of the
 * draft where others see it. What is chosen, typed and dragged there is not shown, nor where the pointer is while people write in
 * silence: a hand that goes from place to place would tell who writes what.
 */
export function joinCommands(
  { commands: board, ui }: Pick<BoardState, "commands" | "ui">,
  draft: Commands,
  { isDraft, goesToDraft, isSilent, onForbidden }: Deps,
): Commands {
  const split = <T extends CardId | LinkId>(things: Iterable<T>): { readonly mine: T[]; readonly others: T[] } => {
    const all = [...things];
    // a selection holds ids of both; a draft has cards only
    return { mine: all.filter((id) => isDraft(id as CardId)), others: all.filter((id) => !isDraft(id as CardId)) };
  };
  const refuse = (type: "addLink" | "addComment"): void => onForbidden("phase", { type });
  /** Others see nothing chosen or typed in by this person from here on. */
  const withdraw = () => {
    board.select([]);
    board.edit(undefined);
  };
  const select: Commands["select"] = (things) => {
    const all = new Set(things);
    const { mine, others } = split(all);
    board.select(others);
    if (mine.length > 0) ui.set({ selection: all });
  };
  return {
    ...board,
    addCard: ({ from, to, ...card }) => {
      const ofBoard = (id: CardId | undefined) => (id === undefined || isDraft(id) ? undefined : id);
      if (!goesToDraft(card.kind)) return board.addCard({ ...card, from: ofBoard(from), to: ofBoard(to) });
      withdraw();
      return draft.addCard(unframed(card));
    },
    addCards: (cards, links = []) => {
      const mine = cards.filter(({ kind }) => goesToDraft(kind));
      if (mine.length === 0) return board.addCards(cards, links);
      withdraw();
      const others = without(cards, links, (card) => mine.includes(card));
      const ids = [...board.addCards(others.cards, others.links), ...draft.addCards(mine.map(unframed))];
      select(ids);
      return ids;
    },
    addLink: (from, to, polarity) => {
      if (!isDraft(from) && !isDraft(to)) return board.addLink(from, to, polarity);
      refuse("addLink");
      return undefined;
    },
    // nobody else knows of a draft: there is nobody to say something of it to
    comment: (on, text, replyTo) => {
      if (!isDraft(on as CardId)) return board.comment(on, text, replyTo);
      refuse("addComment");
      return undefined;
    },
    react: (card, reaction) => {
      if (isDraft(card)) refuse("addComment");
      else board.react(card, reaction);
    },
    moveCards: (cards, by, frames = new Map()) => {
      const { mine, others } = split(cards);
      const framed = new Map([...frames].filter(([card]) => !isDraft(card)));
      const isMoved = others.length > 0 && board.moveCards(others, by, framed);
      return (mine.length > 0 && draft.moveCards(mine, by)) || isMoved;
    },
    arrange: (cards, _, lying) => {
      const all = [...cards];
      const mine = all.filter(({ card }) => isDraft(card));
      const others = all.filter(({ card }) => !isDraft(card));
      const back = others.length > 0 ? board.arrange(others, [], lying) : undefined;
      const own = mine.map(({ values, ...part }) => ({ ...part, values: values && { ...values, frame: undefined } }));
      const ownBack = own.length > 0 ? draft.arrange(own) : undefined;
      if (!back && !ownBack) return undefined;
      return () => {
        ownBack?.();
        back?.();
      };
    },
    setCard: (card, values) => (isDraft(card) ? draft : board).setCard(card, values),
    setCards: (changes) => {
      const all = [...changes];
      const mine = all.filter(([card]) => isDraft(card));
      const others = all.filter(([card]) => !isDraft(card));
      const isSet = mine.length > 0 && draft.setCards(mine);
      return (others.length > 0 && board.setCards(others)) || isSet;
    },
    trash: (things) => {
      const { mine, others } = split(things);
      const back = [draft.trash(mine), board.trash(others)].filter((each) => each !== undefined);
      if (back.length === 0) return undefined;
      return () => {
        for (const bringBack of back) bringBack();
      };
    },
    takeAway: (cards) => {
      const { mine, others } = split(cards);
      return draft.takeAway(mine) + board.takeAway(others);
    },
    bringBack: (things) => {
      const { mine, others } = split(things);
      if (mine.length > 0) draft.bringBack(mine);
      if (others.length > 0) board.bringBack(others);
    },
    openText: (card) => (isDraft(card) ? draft : board).openText(card),
    holdText: (card) => (isDraft(card) ? draft : board).holdText(card),
    showDrag: (drag) => {
      const cards = split(drag?.cards ?? []).others;
      board.showDrag(drag && cards.length > 0 ? { ...drag, cards } : undefined);
    },
    showCursor: (cursor) => board.showCursor(isSilent() ? undefined : cursor),
    select,
    edit: (card) => {
      if (card === undefined || !isDraft(card)) return board.edit(card);
      board.edit(undefined);
      draft.edit(card);
    },
  };
}

/** What is written in silence lies in no frame that others see: it would be moved and copied with it. */
function unframed({ kind, position, text, attributes = {} }: ListedCard): NewCard {
  const { frame: _, ...others } = attributes;
  return { kind, position, ...(text === undefined ? {} : { text }), attributes: others };
}

/** Cards that come together without some of them, and the links among those that are left. */
function without(
  cards: readonly ListedCard[],
  links: readonly NewLink[],
  isLeftOut: (card: ListedCard) => boolean,
): { readonly cards: readonly ListedCard[]; readonly links: readonly NewLink[] } {
  const kept = cards.filter((card) => !isLeftOut(card));
  const placeOf = (place: number): number => kept.findIndex((card) => card === cards[place]);
  return {
    cards: kept.map((card) => (card.within === undefined ? card : { ...card, within: placeOf(card.within) })),
    links: links
      .map((link) => ({ ...link, from: placeOf(link.from), to: placeOf(link.to) }))
      .filter(({ from, to }) => from !== -1 && to !== -1),
  };
}
