import { useLayoutEffect, useRef, useState } from "react";
import { useText } from "../i18n/index.ts";
import type { CardId } from "@palabre/shared/terms";
import type { FormProps } from "./formProps.ts";
import { cardOptions, type CardOption } from "./options.ts";
import { optionName } from "./optionName.ts";
import { RankedRow } from "./RankedRow.tsx";
import { appendOption, placeOf, removeOption, stepOption, tierOf, dropOption, type Tiers } from "./tiers.ts";
import { useDragged } from "./useDragged.ts";
import css from "./RankedForm.module.css";

/** An order of preference, by dragging or step by step; several may share a place, and what is not placed comes last. */
export const RankedForm = ({ ballot, paper, onChange }: FormProps<"ranked">) => {
  const text = useText();
  const { t } = text;
  const { tiers } = paper;
  const options = cardOptions(ballot);
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState("");
  /** where the keyboard goes once what it was on has moved: the first of these that is there */
  const goTo = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const [found] = goTo.current.flatMap((place) => whole.current?.querySelector<HTMLElement>(place) ?? []);
    found?.focus();
    goTo.current = [];
  }, [tiers]);
  const set = (next: Tiers<CardId>, moved: CardOption, ...focused: readonly string[]): void => {
    goTo.current = focused;
    onChange({ ...paper, tiers: next });
    setSaid(sayPlace(next, moved));
  };
  const sayPlace = (next: Tiers<CardId>, option: CardOption): string => {
    const title = optionName(option, text);
    const at = tierOf(next, option.on);
    if (at === -1) return t("voting.unplaced", { title });
    const place = placeOf(next, at);
    return (next[at]?.length ?? 0) > 1
      ? t("voting.placedTied", { title, place })
      : t("voting.placed", { title, place });
  };
  const { dragged, drop, grip } = useDragged<CardId>(list, (on, at) => {
    const option = options.find((each) => each.on === on);
    if (option) set(dropOption(tiers, on, at), option);
  });
  const byId = new Map(options.map((option) => [option.on, option]));
  const unplaced = options.filter(({ on }) => tierOf(tiers, on) === -1);
  return (
    <div ref={whole} className={css["ranked"]}>
      <p className="sr" role="status">
        {said}
      </p>
      <ol ref={list} className={css["order"]} aria-label={t("voting.myOrder")} data-empty={tiers.length === 0}>
        {tiers.map((tier, at) => (
          <li
            key={tier.join()}
            className={css["tier"]}
            data-tier={at}
            data-drop={drop && ("on" in drop ? drop.on === at && "on" : drop.before === at && "before")}
            data-last={
              drop !== undefined && "before" in drop && drop.before === tiers.length && at === tiers.length - 1
            }
          >
            <span className={css["place"]}>{placeOf(tiers, at)}</span>
            <ul className={css["rows"]}>
              {tier.map((on) => {
                const option = byId.get(on);
                if (!option) return null;
                return (
                  <RankedRow
                    key={on}
                    option={on}
                    name={optionName(option, text)}
                    isTied={tier.length > 1}
                    isDragged={dragged === on}
                    isFirst={at === 0 && tier.length === 1}
                    isLast={at === tiers.length - 1 && tier.length === 1}
                    grip={grip(on)}
                    onStep={(by) => set(stepOption(tiers, on, by), option, `[data-option="${on}"] [data-step="${by}"]`)}
                    onRemove={() => set(removeOption(tiers, on), option, `[data-unplaced="${on}"]`)}
                  />
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
      {tiers.length === 0 && <p className={css["none"]}>{t("voting.orderEmpty")}</p>}
      {unplaced.length > 0 && (
        <>
          <p className={css["heading"]}>{t("voting.notPlaced")}</p>
          <ul className={css["pool"]}>
            {unplaced.map((option) => (
              <li key={option.on}>
                <button
                  type="button"
                  className={css["add"]}
                  data-unplaced={option.on}
                  onClick={() =>
                    set(
                      appendOption(tiers, option.on),
                      option,
                      `[data-unplaced]:not([data-unplaced="${option.on}"])`,
                      `[data-option="${option.on}"] button`,
                    )
                  }
                >
                  <span>{optionName(option, text)}</span>
                  <small>{t("voting.placeIt", { place: tiers.flat().length + 1 })}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <small>{t("voting.orderHint")}</small>
    </div>
  );
};
