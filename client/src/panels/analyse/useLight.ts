import { AppError } from "@palabre/shared/errors";
import type { LinkId, SpotlitThings } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard, useSpotlit } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";

/** Turns the light on a loop on and off: a facilitator's for everybody, anybody else's for themselves. */
export function useLight(things: SpotlitThings): { readonly isLit: boolean; readonly turn: () => void } {
  const { error } = useText();
  const board = useBoard();
  const spotlit = useSpotlit();
  const isLit = spotlit !== undefined && isSameList(spotlit.things.links, things.links);
  const tell = (fault: unknown): void => {
    showToast({
      text: error(fault instanceof AppError ? fault : new AppError("internal", "the request failed")),
      tone: "warn",
    });
  };
  return {
    isLit,
    turn: () => {
      const [first] = things.cards;
      // where the panel lies over the board, this makes room to see what is lit
      if (!isLit && first !== undefined) board.commands.lookAt(first);
      if (board.mayFacilitate) {
        board.ui.set({ light: undefined });
        void board.conduct.spotlight(isLit ? undefined : things).catch(tell);
      } else board.light(isLit ? undefined : things);
    },
  };
}

const isSameList = (a: readonly LinkId[], b: readonly LinkId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));
