import { isCardKind, type CardId, type Pair } from "@palabre/shared/terms";
import { useReactFlow } from "@xyflow/react";
import { useCallback, useRef, useState, type PointerEvent, type RefObject } from "react";
import type { ActionContext } from "./action.ts";
import { boxOf, holds } from "./box.ts";
import { kindAfter, placeNew } from "./fromFlow.ts";
import { finishLink, isLinkable, startLink } from "./joining.ts";
import type { Side } from "./linkPath.ts";
import type { CanvasFlow } from "./useFlow.ts";

/** A link that is being drawn out of a port. */
export interface LinkDraft {
  readonly from: CardId;
  readonly side: Side;
  /** the pointer, in board px */
  readonly to: Pair;
  /** the card under the pointer */
  readonly over: CardId | undefined;
}

/** A pointer that moved less than this has clicked. */
const CLICK_PX = 5;

/**
 * Draws links out of ports. Dropped on a card it links the two; dropped on the ground it makes a new card there, linked; let go where it
 * began, it waits for a click on the other card, which is the way for those who can't drag.
 * @param far  what is painted, and where it lies
 */
export function useLinkDraft(context: ActionContext, far: RefObject<CanvasFlow | undefined>) {
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const [draft, setDraft] = useState<LinkDraft>();
  const cleanUp = useRef<() => void>(undefined);

  const begin = useCallback(
    (from: CardId, side: Side, down: PointerEvent<HTMLElement>) => {
      if (down.button !== 0 || !down.isPrimary) return;
      // the card beneath neither moves nor loses the keyboard
      down.stopPropagation();
      down.preventDefault();
      cleanUp.current?.();
      const stopped = new AbortController();
      // somebody else may throw away the card that it begins at
      const stopWatching = context.board.subscribe("board", () => !isLinkable(context, from) && end());
      const end = () => {
        stopWatching();
        stopped.abort();
        setDraft(undefined);
      };
      cleanUp.current = end;
      const read = (event: globalThis.PointerEvent): LinkDraft => {
        const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
        const id =
          cardUnder(event) ?? (far.current?.isFar === true ? far.current.places.at([x, y], getZoom()) : undefined);
        const over = id !== undefined && id !== from && isLinkable(context, id) ? id : undefined;
        return { from, side, to: [x, y], over };
      };
      const hasMoved = (event: globalThis.PointerEvent) =>
        Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > CLICK_PX;
      const options = { signal: stopped.signal, capture: true };
      const isOurs = (event: globalThis.PointerEvent) => event.pointerId === down.pointerId;
      window.addEventListener(
        "pointermove",
        (event) => isOurs(event) && hasMoved(event) && setDraft(read(event)),
        options,
      );
      window.addEventListener("pointercancel", (event) => isOurs(event) && end(), options);
      window.addEventListener("keydown", (event) => event.key === "Escape" && end(), options);
      // a second finger is another gesture
      window.addEventListener("pointerdown", (event) => !isOurs(event) && end(), options);
      window.addEventListener(
        "pointerup",
        (event) => {
          if (!isOurs(event)) return;
          end();
          if (hasMoved(event)) land(context, read(event));
          else {
            swallowClick();
            startLink(context, from, "+");
          }
        },
        options,
      );
    },
    [context, far, screenToFlowPosition, getZoom],
  );
  return { draft, begin };
}

/** How long after a finger has left its click comes, at most. */
const CLICK_MS = 400;
/** The dots go away when one was taken: the click that follows a tap would hit what lies under it, and give the link up. */
function swallowClick(): void {
  const stopped = new AbortController();
  const { signal } = stopped;
  window.addEventListener("click", (event) => event.stopPropagation(), { capture: true, once: true, signal });
  // the next touch is another one
  window.addEventListener("pointerdown", () => stopped.abort(), { capture: true, once: true, signal });
  setTimeout(() => stopped.abort(), CLICK_MS);
}

function land(context: ActionContext, { from, over, to }: LinkDraft): void {
  const { board, view } = context;
  if (over !== undefined) return finishLink(context, from, over, "+");
  const origin = board.card(from);
  // let go over itself, or over something that can't be linked
  if (!origin || holds(boxOf(origin), to)) return;
  const kind = isCardKind(origin.kind) ? kindAfter(origin.kind) : "expectation";
  const id = board.commands.addCard({ ...placeNew(board.snapshot(), kind, to), from });
  const card = id && board.card(id);
  if (card) view?.comeNear(boxOf(card));
}

/** The card of the page that a pointer is over. */
function cardUnder({ clientX, clientY }: globalThis.PointerEvent): CardId | undefined {
  const element = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-card]");
  // only our own cards carry this mark, with their id
  return element?.dataset["card"] as CardId | undefined;
}
