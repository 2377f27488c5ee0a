import type { Reading } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { CheckIcon, CloseIcon, Icon } from "../ui/index.ts";
import css from "./BudgetChip.module.css";

/** Whether a strategy is in the best portfolio under the budget; nothing while that can't be said. */
export const BudgetChip = ({ reading }: { readonly reading: Reading | undefined }) => {
  const { t } = useText();
  if (reading?.state !== "known") return null;
  const isIn = reading.value === 1;
  return (
    <span className={css["chip"]} data-in={isIn}>
      <Icon of={isIn ? CheckIcon : CloseIcon} size="meta" />
      <span aria-hidden>{t("figures.budget")}</span>
      <span className="sr">{isIn ? t("figures.inBudget") : t("figures.outOfBudget")}</span>
    </span>
  );
};
