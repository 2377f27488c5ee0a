import { isTrashed, titleOf, type BoardSnapshot, type Card, type CardId, type PersonId } from "@palabre/shared/terms";
import { useCallback, useSyncExternalStore } from "react";
import { kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import {
  reactionsTo,
  useBoard,
  useOpenComments,
  type BoardState,
  type Topic,
  useIsMarkedLocked,
  useUi,
} from "../state/index.ts";
import { cardChanges } from "./cardChanges.ts";
import { MARK_WORDS, useMark } from "./MarkTag.tsx";
import type { Here } from "./toFlow.ts";

/** A card in one sentence, for who hears the board. */
export function useCardWords(card: Card, here: Here | undefined, isSelected: boolean): string {
  const text = useText();
  const { t } = text;
  const author = usePersonName(card.by);
  const isLocked = useIsMarkedLocked(card.id);
  const [linksIn, linksOut] = useLinkCounts(card.id);
  const comments = useOpenComments(card.id);
  const reactions = reactionsTo(card).size;
  const mark = useMark(card.id);
  const seal = useUi((ui) => ui.seals.get(card.id));
  const dress = useUi((ui) => ui.dress.get(card.id));
  return [
    titleOf(card) || t("card.untitled"),
    kindWord(card, text),
    linksIn > 0 && t("card.linksIn", { n: linksIn }),
    linksOut > 0 && t("card.linksOut", { n: linksOut }),
    author !== undefined && t("card.by", { name: author }),
    here && (here.isWriting ? t("card.writing", { name: here.name }) : t("card.chosenBy", { name: here.name })),
    comments > 0 && t("card.comments", { n: comments }),
    reactions > 0 && t("card.reactions", { n: reactions }),
    isLocked && t("card.locked"),
    mark && t(MARK_WORDS[mark]),
    seal?.words,
    dress?.words,
    isSelected && t("card.selected"),
  ]
    .filter(Boolean)
    .join(", ");
}

/** What a person is called, whether they are here or not. */
export const usePersonName = (person: PersonId | undefined): string | undefined =>
  useNarrow("workshop", (board) => (person === undefined ? undefined : board.workshop().people.get(person)?.name));

function useLinkCounts(card: CardId): readonly [linksIn: number, linksOut: number] {
  const counts = useNarrow("board", (board) => countsOf(board.snapshot()).get(card) ?? NONE);
  return counts;
}

/** Reads one small value of the board: a card redraws when this changes, not whenever something does. */
function useNarrow<T>(topic: Topic, select: (board: BoardState) => T): T {
  const board = useBoard();
  const subscribe = useCallback((listener: () => void) => board.subscribe(topic, listener), [board, topic]);
  return useSyncExternalStore(subscribe, () => select(board));
}

type Counts = readonly [linksIn: number, linksOut: number];
const NONE: Counts = [0, 0];
/** By the links of a board, which are the same object while only cards change: for which cards they were counted. */
const countsByLinks = new WeakMap<
  BoardSnapshot["links"],
  { readonly cards: BoardSnapshot["cards"]; readonly counts: ReadonlyMap<CardId, Counts> }
>();
/** The pairs that exist already, so that equal counts are one object. */
const pairs = new Map<string, Counts>();

function countsOf({ cards, links }: BoardSnapshot): ReadonlyMap<CardId, Counts> {
  const known = countsByLinks.get(links);
  if (known?.cards === cards) return known.counts;
  const counts = known && liveAlike(known.cards, cards) ? known.counts : count({ cards, links });
  countsByLinks.set(links, { cards, counts });
  return counts;
}

/** Whether the same cards are on the board and in the trash. */
function liveAlike(before: BoardSnapshot["cards"], after: BoardSnapshot["cards"]): boolean {
  const { changed, gone } = cardChanges(before, after);
  const isDrawn = (card: Card | undefined) => card && !isTrashed(card);
  return gone.length === 0 && changed.every((id) => isDrawn(before.get(id)) === isDrawn(after.get(id)));
}

function count(snapshot: Pick<BoardSnapshot, "cards" | "links">): ReadonlyMap<CardId, Counts> {
  const counted = new Map<CardId, Counts>();
  const add = (card: CardId, linksIn: number, linksOut: number) => {
    const [before, beforeOut] = counted.get(card) ?? NONE;
    const next: Counts = [before + linksIn, beforeOut + linksOut];
    const key = next.join(" ");
    counted.set(card, pairs.get(key) ?? next);
    if (!pairs.has(key)) pairs.set(key, next);
  };
  const isDrawn = (id: CardId) => snapshot.cards.get(id)?.attributes.trashedAt === undefined;
  for (const { from, to, attributes } of snapshot.links.values()) {
    if (attributes.trashedAt !== undefined || !isDrawn(from) || !isDrawn(to)) continue;
    add(from, 0, 1);
    add(to, 1, 0);
  }
  return counted;
}
