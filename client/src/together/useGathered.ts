import { useCallback, useEffect, useRef, useState } from "react";
import { titleOf, type Gathering, type PersonId, type Place } from "@palabre/shared/terms";
import { agendaApi } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, viewOf, type BoardState } from "../state/index.ts";
import { announce } from "../ui/index.ts";

export interface Gathered {
  readonly by: PersonId;
  /** the way back to where one was; undefined for who was not moved */
  readonly back: (() => void) | undefined;
  readonly go: () => void;
}

/** Who comes later than this is not dragged to where the others were brought. */
const FRESH_MS = 30_000;

/** Brings this screen to where a facilitator brings everybody: a glide of a second, unless this person is writing or carries something. */
export function useGathered(): { readonly gathered: Gathered | undefined; readonly leave: () => void } {
  const board = useBoard();
  const { t } = useText();
  const [gathered, setGathered] = useState<Gathered>();
  const heardAt = useRef<number>(undefined);
  const leave = useCallback(() => setGathered(undefined), []);
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const { gathering } = board.workshop().together;
      if (!gathering || heardAt.current === gathering.at) return;
      heardAt.current = gathering.at;
      const { by, at, place } = gathering;
      // whoever brings the others is there already
      if (by === board.me.person) return;
      const now = await serverNow();
      if (isOver || heardAt.current !== at || now - at > FRESH_MS) return;
      board.ui.set({ following: undefined });
      const isWriting = board.ui.get().editing !== undefined;
      const back = isWriting ? undefined : bring(board, place);
      const go = (): void => setGathered({ by, back: bring(board, place), go });
      setGathered({ by, back, go });
      announce(wordsOf(board, gathering, back !== undefined, t), "assertive");
    };
    // where it is shown, the canvas is there
    void board.loaded.then(() => (isOver ? undefined : look()));
    const unsubscribe = board.subscribe("workshop", () => void look());
    return () => {
      isOver = true;
      unsubscribe();
    };
  }, [board, t]);
  return { gathered, leave };
}

/** By the server's clock, which wrote when it was; by the device's own when the server does not answer soon. */
const serverNow = (): Promise<number> => agendaApi.time(AbortSignal.timeout(ANSWER_MS)).catch(() => Date.now());
const ANSWER_MS = 1_000;

const bring = (board: BoardState, [x, y, width, height]: Place) =>
  viewOf(board)?.bringTo({ x, y, width, height }, false);

function wordsOf(
  board: BoardState,
  { by, place: [x, y, width, height] }: Gathering,
  isThere: boolean,
  t: ReturnType<typeof useText>["t"],
): string {
  const name = board.workshop().people.get(by)?.name ?? "";
  if (!isThere) return t("together.awaitedBy", { name });
  const frame = viewOf(board)?.frameIn({ x, y, width, height });
  const title = titleOf((frame && board.card(frame)) ?? { text: "" });
  return title === "" ? t("together.broughtBy", { name }) : t("together.broughtTo", { name, title });
}
