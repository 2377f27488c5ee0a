import type { CardId } from "@palabre/shared/terms";
import { useText, type MessageKey } from "../i18n/index.ts";
import { useUi, type Mark } from "../state/index.ts";
import css from "./MarkTag.module.css";

/** What became of a card between the two states of the board that are compared; undefined when nothing is compared. */
export const useMark = (card: CardId): Mark | undefined => useUi(({ marks }) => marks.get(card));

export const MARK_WORDS = {
  added: "version.markAdded",
  changed: "version.markChanged",
  removed: "version.markRemoved",
} as const satisfies Readonly<Record<Mark, MessageKey>>;

/** The mark as a word at the corner of the card. */
export const MarkTag = ({ mark }: { readonly mark: Mark }) => {
  const { t } = useText();
  return (
    <span className={css["mark"]} data-mark={mark} aria-hidden="true">
      {t(MARK_WORDS[mark])}
    </span>
  );
};
