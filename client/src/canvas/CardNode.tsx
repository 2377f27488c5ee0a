import { isCardKind, sizeOf, titleOf, type Card } from "@palabre/shared/terms";
import type { NodeProps } from "@xyflow/react";
import { memo, type CSSProperties } from "react";
import { CardFigures, hasFigures, KindIcon, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useAnnotation, useMayEdit, useIsMarkedLocked, useUi } from "../state/index.ts";
import { classes, Icon, later, LockIcon, ChainIcon, CommentIcon } from "../ui/index.ts";
import { CardTextEditor } from "./CardTextEditor.tsx";
import { inkOf } from "./draw/penColours.ts";
import { HereTag } from "./HereTag.tsx";
import { MarkTag, useMark } from "./MarkTag.tsx";
import { Ports } from "./Ports.tsx";
import { Remarks } from "./Remarks.tsx";
import { isDrawnAlike } from "./isDrawnAlike.ts";
import type { CardFlowNode } from "./toFlow.ts";
import { useCardWords, usePersonName } from "./useCardWords.ts";
import css from "./CardNode.module.css";

/** What few cards have is fetched when one has it. */
const ImageContent = later(async () => (await import("./ImageContent.tsx")).ImageContent);

const DrawingContent = later(async () => (await import("./draw/index.ts")).DrawingContent);

/**
 * One card: its silhouette and what it says, at three distances that a data attribute of the canvas tells apart. Its name says its title, and
 * `ReadingOrder` the rest of its text, at any distance: what is written on it is only seen.
 */
export const CardNode = memo(({ data, selected, draggable }: NodeProps<CardFlowNode>) => {
  const { card, here, isEditing, isLinkStart } = data;
  const mayEdit = useMayEdit();
  const mark = useMark(card.id);
  const look = lookOf(card);
  const dress = useUi((ui) => ui.dress.get(card.id));
  const seal = useUi((ui) => ui.seals.get(card.id));
  const isLocked = useIsMarkedLocked(card.id);
  const isPointed = useUi(({ pointed }) => pointed === card.id);
  return (
    <article
      data-card={card.id}
      id={`card-${card.id}`}
      tabIndex={-1}
      aria-label={useCardWords(card, here, selected)}
      className={classes(
        css["card"],
        css[look],
        look === "note" && card.attributes.shape !== undefined && css[card.attributes.shape],
        here && css["taken"],
        isEditing && css["editing"],
        isPointed && css["pointed"],
        dress?.className,
      )}
      style={
        { ...drawnIn(card), ...(here && { "--who": `var(--person-${here.colour})` }), ...dress?.style } as CSSProperties
      }
    >
      <Content card={card} look={look} isEditing={isEditing} />
      {(selected || isEditing || isLinkStart || isPointed) && <span className={css["ring"]} />}
      {isLocked && (
        <span className={css["lock"]}>
          <Icon of={LockIcon} size="meta" />
        </span>
      )}
      <Remarks card={card} />
      {here && <HereTag here={here} className={css["tag"]} />}
      {mark && <MarkTag mark={mark} />}
      {seal?.tags}
      {dress && <span className={css["dress"]}>{dress.tags}</span>}
      {selected && mayEdit && draggable && !isEditing && <Ports card={card.id} />}
    </article>
  );
}, isDrawnAlike);
CardNode.displayName = "CardNode";

/** Words without paper and shapes, in a colour of their own. */
const drawnIn = ({ attributes: { shape, colour } }: Card) =>
  shape && inkOf(colour) && { "--k-line": inkOf(colour), "--k-ink": inkOf(colour, "ink") };

type Look = "expectation" | "factor" | "strategy" | "quote" | "image" | "drawing" | "note";
/** Kinds that have no drawing of their own, known or not, are drawn as notes; a page kept by its address is paper, like a quote. */
const lookOf = ({ kind }: Card): Look => {
  if (kind === "resource") return "quote";
  if (kind === "image" || kind === "drawing") return kind;
  return kind === "expectation" || kind === "factor" || kind === "strategy" || kind === "quote" ? kind : "note";
};

interface ContentProps {
  readonly card: Card;
  readonly isEditing: boolean;
}
const Content = ({ look, ...content }: ContentProps & { readonly look: Look }) => {
  if (look === "image") return <ImageContent {...content} />;
  if (look === "drawing") return <DrawingContent card={content.card} />;
  if (look === "quote") return <QuoteContent {...content} />;
  if (look === "note") return <NoteContent {...content} />;
  return <MeaningContent {...content} />;
};

const MeaningContent = ({ card, isEditing }: ContentProps) => {
  const text = useText();
  const annotation = useAnnotation(card.id);
  const title = titleOf(card);
  const body = card.text.slice(card.text.indexOf("\n") + 1 || card.text.length).trim();
  return (
    <>
      <header aria-hidden className={css["head"]}>
        <KindIcon kind={card.kind} />
        <span className={css["kind"]}>{kindWord(card, text)}</span>
      </header>
      {isEditing ? (
        <CardTextEditor card={card} />
      ) : (
        <p aria-hidden className={classes(css["title"], title === "" && css["untitled"])}>
          {title || text.t("card.untitled")}
        </p>
      )}
      {!isEditing && !hasFigures(annotation) && body !== "" && (
        <p aria-hidden className={css["body"]}>
          {body}
        </p>
      )}
      <div className={css["figures"]}>
        <CardFigures card={card} annotation={annotation} />
      </div>
    </>
  );
};

const QuoteContent = ({ card, isEditing }: ContentProps) => {
  const { t, date } = useText();
  const { source, saidAt, url } = card.attributes;
  const origin = [source ?? hostOf(url), saidAt === undefined ? undefined : date(saidAt, "shortDay")]
    .filter(Boolean)
    .join(", ");
  const isEmpty = card.text.trim() === "";
  return (
    <>
      <span className={css["far"]}>
        <KindIcon kind={card.kind} />
      </span>
      {isEditing ? (
        <CardTextEditor card={card} className={css["wordsEditing"]} />
      ) : (
        <p aria-hidden className={classes(css["words"], isEmpty && css["untitled"])} style={linesIn(sizeOf(card)[1])}>
          {isEmpty ? t("card.untitled") : card.text}
        </p>
      )}
      <p className={css["source"]}>
        <Icon of={url === undefined ? CommentIcon : ChainIcon} size="meta" />
        <span>{origin || t("card.noSource")}</span>
      </p>
    </>
  );
};
/** Whole lines only: what stands above and below the words takes 44 px of the height, a line 19. */
const linesIn = (height: number): CSSProperties =>
  ({ "--lines": Math.max(1, Math.floor((height - 44) / 19)) }) as CSSProperties;
const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;

const NOTE_LINE_PX = 19;
const NoteContent = ({ card, isEditing }: ContentProps) => {
  const { t } = useText();
  const author = usePersonName(card.by);
  const isEmpty = card.text.trim() === "";
  const height = card.attributes.size?.[1] ?? 96;
  const lines = Math.max(1, Math.floor((height - 22 - (author === undefined ? 0 : 20)) / NOTE_LINE_PX));
  return (
    <>
      <span className={css["far"]}>
        <KindIcon kind={isCardKind(card.kind) ? card.kind : "note"} />
      </span>
      {isEditing ? (
        <CardTextEditor card={card} className={css["noteEditing"]} />
      ) : (
        <p
          aria-hidden
          className={classes(css["noteWords"], isEmpty && css["untitled"])}
          style={{ "--lines": lines } as CSSProperties}
        >
          {isEmpty ? t("card.untitled") : card.text}
        </p>
      )}
      {author !== undefined && (
        <p aria-hidden className={css["by"]}>
          {author}
        </p>
      )}
    </>
  );
};
