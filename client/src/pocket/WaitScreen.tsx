import { useEffect, useRef, useState, type FormEvent } from "react";
import type { PocketView } from "@palabre/shared/protocol";
import { nameSchema, wordsIn } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { keepName } from "./enter.ts";
import type { OpenPocket } from "./openPocket.ts";
import css from "./Pocket.module.css";

const BARS = {
  frozen: "pocket.barFrozen",
  muted: "pocket.barMuted",
  phase: "pocket.barPhase",
  role: "pocket.barRole",
} as const;

/** Nothing to do: what the step is about, and that the phone follows by itself. */
export const WaitScreen = ({ pocket, view }: { readonly pocket: OpenPocket; readonly view: PocketView }) => {
  const { t, language } = useText();
  const { step, me, write } = view;
  const instruction = step ? wordsIn(step.instruction, language) : "";
  return (
    <div className={css["middle"]}>
      <Rings />
      <h1 className={css["title"]}>{t("pocket.thanks", { name: me.name })}</h1>
      {instruction !== "" && (
        <p className={css["prose"]} lang={language}>
          {instruction}
        </p>
      )}
      <p className={css["prose"]}>{t("pocket.waitText")}</p>
      {write.bar !== undefined && <p className={css["quiet"]}>{t(BARS[write.bar])}</p>}
      <Name pocket={pocket} name={me.name} />
    </div>
  );
};

/** One's own name, changed in place. */
const Name = ({ pocket, name }: { readonly pocket: OpenPocket; readonly name: string }) => {
  const { t } = useText();
  const [typed, setTyped] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isChanging = typed !== undefined;
  const wasChanging = useRef(isChanging);
  useEffect(() => {
    if (wasChanging.current === isChanging) return;
    wasChanging.current = isChanging;
    // what was pressed is gone: the keyboard goes to what took its place
    (isChanging ? field : button).current?.focus();
  }, [isChanging]);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const next = nameSchema.safeParse(typed);
    if (!next.success) return setTyped(undefined);
    if (!(await pocket.rename(next.data))) return;
    keepName(next.data);
    setTyped(undefined);
  };
  if (typed === undefined)
    return (
      <p className={css["name"]}>
        {t("pocket.named", { name })}
        <button ref={button} type="button" className={css["small"]} onClick={() => setTyped(name)}>
          {t("pocket.changeName")}
        </button>
      </p>
    );
  return (
    <form className={css["name"]} onSubmit={(event) => void save(event)}>
      <label className="sr" htmlFor="name">
        {t("pocket.name")}
      </label>
      <input
        ref={field}
        id="name"
        maxLength={40}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className={css["small"]}>
        {t("pocket.changeName")}
      </button>
    </form>
  );
};

/** The rings of a tree: time that passes, without a number. */
const Rings = () => (
  <svg width="132" height="132" viewBox="0 0 132 132" aria-hidden="true" fill="none" strokeWidth="2.4">
    <circle cx="66" cy="66" r="10.7" stroke="var(--leaf)" />
    {[21.3, 32, 42.7, 53.3, 64].map((r) => (
      <circle key={r} cx="66" cy="66" r={r} stroke="var(--rule)" />
    ))}
    <circle
      cx="66"
      cy="66"
      r="21.3"
      stroke="var(--leaf)"
      strokeWidth="3.2"
      strokeLinecap="round"
      strokeDasharray="60 134"
      transform="rotate(-90 66 66)"
    />
  </svg>
);
