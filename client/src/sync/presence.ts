import { readPresence, type OwnPresence, type Presence, type PresentUser } from "@palabre/shared/documents";
import type { WebsocketProvider } from "y-websocket";

/** One other connection to the board: a person with two tabs is here twice. */
export interface Other {
  readonly client: number;
  readonly presence: Presence;
}
export interface PresenceChannel {
  /** The same array until somebody's presence changes. */
  others(): readonly Other[];
  /** Changes parts of what this person shows; `undefined` unsets. Sent at most every 50 ms, the last one always. */
  show(part: OwnPresence): void;
  subscribe(listener: () => void): () => void;
  /** Goes on over another connection: the document was begun afresh. */
  moveTo(provider: WebsocketProvider): void;
  close(): void;
}

const SEND_EVERY_MS = 50;

/** @param user who we are; the server stamps it anyway */
export function openPresence(provider: WebsocketProvider, user: PresentUser): PresenceChannel {
  let { awareness } = provider;
  const listeners = new Set<() => void>();
  let others: readonly Other[] | undefined;
  let own: OwnPresence = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sentAt = 0;

  const send = () => {
    timer = undefined;
    sentAt = Date.now();
    awareness.setLocalState({ user, ...own });
  };
  const onChange = ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>) => {
    if (![...added, ...updated, ...removed].some((client) => client !== awareness.clientID)) return;
    others = undefined;
    for (const listener of listeners) listener();
  };
  const read = (): readonly Other[] => {
    const found: Other[] = [];
    for (const [client, state] of awareness.getStates()) {
      const presence = client === awareness.clientID ? undefined : readPresence(state);
      if (presence) found.push({ client, presence });
    }
    return found.sort((a, b) => a.client - b.client);
  };
  awareness.on("change", onChange);
  send();
  return {
    others: () => (others ??= read()),
    show: (part) => {
      own = { ...own, ...part };
      timer ??= setTimeout(send, Math.max(0, SEND_EVERY_MS - (Date.now() - sentAt)));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moveTo: (next) => {
      awareness.off("change", onChange);
      awareness = next.awareness;
      awareness.on("change", onChange);
      others = undefined;
      send();
      for (const listener of listeners) listener();
    },
    close: () => {
      clearTimeout(timer);
      listeners.clear();
      awareness.off("change", onChange);
    },
  };
}
