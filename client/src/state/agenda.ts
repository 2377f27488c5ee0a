import { AppError } from "@palabre/shared/errors";
import { fromAgendaFile } from "@palabre/shared/protocol";
import {
  isTrashed,
  titleOf,
  type Agenda,
  type BoardId,
  type BoardSnapshot,
  type CardId,
  type Phase,
  type PhaseId,
} from "@palabre/shared/terms";
import { agendaApi } from "../api/index.ts";

export { openServerClock, type ServerClock } from "./serverClock.ts";

/** What facilitators ask of the server about the agenda; it writes, and everybody sees. All reject with an AppError when it can't be done. */
export interface AgendaCommands {
  /** in the place of the agenda of this revision; `conflict` when there is another one by now */
  set(agenda: Agenda): Promise<void>;
  /** `conflict` when another one than `from` is under way; undefined = none */
  goTo(from: PhaseId | undefined, to: PhaseId | undefined): Promise<void>;
  /** with the minutes of the phase, unless others are said; also over again */
  startTimer(seconds?: number): Promise<void>;
  pauseTimer(): Promise<void>;
  resumeTimer(): Promise<void>;
  /** to what is left, or to nothing when time is up */
  addTime(seconds: number): Promise<void>;
  /** the phase goes on without one */
  stopTimer(): Promise<void>;
  /** where the agenda is had as a file */
  readonly fileAddress: string;
  /** The phases of such a file, under new ids; they look at cards of this board by their titles. @throws AppError `not-an-agenda` */
  readFile(text: string): readonly Phase[];
}

export const createAgendaCommands = (board: BoardId, snapshot: () => BoardSnapshot): AgendaCommands => ({
  set: (agenda) => agendaApi.setAgenda(board, agenda),
  goTo: (from, to) => agendaApi.goToPhase(board, { from: from ?? null, to: to ?? null }),
  startTimer: (seconds) => agendaApi.changeTimer(board, { do: "start", seconds }),
  pauseTimer: () => agendaApi.changeTimer(board, { do: "pause" }),
  resumeTimer: () => agendaApi.changeTimer(board, { do: "resume" }),
  addTime: (seconds) => agendaApi.changeTimer(board, { do: "add", seconds }),
  stopTimer: () => agendaApi.changeTimer(board, { do: "stop" }),
  fileAddress: agendaApi.agendaFile(board),
  readFile: (text) => fromAgendaFile(parseJson(text), (title) => findByTitle(snapshot(), title)),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("not-an-agenda", "the file is no JSON", { cause });
  }
}

/** A frame before any other card: what an agenda looks at mostly is one. */
function findByTitle({ cards }: BoardSnapshot, title: string): CardId | undefined {
  const named = [...cards.values()].filter((card) => !isTrashed(card) && titleOf(card) === title);
  return (named.find(({ kind }) => kind === "frame") ?? named[0])?.id;
}
