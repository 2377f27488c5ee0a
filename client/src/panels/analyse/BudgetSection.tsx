import type { Choice } from "@palabre/shared/analysis/decision";
import type { Budget } from "@palabre/shared/terms";
import { useMemo, useState } from "react";
import { useAsked } from "../../analysis/index.ts";
import { useText } from "../../i18n/index.ts";
import { useSnapshot, useWorkshop } from "../../state/index.ts";
import { Button } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { BudgetSlider } from "./BudgetSlider.tsx";
import { ChartFrame, type ChartTable } from "./ChartFrame.tsx";
import { factsOf, totalOf, unitsOf, unitsToTry } from "./choiceFacts.ts";
import { amountWords, bestWords, namesOf } from "./choiceWords.ts";
import { FrontierChart } from "./FrontierChart.tsx";
import { Sentence } from "./Sentence.tsx";
import { StandingList } from "./StandingList.tsx";
import { plainOf } from "./titles.ts";
import css from "./Choice.module.css";

/** What the group can afford, which strategies go together best for it, and why the others don't. */
export const BudgetSection = () => {
  const { t } = useText();
  const snapshot = useSnapshot();
  const { budget: shared } = useWorkshop();
  const facts = useMemo(() => factsOf(snapshot), [snapshot]);
  /** what this person tries; undefined: the group's */
  const [own, setOwn] = useState<Budget>();
  const [unit] = [own?.unit, shared?.unit, ...unitsOf(facts)].filter((each) => each !== undefined);
  const total = unit === undefined ? 0 : totalOf(facts, unit);
  const tried = own ?? shared ?? (unit && { amount: total, unit });
  const { answer, isFresh, isFailed, retry } = useAsked("choice", { facts, budget: tried });
  if (facts.length === 0)
    return (
      <Section title={t("choice.title")}>
        <p className={css["none"]}>{t("choice.noStrategies")}</p>
      </Section>
    );
  return (
    <Section title={t("choice.title")}>
      {tried && (
        <BudgetSlider
          tried={tried}
          shared={shared}
          units={unitsToTry(facts, [shared?.unit, tried.unit])}
          // what is beyond everything together can be set, and is of no use
          most={Math.max(total, shared?.unit === tried.unit ? shared.amount : 0, 1)}
          costs={answer?.unit === tried.unit ? answer.frontier.map(({ cost }) => cost) : []}
          isOwn={own !== undefined && !isSame(own, shared)}
          onTry={setOwn}
        />
      )}
      {isFailed && (
        <div className={css["acts"]} role="alert">
          <p className={css["none"]}>{t("analyse.failed")}</p>
          <Button size="s" onPress={retry}>
            {t("frame.retry")}
          </Button>
        </div>
      )}
      {answer && (
        <Outcome
          choice={answer}
          isComputing={!isFresh && !isFailed}
          tried={tried}
          shared={shared}
          facts={facts}
          onTry={setOwn}
        />
      )}
    </Section>
  );
};

const isSame = (a: Budget, b: Budget | undefined): boolean => a.amount === b?.amount && a.unit === b.unit;

interface OutcomeProps {
  /** may be of a budget or of a map that was before */
  readonly choice: Choice & { readonly budget?: Budget | undefined };
  readonly isComputing: boolean;
  readonly tried: Budget | undefined;
  readonly shared: Budget | undefined;
  readonly facts: ReturnType<typeof factsOf>;
  readonly onTry: (budget: Budget) => void;
}

const Outcome = ({ choice, isComputing, tried, shared, facts, onTry }: OutcomeProps) => {
  const text = useText();
  const { t } = text;
  const { cards } = useSnapshot();
  const { frontier, unit, budget } = choice;
  const expectations = [...cards.values()].filter(
    ({ kind, attributes }) => kind === "expectation" && attributes.trashedAt === undefined,
  ).length;
  const verdict = <Sentence of={bestWords(choice, budget?.amount ?? 0, expectations, cards, text)} />;
  const [first, last] = [frontier[0], frontier.at(-1)];
  const table: ChartTable = {
    columns: [t("choice.cost"), t("choice.value"), t("choice.names")],
    rows: frontier.map(({ cost, value, strategies }) => [
      { shown: amountWords(cost, unit, text), value: cost },
      { shown: text.number(value), value },
      plainOf(namesOf(strategies, cards, text)),
    ]),
  };
  return (
    <>
      {frontier.length > 1 && budget && first && last ? (
        <ChartFrame
          alternative={t("choice.frontierText", {
            n: frontier.length - 1,
            from: amountWords(first.cost, unit, text),
            to: amountWords(last.cost, unit, text),
          })}
          sentence={verdict}
          table={table}
          fileName={t("choice.fileFrontier")}
        >
          <FrontierChart
            choice={choice}
            // the frontier is that of any amount: arrows that are pressed before the answer is there go on along it
            budget={tried?.unit === budget.unit ? tried.amount : budget.amount}
            group={shared?.unit === unit ? shared?.amount : undefined}
            onTry={(amount) => onTry({ amount, unit: budget.unit })}
          />
        </ChartFrame>
      ) : (
        <p className={css["verdict"]}>{verdict}</p>
      )}
      <p className={css["basis"]}>
        {t(choice.basis === "gain" ? "choice.basisGain" : "choice.basisServed")} {isComputing && t("analyse.computing")}
      </p>
      {!choice.isComplete && <p className={css["basis"]}>{t("choice.incomplete")}</p>}
      <StandingList choice={choice} facts={facts} budget={budget?.amount} />
    </>
  );
};
