import { useText } from "../i18n/index.ts";
import { Icon } from "../ui/index.ts";
import { kindDrawing, kindKey } from "./kinds.ts";

/** An idea in a list: the drawing of its kind, and its words. */
export const IdeaWords = ({ kind, text }: { readonly kind: string; readonly text: string }) => {
  const { t } = useText();
  return (
    <>
      <Icon of={kindDrawing(kind)} size="tool" />
      <p>
        <span className="sr">{t(kindKey(kind))}: </span>
        {text}
      </p>
    </>
  );
};
