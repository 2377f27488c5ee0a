import { useEffect, useState } from "react";
import { AppError } from "@palabre/shared/errors";
import { CLOSE } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { rememberedName } from "../people/index.ts";
import { BoardContext, openBoardState, type BoardState } from "../state/index.ts";
import { BoardScreen } from "./BoardScreen.tsx";
import { forgetSecret, openBoard } from "./openBoard.ts";
import { Paper } from "./Paper.tsx";
import { Refusal } from "./Refusal.tsx";

export interface BoardPageProps {
  readonly boardId: BoardId;
  /** what followed # in the link that opened the page */
  readonly secret?: string | undefined;
}

type Opening =
  | { readonly type: "opening" }
  | { readonly type: "open"; readonly board: BoardState; readonly isNew: boolean }
  | { readonly type: "refused"; readonly fault: AppError };

/** One board, from its link to its screen; everything that it opened is closed with it. */
export const BoardPage = ({ boardId, secret }: BoardPageProps) => {
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
      const { facts, isNew } = await openBoard(api, boardId, { secret, name: rememberedName() });
      if (isOver) return;
      forgetSecret();
      board = openBoardState(new URL(document.baseURI), facts);
      setOpening({ type: "open", board, isNew });
    };
    open().catch((fault: unknown) => {
      if (!isOver) setOpening({ type: "refused", fault: toAppError(fault) });
    });
    return () => {
      isOver = true;
      board?.close();
    };
  }, [boardId, secret, attempt]);

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
      return <Refusal fault={opening.fault} onRetry={retry} />;
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
