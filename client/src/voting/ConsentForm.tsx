import { useId } from "react";
import { useText } from "../i18n/index.ts";
import { LIMITS, type CardId, type ConsentAnswerOn } from "@palabre/shared/terms";
import { Choices } from "./Choices.tsx";
import type { FormProps } from "./formProps.ts";
import { cardOptions } from "./options.ts";
import { PerOption } from "./PerOption.tsx";
import { withAnswer } from "./written.ts";
import css from "./ConsentForm.module.css";

/** Can one live with it? Who objects says why. */
export const ConsentForm = ({ ballot, paper, onChange, pace }: FormProps<"consent">) => {
  const { t } = useText();
  const set = (on: CardId, answer: ConsentAnswerOn | undefined): void =>
    onChange({ ...paper, answers: withAnswer(paper.answers, on, answer) });
  return (
    <PerOption options={cardOptions(ballot)} pace={pace} isAnswered={({ on }) => paper.answers[on] !== undefined}>
      {({ on }, goOn) => {
        const answer = paper.answers[on];
        return (
          <>
            <Choices
              label={t("voting.doYouConsent")}
              isLabelHidden
              layout={pace === "one" ? "stack" : "row"}
              isLarge={pace === "one"}
              choices={[
                { value: "yes" as const, label: t("voting.consent.yes"), tone: "plus" },
                { value: "reserve" as const, label: t("voting.consent.reserve") },
                { value: "objection" as const, label: t("voting.consent.objection"), tone: "minus" },
              ]}
              value={answer?.say}
              onChange={(say) => {
                const { reason } = answer ?? {};
                set(on, say && { say, ...(say === "yes" || reason === undefined ? {} : { reason }) });
                if (say === "yes") goOn();
              }}
            />
            {answer !== undefined && answer.say !== "yes" && (
              <ReasonField
                isObjection={answer.say === "objection"}
                value={answer.reason ?? ""}
                onChange={(reason) => set(on, { say: answer.say, ...(reason === "" ? {} : { reason }) })}
              />
            )}
          </>
        );
      }}
    </PerOption>
  );
};

interface ReasonFieldProps {
  readonly isObjection: boolean;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}
const ReasonField = ({ isObjection, value, onChange }: ReasonFieldProps) => {
  const { t } = useText();
  const hint = useId();
  return (
    <label className={css["reason"]}>
      <span>{isObjection ? t("voting.whyObject") : t("voting.whyReserve")}</span>
      <textarea
        rows={3}
        maxLength={LIMITS.reasonLength}
        value={value}
        aria-describedby={hint}
        onChange={({ target }) => onChange(target.value)}
      />
      <small id={hint}>{t("voting.reasonHint")}</small>
    </label>
  );
};
