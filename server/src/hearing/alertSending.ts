import type { AlertRule, BoardId, RaisedAlert } from "@palabre/shared/terms";
import type { GuardedFetch } from "../listening/index.ts";
import type { Log } from "../log.ts";
import { alertSecret, sendAlert } from "./alertMessage.ts";

/** Webhooks that are told at once, of all boards: who lets this server wait takes no more of it. */
const MOST_AT_ONCE = 8;

/** An alert whose webhook is to be told now. */
export interface DueAlert {
  readonly rule: AlertRule;
  readonly raised: RaisedAlert;
  readonly tries: number;
}

/** A try that is over. */
export interface SendingOutcome {
  readonly board: BoardId;
  readonly due: DueAlert;
  readonly isSent: boolean;
  readonly at: number;
}

/** Tells webhooks, one of a board at a time, while all else goes on. */
export interface AlertSending {
  /** Begins with the one that was tried least, unless one of the board is under way, or many are: `onOver` says when to ask again. */
  begin(board: BoardId, due: readonly DueAlert[]): void;
  /** Tries that are over and not yet `written`. */
  outcomesOf(board: BoardId): readonly SendingOutcome[];
  /** Boards that have such. */
  boardsOver(): ReadonlySet<BoardId>;
  /** What came of these is on the disk. */
  written(outcomes: readonly SendingOutcome[]): void;
  /** Ends what is under way; that counts as no try. May be called twice. */
  close(): Promise<void>;
}

export function openAlertSending(deps: {
  readonly fetch: GuardedFetch;
  readonly serverKey: Uint8Array;
  readonly log: Log;
  readonly now: () => number;
  /** told of each board that has an outcome, or could not begin before */
  readonly onOver: (board: BoardId) => void;
}): AlertSending {
  const { fetch, serverKey, log, now, onOver } = deps;
  const underWay = new Map<BoardId, Promise<void>>();
  const waiting = new Set<BoardId>();
  const outcomes = new Set<SendingOutcome>();
  const end = new AbortController();

  const send = async (board: BoardId, { rule, raised }: DueAlert): Promise<boolean> => {
    const { id, webhook = "" } = rule;
    try {
      const alert = { board, id, raised, now: now() };
      await sendAlert(fetch, webhook, alertSecret(serverKey, board), alert, end.signal);
      return true;
    } catch (error) {
      if (!end.signal.aborted)
        log.info({ board, alert: id, error }, "an alert could not be told by webhook; it is tried again");
      return false;
    }
  };
  const tell = async (board: BoardId, due: DueAlert): Promise<void> => {
    const isSent = await send(board, due);
    underWay.delete(board);
    if (isSent || !end.signal.aborted) outcomes.add({ board, due, isSent, at: now() });
    if (end.signal.aborted) return;
    const next = [board, ...waiting];
    waiting.clear();
    next.forEach(onOver);
  };
  return {
    begin: (board, due) => {
      const [first] = due.toSorted((a, b) => a.tries - b.tries);
      // what is under way asks again when it is over
      if (!first || end.signal.aborted || underWay.has(board)) return;
      if (underWay.size >= MOST_AT_ONCE) waiting.add(board);
      else underWay.set(board, tell(board, first));
    },
    outcomesOf: (board) => [...outcomes].filter((outcome) => outcome.board === board),
    boardsOver: () => new Set([...outcomes].map(({ board }) => board)),
    written: (done) => {
      for (const outcome of done) outcomes.delete(outcome);
    },
    close: async () => {
      end.abort();
      await Promise.all(underWay.values());
    },
  };
}
