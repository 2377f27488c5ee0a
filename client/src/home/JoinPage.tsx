import { useEffect, useRef, useState, type FormEvent } from "react";
import { readJoinCode } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { ArrowRightIcon, Button, classes, Logo } from "../ui/index.ts";
import { EXAMPLE_CODE } from "./exampleCode.ts";
import { useJoin } from "./useJoin.ts";
import css from "./JoinPage.module.css";

/** Where the slide sends people: with the code that a camera read, straight in; without one, a field for six letters. */
export const JoinPage = ({ code }: { readonly code: string | undefined }) => {
  const { t, error } = useText();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef<string>(undefined);
  // the long code of a camera is nothing to look at: its six letters are what the slide shows
  const [typed, setTyped] = useState(() => (code === undefined ? "" : (readJoinCode(code)?.slice(0, 6) ?? "")));
  const [isBad, setBad] = useState(false);
  const { isJoining, fault, forgetFault, join } = useJoin();
  useEffect(() => {
    document.title = `${t("join.title")} – ${t("frame.product")}`;
  }, [t]);
  useEffect(() => {
    // asked once, although development draws twice
    if (code === undefined || asked.current === code) return;
    asked.current = code;
    void join(code);
  });
  const enter = (isPocket = false): void => {
    const isCode = readJoinCode(typed) !== undefined;
    setBad(!isCode);
    if (!isCode) return input.current?.focus();
    void join(typed, isPocket).then((isIn) => {
      if (!isIn) input.current?.focus();
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enter();
  };
  const problem = isBad ? t("join.codeBad", { example: EXAMPLE_CODE }) : fault && error(fault);
  return (
    <main className={css["page"]}>
      <a className={css["home"]} href="./" aria-label={t("frame.home")}>
        <Logo px={44} />
      </a>
      <h1 className={css["title"]}>{t("join.title")}</h1>
      <form className={css["form"]} onSubmit={submit} noValidate>
        <label className={css["label"]} htmlFor="code">
          {t("join.code")}
        </label>
        <input
          ref={input}
          id="code"
          className={classes(css["input"], problem !== undefined && css["wrong"])}
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          // longer than a code, for who puts spaces between its letters
          maxLength={24}
          placeholder={EXAMPLE_CODE}
          value={typed}
          aria-describedby="code-hint"
          aria-invalid={problem !== undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setBad(false);
            forgetFault();
          }}
        />
        <p id="code-hint" className={css["hint"]}>
          {t("join.hint")}
        </p>
        {problem !== undefined && (
          <p className={css["problem"]} role="alert">
            {problem}
          </p>
        )}
        <Button type="submit" tone="primary" size="l" isWide iconEnd={ArrowRightIcon} isPending={isJoining}>
          {isJoining ? t("join.busy") : t("join.enter")}
        </Button>
        <div className={css["phone"]}>
          <Button tone="leaf" size="l" isWide isDisabled={isJoining} onPress={() => enter(true)}>
            {t("join.phone")}
          </Button>
        </div>
      </form>
      <a className={css["other"]} href="./">
        {t("join.link")}
      </a>
    </main>
  );
};
