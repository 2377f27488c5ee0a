import { useEffect } from "react";
import type { CardId } from "@palabre/shared/terms";
import type { BoardState } from "../state/index.ts";
import { revealCard } from "./revealCard.ts";

/** Where what is known of a chosen card shows by itself: beside the board, under it, or only when its tab is pressed. */
export type PanelPlace = "beside" | "under" | "over";

/** A press may be the first half of a double one, or the beginning of a drag: nothing moves under it before. */
const SECOND_PRESS_MS = 300;

/**
 * Choosing a card shows what is known of it, and the card stays in view beside or above that. Who closes the panel beside the board has
 * said that they want the room: from then on it opens by its tab only. A card that is being written or dragged is left alone.
 */
export function usePanelOnSelection(board: BoardState, place: PanelPlace): void {
  useEffect(() => {
    if (place === "over") return;
    const { ui } = board;
    let { panel, selection } = ui.get();
    let wasClosed = false;
    let isPressed = false;
    /** what is chosen has not been shown yet; once is enough, so that who moves the view away from it may */
    let isDue = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const show = (): void => {
      const now = ui.get();
      // its sheet comes under it once it is written
      if (place === "under" && now.editing !== undefined) return;
      isDue = false;
      // a selection holds ids of cards and of links; only a card is found by an id of a card
      const [id] = now.selection as ReadonlySet<CardId>;
      const isOne = now.selection.size === 1 && id !== undefined && board.card(id) !== undefined;
      if (!isOne || now.panel !== undefined || now.editing !== undefined) return;
      if (place === "beside") {
        if (wasClosed) return;
        ui.set({ panel: "card" });
      }
      // once the board has the room that is left
      requestAnimationFrame(() => requestAnimationFrame(() => revealCard(board, id)));
    };
    const showSoon = (): void => {
      clearTimeout(timer);
      timer = isDue && !isPressed ? setTimeout(show, SECOND_PRESS_MS) : undefined;
    };
    const onPress = (): void => {
      isPressed = true;
      clearTimeout(timer);
    };
    const onRelease = (): void => {
      isPressed = false;
      showSoon();
    };
    const watch = ui.subscribe(() => {
      const now = ui.get();
      if (panel !== undefined && now.panel === undefined) wasClosed = true;
      if (now.selection !== selection) isDue = true;
      ({ panel, selection } = now);
      showSoon();
    });
    // before anything that is pressed can stop them
    addEventListener("pointerdown", onPress, true);
    addEventListener("pointerup", onRelease, true);
    addEventListener("pointercancel", onRelease, true);
    return () => {
      watch();
      clearTimeout(timer);
      removeEventListener("pointerdown", onPress, true);
      removeEventListener("pointerup", onRelease, true);
      removeEventListener("pointercancel", onRelease, true);
    };
  }, [board, place]);
}
