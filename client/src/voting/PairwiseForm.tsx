import { useMemo, useRef, useState } from "react";
import { useText } from "../i18n/index.ts";
import { classes, BackIcon, ArrowRightIcon, Icon } from "../ui/index.ts";
import type { CardId, PairAnswer } from "@palabre/shared/terms";
import type { FormProps } from "./formProps.ts";
import { cardOptions } from "./options.ts";
import { optionName } from "./optionName.ts";
import { pairsOf } from "./pairs.ts";
import css from "./PairwiseForm.module.css";
import moves from "./PerOption.module.css";

type Pair = readonly [CardId, CardId];
const isOf = (answer: PairAnswer, [a, b]: Pair): boolean => {
  const [one, other] = "equal" in answer ? answer.equal : [answer.winner, answer.loser];
  return (one === a && other === b) || (one === b && other === a);
};

/** This one or that one: two at a time, as many pairs as one likes. */
export const PairwiseForm = ({ ballot, paper, onChange, pace }: FormProps<"pairwise">) => {
  const text = useText();
  const { t } = text;
  const pairs = useMemo(() => pairsOf(cardOptions(ballot).map(({ on }) => on)), [ballot]);
  const answerTo = (pair: Pair): PairAnswer | undefined => paper.answers.find((answer) => isOf(answer, pair));
  const [place, setPlace] = useState(() => {
    const first = pairs.findIndex((pair) => !answerTo(pair));
    return first === -1 ? 0 : first;
  });
  const question = useRef<HTMLDivElement>(null);
  const pair = pairs[place];
  if (!pair) return null;
  const answer = answerTo(pair);
  const isLast = place === pairs.length - 1;
  const say = (next: PairAnswer): void => {
    onChange({ ...paper, answers: [...paper.answers.filter((each) => !isOf(each, pair)), next] });
    if (!isLast) setPlace(place + 1);
  };
  const go = (to: number): void => {
    setPlace(to);
    // at either end what was pressed goes away
    question.current?.focus();
  };
  const [a, b] = pair;
  const isTie = answer !== undefined && "equal" in answer;
  const titleOf = (on: CardId): string => {
    const option = ballot.options.find((each) => each.on === on);
    return option ? optionName(option, text) : "";
  };
  const option = (on: CardId, other: CardId) => {
    const isChosen = answer !== undefined && !isTie && answer.winner === on;
    return (
      <button
        type="button"
        className={classes(css["option"], isChosen && css["chosen"])}
        aria-pressed={isChosen}
        onClick={() => say({ winner: on, loser: other })}
      >
        {titleOf(on)}
      </button>
    );
  };
  return (
    <div className={moves["one"]}>
      <div className={moves["progress"]}>
        <progress max={pairs.length} value={paper.answers.length} aria-hidden="true" />
        <span role="status">{t("voting.pair", { n: place + 1, total: pairs.length })}</span>
      </div>
      <div
        ref={question}
        tabIndex={-1}
        className={classes(css["pair"], pace === "one" && css["large"])}
        role="group"
        aria-label={t("voting.whichFirst")}
      >
        {option(a, b)}
        <span className={css["or"]}>{t("voting.or")}</span>
        {option(b, a)}
        <button
          type="button"
          className={classes(css["tie"], isTie && css["chosen"])}
          aria-pressed={isTie}
          onClick={() => say({ equal: [a, b] })}
        >
          {t("voting.asMuch")}
        </button>
      </div>
      <div className={moves["moves"]}>
        <button type="button" className={moves["move"]} disabled={place === 0} onClick={() => go(place - 1)}>
          <Icon of={BackIcon} />
          {t("voting.back")}
        </button>
        <button type="button" className={moves["move"]} disabled={isLast} onClick={() => go(place + 1)}>
          {answer ? t("voting.next") : t("voting.skip")}
          <Icon of={ArrowRightIcon} />
        </button>
      </div>
      <small>{t("voting.pairsEnough")}</small>
    </div>
  );
};
