import type { AppError } from "@palabre/shared/errors";
import type { OwnPaper } from "@palabre/shared/protocol";
import type { Ballot, BallotId, Paper } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { ballotsApi } from "../../api/index.ts";
import { useBoard } from "../../state/index.ts";
import { startPaper } from "../../voting/index.ts";
import { asAppError } from "../pieces/index.ts";

/** What is being written outlives the panel: who closes it loses nothing. */
const unsent = new Map<BallotId, Paper>();
/** What the server last said of this person's own papers. */
const handed = new Map<BallotId, OwnPaper>();

export interface OwnPaperState {
  /** what is written, handed in or not */
  readonly paper: Paper;
  /** what the server has of it; undefined: nothing */
  readonly given: OwnPaper | undefined;
  /** whether what is written is what the server has */
  readonly isGiven: boolean;
  readonly isPending: boolean;
  readonly fault: AppError | undefined;
  readonly write: (paper: Paper) => void;
  /** Whether it is what is written, or was changed meanwhile; undefined where it wasn't taken. */
  readonly handIn: (paper: Paper) => Promise<"given" | "changed" | undefined>;
  readonly withdraw: () => Promise<boolean>;
}

/** This person's own paper of a ballot: on the server, and as it is written here. Undefined until the server was asked. */
export function useOwnPaper(id: BallotId, { method }: Pick<Ballot, "method">): OwnPaperState | undefined {
  const { me } = useBoard();
  const [given, setGiven] = useState(handed.get(id));
  const [draft, setDraft] = useState(unsent.get(id));
  const [isKnown, setKnown] = useState(handed.has(id));
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<AppError>();
  useEffect(() => {
    let isLate = false;
    ballotsApi.paper(me.id, id).then(
      (found) => {
        if (isLate) return;
        keep(handed, id, found);
        setGiven(found);
        setKnown(true);
      },
      (cause: unknown) => {
        if (isLate) return;
        setFault(asAppError(cause));
        setKnown(true);
      },
    );
    return () => {
      isLate = true;
    };
  }, [me.id, id]);

  const write = (paper: Paper | undefined): void => {
    keep(unsent, id, paper);
    setDraft(paper);
    setFault(undefined);
  };
  const run = async (ask: () => Promise<OwnPaper | undefined>): Promise<boolean> => {
    setPending(true);
    setFault(undefined);
    try {
      const next = await ask();
      keep(handed, id, next);
      setGiven(next);
      return true;
    } catch (cause) {
      setFault(asAppError(cause));
      return false;
    } finally {
      setPending(false);
    }
  };
  if (!isKnown) return undefined;
  const paper = draft ?? given?.paper ?? startPaper(method);
  return {
    paper,
    given,
    isGiven: given !== undefined && draft === undefined,
    isPending,
    fault,
    write,
    handIn: async (sent) => {
      const before = unsent.get(id);
      if (!(await run(async () => ({ ...(await ballotsApi.handIn(me.id, id, sent)), paper: sent })))) return undefined;
      // what was changed meanwhile is not handed in
      if (unsent.get(id) !== before) return "changed";
      write(undefined);
      return "given";
    },
    withdraw: async () => {
      const before = unsent.get(id);
      const isDone = await run(async () => {
        await ballotsApi.withdraw(me.id, id);
        return undefined;
      });
      // what it said stays on the form, to be handed in again or not; what was changed meanwhile stays as it is
      if (isDone && unsent.get(id) === before) write(paper);
      return isDone;
    },
  };
}

function keep<Value>(values: Map<BallotId, Value>, id: BallotId, value: Value | undefined): void {
  if (value === undefined) values.delete(id);
  else values.set(id, value);
}
