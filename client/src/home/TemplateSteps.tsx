import type { TemplatePhase } from "@palabre/shared/facilitation/library";
import { wordsIn } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { ballotKey, rightsKeys } from "./stepWords.ts";
import css from "./TemplateSteps.module.css";

/** The steps of a workshop: what people are asked to do, how long, and what they may do meanwhile. */
export const TemplateSteps = ({ steps }: { readonly steps: readonly TemplatePhase[] }) => (
  <ol className={css["steps"]}>
    {steps.map((step) => (
      <Step key={wordsIn(step.title, "en")} step={step} />
    ))}
  </ol>
);

const Step = ({ step }: { readonly step: TemplatePhase }) => {
  const { t, language } = useText();
  const tags = [
    t("library.may", {
      list: rightsKeys(step)
        .map((key) => t(key))
        .join(", "),
    }),
    ...(step.writing === "silent" ? [t("library.silent")] : []),
    ...(step.ballot ? [t("library.vote", { method: t(ballotKey(step.ballot.method)) })] : []),
  ];
  return (
    <li className={css["step"]}>
      <p className={css["head"]}>
        <b className={css["title"]} lang={language}>
          {wordsIn(step.title, language)}
        </b>
        {step.minutes !== undefined && (
          <span className={css["minutes"]}>{t("library.minutes", { n: step.minutes })}</span>
        )}
      </p>
      <p className={css["instruction"]} lang={language}>
        {wordsIn(step.instruction, language)}
      </p>
      <p className={css["tags"]}>{tags.join(" · ")}</p>
    </li>
  );
};
