import type { AppError } from "@palabre/shared/errors";
import type { OwnPaper } from "@palabre/shared/protocol";
import { isSamePaper, type Ballot, type BallotId, type BoardId, type Paper } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { ballotsApi } from "../../api/index.ts";
import { useBoard } from "../../state/index.ts";
import { startPaper } from "../../voting/index.ts";
import { asAppError } from "../pieces/index.ts";
import { keepFound, keepHanded, keepUnsent, unsentOf, useHanded, useUnsent } from "./ownPapers.ts";
import { takeBack } from "./takeBack.ts";

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
  /** Whether it is what is written, was changed meanwhile, or came after the vote closed; undefined where it wasn't taken. */
  readonly handIn: (paper: Paper) => Promise<"given" | "changed" | "late" | undefined>;
  /** What counts still where the vote closed before; undefined where it was refused. */
  readonly withdraw: () => Promise<"withdrawn" | OwnPaper | undefined>;
}

/** This person's own paper of a ballot: on the server, and as it is written here. Undefined until the server was asked. */
export function useOwnPaper(id: BallotId, { method }: Pick<Ballot, "method">): OwnPaperState | undefined {
  const { me } = useBoard();
  const given = useHanded(id);
  const draft = useUnsent(id);
  const [isKnown, setKnown] = useState(given !== undefined);
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<AppError>();
  useEffect(() => {
    let isLate = false;
    ballotsApi.paper(me.id, id).then(
      (found) => {
        if (isLate) return;
        keepHanded(id, found);
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
    keepUnsent(id, paper);
    setFault(undefined);
  };
  const run = async (ask: () => Promise<OwnPaper | undefined>): Promise<AppError | undefined> => {
    setPending(true);
    setFault(undefined);
    try {
      keepHanded(id, await ask());
      return undefined;
    } catch (cause) {
      const known = asAppError(cause);
      setFault(known);
      return known;
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
      const before = unsentOf(id);
      const refusal = await run(async () => ({ ...(await ballotsApi.handIn(me.id, id, sent)), paper: sent }));
      if (refusal) return refusal.code === "closed" ? meetClosing(me.id, id, sent, before) : undefined;
      // what was changed meanwhile is not handed in
      if (isChangedSince(id, before)) return "changed";
      write(undefined);
      return "given";
    },
    withdraw: async () => {
      const before = unsentOf(id);
      let counts: OwnPaper | undefined;
      const refusal = await run(async () => {
        counts = await takeBack(ballotsApi, me.id, id);
        // what it said stays on the form, to be handed in again or not; what was changed meanwhile stays as it is
        if (!counts && unsentOf(id) === before) keepUnsent(id, paper);
        return counts;
      });
      return refusal ? undefined : (counts ?? "withdrawn");
    },
  };
}

function isChangedSince(id: BallotId, before: Paper | undefined): boolean {
  const now = unsentOf(id);
  return now !== undefined && now !== before;
}

/** What became of a paper that met the closing on its way: it may count all the same, its reply lost, or from another page. */
async function meetClosing(
  board: BoardId,
  id: BallotId,
  sent: Paper,
  before: Paper | undefined,
): Promise<"given" | "late" | undefined> {
  try {
    const found = await ballotsApi.paper(board, id);
    keepFound(id, found);
    if (!found || !isSamePaper(found.paper, sent) || isChangedSince(id, before)) return "late";
    keepUnsent(id, undefined);
    return "given";
  } catch (cause) {
    asAppError(cause);
    return undefined;
  }
}
