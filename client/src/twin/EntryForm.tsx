import { bringInto, type OutlineEntry } from "@palabre/shared/outline";
import { isTrashed, LIMITS, titleOf, type Card, type CardId } from "@palabre/shared/terms";
import { useCallback, useEffect, useEffectEvent, useId, useRef } from "react";
import { holdKeys, loseField, useTextField } from "../typing/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useSnapshot, useUi } from "../state/index.ts";
import { Button, Select, showToast, TrashIcon } from "../ui/index.ts";
import { openEntry } from "./openEntry.ts";
import { TieForms } from "./TieForms.tsx";
import css from "./Twin.module.css";

export interface EntryFormProps {
  readonly entry: OutlineEntry;
  readonly title: string;
  readonly onDone: () => void;
}

/** All of one card that can be said in words: its text, its frame, its links. Each change is one step of undo and shows on every screen at once. */
export const EntryForm = ({ entry, title, onDone }: EntryFormProps) => {
  const { t } = useText();
  const { commands, ui } = useBoard();
  const { card } = entry;
  const form = useOpenEntry(card, onDone);
  const isWritten = useUi(({ editing }) => editing === card.id);
  const remove = (): void => {
    const bringBack = commands.trash([card.id]);
    if (!bringBack) return;
    onDone();
    showToast({ text: t("twin.removed", { title }), action: { label: t("frame.undo"), onAction: bringBack } });
  };
  const show = (): void => {
    ui.set({ dialog: undefined });
    commands.select([card.id]);
    commands.lookAt(card.id);
  };
  return (
    // Esc ends the form and not the whole text; the buttons do the same
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={form}
      className={css["form"]}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onDone();
      }}
    >
      {isWritten ? <CardText card={card.id} /> : <ReadText text={card.text} />}
      {card.kind !== "frame" && <FrameChoice entry={entry} />}
      <TieForms entry={entry} title={title} />
      <div className={css["acts"]}>
        <Button size="s" tone="leaf" onPress={onDone}>
          {t("twin.done")}
        </Button>
        <Button size="s" tone="quiet" aria-label={t("twin.showOf", { title })} onPress={show}>
          {t("twin.show")}
        </Button>
        <Button size="s" tone="quiet" icon={TrashIcon} aria-label={t("twin.removeOf", { title })} onPress={remove}>
          {t("twin.remove")}
        </Button>
      </div>
    </div>
  );
};

/** Holds the form of a card open as long as it may be, and takes care of the keyboard that stood in it when it is not. */
function useOpenEntry(card: Card, onDone: () => void) {
  const text = useText();
  const board = useBoard();
  const form = useRef<HTMLDivElement>(null);
  const { id } = card;
  const hasField = (): boolean =>
    document.activeElement?.matches("input, textarea") === true &&
    form.current?.contains(document.activeElement) === true;
  const onGone = useEffectEvent(() => {
    const title = titleOf(card) || text.t("card.untitled");
    if (hasField()) loseField({ board, text, toast: showToast }, [id], text.t("canvas.gone", { title }));
    onDone();
  });
  const onClosed = useEffectEvent(() => {
    if (hasField()) holdKeys();
    onDone();
  });
  useEffect(() => openEntry(board, id, { onGone: () => onGone(), onClosed: () => onClosed() }), [board, id]);
  return form;
}

/** The text of a card that may not be written now: the keyboard stands on it first, as it would in the field. */
const ReadText = ({ text }: { readonly text: string }) => {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} className={css["rest"]} tabIndex={-1}>
      {text}
    </p>
  );
};

/** The text of a card, in which others may be typing too. */
const CardText = ({ card }: { readonly card: CardId }) => {
  const { t } = useText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const grow = useCallback(() => {
    if (!area.current) return;
    area.current.style.height = "0";
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, []);
  const field = useTextField(card, area, grow);
  useEffect(() => area.current?.focus(), []);
  return (
    <div className={css["text"]}>
      <label htmlFor={id}>{t("twin.text")}</label>
      <textarea
        dir="auto"
        id={id}
        ref={area}
        rows={2}
        maxLength={LIMITS.textLength}
        spellCheck
        onInput={field.onInput}
        onCompositionStart={field.onCompositionStart}
        onCompositionEnd={field.onCompositionEnd}
        onKeyDown={(event) => void field.onKeyDown(event)}
      />
    </div>
  );
};

const NONE = "none";

/** The frame that a card lies in; another one takes it to a free place there. */
const FrameChoice = ({ entry: { card } }: { readonly entry: OutlineEntry }) => {
  const { t } = useText();
  const { commands } = useBoard();
  const snapshot = useSnapshot();
  const frames = [...snapshot.cards.values()].filter((one) => one.kind === "frame" && !isTrashed(one));
  if (frames.length === 0) return null;
  const move = (chosen: string): void => {
    const frame = frames.find(({ id }) => id === chosen);
    if (frame?.id === card.attributes.frame) return;
    commands.arrange(bringInto(frame, [card], snapshot));
  };
  return (
    <Select
      label={t("twin.frame")}
      value={frames.some(({ id }) => id === card.attributes.frame) ? (card.attributes.frame ?? NONE) : NONE}
      onChange={move}
      choices={[
        ...frames.map((frame) => ({ id: frame.id as string, label: titleOf(frame) || t("card.untitled") })),
        { id: NONE, label: t("twin.noFrame") },
      ]}
    />
  );
};
