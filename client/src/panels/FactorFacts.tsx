import { FACTOR_LEVELS } from "@palabre/shared/terms";
import { useText, type Text } from "../i18n/index.ts";
import { SegmentedControl } from "../ui/index.ts";
import type { FactsProps } from "./factsProps.ts";
import { Fact, Labelled } from "./Labelled.tsx";

/** Where a factor acts: in each member, in the group, or around it. */
export const FactorFacts = ({ card, set }: FactsProps) => {
  const { t } = useText();
  const { level } = card.attributes;
  if (!set) {
    return (
      <dl>
        <Fact label={t("facts.level")}>{level === undefined ? t("facts.notSaid") : levelWord(level, t)}</Fact>
      </dl>
    );
  }
  return (
    <Labelled label={t("facts.level")}>
      <SegmentedControl
        isWide
        label={t("facts.level")}
        value={level}
        onChange={(next) => set({ level: next })}
        choices={FACTOR_LEVELS.map((id) => ({ id, label: levelWord(id, t) }))}
      />
    </Labelled>
  );
};

const levelWord = (level: (typeof FACTOR_LEVELS)[number], t: Text["t"]): string => {
  switch (level) {
    case "member":
      return t("facts.levelMember");
    case "group":
      return t("facts.levelGroup");
    case "environment":
      return t("facts.levelEnvironment");
  }
};
