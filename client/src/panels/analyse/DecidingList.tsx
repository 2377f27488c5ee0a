import type { Robustness } from "@palabre/shared/analysis/decision";
import { useText } from "../../i18n/index.ts";
import { useGroupWeights, useWeighedSnapshot } from "../../state/index.ts";
import { decidesWords, noneDecidesWords } from "./choiceWords.ts";
import { LinkRow } from "./LinkRow.tsx";
import css from "./Choice.module.css";

/** More links than these decide nothing that a group can talk about. */
const SHOWN = 5;

/** The links of which a step more or less would put another strategy first. */
export const DecidingList = ({ robustness }: { readonly robustness: Robustness }) => {
  const text = useText();
  const { t } = text;
  const { cards, links } = useWeighedSnapshot();
  const weights = useGroupWeights();
  const rows = robustness.deciding.flatMap(({ link, ...rest }) => {
    const found = links.get(link);
    return found ? [{ link: found, ...rest }] : [];
  });
  return (
    <>
      <h4 className={css["under"]}>{t("choice.decides")}</h4>
      {rows.length === 0 ? (
        <p className={css["basis"]}>{noneDecidesWords(robustness, text)}</p>
      ) : (
        <ul className={css["links"]}>
          {rows.slice(0, SHOWN).map(({ link, ...rest }) => (
            <LinkRow
              key={link.id}
              from={link.from}
              to={link.to}
              links={[link.id]}
              sign={weights.get(link.id)?.median === 0 ? undefined : link.polarity}
              says={decidesWords(rest, cards, text)}
            />
          ))}
        </ul>
      )}
    </>
  );
};
