import { isDrafted } from "@palabre/shared/facilitation";
import type { BoardState } from "./boardState.ts";
import type { Commands } from "./commands.ts";
import type { DraftOf } from "./draftingState.ts";
import { over } from "./over.ts";

/** A board while this person's draft is being opened. */
export interface AwaitingDraft {
  /** the draft that is being opened */
  readonly of: DraftOf | undefined;
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
export function awaitingDraft(live: BoardState, of?: DraftOf): AwaitingDraft {
  const { commands } = live;
  // the last one: who sees nothing happen presses again
  let held: ((draft: Commands) => void) | undefined;
  // the canvas is drawn over the draft a moment after it is there
  let draft: Commands | undefined;
  const isHeld = (kind: string) => isDrafted(kind, live.workshop().rules);
  return {
    of,
    canvas: over(live, {
      commands: {
        ...commands,
        addCard: (card) => {
          if (!isHeld(card.kind)) return commands.addCard(card);
          if (draft) return draft.addCard(card);
          held = (opened) => void opened.addCard(card);
          return undefined;
        },
        addCards: (cards, links) => {
          if (!cards.some(({ kind }) => isHeld(kind))) return commands.addCards(cards, links);
          if (draft) return draft.addCards(cards, links);
          held = (opened) => void opened.addCards(cards, links);
          return [];
        },
      },
    }),
    settle: (opened) => {
      draft = opened;
      held?.(opened);
      held = undefined;
    },
    forget: () => {
      draft = undefined;
      held = undefined;
    },
  };
}
