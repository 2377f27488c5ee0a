import { useText } from "../i18n/index.ts";
import { Choices } from "./Choices.tsx";
import type { FormProps } from "./formProps.ts";
import { cardOptions } from "./options.ts";
import { gradeNames } from "./gradeNames.ts";
import { PerOption } from "./PerOption.tsx";
import { withAnswer } from "./written.ts";

/** A grade in words for each, the best one first. */
export const JudgmentForm = ({ ballot, paper, onChange, pace }: FormProps<"judgment">) => {
  const text = useText();
  const { t } = text;
  const names = gradeNames(ballot.settings.grades, text);
  const choices = names.map((label, value) => ({ value, label })).reverse();
  return (
    <>
      <PerOption options={cardOptions(ballot)} pace={pace} isAnswered={({ on }) => paper.grades[on] !== undefined}>
        {({ on }, goOn) => (
          <Choices
            label={t("voting.whichGrade")}
            isLabelHidden
            layout={pace === "one" ? "stack" : "flow"}
            isLarge={pace === "one"}
            choices={choices}
            value={paper.grades[on]}
            onChange={(value) => {
              onChange({ ...paper, grades: withAnswer(paper.grades, on, value) });
              if (value !== undefined) goOn();
            }}
          />
        )}
      </PerOption>
      <small>{t("voting.ungraded", { grade: names[0] ?? "" })}</small>
    </>
  );
};
