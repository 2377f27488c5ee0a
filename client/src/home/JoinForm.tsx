import { useId, useRef, useState, type FormEvent } from "react";
import { readJoinCode } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { ArrowRightIcon, Button, classes } from "../ui/index.ts";
import { EXAMPLE_CODE } from "./exampleCode.ts";
import { leaving } from "./forgetSoon.ts";
import { goToBoard } from "./navigation.ts";
import { readBoardLink, readRoute } from "./route.ts";
import { useJoin } from "./useJoin.ts";
import type { Sample } from "./useSample.ts";
import css from "./JoinForm.module.css";

/** For who was shown a code or given a link; beside it, for who has neither, the sample. */
export const JoinForm = ({ sample }: { readonly sample: Sample }) => {
  const { t, error } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const { isJoining, fault, forgetFault, join } = useJoin();

  const enter = (isPocket: boolean): void => {
    if (readJoinCode(typed) !== undefined)
      return void join(typed, isPocket).then((isIn) => {
        if (!isIn) input.current?.focus();
      });
    const address = readBoardLink(typed);
    if (!address) {
      setWrong(true);
      input.current?.focus();
      return;
    }
    const route = readRoute(address, document.baseURI);
    if (isPocket) {
      if (route.page === "board") leaving.keep(route.boardId);
      // the phone's page is one of its own, in another house as well
      location.assign(address.href.replace(/\/b\/([\w-]{21})/, "/p/$1"));
    }
    // the link of another house is followed there
    else if (route.page === "board") goToBoard(route.boardId, route.secret);
    else location.assign(address);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enter(false);
  };
  const problem = isWrong ? t("home.joinBad", { example: exampleLink() }) : fault && error(fault);
  return (
    <div>
      <label className={css["label"]} htmlFor={`${id}-link`}>
        {t("home.joinLabel")}
      </label>
      <div className={css["row"]}>
        <div className={css["field"]}>
          <form className={classes(css["box"], problem !== undefined && css["wrong"])} onSubmit={submit} noValidate>
            <input
              ref={input}
              id={`${id}-link`}
              className={classes(css["input"], isCodeLike(typed) && css["code"])}
              type="text"
              autoCapitalize="off"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              placeholder={EXAMPLE_CODE}
              value={typed}
              aria-describedby={`${id}-hint`}
              aria-invalid={problem !== undefined}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(false);
                forgetFault();
              }}
            />
            <Button type="submit" tone="primary" size="l" iconEnd={ArrowRightIcon} isPending={isJoining}>
              {t("home.joinEnter")}
            </Button>
          </form>
          <p
            id={`${id}-hint`}
            className={classes(css["hint"], problem !== undefined && css["error"])}
            aria-live="polite"
          >
            {problem ?? t("home.joinHint")}
          </p>
          {typed !== "" && (
            <div className={css["phone"]}>
              <Button tone="leaf" size="l" isWide isDisabled={isJoining} onPress={() => enter(true)}>
                {t("home.joinPhone")}
              </Button>
            </div>
          )}
        </div>
        <Button tone="leaf" size="l" onPress={sample.open} isPending={sample.isOpening}>
          {t("home.sample")}
        </Button>
      </div>
    </div>
  );
};

/** Written as the slide has it, once it can't be a link. */
const isCodeLike = (typed: string): boolean => /^[a-z]{1,3}[\s-]?[a-z]{0,3}$/i.test(typed);

const exampleLink = (): string => `${new URL("b/", document.baseURI).href.replace(/^https?:\/\//, "")}…`;
