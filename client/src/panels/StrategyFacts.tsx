import { EFFORTS, ENGAGEMENT_LEVELS, LIMITS, UNITS, type CardAttributes } from "@palabre/shared/terms";
import { useText, type Text } from "../i18n/index.ts";
import { SegmentedControl } from "../ui/index.ts";
import { Amount } from "./Amount.tsx";
import type { FactsProps } from "./factsProps.ts";
import { DraftField } from "./DraftField.tsx";
import { Fact, Labelled } from "./Labelled.tsx";
import { StrategyTies } from "./StrategyTies.tsx";
import css from "./CardFacts.module.css";

/** The largest amount and the longest horizon that a card takes. */
const MOST = 1e12;
const MOST_MONTHS = 1_200;

/** What a strategy costs and gives, in which unit and by when, how hard it is, and who holds it. */
export const StrategyFacts = (props: FactsProps) =>
  props.set ? <Fields {...props} set={props.set} /> : <Values {...props} />;

const Fields = ({ card, set }: FactsProps & { readonly set: NonNullable<FactsProps["set"]> }) => {
  const { t } = useText();
  const { cost, gain, unit, horizon, effort, engagementLevel, owner } = card.attributes;
  const sign = unit === undefined ? undefined : unitSign(unit, t);
  return (
    <>
      <div className={css["pair"]}>
        <Amount
          label={t("facts.cost")}
          value={cost}
          min={0}
          max={MOST}
          unit={sign}
          onCommit={(next) => set({ cost: next })}
        />
        <Amount
          label={t("facts.gain")}
          value={gain}
          min={-MOST}
          max={MOST}
          unit={sign}
          onCommit={(next) => set({ gain: next })}
        />
      </div>
      <Labelled label={t("facts.unit")}>
        <SegmentedControl
          isWide
          label={t("facts.unit")}
          value={unit}
          onChange={(next) => set({ unit: next })}
          choices={UNITS.map((id) => ({ id, label: unitWord(id, t) }))}
        />
      </Labelled>
      <Amount
        label={t("facts.horizon")}
        value={horizon}
        min={1}
        max={MOST_MONTHS}
        step={1}
        unit={t("facts.months")}
        onCommit={(next) => set({ horizon: next })}
      />
      <Labelled label={t("facts.effort")}>
        <SegmentedControl
          isWide
          label={t("facts.effort")}
          value={effort}
          onChange={(next) => set({ effort: next })}
          choices={EFFORTS.map((id) => ({ id, label: effortWord(id, t) }))}
        />
      </Labelled>
      <Labelled label={t("facts.engagement")}>
        <SegmentedControl
          isWide
          label={t("facts.engagement")}
          value={engagementLevel}
          onChange={(next) => set({ engagementLevel: next })}
          choices={ENGAGEMENT_LEVELS.map((id) => ({ id, label: engagementWord(id, t) }))}
        />
      </Labelled>
      <DraftField
        label={t("facts.owner")}
        value={owner ?? ""}
        placeholder={t("facts.ownerHint")}
        maxLength={LIMITS.nameLength}
        onCommit={(next) => set({ owner: next === "" ? undefined : next })}
      />
      <StrategyTies card={card} mayEdit />
    </>
  );
};

const Values = ({ card }: Pick<FactsProps, "card">) => {
  const { t, number } = useText();
  const { cost, gain, unit, horizon, effort, engagementLevel, owner } = card.attributes;
  const amount = (value: number | undefined): string =>
    value === undefined
      ? t("facts.notSaid")
      : [number(value), unit && unitSign(unit, t)].filter(Boolean).join("\u00a0");
  const or = (word: string | undefined): string => word ?? t("facts.notSaid");
  return (
    <>
      <dl className={css["values"]}>
        <Fact label={t("facts.cost")}>{amount(cost)}</Fact>
        <Fact label={t("facts.gain")}>{amount(gain)}</Fact>
        <Fact label={t("facts.horizon")}>
          {or(horizon === undefined ? undefined : `${number(horizon)}\u00a0${t("facts.months")}`)}
        </Fact>
        <Fact label={t("facts.effort")}>{or(effort && effortWord(effort, t))}</Fact>
        <Fact label={t("facts.engagement")}>{or(engagementLevel && engagementWord(engagementLevel, t))}</Fact>
        <Fact label={t("facts.owner")}>{or(owner)}</Fact>
      </dl>
      <StrategyTies card={card} mayEdit={false} />
    </>
  );
};

type Known<Name extends keyof CardAttributes> = NonNullable<CardAttributes[Name]>;

const unitWord = (unit: Known<"unit">, t: Text["t"]): string =>
  ({ euro: t("facts.unitEuro"), hour: t("facts.unitHour"), point: t("facts.unitPoint") })[unit];
const unitSign = (unit: Known<"unit">, t: Text["t"]): string =>
  ({ euro: "€", hour: "h", point: t("facts.signPoint") })[unit];
const effortWord = (effort: Known<"effort">, t: Text["t"]): string =>
  ({ low: t("facts.effortLow"), medium: t("facts.effortMedium"), high: t("facts.effortHigh") })[effort];
const engagementWord = (level: Known<"engagementLevel">, t: Text["t"]): string =>
  ({ react: t("facts.engagementReact"), talk: t("facts.engagementTalk"), contribute: t("facts.engagementContribute") })[
    level
  ];
