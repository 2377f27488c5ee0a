import type { CardId, Pair } from "@palabre/shared/terms";

/** Cards in the page that a hand carries. */
export interface CarriedCards {
  /** Shows them [dx, dy] board px from where they lie. */
  show(by: Pair): void;
  /** Leaves them where they lie: React Flow, which was not told of the steps, says from here on where that is. */
  end(): void;
}

/**
 * Moves the elements of cards by hand. React Flow would make each step of a drag a new list of nodes and draw each of them; here it is one
 * style of each, and a layer of its own keeps the browser from painting the board anew.
 * @param canvas  holds the elements of React Flow
 * @param placeOf where a card lies
 */
export function carryCards(
  canvas: HTMLElement,
  cards: ReadonlySet<CardId>,
  placeOf: (card: CardId) => Pair | undefined,
): CarriedCards {
  const elements = new Map<CardId, HTMLElement>();
  for (const element of canvas.querySelectorAll<HTMLElement>(".react-flow__node")) {
    // nodes carry the ids of cards: they were made of them
    const id = element.dataset["id"] as CardId;
    if (!cards.has(id)) continue;
    elements.set(id, element);
    element.style.willChange = "transform";
  }
  const show = ([dx, dy]: Pair) => {
    for (const [id, { style }] of elements) {
      const at = placeOf(id);
      // as React Flow writes it: what it says next is no change where it is the same
      if (at) style.transform = `translate(${at[0] + dx}px,${at[1] + dy}px)`;
    }
  };
  return {
    show,
    end: () => {
      show([0, 0]);
      for (const { style } of elements.values()) style.willChange = "";
    },
  };
}
