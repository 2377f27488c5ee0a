import { useId, useRef, useState, type FormEvent } from "react";
import { useText } from "../i18n/index.ts";
import { ArrowRightIcon, Button, classes } from "../ui/index.ts";
import { goToBoard } from "./navigation.ts";
import { readBoardLink, readRoute } from "./route.ts";
import type { Sample } from "./useSample.ts";
import css from "./JoinForm.module.css";

/** For who was given a link; beside it, for who was given none, the sample. */
export const JoinForm = ({ sample }: { readonly sample: Sample }) => {
  const { t } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState("");
  const [isWrong, setWrong] = useState(false);

  const enter = (event: FormEvent): void => {
    event.preventDefault();
    const address = readBoardLink(pasted);
    if (!address) {
      setWrong(true);
      input.current?.focus();
      return;
    }
    const route = readRoute(address, document.baseURI);
    // the link of another house is followed there
    if (route.page === "board") goToBoard(route.boardId, route.secret);
    else location.assign(address);
  };
  return (
    <div>
      <label className={css["label"]} htmlFor={`${id}-link`}>
        {t("home.joinLabel")}
      </label>
      <div className={css["row"]}>
        <div className={css["field"]}>
          <form className={classes(css["box"], isWrong && css["wrong"])} onSubmit={enter} noValidate>
            <input
              ref={input}
              id={`${id}-link`}
              className={css["input"]}
              type="url"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder={exampleLink()}
              value={pasted}
              aria-describedby={`${id}-hint`}
              aria-invalid={isWrong}
              onChange={(event) => {
                setPasted(event.target.value);
                setWrong(false);
              }}
            />
            <Button type="submit" tone="primary" size="l" iconEnd={ArrowRightIcon}>
              {t("home.joinEnter")}
            </Button>
          </form>
          <p id={`${id}-hint`} className={classes(css["hint"], isWrong && css["error"])} aria-live="polite">
            {isWrong ? t("home.joinBad", { example: exampleLink() }) : t("home.joinHint")}
          </p>
        </div>
        <Button tone="leaf" size="l" onPress={sample.open} isPending={sample.isOpening}>
          {t("home.sample")}
        </Button>
      </div>
    </div>
  );
};

const exampleLink = (): string => `${new URL("b/", document.baseURI).href.replace(/^https?:\/\//, "")}…`;
