import type { Act, Seen } from "@palabre/shared/documents";
import type { BoardId, PersonId, PhaseId } from "@palabre/shared/terms";

/** An act that the server has not acknowledged, as it is kept on the device. */
export interface KeptAct {
  /** names the tab it was made in and its place there: `tab/number` */
  readonly id: string;
  readonly board: BoardId;
  readonly person: PersonId;
  readonly tab: string;
  /** the tab that sends it, where that is another: its own is no more; see `holderOf` */
  readonly holder?: string | undefined;
  /** place among the acts of its tab */
  readonly n: number;
  readonly at: number;
  readonly act: Act;
  /** what it did to the document, as Yjs bytes */
  readonly update: Uint8Array;
  /**
   * `made`: its update belongs to the document as it is. `again`: the document it was made in was refused; it waits to be done
   * again. `told`: it could not be; the person has yet to read that.
   */
  readonly state: "made" | "again" | "told";
  /** for each part, in the person's own words; read off the refused document */
  readonly seen?: readonly Seen[] | undefined;
  /** for each part, why it could not be done again */
  readonly reasons?: readonly string[] | undefined;
  /** it was made in a draft, and is told beside what could not be done on the board */
  readonly wasDrafted?: boolean | undefined;
}

/** The tab whose an act is to send. */
export const holderOf = ({ tab, holder = tab }: Pick<KeptAct, "tab" | "holder">): string => holder;

/** A document that the server refused: never thrown away without a word. */
export interface AsideCopy {
  readonly board: BoardId;
  readonly person: PersonId;
  readonly at: number;
  readonly code: number;
  readonly bytes: Uint8Array;
}

/**
 * What is kept on this device beside the copies of the documents.
 *
 * A call resolves once the device says that it is done, and rejects when it says that it is not; calls take effect in their order.
 */
export interface DeviceStore {
  /** false: nothing outlives the page */
  readonly isLasting: boolean;
  /** The acts of a board, whoever made them on this device. */
  acts(board: BoardId): Promise<readonly KeptAct[]>;
  /** Those of all its drafts, whatever the phase and the round. */
  draftActs(board: BoardId): Promise<readonly KeptAct[]>;
  /**
   * Takes acts over in one step: those that are still there and held as they were when they were read.
   * @returns them, as they are now
   */
  take(acts: readonly KeptAct[], holder: string): Promise<readonly KeptAct[]>;
  /** Puts and removes in one step. */
  change(change: { readonly put?: readonly KeptAct[]; readonly remove?: readonly string[] }): Promise<void>;
  setAside(copy: AsideCopy): Promise<void>;
  /** Notes that this person's copy of the board is in use; gives the copies of other persons of this board that are kept here. */
  opened(board: BoardId, person: PersonId, at: number): Promise<readonly PersonId[]>;
  /** Removes what is kept of a board, of one person's or all; gives whose copies there were. */
  forget(board: BoardId, person?: PersonId): Promise<readonly PersonId[]>;
  close(): void;
}

/** An act in the hands of another tab; undefined when it is gone, or somebody took it since it was read. */
export const takenOver = (before: KeptAct, now: KeptAct | undefined, holder: string): KeptAct | undefined =>
  now && holderOf(now) === holderOf(before) ? { ...now, holder } : undefined;

export const ASIDE_FOR_MS = 30 * 24 * 3_600_000;

/** Acts of a draft are kept under a name of their own, which begins with its board's. */
export const draftKeyOf = (board: BoardId, phase: PhaseId, round: number): BoardId =>
  `${draftsOf(board)}${phase}/${round}` as BoardId;
export const draftsOf = (board: BoardId): string => `${board}/draft/`;

/** For where the device keeps nothing: what is made lives as long as the page. */
export function createMemoryStore(): DeviceStore {
  const acts = new Map<string, KeptAct>();
  return {
    isLasting: false,
    acts: (board) => Promise.resolve([...acts.values()].filter((act) => act.board === board)),
    draftActs: (board) => Promise.resolve([...acts.values()].filter((act) => act.board.startsWith(draftsOf(board)))),
    take: (found, holder) => {
      const taken = found.flatMap((before) => takenOver(before, acts.get(before.id), holder) ?? []);
      for (const act of taken) acts.set(act.id, act);
      return Promise.resolve(taken);
    },
    change: ({ put = [], remove = [] }) => {
      for (const id of remove) acts.delete(id);
      for (const act of put) acts.set(act.id, act);
      return Promise.resolve();
    },
    setAside: () => Promise.resolve(),
    opened: () => Promise.resolve([]),
    forget: (board, person) => {
      for (const [id, act] of acts) {
        const isOfBoard = act.board === board || act.board.startsWith(draftsOf(board));
        if (isOfBoard && (person === undefined || act.person === person)) acts.delete(id);
      }
      return Promise.resolve([]);
    },
    close: () => {},
  };
}
