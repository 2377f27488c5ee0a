import {
  freezing,
  isFrozenByTimer,
  readAgenda,
  readWorkshop,
  settingAgenda,
  settingNow,
  writeState,
  type StateDoc,
} from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import {
  currentPhase,
  wordsIn,
  type Agenda,
  type BoardId,
  type PersonId,
  type Phase,
  type PhaseId,
  type PhaseNow,
} from "@palabre/shared/terms";
import type { Log } from "../log.ts";
import type { Rooms } from "../rooms/index.ts";
import type { VersionRecord } from "../stores/index.ts";

/** The agenda of each board, and the phase that is under way. What is asked is judged and written in one step. */
export interface Agendas {
  /**
   * Puts an agenda in the place of the one of this revision.
   * @returns it with its new revision
   * @throws AppError `conflict` when the board has another revision by now, `bad-request` when it lacks the phase that is under way, or
   *   changes what was announced of how that one is written
   */
  set(board: BoardId, agenda: Agenda): Promise<Agenda>;
  /**
   * Goes from one phase to another; undefined: none is under way any more. What is on the board at that moment is kept as a version.
   * @throws AppError `conflict` when another one than `from` is under way, `bad-request` when there is no phase `to`
   */
  goTo(board: BoardId, way: Way, by: PersonId): Promise<PhaseNow | undefined>;
  /** Waits for the versions that are being kept; may be called twice. */
  close(): Promise<void>;
}
interface Way {
  readonly from: PhaseId | null;
  readonly to: PhaseId | null;
}

export function openAgendas(deps: {
  readonly rooms: Pick<Rooms, "write">;
  readonly log: Log;
  readonly now: () => number;
  readonly keepVersion: (
    board: BoardId,
    about: { kind: "phase"; label: string; person: PersonId },
  ) => Promise<VersionRecord>;
}): Agendas {
  const { rooms, log, now, keepVersion } = deps;
  const keeping = new Set<Promise<void>>();
  const write = <T>(board: BoardId, change: (doc: StateDoc) => T): Promise<T> =>
    // the name of a document says what it is
    rooms.write(board, "workshop", (doc) => change(doc as StateDoc));
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
        writeState(doc, [settingAgenda(agenda)]);
        return agenda;
      }),
    goTo: async (board, { from, to }, by) => {
      const { next, label } = await write(board, (doc) => {
        const { agenda, now: before } = readAgenda(doc);
        if ((before?.phase ?? null) !== from)
          throw new AppError("conflict", "another phase is under way by now: look where the workshop is");
        const phase = agenda.phases.find(({ id }) => id === to);
        if (to !== null && !phase)
          throw new AppError("bad-request", "the agenda has no such phase: it may have been taken out");
        const next = phase && beginning(phase, now());
        writeState(doc, [
          settingNow(next),
          // a freeze that the timer made ends with its phase
          ...(isFrozenByTimer(doc) ? [freezing(false, now())] : []),
        ]);
        const ended = currentPhase(agenda, before);
        return { next, label: ended ? wordsIn(ended.title, readWorkshop(doc).language) : "" };
      });
      keep(board, label, by);
      return next;
    },
    close: async () => void (await Promise.all(keeping)),
  };
}

const MINUTE_MS = 60_000;
const beginning = ({ id, minutes }: Phase, at: number): PhaseNow => ({
  phase: id,
  startedAt: at,
  ...(minutes === undefined ? {} : { endsAt: at + Math.round(minutes * MINUTE_MS) }),
});

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
