import { useText } from "../i18n/index.ts";
import type { LinkAnswer, LinkId } from "@palabre/shared/terms";
import { Choices } from "./Choices.tsx";
import type { FormProps } from "./formProps.ts";
import { nameOr } from "./optionName.ts";
import { linkOptions } from "./options.ts";
import { PerOption } from "./PerOption.tsx";
import { withAnswer } from "./written.ts";

const USUAL_STRENGTH = 2;

/** What the one does to the other, and how much: each weighs the links alone. */
export const LinksForm = ({ ballot, paper, onChange, pace }: FormProps<"links">) => {
  const text = useText();
  const { t } = text;
  const set = (on: LinkId, answer: LinkAnswer | undefined): void =>
    onChange({ ...paper, answers: withAnswer(paper.answers, on, answer) });
  return (
    <PerOption options={linkOptions(ballot)} pace={pace} isAnswered={({ on }) => paper.answers[on] !== undefined}>
      {({ on, link }, goOn) => {
        const answer = paper.answers[on];
        const ends = { from: nameOr(link?.fromTitle ?? "", text), to: nameOr(link?.toTitle ?? "", text) };
        return (
          <>
            <Choices
              label={t("voting.whatDoes", ends)}
              layout="row"
              isLarge={pace === "one"}
              choices={[
                { value: "+" as const, label: t("voting.link.more"), tone: "plus" },
                { value: "-" as const, label: t("voting.link.less"), tone: "minus" },
                { value: "none" as const, label: t("voting.link.none") },
              ]}
              value={answer?.polarity}
              onChange={(polarity) => {
                set(on, polarity && { polarity, strength: answer?.strength ?? USUAL_STRENGTH });
                if (polarity === "none") goOn();
              }}
            />
            {answer !== undefined && answer.polarity !== "none" && (
              <Choices
                label={t("voting.howStrong")}
                layout="row"
                choices={[
                  { value: 1 as const, label: t("voting.strength.weak") },
                  { value: 2 as const, label: t("voting.strength.middle") },
                  { value: 3 as const, label: t("voting.strength.strong") },
                ]}
                value={answer.strength}
                onChange={(strength) => strength && set(on, { ...answer, strength })}
              />
            )}
          </>
        );
      }}
    </PerOption>
  );
};
