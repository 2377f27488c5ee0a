import { useEffect, useState } from "react";
import { isConnected, useBoard, useWorkshop } from "../state/index.ts";
import { hereOrBack, type HereOrBack } from "./hereOrBack.ts";
import { participantsOf, readinessOf, type Readiness } from "./readinessOf.ts";

/** Somebody who stays away is told by nothing. */
const LOOK_EVERY_MS = 1_000;
const NOBODY: HereOrBack = new Map();

/** How the question whether all are ready stands; undefined while nobody asks. */
export function useReadiness(): Readiness | undefined {
  const board = useBoard();
  const { readyCheck } = useWorkshop().together;
  const askedAt = readyCheck?.at;
  const [known, setKnown] = useState({ askedAt, people: NOBODY });
  useEffect(() => {
    if (askedAt === undefined) return;
    let people = NOBODY;
    const look = (): void => {
      const here = participantsOf(board.others());
      people = hereOrBack(people, here, isConnected(board.status()), performance.now());
      setKnown((before) => (before.askedAt === askedAt && before.people === people ? before : { askedAt, people }));
    };
    look();
    const undoings = [board.subscribe("presence", look), board.subscribe("status", look)];
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const undo of undoings) undo();
    };
  }, [board, askedAt]);
  // who was asked is known in a moment
  if (!readyCheck || known.askedAt !== askedAt) return undefined;
  return readinessOf(readyCheck, known.people, board.me);
}
