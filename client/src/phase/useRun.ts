import { AppError } from "@palabre/shared/errors";
import { wordsIn, type PhaseId } from "@palabre/shared/terms";
import { useMemo } from "react";
import { useText, type Text } from "../i18n/index.ts";
import { useBoard, type BoardState } from "../state/index.ts";
import { showToast } from "../ui/index.ts";
import { agendaOf } from "./agenda.ts";
import { stepOf } from "./readPhase.ts";
import { votesCut } from "./votesCut.ts";
import { wayBack } from "./wayBack.ts";

let takeBack = (): void => {};

type Agenda = Awaited<ReturnType<typeof agendaOf>>;
/** Undefined = no step. */
interface Way {
  readonly from: PhaseId | undefined;
  readonly to: PhaseId | undefined;
}

/**
 * What moves the workshop on, each for a press: what the server refuses is said, nothing else happens. A vote that people have still to
 * answer ends with its step, so that is asked about first.
 */
export interface Run {
  /** the first step, the next one, or after the last, none; nothing once they are over */
  readonly next: () => void;
  /** the step before; before the first, none */
  readonly back: () => void;
  readonly goTo: (phase: PhaseId) => void;
  readonly start: (minutes: number) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly addMinute: () => void;
  readonly stop: () => void;
}

export function useRun(): Run {
  const board = useBoard();
  const text = useText();
  return useMemo(() => runOf(board, text), [board, text]);
}

function runOf(board: BoardState, text: Text): Run {
  const ask = (act: (agenda: Agenda) => Promise<unknown>): void =>
    void agendaOf(board)
      .then(act)
      .catch((fault: unknown) => {
        const known = fault instanceof AppError ? fault : new AppError("internal", "the request failed");
        showToast({ text: known.code === "conflict" ? text.t("phase.met") : text.error(known), tone: "warn" });
      });
  /** What changes the step, once whoever leads knows what it does to a vote. */
  const askSure = (act: (agenda: Agenda) => Promise<void>): void => {
    const cut = votesCut(board);
    if (!cut) return ask(act);
    takeBack();
    takeBack = showToast({
      text: text.t("phase.voteOpen", { n: cut.answered, missing: cut.missing }),
      tone: "warn",
      action: { label: text.t("phase.voteClose"), onAction: () => ask(act) },
    });
  };
  /** From where the person saw the workshop when they pressed: where it has gone on since, however long they were asked, the server says so. */
  const move = async (agenda: Agenda, { from, to }: Way): Promise<void> => {
    await agenda.goTo(from, to);
    const { phases } = board.workshop().agenda;
    const begun = phases.find(({ id }) => id === to);
    const left = phases.find(({ id }) => id === from);
    const back = wayBack(left, text);
    const goBack = async (known: Agenda): Promise<void> => {
      await known.goTo(to, from);
      if (back.said !== undefined) showToast({ text: back.said });
    };
    // who goes on fast is asked about the last step only
    takeBack();
    takeBack = showToast({
      text: begun ? text.t("phase.began", { title: wordsIn(begun.title, text.language) }) : text.t("phase.ended"),
      action: { label: back.label, onAction: () => askSure(goBack) },
    });
  };
  const go = (to: PhaseId | undefined): void => {
    const from = board.workshop().now?.phase;
    if (from !== to) askSure((agenda) => move(agenda, { from, to }));
  };
  const by = (steps: -1 | 1): void => {
    const { agenda, endedAt } = board.workshop();
    // else who presses twice at the end, or after another facilitator, begins all over for everybody
    if (endedAt !== undefined) return;
    const { phases } = agenda;
    const step = stepOf(board.workshop());
    const place = step ? step.place - 1 + steps : 0;
    go(phases[place]?.id);
  };
  return {
    next: () => by(1),
    back: () => by(-1),
    goTo: go,
    start: (minutes) => ask((agenda) => agenda.startTimer(Math.round(minutes * 60))),
    pause: () => ask((agenda) => agenda.pauseTimer()),
    resume: () => ask((agenda) => agenda.resumeTimer()),
    addMinute: () => ask((agenda) => agenda.addTime(60)),
    stop: () => ask((agenda) => agenda.stopTimer()),
  };
}
