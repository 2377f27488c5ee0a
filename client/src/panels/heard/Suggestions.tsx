import { titleOf, type Card, type ListedTheme, type ThemeId } from "@palabre/shared/terms";
import { useMemo, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useMayEdit, useSnapshot, useThemes } from "../../state/index.ts";
import { Button, CheckIcon, Icon } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { findPlaced } from "./placing.ts";
import { readRefused, rememberRefused } from "./refused.ts";
import { Suggestion } from "./Suggestion.tsx";
import css from "./Suggestions.module.css";

/** As many at once as can be weighed. */
const AT_ONCE = 2;

/** The expectations that many speak of, most first, to be put on the board as cards that go on listening. */
export const Suggestions = () => {
  const { t } = useText();
  const { me } = useBoard();
  const mayEdit = useMayEdit();
  const found = useThemes();
  const [refused, setRefused] = useState(() => readRefused(me.id));
  const [shown, setShown] = useState(AT_ONCE);
  const suggested = useMemo(
    () =>
      [...found]
        .flatMap(([id, theme]): readonly ListedTheme[] => (theme.isSuggested ? [{ ...theme, id }] : []))
        .sort((a, b) => b.expectations - a.expectations),
    [found],
  );
  const { open, placed } = useSplit(suggested, refused);
  if (suggested.length === 0) return null;
  const refuse = (theme: ThemeId): void => {
    const now = new Set([...refused, theme]);
    setRefused(now);
    rememberRefused(me.id, now);
  };
  return (
    <Section title={t("heard.suggestions")} note={String(open.length)}>
      <p className={css["help"]}>
        {open.length === 0 ? t("heard.suggestionsGone") : mayEdit && t("heard.suggestionHelp")}
      </p>
      <ul className={css["list"]}>
        {open.slice(0, shown).map((theme) => (
          <Suggestion key={theme.id} theme={theme} onRefuse={() => refuse(theme.id)} />
        ))}
      </ul>
      {open.length > shown && (
        <Button size="s" isWide onPress={() => setShown(shown + AT_ONCE)}>
          {t("heard.moreSuggestions", { n: open.length - shown })}
        </Button>
      )}
      {placed.length > 0 && <Placed placed={placed} />}
    </Section>
  );
};

type PlacedTheme = readonly [ListedTheme, Card];

/** Those that wait for a place, and those that have one already. */
function useSplit(suggested: readonly ListedTheme[], refused: ReadonlySet<ThemeId>) {
  const board = useSnapshot();
  return useMemo(() => {
    const open: ListedTheme[] = [];
    const placed: PlacedTheme[] = [];
    const cards = findPlaced(board, suggested);
    for (const theme of suggested) {
      const card = cards.get(theme.id);
      if (card) placed.push([theme, card]);
      else if (!refused.has(theme.id)) open.push(theme);
    }
    return { open, placed };
  }, [suggested, board, refused]);
}

const Placed = ({ placed }: { readonly placed: readonly PlacedTheme[] }) => {
  const { t } = useText();
  const { commands } = useBoard();
  return (
    <ul className={css["placed"]} aria-label={t("heard.onBoard")}>
      {placed.map(([theme, card]) => (
        <li key={theme.id}>
          <Icon of={CheckIcon} size="meta" />
          <span>{titleOf(card)}</span>
          <Button
            size="s"
            tone="quiet"
            onPress={() => {
              commands.select([card.id]);
              commands.lookAt(card.id);
            }}
          >
            {t("heard.seeCard")}
          </Button>
        </li>
      ))}
    </ul>
  );
};
