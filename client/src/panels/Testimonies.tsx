import { DEFAULT_SIZES, type Card, type Quote } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard, useMayEdit } from "../state/index.ts";
import { ExternalIcon, Icon, IconButton, PinIcon, QuoteIcon, showToast } from "../ui/index.ts";
import { findRoom } from "./findRoom.ts";
import { isWebAddress, Section } from "./pieces/index.ts";
import css from "./Testimonies.module.css";

export interface TestimoniesProps {
  readonly card: Card;
  readonly quotes: readonly Quote[];
  /** all posts that match, of which these are a few */
  readonly total: number | undefined;
}

/** What people wrote, word for word, with where and when; each can be kept on the board as evidence. */
export const Testimonies = ({ card, quotes, total }: TestimoniesProps) => {
  const { t } = useText();
  if (quotes.length === 0) return null;
  return (
    <Section
      title={t("panel.testimonies")}
      note={total === undefined ? undefined : t("panel.someOf", { n: quotes.length, total })}
    >
      {quotes.map((quote) => (
        <Testimony key={`${quote.post} ${quote.start}`} card={card} quote={quote} />
      ))}
    </Section>
  );
};

const Testimony = ({ card, quote }: { readonly card: Card; readonly quote: Quote }) => {
  const { t, date } = useText();
  const board = useBoard();
  const { commands } = board;
  const mayEdit = useMayEdit();
  const day = date(quote.at, "shortDay");
  const from = quote.sourceName === "" ? t("panel.sourceGone") : quote.sourceName;
  const keep = (): void => {
    const id = commands.addCard({
      kind: "quote",
      position: findRoom(card, DEFAULT_SIZES.quote, board.snapshot()),
      text: quote.text,
      attributes: { source: from.slice(0, 200), saidAt: quote.at, ...(quote.url === "" ? {} : { url: quote.url }) },
    });
    if (!id) return;
    commands.lookAt(id);
    showToast({ text: t("panel.kept"), action: { label: t("frame.undo"), onAction: () => commands.takeAway([id]) } });
  };
  return (
    <figure className={css["testimony"]}>
      <blockquote>{t("panel.said", { text: quote.text })}</blockquote>
      <figcaption>
        <Icon of={QuoteIcon} size="meta" />
        <span>
          {from}, {day}
        </span>
        <span className={css["actions"]}>
          {isWebAddress(quote.url) && (
            <a
              className={css["link"]}
              href={quote.url}
              target="_blank"
              rel="noreferrer external"
              aria-label={t("panel.openPost", { source: from, day })}
            >
              <Icon of={ExternalIcon} size="meta" />
            </a>
          )}
          {mayEdit && <IconButton size="s" label={t("panel.keepQuote")} icon={PinIcon} onPress={keep} />}
        </span>
      </figcaption>
    </figure>
  );
};
