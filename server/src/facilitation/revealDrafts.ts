import { readBoard, type BoardDoc } from "@palabre/shared/documents";
import type { Revealed } from "@palabre/shared/protocol";
import {
  draftNameOf,
  type BoardId,
  type BoardSnapshot,
  type CardId,
  type DraftName,
  type PhaseId,
} from "@palabre/shared/terms";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore } from "../stores/index.ts";
import type { Box } from "./box.ts";
import type { Conductor } from "./conductor.ts";
import { ideasOf, leftOf, putIdeas, type Idea } from "./ideas.ts";
import { readDraft } from "./readDraft.ts";

export interface RevealDeps {
  readonly rooms: Pick<Rooms, "hold" | "write">;
  readonly conductor: Pick<Conductor, "workshop">;
  readonly store: Pick<BoardStore, "drafts" | "eraseDrafts">;
  readonly now: () => number;
  /** a dice for the places; undefined: one that nobody can guess */
  readonly random?: () => number;
}

/** One person's draft, and what of it comes onto the board. */
interface Written {
  readonly name: DraftName;
  readonly snapshot: BoardSnapshot;
  readonly ideas: readonly Idea[];
}

/**
 * Puts what is written in the drafts of a phase on the board and erases them, in one step on disk. What the board has no room for stays in
 * its draft. To be called while nobody writes them.
 * @returns how much came and stayed, and where on the board what came lies
 */
export async function revealDrafts(
  deps: RevealDeps,
  board: BoardId,
  phase: PhaseId,
): Promise<Revealed & { readonly box?: Box }> {
  const { rooms, conductor, store, now, random = dice } = deps;
  const { agenda, drafts } = await conductor.workshop(board);
  const isSigned = drafts.find((each) => each.phase === phase)?.signed === true;
  const all = await written(deps, board, phase, isSigned);
  const ideas = all.map((draft) => draft.ideas);
  const count = ideas.reduce((sum, { length }) => sum + length, 0);
  if (count === 0) {
    await store.eraseDrafts(board, phase);
    return { ideas: 0, left: 0 };
  }
  const look = agenda.phases.find(({ id }) => id === phase)?.look;
  let put: Partial<ReturnType<typeof putIdeas>> = {};
  const leaves = () =>
    new Map(
      all.flatMap(({ name, snapshot }) => {
        const { revealed = NONE } = put;
        const bytes = revealed.size < count ? leftOf(snapshot, revealed) : undefined;
        return bytes ? [[name, bytes] as const] : [];
      }),
    );
  const write = (doc: BoardDoc) => {
    put = putIdeas(doc, ideas, { look, at: now(), random });
  };
  await rooms.write(board, "board", (doc) => write(doc as BoardDoc), { erases: phase, leaves });
  const { revealed = NONE, box } = put;
  return { ideas: revealed.size, left: count - revealed.size, ...(box ? { box } : {}) };
}
const NONE: ReadonlySet<CardId> = new Set();

async function written(
  { rooms, store }: RevealDeps,
  board: BoardId,
  phase: PhaseId,
  isSigned: boolean,
): Promise<readonly Written[]> {
  const found = (await store.drafts(board)).find((drafts) => drafts.phase === phase);
  const drafts: Written[] = [];
  for (const person of found?.people ?? []) {
    const name = draftNameOf(phase, person);
    const snapshot = await readDraft(rooms, board, name, readBoard);
    drafts.push({ name, snapshot, ideas: ideasOf(snapshot, isSigned ? person : undefined) });
  }
  return drafts;
}

const dice = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
