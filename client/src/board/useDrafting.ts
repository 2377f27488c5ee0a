import { mayWrite } from "@palabre/shared/facilitation";
import { currentPhase, type PhaseId } from "@palabre/shared/terms";
import { useEffect, useMemo, useState } from "react";
import { untilFetched } from "../parts/index.ts";
import {
  awaitingDraft,
  type AwaitingDraft,
  loadDrafting,
  loadStaleDrafts,
  useWorkshop,
  type BoardState,
  type Drafting,
  type DraftOf,
} from "../state/index.ts";

export interface DraftingNow {
  /** the phase that it is about, for those who have no draft too */
  readonly phase?: PhaseId;
  readonly drafting?: Drafting;
  /** what is drawn on while a draft is there, or being opened */
  readonly canvas?: BoardState;
}

/** This person's draft beside the board: while people write in silence, and until what they wrote is revealed. */
export function useDrafting(board: BoardState): DraftingNow {
  const workshop = useWorkshop();
  const { phase, round = 0 } = draftOf(workshop) ?? {};
  useStaleDrafts(board, workshop.people.has(board.me.person));
  // for each draft its own, from the moment in which it is known: what is written then is not refused by the one before
  const awaiting = useMemo(() => awaitingDraft(board, phase && { phase, round }), [board, phase, round]);
  const [latest, setLatest] = useState<{ readonly awaited: AwaitingDraft; readonly made: Drafting }>();
  const drafting = latest?.awaited === awaiting ? latest.made : undefined;
  const hasDraft = phase !== undefined && mayWrite(board.me.role, "draft");
  useEffect(() => {
    const { of } = awaiting;
    if (!hasDraft || !of) return;
    let isOver = false;
    let opened: Drafting | undefined;
    const open = async () => {
      const openDrafting = await untilFetched(loadDrafting);
      const made = await openDrafting(board, new URL(document.baseURI), of);
      if (isOver) return made.close("leaving");
      opened = made;
      setLatest({ awaited: awaiting, made });
      awaiting.settle(made.canvas.commands);
    };
    void open();
    return () => {
      isOver = true;
      awaiting.forget();
      setLatest(undefined);
      const { drafts } = board.workshop();
      const isRevealed = drafts.some((each) => each.phase === of.phase && each.round !== of.round);
      const isPast = draftOf(board.workshop())?.phase !== of.phase;
      // once the canvas looks at the board alone
      setTimeout(() => opened?.close(isRevealed ? "revealed" : isPast ? "phase" : "leaving"));
    };
  }, [board, hasDraft, awaiting]);
  const canvas = drafting?.canvas ?? (hasDraft ? awaiting.canvas : undefined);
  return { ...(phase && { phase }), ...(drafting && { drafting }), ...(canvas && { canvas }) };
}

/** Once it is known which drafts are written now: those that an earlier page of this device could not save are told. */
function useStaleDrafts(board: BoardState, isKnown: boolean): void {
  useEffect(() => {
    if (!isKnown || !mayWrite(board.me.role, "draft")) return;
    let isOver = false;
    const tell = async () => {
      await board.loaded;
      const tellStaleDrafts = await loadStaleDrafts();
      await tellStaleDrafts({
        board: board.me.id,
        current: draftOf(board.workshop()),
        isOver: () => isOver,
        handOver: board.adopt,
      });
    };
    // they stay on the device until it can be said
    tell().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [board, isKnown]);
}

/** The draft that counts: of the phase in which people write in silence, else of the last one whose ideas wait. */
function draftOf({ agenda, now, drafts }: ReturnType<BoardState["workshop"]>): DraftOf | undefined {
  const current = currentPhase(agenda, now);
  const phase = current?.writing === "silent" ? current.id : drafts.findLast(({ ideas }) => ideas > 0)?.phase;
  return phase && { phase, round: drafts.find((each) => each.phase === phase)?.round ?? 0 };
}
