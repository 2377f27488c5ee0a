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
  /** the title that was there when its writing began: another's rename meanwhile is not undone by leaving the field */
  const [begun, setBegun] = useState<string>();
  /** a key ended the writing: the keyboard goes back to where it began */
  const [isBack, setBack] = useState(false);
  /** what was just sent, until the workshop says it back */
  const [sent, setSent] = useState<{ readonly before: string; readonly title: string }>();
  // what came after it holds, even the very title that was before
  if (sent && sent.before !== known) setSent(undefined);
  const title = sent?.before === known ? sent.title : known;
  useEffect(() => {
    document.title = `${title} – ${t("frame.product")}`;
  }, [title, t]);

  const save = async (next: string, isByKey: boolean): Promise<void> => {
    setBegun(undefined);
    setBack(isByKey);
    if (next === "" || next === begun || next === title) return;
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
  if (begun !== undefined) return <TitleInput title={begun} onDone={(...done) => void save(...done)} />;
  return (
    <h1 className={css["title"]}>
      <BareButton
        className={css["button"]}
        aria-label={t("board.renameOf", { title })}
        autoFocus={isBack}
        onPress={() => setBegun(title)}
      >
        {title}
      </BareButton>
    </h1>
  );
};

interface TitleInputProps {
  readonly title: string;
  readonly onDone: (title: string, isByKey: boolean) => void;
}
const TitleInput = ({ title, onDone }: TitleInputProps) => {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);
  const done = (next: string, isByKey: boolean): void => {
    // leaving the field and a key may both end it
    if (isDone.current) return;
    isDone.current = true;
    onDone(next.trim(), isByKey);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      // else the same key presses the button that the keyboard goes back to
      event.preventDefault();
      done(event.currentTarget.value, true);
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      done(title, true);
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
      onBlur={(event) => done(event.currentTarget.value, false)}
    />
  );
};
