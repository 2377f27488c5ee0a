import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/index.ts";
import { Button, EmptyState, PlusIcon, RetryIcon, UnreachableIcon, Icon, CardIcon } from "../ui/index.ts";
import { BoardTile } from "./BoardTile.tsx";
import { NewBoardDialog } from "./NewBoardDialog.tsx";
import { SectionHead } from "./SectionHead.tsx";
import type { Boards as BoardsOfDevice } from "./useBoards.ts";
import type { Sample } from "./useSample.ts";
import css from "./Boards.module.css";

export interface BoardsProps {
  readonly boards: BoardsOfDevice;
  readonly sample: Sample;
}

/** The boards of this device, and the tile that starts another; while there are none, what to do about it. */
export const Boards = ({ boards, sample }: BoardsProps) => {
  const { t, error } = useText();
  const [isStarting, setStarting] = useState(false);
  const { list, fault } = boards;
  const start = (): void => setStarting(true);

  const heading = useRef<HTMLHeadingElement>(null);
  const count = list?.length ?? 0;
  const countBefore = useRef(count);
  useEffect(() => {
    // a tile that goes with the focus in it loses it: the list's title takes it over
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (count < countBefore.current && isLost) heading.current?.focus();
    countBefore.current = count;
  }, [count]);
  return (
    <section aria-labelledby="boards">
      <SectionHead id="boards" title={t("home.boards")} hint={t("home.boardsHint")} ref={heading} />
      {list === undefined && fault && (
        <EmptyState
          icon={UnreachableIcon}
          title={t("home.failed")}
          text={error(fault)}
          actions={
            <Button icon={RetryIcon} onPress={boards.reload}>
              {t("frame.retry")}
            </Button>
          }
        />
      )}
      {boards.isFromDevice && (
        <p role="status" className={css["offline"]}>
          {t("home.offline")}
        </p>
      )}
      {list?.length === 0 && (
        <EmptyState
          icon={CardIcon}
          title={t("home.empty")}
          text={t("home.emptyText")}
          actions={
            <>
              <Button tone="primary" icon={PlusIcon} onPress={start}>
                {t("home.new")}
              </Button>
              <Button onPress={sample.open} isPending={sample.isOpening}>
                {t("home.sample")}
              </Button>
            </>
          }
        />
      )}
      {(list === undefined ? !fault : list.length > 0) && (
        <ul className={css["grid"]} aria-busy={list === undefined}>
          <li>
            <button type="button" className={css["new"]} onClick={start}>
              <Icon of={PlusIcon} size="large" />
              <b>{t("home.new")}</b>
              <small>{t("home.newHint")}</small>
            </button>
          </li>
          {list === undefined && <li className={css["waiting"]}>{t("home.boardsLoading")}</li>}
          {list?.map((board) => (
            <BoardTile key={board.id} board={board} boards={boards} />
          ))}
        </ul>
      )}
      <NewBoardDialog isOpen={isStarting} onClose={() => setStarting(false)} />
    </section>
  );
};
