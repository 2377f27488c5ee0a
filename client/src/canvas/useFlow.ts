import type { CardId, LinkId, Pair } from "@palabre/shared/terms";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useLocks, useOthers, useSnapshot, useSpotlit, useUi } from "../state/index.ts";
import { createMounted, type Mounted } from "./far/mounted.ts";
import { createPlaces, type Places } from "./far/places.ts";
import { useWindow } from "./far/useWindow.ts";
import { createHere } from "./here.ts";
import { createRemoteDrags } from "./remoteDrags.ts";
import { createToFlow, type Flow, type Here } from "./toFlow.ts";
import type { Moving } from "./useMoving.ts";

export interface CanvasFlow extends Flow {
  /** the board is painted: React Flow has only what somebody has in hand */
  readonly isFar: boolean;
  /** so much is moved that its links are painted, which React Flow would draw one by one */
  readonly isCarryPainted: boolean;
  readonly places: Places;
  /** how far cards are shown from where they lie */
  readonly moved: ReadonlyMap<CardId, Pair>;
  readonly lit: ReadonlySet<CardId | LinkId> | undefined;
  readonly here: ReadonlyMap<CardId | LinkId, Here>;
}

/**
 * The board as React Flow is given it: the snapshot, what is chosen and moved here, and what the others do meanwhile.
 * @param focused the card that the keyboard is at
 * @param pointed the card under the pointer, where the board is painted
 */
export function useFlow(
  moving: Moving | undefined,
  focused: CardId | undefined,
  pointed: CardId | undefined,
): CanvasFlow {
  const snapshot = useSnapshot();
  const others = useOthers();
  const selection = useUi((ui) => ui.selection);
  const editing = useUi((ui) => (ui.isInTwin === true ? undefined : ui.editing));
  const linkStart = useUi((ui) => (ui.tool.type === "link" ? ui.tool.from : undefined));
  // one of each for the life of the canvas: they remember what they made last
  const makers = useRef({
    toFlow: createToFlow(),
    hereOf: createHere(),
    dragsOf: createRemoteDrags(),
    places: createPlaces(),
  });
  const locks = useLocks();
  const lit = useLit();
  const [turn, lookAgain] = useReducer((n: number) => n + 1, 0);

  const remote = useMemo(
    () => makers.current.dragsOf(others, snapshot.cards, performance.now()),
    // oxlint-disable-next-line react/exhaustive-deps -- a turn is the time passing
    [others, snapshot, turn],
  );
  useEffect(() => {
    if (remote.until === undefined) return;
    const timer = setTimeout(lookAgain, Math.max(0, remote.until - performance.now()));
    return () => clearTimeout(timer);
  }, [remote]);

  const here = useMemo(() => makers.current.hereOf(others), [others]);
  const gliding = useUi((ui) => ui.gliding);
  const moved = useMemo(() => joinMoves(remote.moved, gliding, moving), [remote, gliding, moving]);
  const lifted = moving?.isLifted === true ? moving.cards : NONE;
  const isCarryPainted = moved.size > MANY_CARRIED;
  const mounted = useMounted(makers.current.places, [editing, focused, pointed]);
  const flow = useMemo(
    () =>
      makers.current.toFlow({
        snapshot,
        selection,
        editing,
        focused,
        linkStart,
        locks,
        moved,
        lifted,
        here,
        lit,
        mounted,
        isCarryPainted,
      }),
    [snapshot, selection, editing, focused, linkStart, locks, moved, lifted, here, lit, mounted, isCarryPainted],
  );
  return { ...flow, isFar: mounted.isFar, isCarryPainted, places: makers.current.places, moved, lit, here };
}

/** Cards moved at once whose links are still drawn one by one. */
const MANY_CARRIED = 12;

/** Which cards are in the page; the same object while they are the same. */
function useMounted(places: Places, inHand: readonly (CardId | undefined)[]): Mounted {
  const snapshot = useSnapshot();
  const selection = useUi((ui) => ui.selection);
  const window = useWindow();
  const last = useRef<Mounted>(undefined);
  const [mountedIn] = useState(createMounted);
  return useMemo(() => {
    places.update(snapshot.cards);
    const links = [...selection].filter((id): id is LinkId => snapshot.links.has(id as LinkId));
    const next = mountedIn(snapshot, places, window, { cards: inHand, links });
    return (last.current = last.current && isSameMounted(last.current, next) ? last.current : next);
    // oxlint-disable-next-line react/exhaustive-deps -- the cards in hand, one by one
  }, [places, mountedIn, snapshot, selection, window, ...inHand]);
}
const isSameMounted = (a: Mounted, b: Mounted): boolean =>
  a.isFar === b.isFar &&
  (a.cards === b.cards ||
    (a.cards !== undefined &&
      b.cards !== undefined &&
      a.cards.size === b.cards.size &&
      [...b.cards].every((id) => a.cards?.has(id))));

/** What is lit; undefined when nothing is. */
function useLit(): ReadonlySet<CardId | LinkId> | undefined {
  const things = useSpotlit()?.things;
  return useMemo(() => things && new Set<CardId | LinkId>([...things.cards, ...things.links]), [things]);
}

const NONE: ReadonlySet<CardId> = new Set();
const STILL: ReadonlyMap<CardId, Pair> = new Map();

/** Who drags a card here sees it under the pointer, whatever somebody else does with it. */
function joinMoves(
  remote: ReadonlyMap<CardId, Pair>,
  gliding: ReadonlyMap<CardId, Pair>,
  moving: Moving | undefined,
): ReadonlyMap<CardId, Pair> {
  if (!moving && gliding.size === 0) return remote.size === 0 ? STILL : remote;
  const moved = new Map([...remote, ...gliding]);
  if (!moving) return moved;
  for (const card of moving.cards) moved.set(card, moving.by);
  return moved;
}
