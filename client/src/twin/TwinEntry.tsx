import type { OutlineEntry } from "@palabre/shared/outline";
import { asWeighed, titleOf, type CardId } from "@palabre/shared/terms";
import { memo, useEffect, useRef } from "react";
import { KindIcon, kindWord, verdictOf } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useAnnotation, useGroupWeights, useMayEdit } from "../state/index.ts";
import { Button } from "../ui/index.ts";
import { EntryForm } from "./EntryForm.tsx";
import { tieWords } from "./tieWords.ts";
import css from "./Twin.module.css";

export interface TwinEntryProps {
  readonly entry: OutlineEntry;
  readonly heading: "h3" | "h4";
  readonly isOpen: boolean;
  readonly onOpen: (card: CardId | undefined) => void;
}

/** One card: its title, what it says, what is measured of it, what it does to others; and the way to change all that. */
export const TwinEntry = memo(
  ({ entry, heading: Heading, isOpen, onOpen }: TwinEntryProps) => {
    const text = useText();
    const { t } = text;
    const { card, ties } = entry;
    const title = titleOf(card) || t("card.untitled");
    const rest = card.text.split("\n").slice(1).join("\n").trim();
    const mayEdit = useMayEdit(card.id);
    const verdict = verdictOf(card, useAnnotation(card.id), text);
    const weights = useGroupWeights();
    const button = useFocusAfter(isOpen);
    return (
      <div className={css["entry"]} data-kind={card.kind}>
        <header className={css["head"]}>
          <div className={css["what"]}>
            <Heading className={css["title"]}>{title}</Heading>
            {card.kind !== "frame" && (
              <span className={css["kind"]}>
                <KindIcon kind={card.kind} />
                {kindWord(card, text)}
              </span>
            )}
          </div>
          {mayEdit && !isOpen && (
            <Button
              ref={button}
              size="s"
              tone="quiet"
              aria-label={t("twin.editOf", { title })}
              onPress={() => onOpen(card.id)}
            >
              {t("twin.edit")}
            </Button>
          )}
        </header>
        {isOpen ? (
          <EntryForm entry={entry} title={title} onDone={() => onOpen(undefined)} />
        ) : (
          <>
            {rest !== "" && <p className={css["rest"]}>{rest}</p>}
            {ties.length > 0 && (
              <ul className={css["ties"]} aria-label={t("twin.ties", { title })}>
                {ties.map((tie) => (
                  <li key={`${tie.link.id} ${tie.way}`} data-polarity={asWeighed(tie.link, weights)?.polarity}>
                    {tieWords(tie, text, weights)}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        {verdict !== undefined && <p className={css["verdict"]}>{verdict}</p>}
        <Quotes card={card.id} />
      </div>
    );
  },
  (before, after) =>
    before.isOpen === after.isOpen && before.onOpen === after.onOpen && isSame(before.entry, after.entry),
);
TwinEntry.displayName = "TwinEntry";

/** Cards and links that did not change are the same objects from one snapshot to the next. */
const isSame = (a: OutlineEntry, b: OutlineEntry): boolean =>
  a.card === b.card &&
  a.ties.length === b.ties.length &&
  a.ties.every(({ link, other }, at) => link === b.ties[at]?.link && other === b.ties[at]?.other);

/** What the community wrote, word for word, on demand. */
const Quotes = ({ card }: { readonly card: CardId }) => {
  const { t, date } = useText();
  const quotes = useAnnotation(card)?.quotes ?? [];
  if (quotes.length === 0) return null;
  return (
    <details className={css["quotes"]}>
      <summary>{t("twin.quotes", { n: quotes.length })}</summary>
      {quotes.map((quote) => (
        <figure key={`${quote.post} ${quote.start}`}>
          <blockquote>{t("panel.said", { text: quote.text })}</blockquote>
          <figcaption>
            {quote.sourceName || t("panel.sourceGone")}, {date(quote.at, "shortDay")}
          </figcaption>
        </figure>
      ))}
    </details>
  );
};

/** The button that opened a form has the keyboard again when the form is gone. */
function useFocusAfter(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}
