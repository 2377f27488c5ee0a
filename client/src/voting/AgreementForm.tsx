import { useText } from "../i18n/index.ts";
import { AgreeIcon, DisagreeIcon } from "../ui/index.ts";
import { Choices } from "./Choices.tsx";
import type { FormProps } from "./formProps.ts";
import { cardOptions } from "./options.ts";
import { PerOption } from "./PerOption.tsx";
import { withAnswer } from "./written.ts";

/** Agree, pass, disagree: about each. */
export const AgreementForm = ({ ballot, paper, onChange, pace }: FormProps<"agreement">) => {
  const { t } = useText();
  return (
    <PerOption options={cardOptions(ballot)} pace={pace} isAnswered={({ on }) => paper.answers[on] !== undefined}>
      {({ on }, goOn) => (
        <Choices
          label={t("voting.doYouAgree")}
          isLabelHidden
          layout={pace === "one" ? "stack" : "row"}
          isLarge={pace === "one"}
          choices={[
            { value: 1, label: t("voting.agree"), icon: AgreeIcon, tone: "plus" },
            { value: 0, label: t("voting.pass") },
            { value: -1, label: t("voting.disagree"), icon: DisagreeIcon, tone: "minus" },
          ]}
          value={paper.answers[on]}
          onChange={(value) => {
            onChange({ ...paper, answers: withAnswer(paper.answers, on, value) });
            if (value !== undefined) goOn();
          }}
        />
      )}
    </PerOption>
  );
};
