import type { ListedTheme, ThemeId } from "@palabre/shared/terms";
import { useMemo } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useThemes, useUi } from "../../state/index.ts";
import { BareButton } from "../../ui/index.ts";
import { Section } from "../pieces/index.ts";
import { ThemeFacts } from "./ThemeFacts.tsx";
import { ThemeMap } from "./ThemeMap.tsx";
import { themeWords } from "./themeWords.ts";
import css from "./Themes.module.css";

/** What the posts speak of: the picture first, and the same as a list. */
export const Themes = () => {
  const text = useText();
  const { t } = text;
  const { ui } = useBoard();
  const found = useThemes();
  const chosen = useUi(({ postFilter }) => postFilter?.theme);
  const themes = useMemo(
    () => [...found].map(([id, theme]): ListedTheme => ({ ...theme, id })).sort((a, b) => b.posts - a.posts),
    [found],
  );
  const choose = (theme: ThemeId | undefined): void => ui.set({ postFilter: { ...ui.get().postFilter, theme } });
  const chosenTheme = themes.find(({ id }) => id === chosen);
  if (themes.length === 0) {
    return (
      <Section title={t("heard.themes")}>
        <p className={css["none"]}>{t("heard.noThemes")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("heard.themes")} note={t("heard.themesKey")}>
      <ThemeMap themes={themes} chosen={chosen} onChoose={choose} />
      {chosenTheme && <ThemeFacts key={chosenTheme.id} theme={chosenTheme} />}
      <details className={css["list"]}>
        <summary>{t("heard.themeList", { n: themes.length })}</summary>
        <ul>
          {themes.map((theme) => (
            <li key={theme.id}>
              <BareButton
                className={css["theme"]}
                aria-pressed={theme.id === chosen}
                aria-label={themeWords(theme, text)}
                onPress={() => choose(theme.id === chosen ? undefined : theme.id)}
              >
                <span>{theme.name}</span>
                <small>
                  {t("heard.posts", { n: theme.posts })}
                  {theme.trend !== undefined && ` · ${text.percent(theme.trend, { isSigned: true })}`}
                </small>
              </BareButton>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
};
