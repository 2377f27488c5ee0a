import { LIMITS, type ListedTheme } from "@palabre/shared/terms";
import { useMemo } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useMayEdit, useSnapshot } from "../../state/index.ts";
import { BurstIcon, Button, PlusIcon } from "../../ui/index.ts";
import { Carried } from "./Carried.tsx";
import { FeelingBar } from "./FeelingBar.tsx";
import { languageWord } from "./heardWords.ts";
import { expectationOf, findPlaced } from "./placing.ts";
import { themeFacts } from "./themeWords.ts";
import { usePlacing } from "./usePlacing.ts";
import css from "./ThemeFacts.module.css";

/** What is known of the theme that is chosen; it can be put on the board whether or not it is suggested. */
export const ThemeFacts = ({ theme }: { readonly theme: ListedTheme }) => {
  const text = useText();
  const { t } = text;
  const mayEdit = useMayEdit();
  const { commands, ui } = useBoard();
  const card = useMemo(() => expectationOf(theme), [theme]);
  const { carried, grip, placeNow } = usePlacing(card);
  const board = useSnapshot();
  const placed = useMemo(() => findPlaced(board, [theme]).get(theme.id), [board, theme]);
  const languages = Object.entries(theme.languages)
    .toSorted(([, a], [, b]) => b - a)
    .map(([code]) => languageWord(code, text));
  const readBurst = (): void => ui.set({ postFilter: { theme: theme.id, ...theme.burst } });
  return (
    <div className={css["facts"]} {...(mayEdit && !placed ? { ...grip, "data-movable": true } : {})}>
      <p className={css["name"]}>{theme.keyphrases.join(" · ")}</p>
      <p className={css["figures"]}>
        {themeFacts(theme, text)}
        {languages.length > 1 && `. ${t("heard.languages", { list: languages.join(", ") })}`}
      </p>
      <FeelingBar feelings={theme.feelings} needs={LIMITS.postsForFeeling} />
      <div className={css["actions"]}>
        {theme.burst && (
          <Button size="s" tone="quiet" icon={BurstIcon} onPress={readBurst}>
            {t("heard.burstRead")}
          </Button>
        )}
        {placed ? (
          <Button
            size="s"
            onPress={() => {
              commands.select([placed.id]);
              commands.lookAt(placed.id);
            }}
          >
            {t("heard.seeCard")}
          </Button>
        ) : (
          mayEdit && (
            <Button size="s" icon={PlusIcon} onPress={placeNow}>
              {t("heard.place")}
            </Button>
          )
        )}
      </div>
      <Carried card={card} carried={carried} />
    </div>
  );
};
