import { createBoardDoc, createStateDoc, type OwnPresence } from "@palabre/shared/documents";
import type { BoardFacts } from "@palabre/shared/protocol";
import { newBoardId, newPersonId, type Role } from "@palabre/shared/terms";
import type { BoardConnection } from "../sync/index.ts";

// A board without a network, for tests of what stands above it: real documents, nobody else, everything saved.

/** What of a connection never says anything. */
export const SILENT = {
  onStatus: () => () => {},
  told: () => [],
  onTold: () => () => {},
  adopt: () => true,
  dismiss: () => {},
  onRefused: () => () => {},
  onSwap: () => () => {},
  onRestored: () => () => {},
  onPutAway: () => () => {},
  tellUnwritten: () => {},
  loaded: Promise.resolve(),
  close: () => {},
} as const satisfies Partial<BoardConnection>;

/**
 * @param shown gets what is shown to the others
 * @param parts what is not as it is for everybody
 */
export const connectAlone = (parts: Partial<BoardConnection> = {}, shown: OwnPresence[] = []): BoardConnection => ({
  ...SILENT,
  board: createBoardDoc(),
  workshop: createStateDoc(),
  desk: undefined,
  presence: {
    others: () => [],
    show: (part) => void shown.push(part),
    subscribe: () => () => {},
    moveTo: () => {},
    close: () => {},
  },
  status: () => ({ type: "saved", at: undefined }),
  waiting: () => ({ changes: 0, kept: 0, isKeeping: false }),
  ...parts,
});

/** Somebody on a board of their own. */
export const someoneOn = (role: Role = "participant", facts: Partial<BoardFacts> = {}): BoardFacts => ({
  id: newBoardId(),
  title: "Repair",
  language: "fr",
  person: newPersonId(),
  role,
  name: "Amina",
  colour: 1,
  createdAt: 0,
  seenAt: 0,
  ...facts,
});
