import { AppError } from "@palabre/shared/errors";
import type { Budget } from "@palabre/shared/terms";
import { useText, type Text } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, NumberField, SegmentedControl, showToast, Slider } from "../../ui/index.ts";
import { snapTo } from "./choiceFacts.ts";
import { amountWords } from "./choiceWords.ts";
import css from "./Choice.module.css";

interface BudgetSliderProps {
  /** what is looked at */
  readonly tried: Budget;
  readonly shared: Budget | undefined;
  readonly units: readonly Budget["unit"][];
  readonly most: number;
  /** costs of the portfolios on the frontier, at which something changes */
  readonly costs: readonly number[];
  /** whether this person looks at another amount than the group's */
  readonly isOwn: boolean;
  readonly onTry: (budget: Budget | undefined) => void;
}

/** Steps of the slider from nothing to everything. */
const STEPS = 100;

/** The amount that is tried, whose it is, and for facilitators what makes it everybody's. */
export const BudgetSlider = ({ tried, shared, units, most, costs, isOwn, onTry }: BudgetSliderProps) => {
  const text = useText();
  const { t } = text;
  const board = useBoard();
  const step = stepOf(most);
  const amountOf = (budget: Budget) => amountWords(budget.amount, budget.unit, text);
  const set = (budget: Budget | undefined): void => {
    board.conduct.setBudget(budget).then(
      () => onTry(undefined),
      (fault: unknown) => showToast({ text: fault instanceof AppError ? text.error(fault) : t("choice.setFailed") }),
    );
  };
  return (
    <div className={css["budget"]}>
      <Slider
        label={t("choice.slider")}
        heading={t("choice.budget")}
        value={Math.min(tried.amount, most)}
        min={0}
        max={most}
        step={step}
        words={amountOf(tried)}
        onChange={(amount) => onTry({ unit: tried.unit, amount: snapTo(amount, costs, step / 2) })}
      />
      <div className={css["exact"]}>
        <NumberField
          label={t("choice.amount")}
          isLabelHidden
          value={tried.amount}
          min={0}
          unit={signOf(tried.unit, text)}
          onChange={(amount) => amount !== undefined && onTry({ unit: tried.unit, amount })}
        />
        {units.length > 1 && (
          <SegmentedControl
            label={t("choice.unit")}
            value={tried.unit}
            choices={units.map((id) => ({ id, label: signOf(id, text) }))}
            onChange={(unit) => onTry(unit === shared?.unit ? shared : { unit, amount: tried.amount })}
          />
        )}
      </div>
      <p className={css["whose"]}>
        {shared ? t("choice.groups", { amount: amountOf(shared) }) : t("choice.groupsNone")}{" "}
        {isOwn && t("choice.bySelf", { amount: amountOf(tried) })}
      </p>
      <div className={css["acts"]}>
        {isOwn && shared && (
          <Button size="s" onPress={() => onTry(undefined)}>
            {t("choice.back")}
          </Button>
        )}
        {board.mayFacilitate && (isOwn || !shared) && (
          <Button size="s" tone="leaf" onPress={() => set(tried)}>
            {t("choice.setForAll", { amount: amountOf(tried) })}
          </Button>
        )}
        {board.mayFacilitate && shared && !isOwn && (
          <Button size="s" tone="quiet" onPress={() => set(undefined)}>
            {t("choice.remove")}
          </Button>
        )}
      </div>
    </div>
  );
};

const signOf = (unit: Budget["unit"], { t }: Text): string =>
  ({ euro: "€", hour: "h", point: t("choice.signPoint") })[unit];

/** A round step: about a hundredth of the range, never finer than a hundredth. */
function stepOf(most: number): number {
  const rough = most / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return Math.max(0.01, round * power);
}
