import { useState } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useGroupWeights, useMayEdit, useSnapshot, useUi, useWorkshop } from "../state/index.ts";
import { Button, copyText, CopyIcon, Dialog, EmptyState, LinkIcon, saveCsv, toCells, TableIcon } from "../ui/index.ts";
import { tableOf } from "./blocks.ts";
import { CellBar } from "./CellBar.tsx";
import { MatrixGrid } from "./MatrixGrid.tsx";
import { MATRIX_KINDS, readMatrix } from "./readMatrix.ts";
import type { Shown, Sort } from "./orderCards.ts";
import { Sides } from "./Sides.tsx";
import { useKeptOrder } from "./useKeptOrder.ts";
import { useKeptPlace } from "./useKeptPlace.ts";
import { useMatrixEdits } from "./useMatrixEdits.ts";
import css from "./MatrixDialog.module.css";

/** The links of the board as a table that can be written in. */
export const MatrixDialog = () => {
  const { t } = useText();
  const { ui } = useBoard();
  const isOpen = useUi(({ dialog }) => dialog === "matrix");
  const close = (): void => ui.set({ dialog: undefined });
  return (
    <Dialog size="full" title={t("matrix.title")} isOpen={isOpen} onClose={close}>
      {isOpen && <Matrix onClose={close} />}
    </Dialog>
  );
};

const Matrix = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText();
  const board = useBoard();
  const mayEdit = useMayEdit();
  const weights = useGroupWeights();
  const matrix = readMatrix(useSnapshot(), weights);
  useWorkshop();
  const [sort, setSort] = useState<Sort>("kind");
  const [turn, setTurn] = useState(0);
  const [shown, setShown] = useState<readonly [rows: Shown, columns: Shown]>(["all", "all"]);
  const rows = useKeptOrder(matrix, sort, shown[0], turn);
  const columns = useKeptOrder(matrix, sort, shown[1], turn);
  const standing = useKeptPlace(rows, columns);
  const [said, setSaid] = useState("");
  const edits = useMatrixEdits(() => readMatrix(board.snapshot()), setSaid);
  const [from, to] = [rows[standing.place[0]], columns[standing.place[1]]];
  /** In another order the same corners hold other cells. */
  const chooseOne = () => standing.stand(standing.place);
  const table = () =>
    tableOf(
      matrix,
      { rows, columns },
      {
        corner: t("matrix.corner"),
        influence: t("matrix.influence"),
        dependence: t("matrix.dependence"),
        untitled: t("card.untitled"),
      },
    );
  if (matrix.cards.size < 2) return <EmptyState isPlain icon={LinkIcon} text={t("matrix.empty")} />;
  const why = board.whyReadOnly();
  return (
    <div className={css["matrix"]}>
      <div className={css["head"]}>
        <p id="matrix-intro" className={css["intro"]}>
          {t("matrix.intro")} {weights.size > 0 && t("matrix.weighed")} {why && <b>{t(WHY[why])}</b>}
          <span className="sr">{t("matrix.keys")}</span>
        </p>
        <Sides
          sort={sort}
          shown={shown}
          kinds={MATRIX_KINDS.filter((kind) => [...matrix.cards.values()].some((card) => card.kind === kind))}
          onSort={(next) => {
            chooseOne();
            setSort(next);
            setTurn(turn + 1);
          }}
          onShow={(next) => {
            chooseOne();
            setShown(next);
          }}
        />
      </div>
      <MatrixGrid
        matrix={matrix}
        rows={rows}
        columns={columns}
        standing={standing}
        edits={edits}
        mayEdit={mayEdit}
        label={t("matrix.title")}
        describedBy="matrix-intro"
      />
      <div className={css["foot"]}>
        {from !== undefined && to !== undefined && (
          <CellBar matrix={matrix} from={from} to={to} edits={edits} mayEdit={mayEdit} onLeave={onClose} />
        )}
        <div className={css["end"]}>
          <p role="status" className={css["status"]}>
            {said}
          </p>
          <Button
            size="s"
            tone="quiet"
            icon={CopyIcon}
            onPress={() =>
              void copyText(toCells(table())).then((isDone) =>
                setSaid(t(isDone ? "matrix.copied" : "matrix.copyFailed")),
              )
            }
          >
            {t("matrix.copy")}
          </Button>
          <Button size="s" tone="quiet" icon={TableIcon} onPress={() => saveCsv(table(), `${t("matrix.file")}.csv`)}>
            {t("matrix.csv")}
          </Button>
        </div>
      </div>
    </div>
  );
};

const WHY = { role: "matrix.readOnly", frozen: "matrix.frozen", muted: "matrix.muted" } as const;
