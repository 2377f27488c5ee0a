import type { Ballot, BallotOption, OptionTally, Tally } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { BareButton } from "../../ui/index.ts";
import { optionName } from "../../voting/index.ts";
import { pictureOf } from "./pictures.ts";
import { Spread } from "./Spread.tsx";
import { StackedBar } from "./StackedBar.tsx";
import css from "./Results.module.css";

/** Every option by its place: those that tie share it, and say so. */
export const OptionResults = ({ ballot, tally }: { readonly ballot: Ballot; readonly tally: Tally }) => {
  const text = useText();
  const rows = inOrder(ballot, tally);
  const isRanked = rows.some(({ figures }) => figures.rank !== undefined);
  return (
    <ol className={css["options"]} data-ranked={isRanked}>
      {rows.map(({ option, figures }) => (
        <Row key={option.on} {...{ option, figures, ballot, tally, text }} />
      ))}
    </ol>
  );
};

interface Counted {
  readonly option: BallotOption;
  readonly figures: OptionTally;
}
const NOTHING: OptionTally = { n: 0 };

/** By rank, then as they were asked; what nobody said anything of comes last. */
function inOrder({ options }: Ballot, { perOption }: Tally): readonly Counted[] {
  return options
    .map((option) => ({ option, figures: perOption[option.on] ?? NOTHING }))
    .toSorted((a, b) => (a.figures.rank ?? Infinity) - (b.figures.rank ?? Infinity) || 0);
}

interface RowProps extends Counted {
  readonly ballot: Ballot;
  readonly tally: Tally;
  readonly text: ReturnType<typeof useText>;
}
const Row = ({ option, figures, ballot, tally, text }: RowProps) => {
  const { t } = text;
  const { commands } = useBoard();
  const { parts, words, more } = pictureOf(ballot, tally, figures, text);
  const isFirst = tally.winners.includes(option.on);
  const show = (): void => {
    commands.select([option.on]);
    if (option.link) commands.lookAt(option.link.from);
    // the option of a ballot that is not about links is a card
    else commands.lookAt(option.on as Parameters<typeof commands.lookAt>[0]);
  };
  return (
    <li className={css["option"]} data-first={isFirst}>
      {figures.rank !== undefined && (
        <span className={css["rank"]}>
          {figures.rank}
          {figures.isTied === true && <small>{t("vote.tied")}</small>}
        </span>
      )}
      <div className={css["what"]}>
        <BareButton className={css["name"]} onPress={show}>
          {optionName(option, text)}
        </BareButton>
        {ballot.method === "links"
          ? figures.median !== undefined && <Spread figures={figures} />
          : parts.length > 0 && <StackedBar parts={parts} hasMiddle={ballot.method === "judgment"} />}
        <p className={css["words"]}>
          <b>{words}</b> {more}
        </p>
      </div>
    </li>
  );
};
