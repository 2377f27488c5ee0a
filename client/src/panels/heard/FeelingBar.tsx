import { FEELINGS, type Feeling } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { GladIcon, Icon, SadIcon } from "../../ui/index.ts";
import css from "./FeelingBar.module.css";

/** From the unhappy to the happy end, as the bar is read. */
const ORDER = FEELINGS.toReversed();

/** How posts are felt: a bar with the share at each end. Draws nothing of too few. */
export const FeelingBar = ({
  feelings,
  needs,
}: {
  readonly feelings: Readonly<Record<Feeling, number>>;
  readonly needs: number;
}) => {
  const { t, percent } = useText();
  const n = feelings.positive + feelings.neutral + feelings.negative;
  if (n < needs) return null;
  return (
    <span className={css["row"]} role="img" aria-label={t("heard.feelingShares", feelings)}>
      <Icon of={SadIcon} size="meta" className={css["negativeEnd"]} />
      <b>{percent(feelings.negative / n)}</b>
      <span className={css["bar"]}>
        {ORDER.map((feeling) => (
          <span key={feeling} className={css[feeling]} style={{ flexGrow: feelings[feeling] }} />
        ))}
      </span>
      <Icon of={GladIcon} size="meta" className={css["positiveEnd"]} />
      <b>{percent(feelings.positive / n)}</b>
    </span>
  );
};
