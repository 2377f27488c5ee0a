import { titleOf, type Card, type CardId, type CardShape, type LinkId, type Pair } from "@palabre/shared/terms";
import type { PenColour } from "./draw/penColours.ts";
import type { MessageKey, Text } from "../i18n/index.ts";
import { isHere, type BoardState, type View } from "../state/index.ts";
import type { Key, Toast } from "../ui/index.ts";

export type { Key } from "../ui/index.ts";
export type { Tool } from "../state/index.ts";

/** What an action may use; handed to it, so that actions know no React. */
export interface ActionContext {
  readonly board: BoardState;
  /** undefined while no canvas is mounted */
  readonly view: View | undefined;
  readonly text: Text;
  readonly toast: (toast: Toast) => void;
  /** What came of a deed is kept until it is said; `polite`: of what one looks at, or does step by step, the latest says enough. */
  readonly announce: (words: string, manner?: "polite") => void;
  /** where on the board a menu was opened, when one was */
  readonly at?: Pair | undefined;
}

/** The word of an action, from the texts of the canvas or from those that come later: one whose name begins with `act`, none of which has a placeholder. */
export type ActionMessage = Extract<MessageKey, `${string}.act${Capitalize<string>}`>;

/** One thing that a person can do, from a key, a menu, a button or a touch alike. */
export interface Action {
  readonly id: ActionId;
  readonly message: ActionMessage;
  /** the first is the one shown */
  readonly keys: readonly Key[];
  readonly group: "tools" | "cards" | "links" | "moves" | "view" | "history";
  /** the menus that have it, each in which of their parts; within a part, actions stand in the order of the registry */
  readonly menus?: Partial<Readonly<Record<MenuType, MenuPart>>>;
  /** Menus leave it out where there is nothing to do it to, rather than show it grey. */
  readonly isRare?: boolean;
  /** whether what it turns on is on, in a menu */
  isOn?(board: BoardState): boolean;
  /** whether the bar of these chosen cards has it; in a bar, an action needs one of `ACTION_ICONS` */
  barOf?(cards: readonly Card[]): boolean;
  /** It makes sense as a key only: the palette has no line for it. */
  readonly isKeyOnly?: boolean;
  /** Changes the board: a viewer who tries is told that they watch. */
  readonly isEdit?: boolean;
  /** Facilitators only: others are not offered it. */
  readonly isFacilitation?: boolean;
  /** Its keys are those of a list or a button too: they work only while the canvas, or nothing, has the keyboard. */
  readonly isOfCanvas?: boolean;
  /** Its keys take the card that shows the keyboard's ring, when nothing is chosen, and choose it. */
  readonly takesRinged?: boolean;
  /** Its chords with Ctrl work while a text is typed, too. */
  readonly isAnywhere?: boolean;
  /** Its keys are taken before those of a button that has the keyboard. */
  readonly isFirst?: boolean;
  /** Its keys bring an event of the browser's own, which does it: nothing is run, and nothing kept from the browser. */
  readonly isNative?: boolean;
  /** whether there is something to do it to */
  when(board: BoardState): boolean;
  /** What is heavy is imported here, when it is asked for. */
  run(context: ActionContext): void | Promise<void>;
}

/** What a menu is opened on; `several` is what the bar of chosen cards brings into order, `drawn` the colours of lines and shapes. */
export type MenuType = "card" | "link" | "ground" | "several" | "drawn";
/** The parts of a menu from top to bottom, a line between each and the next. */
export const MENU_PARTS = [
  "make",
  "sign",
  "strength",
  "clipboard",
  "change",
  "across",
  "down",
  "space",
  "arrange",
  "style",
  "see",
  "history",
  "delete",
] as const;
type MenuPart = (typeof MENU_PARTS)[number];

export type ActionId =
  | "select"
  | "hand"
  | "laser"
  | "new"
  | "link"
  | "frame"
  | "write"
  | "duplicate"
  | "delete"
  | "lock"
  | "unlock"
  | "freeze"
  | "nextStep"
  | "timer"
  | "selectAll"
  | "escape"
  | "undo"
  | "redo"
  | "zoomIn"
  | "zoomOut"
  | "zoomFull"
  | "fitAll"
  | "fitSelection"
  | "helps"
  | "hinders"
  | "weak"
  | "medium"
  | "strong"
  | "delay"
  | "matrix"
  | "twin"
  | "sayAgain"
  | "label"
  | "comment"
  | "react"
  | "image"
  | "draw"
  | "erase"
  | CardShape
  | `pen-${PenColour}`
  | "openPage"
  | "follow"
  | "selectMany"
  | "keepTool"
  | "palette"
  | "find"
  | "copyLink"
  | "theme"
  | "bare"
  | "shortcuts"
  | "join"
  | "pick"
  | "nextCard"
  | "previousCard"
  | "lasso"
  | "place"
  | "moveTo"
  | "linkTo"
  | "goHeard"
  | "grid"
  | "tidy"
  | "clusters"
  | "group"
  | "ungroup"
  | "front"
  | "back"
  | "copy"
  | "cut"
  | "paste"
  | "copyStyle"
  | "pasteStyle"
  | "hold"
  | "release"
  | `align${"Left" | "Right" | "Up" | "Down" | "Column" | "Row"}`
  | `spread${"Row" | "Column"}`
  | `resize${"Left" | "Right" | "Up" | "Down"}`
  | `nearest${"Left" | "Right" | "Up" | "Down"}`
  | `nudge${"Left" | "Right" | "Up" | "Down"}`
  | `nudgeFar${"Left" | "Right" | "Up" | "Down"}`;

/** The cards that are chosen and drawn, in the order in which they were chosen. */
export const selectedCards = (board: BoardState): readonly CardId[] =>
  [...board.ui.get().selection].flatMap((id) => {
    // a selection holds ids of cards and of links; only a card is found by an id of a card
    const card = board.card(id as CardId);
    return card && card.attributes.trashedAt === undefined ? [card.id] : [];
  });

/** The links that are chosen and drawn. */
export const selectedLinks = (board: BoardState): readonly LinkId[] =>
  [...board.ui.get().selection].flatMap((id) => {
    const link = board.link(id as LinkId);
    return link && isHere(board, link.id) ? [link.id] : [];
  });

/** The card that an action is about when it is about one: the only one chosen, else the one with the keyboard. */
export function cardAtHand({ board, view }: Pick<ActionContext, "board" | "view">): CardId | undefined {
  const chosen = selectedCards(board);
  if (chosen.length > 0) return chosen.length === 1 ? chosen[0] : undefined;
  const focused = view?.focused();
  return focused !== undefined && board.card(focused)?.attributes.trashedAt === undefined ? focused : undefined;
}

/** The card that shows the keyboard's ring, while nothing is chosen and the pointer is in hand. */
export function ringedCard({ board, view }: Pick<ActionContext, "board" | "view">): CardId | undefined {
  const { selection, tool } = board.ui.get();
  if (selection.size > 0 || tool.type !== "select" || !hasRing()) return undefined;
  return cardAtHand({ board, view });
}
/** Whether a card shows the ring of the keyboard: a pointer leaves none. */
export const hasRing = (): boolean => document.activeElement?.matches("[data-card]:focus-visible") === true;

/** How a card is called in a sentence. */
export const nameOf = ({ board, text }: Pick<ActionContext, "board" | "text">, id: CardId): string =>
  titleOf(board.card(id) ?? { text: "" }) || text.t("card.untitled");

export const isShown = (board: BoardState): boolean =>
  [...board.snapshot().cards.values()].some(({ attributes }) => attributes.trashedAt === undefined);

/** Moves into the four directions, by the names of their keys. */
export const WAYS = [
  { name: "Left", key: "ArrowLeft", by: [-1, 0] },
  { name: "Right", key: "ArrowRight", by: [1, 0] },
  { name: "Up", key: "ArrowUp", by: [0, -1] },
  { name: "Down", key: "ArrowDown", by: [0, 1] },
] as const satisfies readonly { readonly name: string; readonly key: string; readonly by: Pair }[];
