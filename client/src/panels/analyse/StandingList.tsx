import type { Choice } from "@palabre/shared/analysis/decision";
import type { CardId } from "@palabre/shared/terms";
import { KindIcon } from "../../figures/index.ts";
import { useText } from "../../i18n/index.ts";
import { useSnapshot } from "../../state/index.ts";
import { BareButton, CheckIcon, CloseIcon, Icon, TooLittleIcon } from "../../ui/index.ts";
import type { factsOf } from "./choiceFacts.ts";
import { amountWords, standingWords } from "./choiceWords.ts";
import { Sentence } from "./Sentence.tsx";
import { shortTitle } from "./titles.ts";
import { useGoTo } from "./useGoTo.ts";
import { whyOut, type Standing } from "./whyOut.ts";
import css from "./Choice.module.css";

interface StandingListProps {
  readonly choice: Choice;
  readonly facts: ReturnType<typeof factsOf>;
  readonly budget: number | undefined;
}

const ICONS = { in: CheckIcon, tied: CheckIcon, "left-out": TooLittleIcon } as const;
const iconOf = ({ type }: Standing) =>
  type === "in" || type === "tied" || type === "left-out" ? ICONS[type] : CloseIcon;
const ORDER = ["in", "tied", "beaten", "needs", "excluded", "dear", "impossible", "worthless", "left-out"] as const;

/** Every strategy, in or out, and why; a press shows it on the board. */
export const StandingList = ({ choice, facts, budget }: StandingListProps) => {
  const text = useText();
  const { cards } = useSnapshot();
  const goTo = useGoTo();
  const ties = new Map(facts);
  const rows = facts
    .flatMap(([id]): { readonly id: CardId; readonly standing: Standing }[] => {
      const standing = whyOut(id, choice, ties, budget ?? 0);
      return standing ? [{ id, standing }] : [];
    })
    .toSorted((a, b) => ORDER.indexOf(a.standing.type) - ORDER.indexOf(b.standing.type));
  return (
    <ul className={css["standings"]} aria-label={text.t("choice.inOut")}>
      {rows.map(({ id, standing }) => {
        const { cost, unit } = ties.get(id) ?? {};
        return (
          <li key={id} data-standing={standing.type}>
            <Icon of={iconOf(standing)} size="card" className={css["mark"]} />
            <BareButton className={css["card"]} onPress={() => goTo(id)}>
              <span className={css["name"]}>
                <KindIcon kind="strategy" size="meta" />
                <span>{shortTitle(cards.get(id), text)}</span>
              </span>
              <small>
                <Sentence of={standingWords(standing, choice.unit, cards, text)} />
              </small>
            </BareButton>
            <span className={css["cost"]}>{cost === undefined ? "" : amountWords(cost, unit, text)}</span>
          </li>
        );
      })}
    </ul>
  );
};
