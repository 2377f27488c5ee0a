import { isDrafted } from "@palabre/shared/facilitation";
import type { BoardState } from "./boardState.ts";
import type { Commands } from "./commands.ts";
import { over } from "./over.ts";

/** A board while this person's draft is being opened. */
export interface AwaitingDraft {
  readonly canvas: BoardState;
  /** Does what was held, in the draft. */
  settle(commands: Commands): void;
  /** The draft is over before it was there. */
  forget(): void;
}

/**
 * People write as soon as they are told to, and that may be before their draft is there: what would go to it is held until then. Neither
 * is it refused, nor does it go to the board, where a facilitator's would be seen by all.
 */
export function awaitingDraft(live: BoardState): AwaitingDraft {
  const { commands } = live;
  // the last one: who sees nothing happen presses again
  let held: ((commands: Commands) => void) | undefined;
  const isHeld = (kind: string) => isDrafted(kind, live.workshop().rules);
  return {
    canvas: over(live, {
      commands: {
        ...commands,
        addCard: (card) => {
          if (!isHeld(card.kind)) return commands.addCard(card);
          held = (draft) => void draft.addCard(card);
          return undefined;
        },
        addCards: (cards, links) => {
          if (!cards.some(({ kind }) => isHeld(kind))) return commands.addCards(cards, links);
          held = (draft) => void draft.addCards(cards, links);
          return [];
        },
      },
    }),
    settle: (draft) => {
      held?.(draft);
      held = undefined;
    },
    forget: () => (held = undefined),
  };
}
