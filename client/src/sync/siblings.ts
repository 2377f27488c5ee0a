import { applyUpdate, encodeDoc, hasGap, stateVectorOf, type BoardDoc } from "@palabre/shared/documents";
import { siblingMessageSchema, type SiblingMessage } from "@palabre/shared/protocol";

/** The other tabs of this browser that show the same board as the same person. */
export interface Siblings {
  /** Tells them what was made here. */
  made(update: Uint8Array): void;
  /** The line to the server is gone, or could not be had again: what they made meanwhile is asked for. */
  ask(): void;
  /** From here on nothing is said or heard. */
  close(): void;
}

/** The document in use, and whether its line to the server stands. */
export interface Lined {
  readonly doc: BoardDoc;
  readonly provider: { readonly wsconnected: boolean };
}

/** Marks what came from another tab: it is no act of this one. */
const SIBLING = {};

/**
 * Tabs that have no line to the server agree among themselves. With a line they meet at the server like everybody else: there, rights are
 * checked and changes kept. What one tab made stays its own to be saved: the others only show it.
 * @param name of the board and the person
 */
export function openSiblings(name: string, live: () => Lined): Siblings {
  const channel = new BroadcastChannel(name);
  let isClosed = false;
  const isCutOff = (): boolean => !live().provider.wsconnected;
  const say = (what: SiblingMessage): void => {
    // a channel that is closed throws
    if (!isClosed && isCutOff()) channel.postMessage(what);
  };
  const ask = (): void => say({ type: "ask", vector: stateVectorOf(live().doc) });
  const hear = (what: SiblingMessage): void => {
    const { doc } = live();
    if (what.type === "ask") return say({ type: "made", update: encodeDoc(doc, what.vector) });
    applyUpdate(doc, what.update, SIBLING);
    if (hasGap(doc)) ask();
  };
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    // a tab of another version may say what is not known here
    const heard = siblingMessageSchema.safeParse(data);
    if (heard.success && isCutOff()) hear(heard.data);
  });
  return {
    made: (update) => say({ type: "made", update }),
    ask,
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
}
