import { wordsIn } from "@palabre/shared/terms";
import type { ReactNode } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { CheckIcon, Icon, LookIcon, PrivateIcon, TimerIcon, type IconDrawing } from "../ui/index.ts";
import { privateWords, stepMayWords } from "./mayWords.ts";
import type { Step } from "./readPhase.ts";
import { lastsWords } from "./stepWords.ts";
import css from "./PhaseBar.module.css";

/** What a step is about: what people are asked, what they may do, what stays private, how long it takes. */
export const PhaseFacts = ({ step, children }: { readonly step: Step; readonly children?: ReactNode }) => {
  const text = useText();
  const { t, language } = text;
  const { role } = useBoard().me;
  const { phase } = step;
  const kept = privateWords(phase, text, role);
  const instruction = wordsIn(phase.instruction, language);
  return (
    <div className={css["facts"]}>
      <h2 lang={language}>{wordsIn(phase.title, language)}</h2>
      {instruction !== "" && (
        <p className={css["instruction"]} lang={language}>
          {instruction}
        </p>
      )}
      <Fact icon={CheckIcon}>{stepMayWords(phase, text, role)}</Fact>
      {kept !== "" && <Fact icon={phase.writing === "silent" ? PrivateIcon : LookIcon}>{kept}</Fact>}
      <Fact icon={TimerIcon}>{lastsWords(step, text)}</Fact>
      {step.next && <p className={css["then"]}>{t("phase.nextIs", { title: wordsIn(step.next.title, language) })}</p>}
      {children}
    </div>
  );
};

const Fact = ({ icon, children }: { readonly icon: IconDrawing; readonly children: ReactNode }) => (
  <p className={css["fact"]}>
    <Icon of={icon} size="card" />
    <span>{children}</span>
  </p>
);
