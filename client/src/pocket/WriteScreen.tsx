import { useRef, useState, type FormEvent } from "react";
import { IDEA_LENGTH, type IdeaKind } from "@palabre/shared/protocol";
import { wordsIn } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { announce, ArrowRightIcon, classes, Icon, LookIcon, PrivateIcon } from "../ui/index.ts";
import { IdeaList } from "./IdeaList.tsx";
import { kindDrawing, kindKey } from "./kinds.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import { useUnsentText } from "./useUnsentText.ts";
import css from "./Pocket.module.css";

/** Letters of an instruction that is set smaller, so that the box stays where the thumb is. */
const LONG = 60;

/** One big box, what becomes of what is written in it, and what one has written. */
export const WriteScreen = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t, language } = useText();
  const { view } = state;
  const { kinds, draft } = view.write;
  const box = useRef<HTMLTextAreaElement>(null);
  const { text, silence, set, hand } = useUnsentText(pocket.board, view.me.person, draft);
  const [chosen, setChosen] = useState<IdeaKind>();
  const kind = chosen !== undefined && kinds.includes(chosen) ? chosen : (kinds[0] ?? "note");
  const instruction = view.step && wordsIn(view.step.instruction, language);
  const title = (instruction ?? "") || (view.step ? wordsIn(view.step.title, language) : view.title);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    box.current?.focus();
    const isKept = await hand((written, promised) => pocket.write(written, kind, promised));
    if (isKept) announce(t(state.isLive ? "pocket.sent" : "pocket.willLeave"));
  };
  return (
    <>
      <h1
        className={classes(css["title"], title.length > LONG && css["isLong"])}
        {...(view.step ? { lang: language } : {})}
      >
        {title}
      </h1>
      <form onSubmit={(event) => void send(event)}>
        <div className={css["box"]}>
          <label className="sr" htmlFor="idea">
            {t("pocket.idea")}
          </label>
          <textarea
            ref={box}
            id="idea"
            rows={4}
            maxLength={IDEA_LENGTH}
            placeholder={t("pocket.ideaAsked")}
            value={text}
            aria-describedby="promise"
            onChange={(event) => set(event.target.value)}
          />
          <p id="promise" className={css["promise"]}>
            <Icon of={silence ? PrivateIcon : LookIcon} size="card" />
            {t(silence ? (silence.signed ? "pocket.silentSigned" : "pocket.silent") : "pocket.public")}
          </p>
        </div>
        {kinds.length > 1 && (
          <fieldset className={css["kinds"]}>
            <legend className="sr">{t("pocket.kind")}</legend>
            {kinds.map((each) => (
              <label key={each} className={classes(css["kind"], each === kind && css["isOn"])} data-kind={each}>
                <input
                  type="radio"
                  name="kind"
                  className="sr"
                  checked={each === kind}
                  onChange={() => setChosen(each)}
                />
                <Icon of={kindDrawing(each)} size="card" />
                {t(kindKey(each))}
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit" className={css["primary"]}>
          {t("pocket.send")}
          <Icon of={ArrowRightIcon} size="tool" />
        </button>
      </form>
      <IdeaList state={state} />
    </>
  );
};
