import { useText } from "../i18n/index.ts";
import { classes, Icon, MinusIcon, PlusIcon } from "../ui/index.ts";
import type { FormProps } from "./formProps.ts";
import { cardOptions } from "./options.ts";
import { optionName } from "./optionName.ts";
import { Points } from "./Points.tsx";
import { pointsSpent, withAnswer } from "./written.ts";
import css from "./DotsForm.module.css";

/** A few points to be laid where they matter most. */
export const DotsForm = ({ ballot, paper, onChange }: FormProps<"dots">) => {
  const text = useText();
  const { t } = text;
  const { budget = 0, cap = budget } = ballot.settings;
  const left = budget - pointsSpent(paper.dots);
  return (
    <>
      <Points left={left} of={budget} />
      {cap < budget && <small>{t("voting.cap", { n: cap })}</small>}
      <ul className={css["options"]}>
        {cardOptions(ballot).map((option) => {
          const n = paper.dots[option.on] ?? 0;
          const name = optionName(option, text);
          const set = (next: number): void =>
            onChange({ ...paper, dots: withAnswer(paper.dots, option.on, next === 0 ? undefined : next) });
          return (
            <li key={option.on} className={css["option"]}>
              <span className={css["title"]}>{name}</span>
              <span className={css["stepper"]} role="group" aria-label={name}>
                <Step
                  icon={MinusIcon}
                  label={t("voting.lessFor", { title: name })}
                  isOver={n === 0}
                  onStep={() => set(n - 1)}
                />
                <output className={classes(css["count"], n > 0 && css["mine"])} aria-live="off">
                  {n}
                </output>
                <Step
                  icon={PlusIcon}
                  label={t("voting.moreFor", { title: name })}
                  isOver={left <= 0 || n >= cap}
                  onStep={() => set(n + 1)}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
};

interface StepProps {
  readonly icon: typeof PlusIcon;
  readonly label: string;
  readonly isOver: boolean;
  readonly onStep: () => void;
}
/** It stays reachable when it can do nothing more, so that the keyboard is not thrown out of its place. */
const Step = ({ icon, label, isOver, onStep }: StepProps) => (
  <button
    type="button"
    className={css["step"]}
    aria-label={label}
    aria-disabled={isOver}
    onClick={() => !isOver && onStep()}
  >
    <Icon of={icon} size="card" />
  </button>
);
