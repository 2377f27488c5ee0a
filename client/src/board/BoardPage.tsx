import { useEffect, useState } from "react";
import { AppError } from "@palabre/shared/errors";
import { CLOSE, type BoardFacts } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { withTexts } from "../i18n/index.ts";
import { rememberedName } from "../people/index.ts";
import { BoardContext, openBoardState, type BoardState } from "../state/index.ts";
import { later } from "../ui/index.ts";
import { BoardScreen } from "./BoardScreen.tsx";
import { forgetSecret, openBoard } from "./openBoard.ts";
import { Paper } from "./Paper.tsx";
import { Refusal } from "./Refusal.tsx";

export interface BoardPageProps {
  readonly boardId: BoardId;
  /** what followed # in the link that opened the page */
  readonly secret?: string | undefined;
  /** this device has just come in by a code, and its person was given a name */
  readonly isNew?: boolean | undefined;
}

const waiting = () => withTexts(["waiting"], () => import("./WaitingPage.tsx"));
const WaitingPage = later(async () => (await waiting()).WaitingPage, Paper);

type Opening =
  | { readonly type: "opening" }
  | { readonly type: "open"; readonly board: BoardState; readonly isNew: boolean }
  | { readonly type: "refused"; readonly fault: AppError };

/** One board, from its link to its screen; everything that it opened is closed with it. */
export const BoardPage = ({ boardId, secret, isNew: hasJoined = false }: BoardPageProps) => {
  const [attempt, setAttempt] = useState(0);
  const [opening, setOpening] = useState<Opening>({ type: "opening" });
  const retry = () => {
    setOpening({ type: "opening" });
    setAttempt((last) => last + 1);
  };

  useEffect(() => {
    let isOver = false;
    let board: BoardState | undefined;
    const open = async () => {
      const { facts, isNew, isFromDevice } = await openBoard(api, boardId, { secret, name: rememberedName() });
      if (isOver) return;
      // without the server the link has been of no use yet
      if (!isFromDevice) forgetSecret();
      board = openBoardState(new URL(document.baseURI), facts);
      if (isFromDevice) askAgainOnceHeard(board, facts);
      setOpening({ type: "open", board, isNew: isNew || hasJoined });
    };
    /** What the device knew of this person may have changed meanwhile: then the board opens anew, as what they are now. */
    const askAgainOnceHeard = (opened: BoardState, known: BoardFacts): void => {
      const stop = opened.subscribe("status", () => {
        if (opened.status().type !== "saved") return;
        stop();
        void openBoard(api, boardId, { secret, name: undefined }).then(
          ({ facts, isFromDevice }) => {
            if (isOver || isFromDevice) return;
            if (facts.role !== known.role || facts.person !== known.person) retry();
            else forgetSecret();
          },
          // the board itself tells what is wrong
          () => undefined,
        );
      });
    };
    open().catch((cause: unknown) => {
      if (isOver) return;
      const fault = toAppError(cause);
      if (isAtTheDoor(fault)) forgetSecret();
      setOpening({ type: "refused", fault });
    });
    return () => {
      isOver = true;
      board?.close();
    };
  }, [boardId, secret, attempt, hasJoined]);

  useEffect(() => {
    if (opening.type !== "open") return;
    const { board } = opening;
    return board.subscribe("status", () => {
      const status = board.status();
      // the server began the document's history anew: what it has is what there is
      if (status.type === "refused" && status.code === CLOSE.newEpoch) setAttempt((last) => last + 1);
    });
  }, [opening]);

  switch (opening.type) {
    case "opening":
      return <Paper />;
    case "refused":
      if (isAtTheDoor(opening.fault))
        return (
          <WaitingPage boardId={boardId} onIn={retry} onFault={(fault) => setOpening({ type: "refused", fault })} />
        );
      return <Refusal boardId={boardId} fault={opening.fault} onRetry={retry} />;
    case "open":
      return (
        <BoardContext value={opening.board}>
          <BoardScreen isNew={opening.isNew} onReopen={retry} />
        </BoardContext>
      );
  }
};

const toAppError = (fault: unknown): AppError =>
  fault instanceof AppError ? fault : new AppError("internal", "the page failed to open the board", { cause: fault });

/** A facilitator decides: whoever stands at the door waits there. */
const isAtTheDoor = ({ code }: AppError): boolean => code === "waiting" || code === "refused";
