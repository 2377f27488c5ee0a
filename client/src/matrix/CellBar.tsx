import type { CardId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { Button, SegmentedControl, Switch } from "../ui/index.ts";
import { CELL_VALUES, valueOf } from "./cellValue.ts";
import { linkInCell, titleIn, valueWords } from "./cellWords.ts";
import type { Matrix } from "./readMatrix.ts";
import type { MatrixEdits } from "./useMatrixEdits.ts";
import css from "./MatrixDialog.module.css";

export interface CellBarProps {
  readonly matrix: Matrix;
  readonly from: CardId;
  readonly to: CardId;
  readonly edits: MatrixEdits;
  readonly mayEdit: boolean;
  readonly onLeave: () => void;
}

/** The chosen cell in words, and what can be done with it by mouse or finger. */
export const CellBar = ({ matrix, from, to, edits, mayEdit, onLeave }: CellBarProps) => {
  const text = useText();
  const { t, signed } = text;
  const board = useBoard();
  const links = matrix.linksOf(from, to);
  const [link] = links;
  const isLocked = link !== undefined && board.isLocked(link.id);
  const isOpen = mayEdit && from !== to && links.length < 2 && !isLocked;
  const show = (): void => {
    onLeave();
    board.commands.select(links.map(({ id }) => id));
    board.commands.lookAt(from);
  };
  return (
    <div className={css["bar"]}>
      <p className={css["pair"]}>
        <b>{titleIn(matrix, from, t)}</b> → <b>{titleIn(matrix, to, t)}</b>
        <span className={css["says"]}>
          {from === to
            ? t("matrix.self", { title: titleIn(matrix, from, t) })
            : links.length > 1
              ? `${t("matrix.several", { n: links.length })} (${links.map((each) => linkInCell(each, matrix, text)).join(" / ")})`
              : link
                ? linkInCell(link, matrix, text)
                : t("matrix.none")}
          {isLocked && `, ${t("matrix.locked")}`}
        </span>
      </p>
      <div className={css["acts"]}>
        {isOpen && (
          <SegmentedControl
            label={t("matrix.effect")}
            value={String(link ? valueOf(link) : 0)}
            onChange={(id) => edits.type(from, to, id)}
            choices={CELL_VALUES.map((value) => ({
              id: String(value),
              label: valueWords(value, t),
              short: value === 0 ? "0" : signed(value),
            }))}
          />
        )}
        {isOpen && link && (
          <Switch label={t("matrix.after")} isSelected={link.delay} onChange={() => edits.turnDelay([link])} />
        )}
        {links.length > 0 && (
          <Button size="s" tone="quiet" onPress={show}>
            {t("matrix.show")}
          </Button>
        )}
      </div>
    </div>
  );
};
