import type { ListedPost } from "@palabre/shared/protocol";
import type { ThemeId } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { BareButton, classes, Icon } from "../../ui/index.ts";
import { FEELING_ICONS, feelingWord, KIND_ICONS, kindOfPostWord, languageWord } from "./heardWords.ts";
import { WhyRead } from "./WhyRead.tsx";
import css from "./PostReading.module.css";

export interface PostReadingProps {
  readonly post: ListedPost;
  readonly themeName: string | undefined;
  readonly onTheme: (theme: ThemeId) => void;
}

/** How a post was read: what it is, how sure that is and why, how it feels, in which language, of what it speaks. */
export const PostReading = ({ post, themeName, onTheme }: PostReadingProps) => {
  const text = useText();
  const { t } = text;
  const [isAsked, setAsked] = useState(false);
  const { heard, theme, language } = post;
  if (!heard) return <p className={css["reading"]}>{t("heard.untold")}</p>;
  const { kind, isSure, feeling } = heard;
  const kindIcon = KIND_ICONS[kind];
  const feelingIcon = FEELING_ICONS[feeling];
  const word = kindOfPostWord(kind, text);
  return (
    <>
      <p className={css["reading"]}>
        <BareButton
          className={classes(css["kind"], css[kind])}
          aria-expanded={isAsked}
          aria-label={t("heard.whyKind", { kind: isSure ? word : `${word}, ${t("heard.unsure")}` })}
          onPress={() => setAsked(!isAsked)}
        >
          {kindIcon && <Icon of={kindIcon} size="meta" />}
          <span>
            {word}
            {!isSure && <i>, {t("heard.unsure")}</i>}
          </span>
        </BareButton>
        {feelingIcon && (
          <span className={css[feeling]}>
            <Icon of={feelingIcon} size="meta" />
            {feelingWord(feeling, text)}
          </span>
        )}
        {language !== "" && language !== text.tag && <span>{languageWord(language, text)}</span>}
        {theme !== undefined && themeName !== undefined && (
          <BareButton className={css["theme"]} onPress={() => onTheme(theme)}>
            {themeName}
          </BareButton>
        )}
      </p>
      {isAsked && <WhyRead text={post.text} heard={heard} label={post.label} />}
    </>
  );
};
