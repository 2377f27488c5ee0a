import type { PresentUser } from "@palabre/shared/documents";
import type { BoardId, PersonId } from "@palabre/shared/terms";
import type { Visitor } from "../access/index.ts";

/** Somebody who follows a board on a phone, as all are shown them. */
export interface ShownPhone {
  readonly user: PresentUser;
  /** as it goes over the socket, once somebody was shown it */
  written: Uint8Array | undefined;
}

/**
 * The people who are on a board without a connection of its rooms. They are shown among those who have one, as the server knows them and
 * with nothing else: under ids that no Yjs client has, so that nobody can speak for them.
 */
export interface Phones {
  /** One more line of a person, who is shown once; returns what says that it is gone, which may be called twice. */
  arrive(visitor: Visitor): () => void;
  /** by the id of their presence */
  on(board: BoardId): ReadonlyMap<number, ShownPhone>;
  boards(): Iterable<BoardId>;
  renamed(board: BoardId, person: PersonId, name: string): void;
}

/** Client ids of Yjs are below this; presence carries any whole number that is exact. */
export const FIRST_PHONE_ID = 2 ** 32;

/** @param changed called when somebody came, went, or is called otherwise */
export function createPhones(changed: (board: BoardId, id: number) => void): Phones {
  const boards = new Map<BoardId, Map<number, ShownPhone>>();
  const people = new Map<string, { readonly id: number; lines: number }>();
  let lastId = FIRST_PHONE_ID - 1;

  return {
    arrive: ({ board, person, name, role, colour }) => {
      const key = `${board}/${person}`;
      const present = people.get(key);
      const here = present ?? { id: (lastId += 1), lines: 0 };
      here.lines += 1;
      if (!present) {
        people.set(key, here);
        const shown = boards.get(board) ?? new Map<number, ShownPhone>();
        boards.set(board, shown.set(here.id, { user: { person, name, role, colour }, written: undefined }));
        changed(board, here.id);
      }
      let isGone = false;
      return () => {
        if (isGone) return;
        isGone = true;
        here.lines -= 1;
        if (here.lines > 0) return;
        people.delete(key);
        const left = boards.get(board);
        left?.delete(here.id);
        if (left?.size === 0) boards.delete(board);
        changed(board, here.id);
      };
    },
    on: (board) => boards.get(board) ?? NONE,
    boards: () => boards.keys(),
    renamed: (board, person, name) => {
      const id = people.get(`${board}/${person}`)?.id;
      const shown = id === undefined ? undefined : boards.get(board)?.get(id);
      if (id === undefined || !shown) return;
      boards.get(board)?.set(id, { user: { ...shown.user, name }, written: undefined });
      changed(board, id);
    },
  };
}

const NONE: ReadonlyMap<number, ShownPhone> = new Map();
