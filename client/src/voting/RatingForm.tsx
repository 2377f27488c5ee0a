import { KANO_SAYS, type CardId, type RatingAnswer } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Choices } from "./Choices.tsx";
import type { FormProps } from "./formProps.ts";
import { cardOptions } from "./options.ts";
import { PerOption } from "./PerOption.tsx";
import { withAnswer } from "./written.ts";

const FIVE = [1, 2, 3, 4, 5];
const MATTERS = ["importance", "satisfaction"] as const;
const KANO = ["present", "absent"] as const;

/** Two questions about each: how much it matters and how well it is served; or how it would be with it, and without. */
export const RatingForm = ({ ballot, paper, onChange, pace }: FormProps<"rating">) => {
  const { t } = useText();
  const isKano = ballot.settings.rating === "kano";
  const set = (on: CardId, change: RatingAnswer): void => {
    const next = Object.fromEntries(
      Object.entries({ ...paper.ratings[on], ...change }).filter(([, value]) => value !== undefined),
    );
    onChange({ ...paper, ratings: withAnswer(paper.ratings, on, Object.keys(next).length === 0 ? undefined : next) });
  };
  return (
    <PerOption
      options={cardOptions(ballot)}
      pace={pace}
      isAnswered={({ on }) => (isKano ? KANO : MATTERS).every((scale) => paper.ratings[on]?.[scale] !== undefined)}
    >
      {({ on }) =>
        isKano
          ? KANO.map((scale) => (
              <Choices
                key={scale}
                label={t(`voting.${scale}`)}
                layout="flow"
                choices={KANO_SAYS.map((value) => ({ value, label: t(`voting.kano.${value}`) }))}
                value={paper.ratings[on]?.[scale]}
                onChange={(value) => set(on, { [scale]: value })}
              />
            ))
          : MATTERS.map((scale) => (
              <Choices
                key={scale}
                label={t(`voting.${scale}`)}
                layout="row"
                choices={FIVE.map((value) => ({ value, label: String(value) }))}
                value={paper.ratings[on]?.[scale]}
                onChange={(value) => set(on, { [scale]: value })}
                ends={[t(`voting.${scale}.low`), t(`voting.${scale}.high`)]}
              />
            ))
      }
    </PerOption>
  );
};
