import { useText, type Text } from "../i18n/index.ts";
import { Select } from "../ui/index.ts";
import { SORTS, type Shown, type Sort } from "./orderCards.ts";
import type { MatrixKind } from "./readMatrix.ts";
import css from "./MatrixDialog.module.css";

export interface SidesProps {
  readonly sort: Sort;
  readonly shown: readonly [rows: Shown, columns: Shown];
  /** kinds that the board has */
  readonly kinds: readonly MatrixKind[];
  readonly onSort: (sort: Sort) => void;
  readonly onShow: (shown: readonly [rows: Shown, columns: Shown]) => void;
}

const sortWord = (sort: Sort, t: Text["t"]): string =>
  ({
    kind: t("matrix.byKind"),
    birth: t("matrix.birth"),
    influence: t("matrix.byInfluence"),
    dependence: t("matrix.byDependence"),
  })[sort];
const shownWord = (shown: Shown, t: Text["t"]): string =>
  ({
    all: t("matrix.all"),
    strategy: t("matrix.strategy"),
    factor: t("matrix.factor"),
    expectation: t("matrix.expectation"),
  })[shown];

/** Which cards stand on the two sides, and in which order. */
export const Sides = ({ sort, shown, kinds, onSort, onShow }: SidesProps) => {
  const { t } = useText();
  const choices = (["all", ...kinds] as const).map((id) => ({ id, label: shownWord(id, t) }));
  return (
    <div className={css["sides"]}>
      <Select
        label={t("matrix.rows")}
        choices={choices}
        value={shown[0]}
        onChange={(next) => onShow([next, shown[1]])}
      />
      <Select
        label={t("matrix.columns")}
        choices={choices}
        value={shown[1]}
        onChange={(next) => onShow([shown[0], next])}
      />
      <Select
        label={t("matrix.sort")}
        choices={SORTS.map((id) => ({ id, label: sortWord(id, t) }))}
        value={sort}
        onChange={onSort}
      />
    </div>
  );
};
