import type { ListedPost } from "@palabre/shared/protocol";
import type { ThemeId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { BareButton, Icon } from "../../ui/index.ts";
import { FEELING_ICONS, feelingWord, KIND_ICONS, kindOfPostWord, languageWord } from "./heardWords.ts";
import css from "./PostReading.module.css";

export interface PostReadingProps {
  readonly post: ListedPost;
  readonly themeName: string | undefined;
  readonly onTheme: (theme: ThemeId) => void;
}

/** How a post was read: what it is, how sure that is, how it feels, in which language, of what it speaks. */
export const PostReading = ({ post: { heard, theme, language }, themeName, onTheme }: PostReadingProps) => {
  const text = useText();
  if (!heard) return <p className={css["reading"]}>{text.t("heard.untold")}</p>;
  const { kind, isSure, feeling } = heard;
  const kindIcon = KIND_ICONS[kind];
  const feelingIcon = FEELING_ICONS[feeling];
  return (
    <p className={css["reading"]}>
      <span className={css[kind]}>
        {kindIcon && <Icon of={kindIcon} size="meta" />}
        <span>
          {kindOfPostWord(kind, text)}
          {!isSure && <i>, {text.t("heard.unsure")}</i>}
        </span>
      </span>
      {feelingIcon && (
        <span className={css[feeling]}>
          <Icon of={feelingIcon} size="meta" />
          {feelingWord(feeling, text)}
        </span>
      )}
      {language !== "" && language !== text.language && <span>{languageWord(language, text)}</span>}
      {theme !== undefined && themeName !== undefined && (
        <BareButton className={css["theme"]} onPress={() => onTheme(theme)}>
          {themeName}
        </BareButton>
      )}
    </p>
  );
};
