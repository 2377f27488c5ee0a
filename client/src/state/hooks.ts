import { hasBallots, type Annotations, type Desk, type StateDoc, type Workshop } from "@palabre/shared/documents";
import { mayFacilitate } from "@palabre/shared/facilitation";
import type {
  AlertId,
  Annotation,
  BoardSnapshot,
  Card,
  CardId,
  LinkAnnotation,
  LinkId,
  RaisedAlert,
  Theme,
  ThemeId,
  ThingId,
} from "@palabre/shared/terms";
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import type { Other, SyncStatus, Told } from "../sync/index.ts";
import type { BoardState, Topic } from "./boardState.ts";
import { openComments } from "./remarks.ts";
import { spotlitOf, type Spotlit } from "./spotlit.ts";
import type { UiState } from "./uiState.ts";

/** The board that is open; set by the board page. */
export const BoardContext = createContext<BoardState | undefined>(undefined);

export function useBoard(): BoardState {
  const board = useContext(BoardContext);
  if (!board) throw new Error("useBoard stands in no board page");
  return board;
}

/** Reads `get` again whenever `topic` is told; `get` must give the same object until it changes. */
function useTopic<T>(topic: Topic, get: (board: BoardState) => T): T {
  const board = useBoard();
  const subscribe = useCallback((listener: () => void) => board.subscribe(topic, listener), [board, topic]);
  return useSyncExternalStore(subscribe, () => get(board));
}

export const useCard = (id: CardId): Card | undefined => useTopic(`card:${id}`, (board) => board.card(id));
export const useAnnotation = (id: CardId): Annotation | undefined =>
  useTopic(`annotation:${id}`, (board) => board.annotation(id));
export const useLinkAnnotation = (id: LinkId): LinkAnnotation | undefined =>
  useTopic(`annotation:${id}`, (board) => board.linkAnnotation(id));
/** What is said of all cards and links: redraws on every change of it. */
export const useAnnotations = (): Annotations => useTopic("annotations", (board) => board.annotations());
/** The whole board: redraws on every change of it. */
export const useSnapshot = (): BoardSnapshot => useTopic("board", (board) => board.snapshot());
export const useWorkshop = (): Workshop => useTopic("workshop", (board) => board.workshop());
/** What the posts of the board speak of. */
export const useThemes = (): ReadonlyMap<ThemeId, Theme> => useTopic("workshop", (board) => board.themes());
/** The alerts that are raised now. */
export const useAlerts = (): ReadonlyMap<AlertId, RaisedAlert> => useTopic("workshop", (board) => board.alerts());
export const useDesk = (): Desk | undefined => useTopic("desk", (board) => board.desk());
/** What only few look at of the workshop, by what reads it: a function that stands outside of components. */
export const useWorkshopPart = <T>(read: (doc: StateDoc) => T): T =>
  // there always is a workshop
  useTopic("workshop", (board) => board.part("workshop", read) as T);
/** Whether the board has any ballot, open or over. */
export const useHasBallots = (): boolean => useWorkshopPart(hasBallots);
/** The same of the desk; undefined for those who are no facilitators. */
export const useDeskPart = <T>(read: (doc: StateDoc) => T): T | undefined =>
  useTopic("desk", (board) => board.part("desk", read));
export const useOthers = (): readonly Other[] => useTopic("presence", (board) => board.others());
export const useStatus = (): SyncStatus => useTopic("status", (board) => board.status());
/** Whether this person may edit the board now, and this thing on it. */
export const useMayEdit = (thing?: CardId | LinkId): boolean =>
  useTopic("workshop", (board) => board.mayEdit && (thing === undefined || !board.isLocked(thing)));
/** Comments of a card that wait for an answer or an end. */
export const useOpenComments = (card: CardId): number =>
  useTopic("board", (board) => openComments(board.snapshot(), card));
/** Whether this person may say something of things now. */
export const useMayRemark = (): boolean => useTopic("workshop", (board) => board.mayEdit && board.mayRemark());
/** Whether the step shows this person few tools. */
export const useHasFewTools = (): boolean => useTopic("workshop", (board) => board.hasFewTools());
const NO_LOCKS: ReadonlySet<ThingId> = new Set();
/** What facilitators locked for this person. */
export const useLocks = (): ReadonlySet<ThingId> =>
  useTopic("workshop", (board) => (mayFacilitate(board.me.role) ? NO_LOCKS : board.workshop().rules.locks));
/** Whether a facilitator locked a thing, whoever looks at it. */
export const useIsLockedForAll = (thing: CardId | LinkId): boolean =>
  useTopic("workshop", (board) => board.workshop().rules.locks.has(thing));
/** Whether a card wears a lock, a courtesy's or a facilitator's, whoever looks at it. */
export const useIsMarkedLocked = (card: CardId): boolean => {
  const isByFacilitator = useIsLockedForAll(card);
  return useCard(card)?.attributes.locked === true || isByFacilitator;
};
export const useTold = (): readonly Told[] => useTopic("told", (board) => board.told());
/** A part of the screen's own state; `select` must give the same object until it changes. */
export function useUi<T>(select: (ui: UiState) => T): T {
  const { ui } = useBoard();
  return useSyncExternalStore(ui.subscribe, () => select(ui.get()));
}
/** What is lit on this screen, by this person or for everybody; the same object until that changes. */
export function useSpotlit(): Spotlit | undefined {
  const shared = useWorkshop().spotlight;
  const own = useUi(({ light }) => light);
  const at = shared?.at;
  // the workshop is read anew whenever anything of it changes; a light is told by its moment
  // oxlint-disable-next-line react/exhaustive-deps -- `at` stands for the shared light
  return useMemo(() => spotlitOf(shared, own), [at, own]);
}
