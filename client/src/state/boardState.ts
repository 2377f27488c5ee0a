import {
  createUndoHistory,
  readRules,
  type BoardChange,
  type OwnPresence,
  type UndoHistory,
} from "@palabre/shared/documents";
import { mayFacilitate, mayWrite, type Deed } from "@palabre/shared/facilitation";
import type { BoardFacts } from "@palabre/shared/protocol";
import {
  LIMITS,
  type BoardSnapshot,
  type Card,
  type CardId,
  type CardKind,
  type Link,
  type LinkId,
  type SpotlitThings,
  type ThingId,
} from "@palabre/shared/terms";
import {
  connectBoard,
  type BoardConnection,
  type KeptAct,
  type Other,
  type SyncStatus,
  type Told,
  type Waiting,
} from "../sync/index.ts";
import { api } from "../api/index.ts";
import { createCommands } from "./createCommands.ts";
import type { Commands } from "./commands.ts";
import { createConduct, type Conduct } from "./conduct.ts";
import { createPermissions, forbiddenBy } from "./permissions.ts";
import { deedsOfWriting, deedTo, type DeedOn } from "./deeds.ts";
import type { NotDone } from "./fitting.ts";
import { openMovingView } from "./movingView.ts";
import { openReadings, type Readings } from "./readings.ts";
import { resumeTyping } from "./resuming.ts";
import { createTopics } from "./topics.ts";
import { createUiStore, type UiStore } from "./uiState.ts";

/**
 * One open board, without React: everything a screen reads, everything it may do. What is handed out is the same object until it
 * changes, so that a view redraws by identity.
 */
export interface BoardState extends Readings {
  readonly me: BoardFacts;
  /** whether this person may edit the board at all now, by their role, muted or not, and by the freeze */
  readonly mayEdit: boolean;
  /** why not: `role` for those who watch; undefined while they may */
  whyReadOnly(): "role" | "muted" | "frozen" | undefined;
  /** whether the step shows this person few tools */
  hasFewTools(): boolean;
  /** whether this person is shown the tools for a deed: few are, where the step says so, and then those that it lets them use */
  offers(deed: Deed): boolean;
  /** the kind of card that a person writes who asks for none: this one, or the first that they may add now */
  kindToAdd(usual: CardKind): CardKind;
  /** whether this person may comment and react now */
  mayRemark(): boolean;
  /** whether this person leads the workshop */
  readonly mayFacilitate: boolean;
  /** whether this person may do this to a thing of the board now; for `set`, to which attribute of it */
  may(deed: DeedOn, thing: ThingId, attribute?: string): boolean;
  /** whether this person may put this on the board now */
  mayAdd(deed: Exclude<Deed, { on: ThingId }>): boolean;
  /** whether a thing is locked for this person, by courtesy or by a facilitator */
  isLocked(thing: CardId | LinkId): boolean;
  /** whether facilitators locked it for this person, who can't take that off */
  isLockedByFacilitator(thing: ThingId): boolean;
  /** whether a copy of a card may be put on the board: not of what was written in silence, once its step is over */
  mayCopy(card: CardId): boolean;
  /** what facilitators ask of the server */
  readonly conduct: Conduct;
  /** Lights things on this screen only; undefined leaves what is lit, whoever lit it. */
  light(things: SpotlitThings | undefined): void;
  readonly ui: UiStore;
  readonly commands: Commands;
  readonly undo: UndoHistory;

  card(id: CardId): Card | undefined;
  link(id: LinkId): Link | undefined;
  snapshot(): BoardSnapshot;
  others(): readonly Other[];
  /** Shows the others parts of what one does; `undefined` unsets. */
  present(part: OwnPresence): void;
  status(): SyncStatus;
  /** what waits here to be saved */
  waiting(): Waiting;
  /** what the server refused, to be read by the person; the same array until it changes */
  told(): readonly Told[];
  dismiss(told: readonly Told[]): void;
  /** Called after a return with what others put in the trash meanwhile, while this person wrote on it. */
  readonly onPutAway: BoardConnection["onPutAway"];
  /** Tells what could not be kept of this person's draft; false when it is closed. */
  adopt(told: readonly KeptAct[]): boolean;
  /** what was last tried and not done, and why; told by the topic `forbidden`, each time */
  forbidden(): NotDone | undefined;

  /**
   * Subscribes to `card` or `link` (one, by id), `board` (any), `annotation` (one, by card or link), `annotations` (any), `workshop`,
   * `desk`, `presence`, `status`, `told`, `forbidden` or `undo`; returns the undoing.
   */
  subscribe(topic: Topic, listener: () => void): () => void;
  /** Each change of the board as it happens, with the facts it changed. */
  onChange(listener: (change: BoardChange) => void): () => void;
  readonly loaded: Promise<void>;
  close(): void;
}
export type Topic =
  | "board"
  | "workshop"
  | "annotations"
  | "desk"
  | "presence"
  | "status"
  | "told"
  | "forbidden"
  | "undo"
  | `card:${CardId}`
  | `link:${LinkId}`
  | `annotation:${CardId | LinkId}`;

export function openBoardState(base: URL, me: BoardFacts): BoardState {
  const { person, name, role, colour } = me;
  const connection: BoardConnection = connectBoard(
    base,
    me.id,
    { person, name, role, colour },
    {
      mayWrite: mayWrite(role, "board"),
      forbids: (deed, workshop) => forbiddenBy(readRules(workshop), me, deed),
      fetchBoard: (signal) => api.fetchBoardBytes(me.id, signal),
    },
  );
  return boardStateOver(connection, me);
}

/** The same over a connection that is open already. */
export function boardStateOver(connection: BoardConnection, me: BoardFacts): BoardState {
  const topics = createTopics();
  const view = openMovingView(connection.board);
  const undo = createUndoHistory();
  const ui = createUiStore(undefined);
  const readings = openReadings(connection, topics.tell, () => stopWriting());
  let forbidden: NotDone | undefined;
  const tell = (notDone: NotDone) => {
    forbidden = notDone;
    topics.tell(["forbidden"]);
  };

  const undoings = [
    view.subscribe((change) => {
      if (change.facts.some((fact) => fact.type === "attribute" && fact.name === "locked")) stopWriting();
      topics.tell(["board", ...change.facts.flatMap(topicsOf)]);
    }),
    readings.close,
    undo.subscribe(() => topics.tell(["undo"])),
    connection.onStatus(() => topics.tell(["status"])),
    connection.presence.subscribe(() => topics.tell(["presence"])),
    connection.onTold(() => topics.tell(["told"])),
    resumeTyping(
      connection,
      ui,
      (card) => view.card(card) !== undefined,
      (card) => commands.edit(card),
    ),
    connection.onSwap(() => {
      // what could be taken back was done in a document that is no more
      undo.clear();
      view.moveTo(connection.board);
    }),
  ];
  const permissions = createPermissions(me, readings.said.workshop);
  const { isLockedByFacilitator } = permissions;
  const mayAdd = (deed: Deed) => permissions.forbids(deed) === undefined;
  const isLocked = (thing: CardId | LinkId) =>
    // a selection holds ids of both
    view.card(thing as CardId)?.attributes.locked === true || isLockedByFacilitator(thing);
  /** Closes the text that is open once it may not be written any more: what was typed until now is written, and within the grace. */
  const stopWriting = () => {
    const { editing } = ui.get();
    if (editing === undefined) return;
    const writing = deedsOfWriting({ fact: { type: "text", card: editing } }, view);
    if (permissions.whyReadOnly() !== undefined || writing.some((deed) => permissions.forbids(deed) !== undefined))
      commands.edit(undefined);
  };
  const commands = createCommands({
    doc: () => connection.board,
    view,
    undo,
    ui,
    presence: connection.presence,
    me,
    forbids: permissions.forbids,
    whyReadOnly: permissions.whyReadOnly,
    onForbidden: (reason, deed) => tell({ reason, deed }),
    most: LIMITS.cardsPerBoard,
    onFull: (left) => tell({ reason: "full", most: LIMITS.cardsPerBoard, left }),
    onUnwritten: connection.tellUnwritten,
  });
  return {
    ...readings.said,
    me,
    get mayEdit() {
      return permissions.whyReadOnly() === undefined;
    },
    whyReadOnly: permissions.whyReadOnly,
    hasFewTools: permissions.hasFewTools,
    mayRemark: permissions.mayRemark,
    offers: permissions.offers,
    kindToAdd: permissions.kindToAdd,
    mayFacilitate: mayFacilitate(me.role),
    may: (type, thing, attribute) => {
      const [deed] = deedTo(view, type, thing, attribute);
      return deed !== undefined && mayAdd(deed);
    },
    mayAdd,
    isLocked,
    isLockedByFacilitator,
    mayCopy: () => true,
    conduct: createConduct(me.id),
    light: (things) => ui.set({ light: { things, over: readings.said.workshop().spotlight?.at } }),
    ui,
    undo,
    commands,
    forbidden: () => forbidden,
    card: view.card,
    link: view.link,
    snapshot: view.snapshot,
    others: connection.presence.others,
    present: connection.presence.show,
    status: connection.status,
    waiting: connection.waiting,
    told: connection.told,
    dismiss: connection.dismiss,
    adopt: connection.adopt,
    onPutAway: connection.onPutAway,
    subscribe: topics.subscribe,
    onChange: view.subscribe,
    loaded: connection.loaded,
    close: () => {
      for (const undoing of undoings) undoing();
      topics.close();
      ui.close();
      undo.close();
      view.close();
      connection.close();
    },
  };
}

function topicsOf(fact: BoardChange["facts"][number]): string[] {
  switch (fact.type) {
    case "card":
    case "position":
    case "text":
      return [`card:${fact.card}`];
    case "link":
      return [`link:${fact.link}`];
    case "attribute":
      // an attribute's key does not say what it is on
      return [`card:${fact.on}`, `link:${fact.on}`];
    case "comment":
      return [];
  }
}
