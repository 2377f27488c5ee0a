import { readBoard, settingDrafts, type BoardDoc } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { mayRead } from "@palabre/shared/facilitation";
import { CLOSE, type Revealed } from "@palabre/shared/protocol";
import {
  currentPhase,
  draftNameOf,
  readDraftName,
  type BoardId,
  type Card,
  type DraftName,
  type EndedDrafts,
  type PersonId,
  type PhaseId,
  type Role,
  type WaitingDrafts,
} from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { BoardStore } from "../stores/index.ts";
import type { Box } from "./box.ts";
import type { Conductor } from "./conductor.ts";
import { ideasOf } from "./ideas.ts";
import { readDraft } from "./readDraft.ts";
import { revealDrafts } from "./revealDrafts.ts";

/** The drafts of silent phases: who may open which, how much waits, and their end. */
export interface Drafts {
  /**
   * The draft that a person means: their own, of the phase that is under way or of one whose drafts wait.
   * @param round that the copy at hand is of; undefined: there is none
   * @returns a close code when they have none, or when theirs is another one by now
   */
  open(
    who: { readonly board: BoardId; readonly person: PersonId; readonly role: Role },
    asked: { readonly phase?: PhaseId | undefined; readonly round?: number | undefined },
  ): Promise<DraftName | number>;
  /**
   * Changes the draft that a person writes in, while its phase is under way; runs while no draft of the board begins or ends.
   * @throws AppError `conflict` when that draft is over, `forbidden` when they may not write it
   */
  write<T>(
    who: { readonly board: BoardId; readonly person: PersonId; readonly role: Role },
    draft: OfRound,
    change: (doc: BoardDoc) => T,
  ): Promise<T>;
  /** What a person has written in the draft of the phase that is under way, or that waits; undefined when there is none. */
  mine(who: { readonly board: BoardId; readonly person: PersonId }): Promise<readonly Card[] | undefined>;
  /**
   * Puts what is written on the board and erases the drafts. What the board has no room for stays in them, for the next round, under the
   * promise that was made. Nothing when it was done in that round already.
   */
  reveal(board: BoardId, drafts: OfRound): Promise<Revealed>;
  /** Tells what waits by now, before its time: for a moment that all see, such as the end of a phase. */
  countNow(board: BoardId): Promise<void>;
  /** Erases the drafts; nothing when it was done in that round already. */
  discard(board: BoardId, drafts: OfRound): Promise<void>;
  close(): void;
}
interface OfRound {
  readonly phase: PhaseId;
  readonly round: number;
}

/** The drafts of one phase, as far as anybody counts them. */
interface Phase {
  round: number;
  readonly ideas: Map<PersonId, number>;
}

/**
 * From one count to the next, on the beat of the clock and for all boards together. What is counted is told only then: a count that rose
 * with each card would tell who had just pressed Enter.
 */
const COUNT_EVERY_MS = 5_000;

export function openDrafts(deps: {
  readonly rooms: Rooms;
  readonly conductor: Conductor;
  readonly store: Pick<BoardStore, "drafts" | "eraseDrafts" | "noteIdeas">;
  readonly log: Log;
  readonly now: () => number;
  /** a dice for the places of what is revealed; undefined: one that nobody can guess */
  readonly random?: () => number;
  readonly countEveryMs?: number;
}): Drafts {
  const { rooms, conductor, store, log, countEveryMs = COUNT_EVERY_MS } = deps;
  const boards = new Map<BoardId, Map<PhaseId, Phase>>();
  const turns = new Map<BoardId, Promise<unknown>>();
  /** boards whose count may be another one, with the drafts that were written */
  const stale = new Map<BoardId, Set<DraftName>>();

  /** One after the other for each board. */
  const inTurn = async <T>(board: BoardId, task: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(board) ?? Promise.resolve()).catch(() => undefined).then(task);
    turns.set(board, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(board) === turn) turns.delete(board);
    }
  };
  const count = async (board: BoardId, name: DraftName) => {
    try {
      return await readDraft(rooms, board, name, (doc) => ideasOf(readBoard(doc), undefined).length);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "damaged-document")) throw error;
      // it stays as it is on disk; the others are counted
      log.error({ board }, "a draft can't be read: what is in it is not counted");
      return 0;
    }
  };
  /** What the disk has, counted once. */
  const phasesOf = async (board: BoardId): Promise<Map<PhaseId, Phase>> => {
    const known = boards.get(board);
    if (known) return known;
    const phases = new Map<PhaseId, Phase>();
    for (const { phase, round, people } of await store.drafts(board)) {
      const ideas = new Map<PersonId, number>();
      for (const person of people) ideas.set(person, await count(board, draftNameOf(phase, person)));
      phases.set(phase, { round, ideas });
    }
    boards.set(board, phases);
    return phases;
  };
  const phaseOf = (phases: Map<PhaseId, Phase>, id: PhaseId): Phase => {
    const phase = phases.get(id) ?? { round: 0, ideas: new Map() };
    phases.set(id, phase);
    return phase;
  };

  /**
   * Tells all what waits; what was promised to those who write stays as it was.
   * @param over the phase whose round has just ended, and how
   */
  const show = async (
    board: BoardId,
    phases: ReadonlyMap<PhaseId, Phase>,
    over?: { readonly phase: PhaseId; readonly ended: EndedDrafts | undefined },
  ): Promise<void> => {
    const { agenda, drafts } = await conductor.workshop(board);
    const shown = [...phases].flatMap(([phase, { round, ideas }]): readonly WaitingDrafts[] => {
      const written = [...ideas.values()].filter((n) => n > 0);
      const planned = agenda.phases.find(({ id }) => id === phase);
      // nobody asks any more for what is empty and planned no longer
      if (!planned && ideas.size === 0 && phase !== over?.phase) return [];
      // what a round left to the next was promised in the first
      const before = drafts.find((each) => each.phase === phase);
      const isPromised = before !== undefined && ideas.size > 0;
      const signed = isPromised ? before.signed : planned?.signed === true;
      const ended = phase === over?.phase ? over.ended : before?.round === round ? before.ended : undefined;
      return [
        {
          phase,
          round,
          signed,
          ideas: written.reduce((sum, n) => sum + n, 0),
          people: written.length,
          ...(ended ? { ended } : {}),
        },
      ];
    });
    await conductor.change(board, "workshop", [settingDrafts(shown)]);
  };
  const recount = (board: BoardId, names: ReadonlySet<DraftName>) =>
    inTurn(board, async () => {
      const phases = await phasesOf(board);
      for (const name of names) {
        const draft = readDraftName(name);
        if (draft) phaseOf(phases, draft.phase).ideas.set(draft.person, await count(board, name));
      }
      await show(board, phases);
      if (phases.size === 0) boards.delete(board);
    });
  const tick = () => {
    const due = [...stale];
    stale.clear();
    for (const [board, names] of due) {
      recount(board, names).catch((error: unknown) => {
        boards.delete(board);
        log.error({ board, error }, "what waits in drafts could not be counted");
      });
    }
  };
  const note = (board: BoardId, ...names: readonly DraftName[]) => {
    const noted = stale.get(board) ?? new Set();
    stale.set(board, noted);
    for (const name of names) {
      noted.add(name);
      const draft = readDraftName(name);
      const phases = boards.get(board);
      if (!draft || !phases) continue;
      // that there is one is known at once, what is in it when it is counted
      const { ideas } = phaseOf(phases, draft.phase);
      ideas.set(draft.person, ideas.get(draft.person) ?? 0);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const beat = () => {
    timer = setTimeout(
      () => {
        tick();
        beat();
      },
      countEveryMs - (Date.now() % countEveryMs),
    ).unref();
  };
  beat();
  const undoings = [
    rooms.onDrafted(note),
    // what a process that died had no time to tell
    rooms.onLive((board, isLive) => (isLive ? note(board) : void boards.delete(board))),
  ];

  /** What was sent by its key is known by it when it is sent again, although its draft is gone. */
  const noteIdeas = async (board: BoardId, phase: PhaseId): Promise<void> => {
    const found = (await store.drafts(board)).find((drafts) => drafts.phase === phase);
    for (const person of found?.people ?? []) {
      const keys = await readDraft(rooms, board, draftNameOf(phase, person), (doc) => [...readBoard(doc).cards.keys()]);
      await store.noteIdeas(board, keys);
    }
  };
  const end = (board: BoardId, { phase, round }: OfRound, how: () => Promise<EndedDrafts | undefined>): Promise<void> =>
    inTurn(board, async () => {
      const phases = await phasesOf(board);
      if (phaseOf(phases, phase).round !== round) return;
      let ended: EndedDrafts | undefined;
      await rooms.closeDrafts(board, phase, async () => {
        try {
          await noteIdeas(board, phase);
          ended = await how();
          return true;
        } finally {
          // whatever came of it, the disk knows
          boards.delete(board);
        }
      });
      await show(board, await phasesOf(board), { phase, ended });
    });
  type Writer = Parameters<Drafts["open"]>[0];
  const openDraft = async (
    { board, person, role }: Writer,
    asked: Parameters<Drafts["open"]>[1],
  ): Promise<DraftName | number> => {
    if (!mayRead(role, "draft")) return CLOSE.forbidden;
    const { agenda, now: under, drafts } = await conductor.workshop(board);
    const current = currentPhase(agenda, under);
    const silent = current?.writing === "silent" ? current.id : undefined;
    const phases = await phasesOf(board);
    const waiting = [...phases].findLast(([, { ideas }]) => ideas.has(person))?.[0];
    const id = asked.phase ?? silent ?? waiting;
    if (id === undefined || (id !== silent && phases.get(id)?.ideas.has(person) !== true)) return CLOSE.forbidden;
    const phase = phaseOf(phases, id);
    // what was promised is written down before the first letter is
    if (!drafts.some((each) => each.phase === id && each.round === phase.round && phase.ideas.size > 0))
      await show(board, phases);
    return asked.round !== undefined && asked.round !== phase.round ? CLOSE.newEpoch : draftNameOf(id, person);
  };

  return {
    open: (who, asked) => inTurn(who.board, () => openDraft(who, asked)),
    write: (who, draft, change) =>
      inTurn(who.board, async () => {
        const name = await openDraft(who, draft);
        if (typeof name === "number")
          throw new AppError("conflict", "this draft is over, or is not one's own: look again at what is under way");
        return rooms.write(who.board, name, (doc) => change(doc as BoardDoc), { person: who.person });
      }),
    mine: ({ board, person }) =>
      inTurn(board, async () => {
        const { agenda, now: under } = await conductor.workshop(board);
        const current = currentPhase(agenda, under);
        const ofMine = (await store.drafts(board)).filter(({ people }) => people.includes(person));
        const found = ofMine.find(({ phase }) => phase === current?.id) ?? ofMine.at(-1);
        if (!found) return undefined;
        return readDraft(rooms, board, draftNameOf(found.phase, person), (doc) => [...readBoard(doc).cards.values()]);
      }),
    reveal: async (board, drafts) => {
      let came: Revealed = { ideas: 0, left: 0 };
      await end(board, drafts, async () => {
        const { box, ...revealed } = await revealDrafts(deps, board, drafts.phase);
        came = revealed;
        return box && { ideas: revealed.ideas, box: toRectangle(box) };
      });
      return came;
    },
    countNow: async (board) => {
      const names = stale.get(board);
      if (!names) return;
      stale.delete(board);
      try {
        await recount(board, names);
      } catch (error) {
        boards.delete(board);
        // on the next beat once more
        note(board, ...names);
        throw error;
      }
    },
    discard: (board, drafts) =>
      end(board, drafts, async () => {
        await store.eraseDrafts(board, drafts.phase);
        return { ideas: 0 };
      }),
    close: () => {
      clearTimeout(timer);
      for (const undo of undoings) undo();
    },
  };
}

const toRectangle = ({ left, top, right, bottom }: Box): NonNullable<EndedDrafts["box"]> => [
  left,
  top,
  right - left,
  bottom - top,
];
