import {
  freezing,
  freezingByTimer,
  isFreezeDue,
  isFrozenByTimer,
  readAgenda,
  readBoard,
  readRules,
  readWorkshop,
  settingAgenda,
  settingEndedAt,
  settingNow,
  writeState,
  type BoardDoc,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import { toAgendaFile, type AgendaFile, type ChangeTimer, type GoToPhase } from "@palabre/shared/protocol";
import {
  currentPhase,
  titleOf,
  wordsIn,
  type Agenda,
  type BoardId,
  type CardId,
  type PersonId,
  type Phase,
  type PhaseId,
  type PhaseNow,
} from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { VersionRecord } from "../stores/index.ts";
import { judgeWay } from "./judgeWay.ts";
import { beginPhase, changeTimer, dueAtOf, isTimeDue } from "./phaseTimer.ts";
import { openTimers } from "./timers.ts";

/** The agenda of each board, and the phase that is under way. What is asked is judged and written in one step. */
export interface Agendas {
  /**
   * Puts an agenda in the place of the one of this revision.
   * @returns it with its new revision
   * @throws AppError `conflict` when the board has another revision by now, `bad-request` when it lacks the phase that is under way, or
   *   changes what was announced of how people write in that one
   */
  set(board: BoardId, agenda: Agenda): Promise<Agenda>;
  /**
   * Goes from one phase to another; undefined: none is under way any more. What is on the board at that moment is kept as a version.
   * @throws AppError `conflict` when another one than `from` is under way, or `to` is; `bad-request` when there is no phase `to`
   */
  goTo(board: BoardId, way: GoToPhase, by: PersonId): Promise<PhaseNow | undefined>;
  /** @throws AppError `conflict` when the timer is not as it must be, or no phase is under way; `bad-request` for no time at all */
  changeTimer(board: BoardId, change: ChangeTimer): Promise<PhaseNow>;
  /** The agenda as a file; what phases look at is named by its title. */
  file(board: BoardId): Promise<AgendaFile>;
  /** Ends the looking at timers, and waits for the versions that are being kept; may be called twice. */
  close(): Promise<void>;
}
export function openAgendas(deps: {
  readonly rooms: Pick<Rooms, "write" | "hold" | "onLive">;
  readonly log: Log;
  readonly now: () => number;
  readonly keepVersion: (
    board: BoardId,
    about: { kind: "phase"; label: string; person: PersonId },
  ) => Promise<VersionRecord>;
  /** told of a phase that is under way and about to be over: what it says then is known before the next one begins */
  readonly phaseEnding?: (board: BoardId) => Promise<void>;
  /** told of a phase that is over, before who ended it is answered */
  readonly phaseEnded?: (board: BoardId, phase: PhaseId) => Promise<void>;
}): Agendas {
  const { rooms, log, now, keepVersion, phaseEnding = async () => {}, phaseEnded = async () => {} } = deps;
  const keeping = new Set<Promise<void>>();
  const write = <T>(board: BoardId, change: (doc: StateDoc) => T): Promise<T> =>
    // the name of a document says what it is
    rooms.write(board, "workshop", (doc) => change(doc as StateDoc));
  /** What is under way from now on, or that all is over; a freeze that the timer made ends with it. */
  const writeNow = (doc: StateDoc, next: PhaseNow | undefined, isOver = false): void =>
    void writeState(doc, [
      settingNow(next),
      settingEndedAt(isOver ? now() : undefined),
      ...(isFrozenByTimer(doc) ? [freezing(false, now())] : []),
    ]);
  const endIfDue = (board: BoardId): Promise<PhaseNow | undefined> =>
    write(board, (doc) => {
      const { now: before } = readAgenda(doc);
      if (!before || !isTimeDue(before, now())) return before;
      const after: PhaseNow = { ...before, isTimeUp: true };
      const freezes = isFreezeDue(doc, now()) && !readRules(doc).frozen;
      writeState(doc, [settingNow(after), ...(freezes ? [freezingByTimer(now())] : [])]);
      return after;
    });
  const timers = openTimers({
    end: async (board) => dueAtOf(await endIfDue(board)),
    what: "phase",
    rooms,
    log,
    now,
  });
  /** Nobody waits for it: who presses *next* has gone on. */
  const keep = (board: BoardId, label: string, person: PersonId): void => {
    const kept = keepVersion(board, { kind: "phase", label, person }).then(
      () => {},
      (error: unknown) => log.error({ board, error }, "the version of a phase could not be kept"),
    );
    keeping.add(kept);
    void kept.then(() => keeping.delete(kept));
  };
  return {
    set: (board, { revision, phases }) =>
      write(board, (doc) => {
        const before = readAgenda(doc);
        if (revision !== before.agenda.revision)
          throw new AppError("conflict", "somebody else changed the agenda meanwhile: read it again");
        checkIds(phases);
        checkCurrent(currentPhase(before.agenda, before.now), phases);
        const agenda: Agenda = { revision: revision + 1, phases };
        // with none of the phases that are over left, it is another agenda, of which nothing has begun
        const isOther = !phases.some(({ id }) => before.agenda.phases.some((known) => known.id === id));
        writeState(doc, [settingAgenda(agenda), ...(isOther ? [settingEndedAt(undefined)] : [])]);
        return agenda;
      }),
    goTo: async (board, way, by) => {
      const { from } = way;
      const isEnding = from !== null;
      const logging = (error: unknown) => log.error({ board, error }, "what ends with a phase could not be ended");
      if (isEnding) {
        await write(board, (doc) => judgeWay(readAgenda(doc), way));
        await phaseEnding(board).catch(logging);
      }
      const { next, label } = await write(board, (doc) => {
        const stand = readAgenda(doc);
        const { phase, isOver } = judgeWay(stand, way);
        const next = phase && beginPhase(phase, now());
        writeNow(doc, next, isOver);
        const ended = currentPhase(stand.agenda, stand.now);
        return { next, label: ended ? wordsIn(ended.title, readWorkshop(doc).language) : "" };
      });
      timers.follow(board, dueAtOf(next));
      keep(board, label, by);
      if (isEnding) await phaseEnded(board, from).catch(logging);
      return next;
    },
    changeTimer: async (board, change) => {
      const next = await write(board, (doc) => {
        const { agenda, now: before } = readAgenda(doc);
        if (!before) throw new AppError("conflict", "no phase is under way by now");
        const after = changeTimer(before, currentPhase(agenda, before)?.minutes, change, now());
        writeNow(doc, after);
        return after;
      });
      timers.follow(board, dueAtOf(next));
      return next;
    },
    file: async (board) => {
      const { phases } = await write(board, (doc) => readAgenda(doc).agenda);
      if (phases.every(({ look }) => look === undefined)) return toAgendaFile(phases, () => undefined);
      const held = await rooms.hold(board, "board");
      try {
        const { cards } = readBoard(held.doc as BoardDoc);
        const nameOf = (look: CardId) => {
          const card = cards.get(look);
          return card && titleOf(card);
        };
        return toAgendaFile(phases, nameOf);
      } finally {
        held.release();
      }
    },
    close: async () => {
      await timers.close();
      await Promise.all(keeping);
    },
  };
}

function checkIds(phases: readonly Phase[]): void {
  if (new Set(phases.map(({ id }) => id)).size < phases.length)
    throw new AppError("bad-request", "two phases have the same id: give each one of its own");
}

/** What people write in a phase was announced to them: it holds until the phase is over. */
function checkCurrent(current: Phase | undefined, phases: readonly Phase[]): void {
  if (!current) return;
  const after = phases.find(({ id }) => id === current.id);
  if (!after) throw new AppError("bad-request", "the phase that is under way is missing: go to another one first");
  if (after.writing !== current.writing || (after.signed === true) !== (current.signed === true))
    throw new AppError("bad-request", "how people write can't be changed while they do: go to another phase first");
}
