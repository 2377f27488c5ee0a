import { useId, useState, type ReactNode } from "react";
import { useText } from "../i18n/index.ts";
import { BackIcon, ArrowRightIcon, Icon } from "../ui/index.ts";
import type { BallotOption } from "@palabre/shared/terms";
import type { Pace } from "./formProps.ts";
import { optionName } from "./optionName.ts";
import css from "./PerOption.module.css";

export interface PerOptionProps<Option extends BallotOption> {
  readonly options: readonly Option[];
  readonly pace: Pace;
  readonly isAnswered: (option: Option) => boolean;
  /** the question about one option; `goOn` shows the next one, where one is shown at a time */
  readonly children: (option: Option, goOn: () => void) => ReactNode;
}

/** The same question about each option: all of them as a list, or one after the other. */
export const PerOption = <Option extends BallotOption>(props: PerOptionProps<Option>) =>
  props.pace === "all" ? <AllOptions {...props} /> : <OneOption {...props} />;

const AllOptions = <Option extends BallotOption>({ options, children }: PerOptionProps<Option>) => (
  <ul className={css["list"]}>
    {options.map((option) => (
      <li key={option.on} className={css["option"]}>
        <OptionTitle option={option} />
        {children(option, () => {})}
      </li>
    ))}
  </ul>
);

const OneOption = <Option extends BallotOption>({ options, isAnswered, children }: PerOptionProps<Option>) => {
  const { t } = useText();
  const [place, setPlace] = useState(() => {
    const first = options.findIndex((option) => !isAnswered(option));
    return first === -1 ? 0 : first;
  });
  const option = options[Math.min(place, options.length - 1)];
  const titleId = useId();
  if (!option) return null;
  const isLast = place >= options.length - 1;
  const go = (to: number): void => {
    setPlace(to);
    // what was pressed belongs to the one before: the keyboard goes to the next, and it is read
    document.getElementById(titleId)?.focus();
  };
  return (
    <div className={css["one"]}>
      <div className={css["progress"]}>
        <progress max={options.length} value={place + 1} aria-hidden="true" />
        <span>{t("voting.place", { n: place + 1, total: options.length })}</span>
      </div>
      <div tabIndex={-1} id={titleId} className={css["big"]}>
        <OptionTitle option={option} />
      </div>
      <div key={option.on} className={css["question"]} role="group" aria-labelledby={titleId}>
        {children(option, () => !isLast && go(place + 1))}
      </div>
      <div className={css["moves"]}>
        <button type="button" className={css["move"]} disabled={place === 0} onClick={() => go(place - 1)}>
          <Icon of={BackIcon} />
          {t("voting.back")}
        </button>
        <button type="button" className={css["move"]} disabled={isLast} onClick={() => go(place + 1)}>
          {isAnswered(option) ? t("voting.next") : t("voting.skip")}
          <Icon of={ArrowRightIcon} />
        </button>
      </div>
    </div>
  );
};

/** What people wrote stands in their voice; of a link, both ends. */
const OptionTitle = ({ option }: { readonly option: BallotOption }) => {
  const text = useText();
  return <p className={css["title"]}>{optionName(option, text)}</p>;
};
