import {
  createStateDoc,
  type BoardDoc,
  type DocumentName,
  type PresentUser,
  type StateDoc,
} from "@palabre/shared/documents";
import { CLOSE, shouldReconnect } from "@palabre/shared/protocol";
import type { BoardId, Deed } from "@palabre/shared/terms";
import { WebsocketProvider } from "y-websocket";
import { connectCards, type CardsConnection } from "./connectCards.ts";
import { backoffMs, isOverForGood } from "./liveBoard.ts";
import { openPresence, type PresenceChannel } from "./presence.ts";

/** A board's documents, live. The only place where the client meets the network of Yjs. */
export interface BoardConnection extends Omit<CardsConnection, "doc" | "provider" | "end"> {
  /** The document in use: another one from `onSwap` on. */
  readonly board: BoardDoc;
  readonly workshop: StateDoc;
  /** only facilitators have one */
  readonly desk: StateDoc | undefined;
  readonly presence: PresenceChannel;
}

export interface ConnectOptions {
  /** whether this person's role lets them write on boards */
  readonly mayWrite: boolean;
  /** why the rules forbid a deed as they are now; asked before something is done again */
  readonly forbids: (deed: Deed, workshop: StateDoc) => string | undefined;
  /** the board as one update, for a device that has none of it; whatever fails, the socket brings it */
  readonly fetchBoard: (signal: AbortSignal) => Promise<Uint8Array>;
}

/** @param base address of the server, ending in "/" */
export function connectBoard(base: URL, boardId: BoardId, user: PresentUser, options: ConnectOptions): BoardConnection {
  const address = syncAddress(base, boardId);
  const connectState = (name: DocumentName, doc: StateDoc) => {
    const provider = new WebsocketProvider(address, name, doc, {
      disableBc: true,
      maxBackoffTime: backoffMs(),
      shouldReconnect: ({ code }) => shouldReconnect(code),
    });
    provider.awareness.setLocalState(null);
    // only the server writes it: while anybody listens for updates, Yjs writes down again all that comes, to tell them
    doc.off("update", provider._updateHandler);
    provider.on("closed", ({ code }) => {
      if (code === CLOSE.newEpoch) cards.end(code);
    });
    return provider;
  };
  const workshop = createStateDoc();
  const desk = user.role === "facilitator" ? createStateDoc() : undefined;
  const stateProviders = [connectState("workshop", workshop), ...(desk ? [connectState("desk", desk)] : [])];
  const cards = connectCards({
    address: { url: address, document: "board" },
    board: boardId,
    person: user.person,
    keptUnder: boardId,
    forbids: (deed) => options.forbids(deed, workshop),
    mayWrite: options.mayWrite,
    copy: { fetch: options.fetchBoard },
    isOver: isOverForGood,
  });
  const presence = openPresence(cards.provider, user);
  // before anybody else hears of it
  cards.onSwap(() => presence.moveTo(cards.provider));

  return {
    ...cards,
    get board() {
      return cards.doc;
    },
    workshop,
    desk,
    presence,
    close: () => {
      presence.close();
      cards.close();
      for (const provider of stateProviders) provider.destroy();
      for (const doc of [workshop, desk]) doc?.destroy();
    },
  };
}

/** Where the documents of a board are, as a WebSocket. */
export function syncAddress(base: URL, board: BoardId): string {
  const address = new URL(`sync/${board}`, base);
  address.protocol = base.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
