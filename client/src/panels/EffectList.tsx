import { titleOf, type ReadingPart } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot } from "../state/index.ts";
import { BareButton, FallingIcon, Icon, RisingIcon } from "../ui/index.ts";
import css from "./EffectList.module.css";

/** Cards with the effect on them, or from them: a bar from the middle, a signed number. A press goes there. */
export const EffectList = ({ title, parts }: { readonly title: string; readonly parts: readonly ReadingPart[] }) => {
  const { t, signed } = useText();
  const { commands } = useBoard();
  const { cards } = useSnapshot();
  return (
    <>
      <p>{title}</p>
      <ul className={css["list"]}>
        {parts.map(({ card, value }) => {
          const there = cards.get(card);
          if (there === undefined) return null;
          return (
            <li key={card} className={css["part"]} data-sign={value < 0 ? "-" : "+"}>
              <BareButton
                className={css["title"]}
                onPress={() => {
                  commands.select([card]);
                  commands.lookAt(card);
                }}
              >
                {titleOf(there) || t("panel.untitled")}
              </BareButton>
              <Icon of={value < 0 ? FallingIcon : RisingIcon} size="meta" />
              <b>{signed(value, { exactly: 2 })}</b>
            </li>
          );
        })}
      </ul>
    </>
  );
};
