import type { EndedDrafts } from "@palabre/shared/terms";
import { useEffect, useRef } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop, viewOf } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";

/** Says to all when a round of drafts ends while they look on: what has come, with the way to it where it is out of view. */
export const RevealWatch = () => {
  const { t } = useText();
  const board = useBoard();
  const { drafts } = useWorkshop();
  const rounds = useRef<ReadonlyMap<string, number>>(undefined);
  // with the end of a draft another state of the same board comes
  const latest = useRef(board);
  useEffect(() => {
    latest.current = board;
  }, [board]);
  useEffect(() => {
    const before = rounds.current;
    rounds.current = new Map(drafts.map(({ phase, round }) => [phase, round]));
    for (const { phase, round, ended } of drafts) {
      const known = before?.get(phase);
      if (!ended || known === undefined || known >= round) continue;
      if (ended.ideas === 0) showToast({ text: t("drafts.discarded") });
      else {
        const see = () => viewOf(latest.current)?.fit(boxOf(ended));
        const action = isSeen(ended, viewOf(latest.current)?.seen())
          ? undefined
          : { label: t("drafts.see"), onAction: see };
        showToast({ text: t("drafts.revealed", { n: ended.ideas }), action });
      }
    }
  }, [drafts, t]);
  return null;
};

type Rectangle = ReturnType<typeof boxOf>;
const boxOf = ({ box: [x, y, width, height] = [0, 0, 0, 0] }: EndedDrafts) => ({ x, y, width, height });
const isSeen = (ended: EndedDrafts, seen: Rectangle | undefined): boolean => {
  const { x, y, width, height } = boxOf(ended);
  return (
    seen !== undefined &&
    seen.x <= x &&
    seen.y <= y &&
    seen.x + seen.width >= x + width &&
    seen.y + seen.height >= y + height
  );
};
