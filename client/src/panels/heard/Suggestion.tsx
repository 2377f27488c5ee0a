import { LIMITS, type ListedTheme, type Quote } from "@palabre/shared/terms";
import { useMemo, useState } from "react";
import { KindIcon, kindWord } from "../../figures/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useMayEdit } from "../../state/index.ts";
import {
  Button,
  CheckIcon,
  CloseIcon,
  GripIcon,
  Icon,
  IconButton,
  PinIcon,
  PlusIcon,
  ToggleIconButton,
} from "../../ui/index.ts";
import { Carried } from "./Carried.tsx";
import { FeelingBar } from "./FeelingBar.tsx";
import { expectationOf, quoteCardOf } from "./placing.ts";
import { trendWords } from "./themeWords.ts";
import { useLabel } from "./useLabel.ts";
import { usePlacing } from "./usePlacing.ts";
import css from "./Suggestion.module.css";

export interface SuggestionProps {
  readonly theme: ListedTheme;
  readonly onRefuse: () => void;
}

/** How many of its quotes show; the card has them all. */
const SHOWN_QUOTES = 2;

/** An expectation that people speak of, drawn as the card it would be, with what they wrote as evidence. */
export const Suggestion = ({ theme, onRefuse }: SuggestionProps) => {
  const text = useText();
  const { t } = text;
  const { mayFacilitate } = useBoard();
  const mayEdit = useMayEdit();
  const card = useMemo(() => expectationOf(theme), [theme]);
  const { carried, grip, placeNow } = usePlacing(card);
  const { isPending, label } = useLabel();
  const said = theme.quotes.map(({ post }) => post);
  const [isConfirmed, setConfirmed] = useState(false);
  const confirm = async (): Promise<void> => {
    if (!isConfirmed && (await label(said, true))) setConfirmed(true);
  };
  const refuse = async (): Promise<void> => {
    if (await label(said, false)) onRefuse();
  };
  return (
    <li className={css["suggestion"]}>
      <div className={css["card"]} data-suggestion {...(mayEdit ? { ...grip, "data-movable": true } : {})}>
        <p className={css["kind"]}>
          <KindIcon kind="expectation" />
          {kindWord({ kind: "expectation", attributes: {} }, text)}
          {mayEdit && (
            <span className={css["grip"]} data-grip>
              <Icon of={GripIcon} size="card" />
            </span>
          )}
        </p>
        <p className={css["statement"]}>{theme.statement}</p>
        <p className={css["figures"]}>
          {t("heard.expecting", { n: theme.expectations })}, {t("heard.suggestionFrom", { n: theme.posts })}
          {theme.trend !== undefined && `, ${trendWords(theme.trend, text)}`}
        </p>
        <FeelingBar feelings={theme.feelings} needs={LIMITS.postsForFeeling} />
      </div>
      <ul className={css["quotes"]}>
        {theme.quotes.slice(0, SHOWN_QUOTES).map((quote) => (
          <Evidence key={`${quote.post} ${quote.start}`} quote={quote} />
        ))}
      </ul>
      <div className={css["actions"]}>
        {mayEdit && (
          <Button size="s" tone="leaf" icon={PlusIcon} onPress={placeNow}>
            {t("heard.place")}
          </Button>
        )}
        {mayFacilitate && (
          <span className={css["labels"]} role="group" aria-label={t("heard.suggestionAsked")}>
            {t("heard.suggestionAsked")}
            <ToggleIconButton
              size="s"
              label={t("heard.suggestionYes")}
              icon={CheckIcon}
              isSelected={isConfirmed}
              isDisabled={isPending}
              onChange={() => void confirm()}
            />
            <IconButton
              size="s"
              label={t("heard.suggestionNone")}
              icon={CloseIcon}
              isDisabled={isPending}
              onPress={() => void refuse()}
            />
          </span>
        )}
      </div>
      <Carried card={card} carried={carried} />
    </li>
  );
};

/** One quote that speaks for it; it can be put on the board by itself. */
const Evidence = ({ quote }: { readonly quote: Quote }) => {
  const { t, date } = useText();
  const mayEdit = useMayEdit();
  const card = useMemo(() => quoteCardOf(quote), [quote]);
  const { carried, grip, placeNow } = usePlacing(card);
  return (
    <li className={css["quote"]} {...(mayEdit ? { ...grip, "data-movable": true } : {})}>
      <blockquote>{t("panel.said", { text: quote.text })}</blockquote>
      <p className={css["from"]}>
        {quote.sourceName}, {date(quote.at, "shortDay")}
        {mayEdit && <IconButton size="s" label={t("heard.keep")} icon={PinIcon} onPress={placeNow} />}
      </p>
      <Carried card={card} carried={carried} />
    </li>
  );
};
