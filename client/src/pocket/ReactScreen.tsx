import { useRef, useState } from "react";
import { wordsIn } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { AgreeIcon, ArrowRightIcon, BackIcon, classes, HeartIcon, HelpIcon, Icon, IdeaIcon } from "../ui/index.ts";
import { kindDrawing, kindKey } from "./kinds.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import { ownReaction } from "./taken.ts";
import page from "./Pocket.module.css";
import css from "./ReactScreen.module.css";

/** What is written on the board, and the word that goes with it here. */
const REACTIONS = [
  ["👍", "pocket.reaction.agree", AgreeIcon],
  ["❤️", "pocket.reaction.heart", HeartIcon],
  ["💡", "pocket.reaction.idea", IdeaIcon],
  ["❓", "pocket.reaction.ask", HelpIcon],
] as const;

/** The cards of the step, one at a time. */
export const ReactScreen = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t, language } = useText();
  const { cards, step } = state.view;
  const [shown, setShown] = useState(cards[0]?.id);
  const heading = useRef<HTMLHeadingElement>(null);
  // a card that is gone gives way to the one that took its place
  const index = Math.max(
    0,
    cards.findIndex(({ id }) => id === shown),
  );
  const card = cards[index];
  if (!card) return null;
  const go = (by: number): void => {
    setShown(cards[index + by]?.id ?? shown);
    heading.current?.focus();
  };
  const kept = state.view.reactions[card.id] ?? null;
  const mine = ownReaction(state, card.id);
  const others = card.reactions - (kept === null ? 0 : 1) + (mine === null ? 0 : 1);
  return (
    <>
      <p className={css["asked"]}>{(step && wordsIn(step.title, language)) ?? t("pocket.reactTo")}</p>
      <div className={css["progress"]}>
        <progress max={cards.length} value={index + 1} aria-hidden="true" />
        <small>{t("pocket.cardOf", { n: index + 1, total: cards.length })}</small>
      </div>
      <article className={css["card"]} data-kind={card.kind} aria-labelledby="card">
        <p className={css["cardKind"]}>
          <Icon of={kindDrawing(card.kind)} size="tool" />
          {t(kindKey(card.kind))}
        </p>
        <h1 ref={heading} tabIndex={-1} id="card" className={css["cardText"]}>
          {card.text}
        </h1>
        <p className={page["quiet"]}>{others > 0 ? t("pocket.reactions", { n: others }) : "\u00a0"}</p>
      </article>
      <div className={css["answers"]} role="group" aria-label={t("pocket.reactTo")}>
        {REACTIONS.map(([reaction, key, drawing]) => (
          <button
            key={reaction}
            type="button"
            className={classes(css["answer"], mine === reaction && css["isOn"])}
            aria-pressed={mine === reaction}
            onClick={() => void pocket.react(card.id, mine === reaction ? null : reaction)}
          >
            <Icon of={drawing} size="large" />
            {t(key)}
          </button>
        ))}
      </div>
      <div className={css["ways"]}>
        <button type="button" className={css["way"]} disabled={index === 0} onClick={() => go(-1)}>
          <Icon of={BackIcon} size="tool" />
          {t("pocket.back")}
        </button>
        <button type="button" className={css["way"]} disabled={index === cards.length - 1} onClick={() => go(1)}>
          {t("pocket.forward")}
          <Icon of={ArrowRightIcon} size="tool" />
        </button>
      </div>
    </>
  );
};
