import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { AppError } from "@palabre/shared/errors";
import { mayFacilitate } from "@palabre/shared/facilitation";
import { LIMITS } from "@palabre/shared/terms";
import { api } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useWorkshop } from "../state/index.ts";
import { BareButton, classes, showToast } from "../ui/index.ts";
import css from "./BoardTitle.module.css";

/** The board's title as the workshop has it; a facilitator writes it where it stands. */
export const BoardTitle = () => {
  const { t, error } = useText();
  const { me } = useBoard();
  const known = useWorkshop().title || me.title;
  const [isWriting, setWriting] = useState(false);
  /** what was just sent, until the workshop says it back */
  const [sent, setSent] = useState<{ readonly before: string; readonly title: string }>();
  const title = sent?.before === known ? sent.title : known;
  useEffect(() => {
    document.title = `${title} – ${t("frame.product")}`;
  }, [title, t]);

  const save = async (next: string): Promise<void> => {
    setWriting(false);
    if (next === "" || next === title) return;
    setSent({ before: known, title: next });
    try {
      await api.renameBoard(me.id, next);
    } catch (cause) {
      setSent(undefined);
      if (!(cause instanceof AppError)) throw cause;
      showToast({ text: error(cause), tone: "warn" });
    }
  };

  if (!mayFacilitate(me.role)) return <h1 className={classes(css["title"], css["fixed"])}>{title}</h1>;
  if (isWriting) return <TitleInput title={title} onDone={(next) => void save(next)} />;
  return (
    <h1 className={css["title"]}>
      <BareButton
        className={css["button"]}
        aria-label={t("board.renameOf", { title })}
        onPress={() => setWriting(true)}
      >
        {title}
      </BareButton>
    </h1>
  );
};

const TitleInput = ({ title, onDone }: { readonly title: string; readonly onDone: (title: string) => void }) => {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);
  const done = (next: string): void => {
    // leaving the field and a key may both end it
    if (isDone.current) return;
    isDone.current = true;
    onDone(next.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") done(event.currentTarget.value);
    if (event.key === "Escape") {
      event.stopPropagation();
      done(title);
    }
  };
  return (
    <input
      ref={input}
      className={css["input"]}
      aria-label={t("board.titleLabel")}
      defaultValue={title}
      maxLength={LIMITS.titleLength}
      onKeyDown={onKeyDown}
      onBlur={(event) => done(event.currentTarget.value)}
    />
  );
};
