import type { Placed } from "@palabre/shared/outline";
import type { CardId, Pair } from "@palabre/shared/terms";
import { useCallback, useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from "react";
import { isShown, nameOf, type ActionContext } from "./action.ts";
import { boxOf, middleOf } from "./box.ts";
import { loseField } from "../typing/index.ts";
import { findClosest } from "./nearest.ts";
import { keepsItsKeys } from "../ui/index.ts";

/**
 * The one card that the keyboard is at. The canvas is a single stop of Tab: coming in, the keyboard goes to the card where it was last,
 * or to the one nearest to the middle of the view; Ctrl+arrows go on from there.
 */
export function useFocusedCard(root: RefObject<HTMLElement | null>, context: ActionContext) {
  const [focused, setState] = useState<CardId>();
  const [isInside, setInside] = useState(false);
  const focusedNow = useRef<CardId>(undefined);
  const lastPlace = useRef<Pair>(undefined);
  const lastText = useRef<string>(undefined);
  /** the card was deleted while something that lies over the board had the keyboard */
  const isLost = useRef(false);
  const { board } = context;
  const boardBefore = useRef(board);
  const setFocused = useCallback((card: CardId | undefined) => {
    focusedNow.current = card;
    setState(card);
  }, []);

  const goToNearest = useCallback(
    (place: Pair | undefined) => {
      const next = findClosest(place ?? context.view?.middle() ?? [0, 0], drawnCards(context));
      setFocused(undefined);
      if (next !== undefined) context.view?.focusCard(next);
      return next;
    },
    [context, setFocused],
  );

  // a card that somebody deletes hands the keyboard to its neighbour, and says so; in view to who typed in it
  useEffect(() => {
    const isOther = boardBefore.current !== board;
    boardBefore.current = board;
    const look = () => {
      const id = focusedNow.current;
      const card = id && board.card(id);
      if (card && card.attributes.trashedAt === undefined) {
        lastPlace.current = middleOf(boxOf(card));
        lastText.current = card.text;
        return;
      }
      if (id === undefined) return;
      const hadKeyboard = root.current?.querySelector(`[data-card="${id}"]`)?.contains(document.activeElement) === true;
      const wasTyping = keepsItsKeys(document.activeElement);
      const title = nameOf(context, id);
      setFocused(undefined);
      isLost.current = !hadKeyboard;
      if (!hadKeyboard) return;
      // what was written in silence is another card once all see it; the canvas of that board is ready in a moment
      if (isOther) {
        requestAnimationFrame(() => {
          const same = [...board.snapshot().cards.values()].find(({ text }) => text === lastText.current);
          if (same) context.view?.focusCard(same.id);
          else goToNearest(lastPlace.current);
        });
        return;
      }
      const next = goToNearest(lastPlace.current);
      const { t } = context.text;
      const words =
        next === undefined ? t("canvas.gone", { title }) : t("canvas.goneTo", { title, next: nameOf(context, next) });
      if (wasTyping) loseField(context, [id], words);
      else context.announce(words);
    };
    look();
    return board.subscribe("board", look);
  }, [board, context, goToNearest, root, setFocused, focused]);

  // who types in a card is at it, however the typing began
  useEffect(
    () =>
      board.ui.subscribe(() => {
        const { editing } = board.ui.get();
        if (editing !== undefined && editing !== focusedNow.current) setFocused(editing);
      }),
    [board, setFocused],
  );

  const comeBack = useCallback(() => {
    const hasLost = isLost.current;
    isLost.current = false;
    if (document.activeElement !== document.body) return;
    if (!hasLost || goToNearest(lastPlace.current) === undefined)
      root.current?.closest<HTMLElement>("#canvas")?.focus();
  }, [goToNearest, root]);
  const comeIn = () => {
    const last = focusedNow.current;
    if (last !== undefined) context.view?.focusCard(last);
    else goToNearest(undefined);
  };
  return {
    focused,
    focusedNow,
    setFocused,
    /** Takes the keyboard where nothing has it any more: what had it was deleted by its menu. */
    comeBack,
    /** Tab comes to the canvas itself, and from a card in it goes out. */
    tabIndex: isInside ? -1 : 0,
    /** From the ground, where a click has left the keyboard, Tab goes to a card first. */
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== "Tab" || event.shiftKey || event.target !== event.currentTarget || !isShown(board)) return;
      event.preventDefault();
      comeIn();
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) {
        const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-card]") : null;
        if (card) setInside(true);
        // only cards carry this mark, with their id; a button on a card is not the card
        if (card === event.target) setFocused(card.dataset["card"] as CardId);
        return;
      }
      // a click on the ground leaves the keyboard with the canvas
      if (event.currentTarget.matches(":focus-visible")) comeIn();
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest("[data-card]"))) setInside(false);
    },
  };
}

const drawnCards = ({ board }: ActionContext): readonly Placed[] =>
  [...board.snapshot().cards.values()]
    .filter(({ kind, attributes }) => attributes.trashedAt === undefined && kind !== "frame")
    .map((card) => ({ id: card.id, box: boxOf(card) }));
