import { useState } from "react";
import { setLanguage, SPOKEN, useText } from "../i18n/index.ts";
import { HelpIcon, IconButton, Logo, MoonIcon, SegmentedControl, SunIcon, useTheme } from "../ui/index.ts";
import { HelpDialog } from "./HelpDialog.tsx";
import css from "./HomeHeader.module.css";

export const HomeHeader = () => {
  const { t, tag } = useText();
  const { shown, setTheme } = useTheme();
  const [isHelping, setHelping] = useState(false);
  const isDark = shown === "dark";
  return (
    <header className={css["header"]}>
      <Logo />
      <b className={css["wordmark"]}>{t("frame.product")}</b>
      <SegmentedControl
        label={t("frame.language")}
        choices={[...SPOKEN].map(([id, label]) => ({ id, label, short: id.toUpperCase() }))}
        value={tag}
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
