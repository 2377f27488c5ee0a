import { useState } from "react";
import { LANGUAGES } from "@palabre/shared/terms";
import { setLanguage, useText } from "../i18n/index.ts";
import { HelpIcon, IconButton, Logo, MoonIcon, SegmentedControl, SunIcon, useTheme } from "../ui/index.ts";
import { HelpDialog } from "./HelpDialog.tsx";
import css from "./HomeHeader.module.css";

/** Each language by its own name: who can't read the page finds theirs. */
const LANGUAGE_NAMES = { fr: "Français", en: "English" } as const;

export const HomeHeader = () => {
  const { t, language } = useText();
  const { shown, setTheme } = useTheme();
  const [isHelping, setHelping] = useState(false);
  const isDark = shown === "dark";
  return (
    <header className={css["header"]}>
      <Logo />
      <b className={css["wordmark"]}>{t("frame.product")}</b>
      <SegmentedControl
        label={t("frame.language")}
        choices={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id], short: id.toUpperCase() }))}
        value={language}
        onChange={setLanguage}
      />
      <IconButton
        label={isDark ? t("frame.themeLight") : t("frame.themeDark")}
        icon={isDark ? SunIcon : MoonIcon}
        onPress={() => setTheme(isDark ? "light" : "dark")}
      />
      <IconButton label={t("home.help")} icon={HelpIcon} onPress={() => setHelping(true)} />
      <HelpDialog isOpen={isHelping} onClose={() => setHelping(false)} />
    </header>
  );
};
