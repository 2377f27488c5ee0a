import { readMap, type Structure } from "@palabre/shared/analysis/structure";
import { useCallback, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { groupWeightsOf, useBoard, type BoardState } from "../state/index.ts";
import type { AnswerOf, Kind, ParamsOf } from "./kinds.ts";
import { NOT_ASKED, openAnalysis, type Analysis, type Asked, type WorkerPort } from "./openAnalysis.ts";
import type { FromWorker } from "./messages.ts";

/** A board that changes under many hands is read again this often at most. */
const SOON_MS = 150;
/** Who closes a panel and opens another finds the worker still there. */
const LINGER_MS = 2_000;

interface Open {
  readonly analysis: Analysis;
  users: number;
}
const open = new Map<BoardState, Open>();

function acquire(board: BoardState): Analysis {
  let entry = open.get(board);
  if (!entry) open.set(board, (entry = { analysis: openFor(board), users: 0 }));
  entry.users += 1;
  return entry.analysis;
}
function release(board: BoardState): void {
  const entry = open.get(board);
  if (!entry) return;
  entry.users -= 1;
  setTimeout(() => {
    if (entry.users > 0 || open.get(board) !== entry) return;
    open.delete(board);
    entry.analysis.close();
  }, LINGER_MS);
}

function openFor(board: BoardState): Analysis {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return openAnalysis({
    readMap: () => readMap(board.snapshot(), groupWeightsOf(board)),
    // a median that is published counts in the place of what is drawn
    onChange: (listener) => {
      const undoings = [board.subscribe("board", listener), board.subscribe("workshop", listener)];
      return () => undoings.forEach((undo) => undo());
    },
    soon: (act) => {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, SOON_MS);
    },
    start: startWorker,
  });
}

function startWorker(onMessage: (message: FromWorker) => void, onError: () => void): WorkerPort {
  const worker = new Worker(new URL("./analysisWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => onMessage(data));
  worker.addEventListener("error", onError);
  worker.addEventListener("messageerror", onError);
  return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
}

/**
 * Asks the worker about the board that is open, and again whenever its map changes or other params are given. The last answer stays
 * until the next is there.
 * @param params plain JSON: the same params are one question, whoever asks it
 */
export function useAsked<Asks extends Kind>(
  kind: Asks,
  params: ParamsOf<Asks>,
): Asked<AnswerOf<Asks>> & { readonly retry: () => void } {
  const board = useBoard();
  const key = JSON.stringify(params);
  // the same until they say something else
  // oxlint-disable-next-line react/exhaustive-deps -- the key says all that the params say
  const held = useMemo(() => params, [key]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const drop = acquire(board).ask(kind, held, listener);
      return () => {
        drop();
        release(board);
      };
    },
    [board, kind, held],
  );
  const asked: Asked<AnswerOf<Asks>> = useSyncExternalStore(
    subscribe,
    () => open.get(board)?.analysis.read(kind, held) ?? NOT_ASKED,
  );
  const [last, setLast] = useState(asked.answer);
  useEffect(() => {
    if (asked.answer !== undefined) setLast(asked.answer);
  }, [asked.answer]);
  return useMemo(
    () => ({ ...asked, answer: asked.answer ?? last, retry: () => open.get(board)?.analysis.retry() }),
    [asked, last, board],
  );
}

/**
 * Places, ranks, paths and loops of the map of this board; undefined until they were computed once. What shows them
 * is drawn in slices, so that the page goes on answering.
 */
export const useStructure = (): Structure | undefined => useDeferredValue(useAsked("structure", undefined).answer);
