import { useMemo } from "react";
import { asWeighed, type CardId } from "@palabre/shared/terms";
import { useAsked } from "../../analysis/index.ts";
import { useText } from "../../i18n/index.ts";
import { becauseWords } from "../../overlays/index.ts";
import { useBoard, useGroupWeights } from "../../state/index.ts";
import css from "./WhatIf.module.css";

export interface BecauseProps {
  readonly to: CardId;
  readonly levels: ReadonlyMap<CardId, number>;
  readonly titles: ReadonlyMap<CardId, string>;
}

/** The strongest ways from what is supposed to what it moves, a sentence each. */
export const Because = ({ to, levels, titles }: BecauseProps) => {
  const text = useText();
  const board = useBoard();
  const weights = useGroupWeights();
  const from = useMemo(() => [...levels].filter(([, level]) => level !== 0).map(([card]) => card), [levels]);
  const { answer } = useAsked("because", { from, to });
  if (!answer) return <p>{text.t("whatIf.answering")}</p>;
  const sentences = answer.flatMap((way) => {
    const sentence = becauseWords(
      way,
      {
        titleOf: (card) => titles.get(card) ?? "",
        polarityOf: (id) => {
          const link = board.link(id);
          return link && asWeighed(link, weights)?.polarity;
        },
        isDone: (card) => board.card(card)?.kind === "strategy",
        levelOf: (card) => levels.get(card) ?? 0,
      },
      text,
    );
    return sentence === undefined ? [] : [sentence];
  });
  return (
    <div className={css["because"]}>
      {sentences.length === 0 ? (
        <p>{text.t("whatIf.noPath")}</p>
      ) : (
        sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
    </div>
  );
};
