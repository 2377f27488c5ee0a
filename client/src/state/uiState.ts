import type { PostFilter, VersionFacts } from "@palabre/shared/protocol";
import type { CardId, CardKind, CardShape, LinkId, Pair, PersonId, Polarity } from "@palabre/shared/terms";
import type { OwnLight } from "./spotlit.ts";
import type { CSSProperties, ReactNode } from "react";
import { createTopics } from "./topics.ts";

/** What the pointer does on the canvas. */
export type Tool =
  /** `isMany`: each tap chooses one more, for who has no keys */
  | { readonly type: "select"; readonly isMany?: true }
  | { readonly type: "hand" }
  /** points, with a trail of light that all see */
  | { readonly type: "laser" }
  /** a loop drawn around cards chooses them */
  | { readonly type: "lasso" }
  /** the next click on the ground makes a card of this kind */
  | { readonly type: "place"; readonly kind: CardKind; readonly shape?: CardShape }
  /** a line by hand, and what takes such lines away */
  | { readonly type: "draw" }
  | { readonly type: "erase" }
  /** the next two cards clicked are linked; `from` is the first of them */
  | { readonly type: "link"; readonly polarity: Polarity; readonly from?: CardId };

export const PANELS = ["card", "listen", "analyse", "vote", "people", "run", "history"] as const;
export type Panel = (typeof PANELS)[number];

/** Sheets that lie over the board; one at a time, and beside it the sharing of links. */
export type BoardDialog =
  | "trash"
  | "shortcuts"
  | "told"
  | "restore"
  | "undoPerson"
  | "matrix"
  | "clusters"
  | "twin"
  | "notices"
  | "templates"
  | "slide"
  | "palette"
  | "moveTo"
  | "linkTo";

/** What became of a card between two states of the board that are compared. */
export type Mark = "added" | "removed" | "changed";

/** A question put to the map: what would follow if these were so? */
export interface Hypothesis {
  /** 0 (not done) to 1 for a strategy, −1 (falls) to 1 (rises) for another card; at 0 a card is offered, and nothing supposed of it */
  readonly levels: ReadonlyMap<CardId, number>;
  /** what was answered last; undefined until then, and while nothing is supposed */
  readonly answer: Supposed | undefined;
  /** another hypothesis, kept to be compared with */
  readonly kept: Pick<Hypothesis, "levels" | "answer"> | undefined;
}
/** Where a map settles: −1 to 1 for each of its cards. */
export interface Supposed {
  readonly effects: ReadonlyMap<CardId, number>;
  readonly outcome: "settled" | "oscillates" | "unsettled" | "depends-on-start";
}

/** What the cards are coloured and sized by, each the name of a reading. */
export interface Overlay {
  readonly colourBy: string | undefined;
  readonly sizeBy: string | undefined;
}

/** What became of a card in a vote or a decision, as a tag at its foot; of a link, how it was weighed. */
export interface Seal {
  /** said after what it says itself */
  readonly words: string;
  readonly tags: ReactNode;
}

/** What is laid over one card for the eyes of this person: arrows of a hypothesis, colour and size by a reading. */
export interface Dress {
  /** said after what the card itself says */
  readonly words: string;
  readonly className: string;
  readonly style: CSSProperties;
  readonly tags: ReactNode;
  /** its colour on the plan of the board, as CSS; undefined: that of its kind */
  readonly colour: string | undefined;
}

/** What one person looks at and does on one board; nobody else's business, gone with the page. */
export interface UiState {
  readonly tool: Tool;
  readonly selection: ReadonlySet<CardId | LinkId>;
  /** the group whose cards are taken one by one; all others are taken whole */
  readonly inGroup: string | undefined;
  /** what lines and shapes are drawn in; undefined: ink */
  readonly penColour: string | undefined;
  /** a tool stays in hand once it was used, until it is put down */
  readonly keepsTool: boolean;
  /** what is dragged keeps to the dots of the ground */
  readonly isOnGrid: boolean;
  /** how far cards are shown from where they lie, while they glide there */
  readonly gliding: ReadonlyMap<CardId, Pair>;
  /** the card whose text is being typed here */
  readonly editing: CardId | undefined;
  /** a form of the text twin is open: what is typed is typed there, and not on the canvas */
  readonly isInTwin?: boolean;
  /** the card whose typing was interrupted, and goes on in a moment */
  readonly resuming: CardId | undefined;
  /** the open side panel */
  readonly panel: Panel | undefined;
  /** changes of the agenda that wait to be saved: they go with this page */
  readonly unsavedSteps: number;
  readonly isSharing: boolean;
  readonly dialog: BoardDialog | undefined;
  /** what the listening panel is narrowed to; undefined: all posts */
  readonly postFilter: PostFilter | undefined;
  /** whether its posts stand side by side, in columns */
  readonly isSideBySide: boolean;
  /** the version that is looked at in the place of the board */
  readonly version: VersionFacts | undefined;
  /** what the comparison that is open says of cards */
  readonly marks: ReadonlyMap<CardId, Mark>;
  /** the version that the dialog `restore` asks about, and the person that `undoPerson` does */
  readonly restoring: VersionFacts | undefined;
  readonly undoing: PersonId | undefined;
  /** what this person lit for themselves, or that they left what all were shown */
  readonly light: OwnLight | undefined;
  /** the card that a panel points at while it is hovered there */
  readonly pointed: CardId | undefined;
  /** what a key or a menu asked to be said of a thing, until its panel has the keyboard; a new object each time */
  readonly saying: { readonly on: CardId | LinkId; readonly part: "comment" | "react" } | undefined;
  /** whose view this screen goes with */
  readonly following: PersonId | undefined;
  readonly hypothesis: Hypothesis | undefined;
  readonly overlay: Overlay | undefined;
  /** what the two lay over cards */
  readonly dress: ReadonlyMap<CardId, Dress>;
  /** what was voted and decided of cards */
  readonly seals: ReadonlyMap<CardId | LinkId, Seal>;
  readonly zoom: number;
  /** what who leads has asked of the agenda by a key; a new object each time */
  readonly steering: { readonly to: "next" | "timer" } | undefined;
  /** text is being looked for on the board; a new object each time it is asked for */
  readonly finding: object | undefined;
  /** nothing but the board is shown */
  readonly isBare: boolean;
  /** the card that the canvas is asked to bring into view; a new object each time it is asked */
  readonly lookAt: { readonly card: CardId } | undefined;
  /** whose changes are told to who listens, however far away */
  readonly heard?: PersonId | undefined;
  /** the card that this person changed last */
  readonly heardAt?: CardId | undefined;
  /** what is moved and sized by buttons, until something else is chosen */
  readonly placing?: ReadonlySet<CardId | LinkId> | undefined;
}

export const NO_MARKS: ReadonlyMap<CardId, Mark> = new Map();
export const NO_DRESS: ReadonlyMap<CardId, Dress> = new Map();

const NO_SEALS: ReadonlyMap<CardId | LinkId, Seal> = new Map();

export interface UiStore {
  get(): UiState;
  set(change: Partial<UiState>): void;
  /** Called after every change. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

export function createUiStore(panel: Panel | undefined): UiStore {
  const topics = createTopics();
  let state: UiState = {
    tool: { type: "select" },
    selection: new Set(),
    inGroup: undefined,
    penColour: undefined,
    keepsTool: false,
    isOnGrid: false,
    gliding: new Map(),
    editing: undefined,
    resuming: undefined,
    panel,
    unsavedSteps: 0,
    isSharing: false,
    dialog: undefined,
    postFilter: undefined,
    isSideBySide: false,
    version: undefined,
    marks: NO_MARKS,
    restoring: undefined,
    undoing: undefined,
    light: undefined,
    pointed: undefined,
    saying: undefined,
    following: undefined,
    hypothesis: undefined,
    overlay: undefined,
    dress: NO_DRESS,
    seals: NO_SEALS,
    zoom: 1,
    lookAt: undefined,
    finding: undefined,
    isBare: false,
    steering: undefined,
  };
  return {
    get: () => state,
    set: (change) => {
      const changed = (Object.keys(change) as (keyof UiState)[]).some((key) => !Object.is(state[key], change[key]));
      if (!changed) return;
      state = { ...state, ...change };
      topics.tell(["ui"]);
    },
    subscribe: (listener) => topics.subscribe("ui", listener),
    close: topics.close,
  };
}
