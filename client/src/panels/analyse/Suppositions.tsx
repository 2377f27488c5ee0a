import { useEffect, useRef, useState } from "react";
import { titleOf, type Card, type CardId } from "@palabre/shared/terms";
import { drawingOfKind, KindIcon } from "../../figures/index.ts";
import { useText, type Text } from "../../i18n/index.ts";
import { suppose, supposeNot } from "../../overlays/index.ts";
import { useBoard } from "../../state/index.ts";
import { CloseIcon, IconButton, PickField, ResetIcon, Slider, TextField } from "../../ui/index.ts";
import css from "./WhatIf.module.css";

export interface SuppositionsProps {
  /** those of the map */
  readonly cards: readonly Card[];
  readonly levels: ReadonlyMap<CardId, number>;
}

/** More strategies than this are searched by name, and only the first few of them stand there. */
const MOST_AT_ONCE = 8;
const FIRST_FEW = 5;

/** A slider for each strategy, and for whatever else is supposed to rise or fall. */
export const Suppositions = ({ cards, levels }: SuppositionsProps) => {
  const { t } = useText();
  const { ui } = useBoard();
  const [typed, setTyped] = useState("");
  // the keyboard goes on with what was just taken up
  const [taken, setTaken] = useState<CardId>();
  const strategies = cards.filter(({ kind }) => kind === "strategy");
  const others = cards.filter(({ kind }) => kind !== "strategy");
  const added = others.filter(({ id }) => levels.has(id));
  const isLong = strategies.length > MOST_AT_ONCE;
  const found = strategies.filter((card) => titleOf(card).toLowerCase().includes(typed.trim().toLowerCase()));
  // what is supposed stays in sight, whatever is searched
  const shown = new Set([
    ...strategies.filter(({ id }) => (levels.get(id) ?? 0) !== 0),
    ...found.slice(0, isLong ? FIRST_FEW : MOST_AT_ONCE),
  ]);
  const hidden = found.filter((card) => !shown.has(card)).length;
  return (
    <>
      {isLong && (
        <TextField
          label={t("whatIf.find")}
          isLabelHidden
          placeholder={t("whatIf.find")}
          type="search"
          value={typed}
          onChange={setTyped}
        />
      )}
      {isLong && found.length === 0 && <p className={css["hint"]}>{t("whatIf.foundNothing")}</p>}
      <ul className={css["sliders"]}>
        {[...strategies.filter((card) => shown.has(card)), ...added].map((card) => (
          <li key={card.id}>
            <Supposition card={card} level={levels.get(card.id) ?? 0} isTaken={card.id === taken} />
          </li>
        ))}
      </ul>
      {isLong && hidden > 0 && <p className={css["hint"]}>{t("whatIf.more", { n: hidden })}</p>}
      {others.length > added.length && (
        <PickField
          label={t("whatIf.add")}
          picked={[]}
          choices={others.filter(({ id }) => !levels.has(id)).map((card) => pickOf(card, t))}
          onPick={(id) => {
            ui.set({ hypothesis: suppose(ui.get().hypothesis, id, 0) });
            setTaken(id);
          }}
          onRemove={() => undefined}
          findLabel={t("whatIf.addFind")}
          noneFound={t("whatIf.foundNothing")}
          max={1}
        />
      )}
    </>
  );
};

const pickOf = (card: Card, t: Text["t"]) => {
  return { id: card.id, label: titleOf(card) || t("panel.untitled"), icon: drawingOfKind(card.kind) };
};

interface SuppositionProps {
  readonly card: Card;
  readonly level: number;
  readonly isTaken: boolean;
}
const Supposition = ({ card, level, isTaken }: SuppositionProps) => {
  const text = useText();
  const { t } = text;
  const { ui } = useBoard();
  const title = titleOf(card) || t("panel.untitled");
  const isStrategy = card.kind === "strategy";
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isTaken) slider.current?.focus();
  }, [isTaken]);
  const set = (next: number): void => ui.set({ hypothesis: suppose(ui.get().hypothesis, card.id, next) });
  const remove = (): void => {
    const { hypothesis } = ui.get();
    if (hypothesis) ui.set({ hypothesis: supposeNot(hypothesis, card.id) });
  };
  return (
    <Slider
      ref={slider}
      label={title}
      heading={
        <span className={css["name"]} data-kind={card.kind}>
          <KindIcon kind={card.kind} />
          {title}
        </span>
      }
      value={level}
      onChange={set}
      min={isStrategy ? 0 : -1}
      max={1}
      step={0.1}
      words={levelWords(level, isStrategy, text)}
      actions={
        isStrategy ? (
          level !== 0 && (
            <IconButton size="s" label={t("whatIf.resetOne", { title })} icon={ResetIcon} onPress={() => set(0)} />
          )
        ) : (
          <IconButton size="s" label={t("whatIf.remove", { title })} icon={CloseIcon} onPress={remove} />
        )
      }
    />
  );
};

/** A strategy is done in part, the rest rises or falls. */
function levelWords(level: number, isStrategy: boolean, { t, percent }: Text): string {
  if (isStrategy) return level === 0 ? t("whatIf.notDone") : level === 1 ? t("whatIf.done") : percent(level);
  if (level === 0) return t("whatIf.steady");
  return percent(level, { isSigned: true });
}
