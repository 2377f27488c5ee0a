import { useId, useState, type CSSProperties } from "react";
import type { CardId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { effectWords, isUnwanted } from "../../overlays/index.ts";
import { useBoard } from "../../state/index.ts";
import { AlertIcon, BareButton, ChevronDownIcon, ChevronUpIcon, classes, Icon, IconButton } from "../../ui/index.ts";
import { Because } from "./Because.tsx";
import type { Effect } from "./listEffects.ts";
import css from "./EffectRow.module.css";

export interface EffectRowProps {
  readonly effect: Effect;
  readonly levels: ReadonlyMap<CardId, number>;
  readonly titles: ReadonlyMap<CardId, string>;
  readonly isCompared: boolean;
}

/** One card that moves: its name, its bar from the middle, its figure, the words for it, and why. */
export const EffectRow = ({ effect, levels, titles, isCompared }: EffectRowProps) => {
  const { card, value, step, before } = effect;
  const text = useText();
  const { t, signed } = text;
  const { commands } = useBoard();
  const [isOpen, setOpen] = useState(false);
  const whyId = useId();
  const title = titles.get(card.id) ?? "";
  const sign = step > 0 ? css["plus"] : step < 0 ? css["minus"] : undefined;
  return (
    <li className={css["row"]} data-effect-row={step}>
      <BareButton
        className={css["title"]}
        onPress={() => {
          commands.select([card.id]);
          commands.lookAt(card.id);
        }}
      >
        {title}
      </BareButton>
      <span className={css["bar"]} aria-hidden="true">
        <i className={classes(css["fill"], sign)} style={barOf(value)} />
        {before !== undefined && <i className={css["before"]} style={{ left: `${50 + before * 50}%` }} />}
      </span>
      <b className={classes(css["value"], sign)}>{signed(value, { exactly: 2 })}</b>
      <IconButton
        size="s"
        label={t("whatIf.why", { title })}
        icon={isOpen ? ChevronUpIcon : ChevronDownIcon}
        aria-expanded={isOpen}
        aria-controls={whyId}
        onPress={() => setOpen(!isOpen)}
      />
      <span className={css["words"]}>
        {isUnwanted(card.kind, step) && <Icon of={AlertIcon} size="meta" className={css["alert"]} />}
        {isUnwanted(card.kind, step)
          ? t("whatIf.wordsUnwanted", { words: effectWords(step, text) })
          : effectWords(step, text)}
        {isCompared && before !== undefined && (
          <small>{t("whatIf.difference", { figure: signed(value - before, { exactly: 2 }) })}</small>
        )}
      </span>
      <div id={whyId} className={css["why"]} hidden={!isOpen}>
        {isOpen && <Because to={card.id} levels={levels} titles={titles} />}
      </div>
    </li>
  );
};

/** From the middle of the bar, which is no change, to its ends at −1 and 1. */
const barOf = (value: number): CSSProperties => {
  const width = Math.min(1, Math.abs(value)) * 50;
  return { left: `${value < 0 ? 50 - width : 50}%`, width: `${width}%` };
};
