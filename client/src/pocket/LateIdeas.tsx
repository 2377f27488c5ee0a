import { useEffect } from "react";
import { useText } from "../i18n/index.ts";
import { announce } from "../ui/index.ts";
import { IdeaWords } from "./IdeaWords.tsx";
import { kindKey } from "./kinds.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import type { Waiting } from "./waiting.ts";
import { isInTime, wayOf } from "./wayOf.ts";
import page from "./Pocket.module.css";
import css from "./IdeaList.module.css";

type Late = Extract<Waiting, { readonly type: "idea" }>;
interface Props {
  readonly pocket: OpenPocket;
  readonly state: PocketState;
}

/** Ideas that came too late, or were not taken: in sight whatever the step, until their person has decided. */
export const LateIdeas = ({ pocket, state }: Props) => {
  const { t } = useText();
  const late = state.waiting.filter((each): each is Late => each.type === "idea" && each.state !== "waiting");
  const n = late.length;
  useEffect(() => {
    if (n > 0) announce(t("pocket.undecided", { n }), "assertive");
  }, [n, t]);
  if (n === 0) return null;
  return (
    <ul className={css["mine"]} aria-label={t("pocket.undecided", { n })}>
      {late.map((waiting) => (
        <li key={waiting.id} data-kind={waiting.idea.kind} data-state={waiting.state}>
          <IdeaWords kind={waiting.idea.kind} text={waiting.idea.text} />
          <Decide pocket={pocket} state={state} waiting={waiting} />
        </li>
      ))}
    </ul>
  );
};

/** What may become of one now; the words of the button say whose name it bears. */
const Decide = ({ pocket, state, waiting }: Props & { readonly waiting: Late }) => {
  const { t } = useText();
  const { idea } = waiting;
  const way = wayOf(idea, state.view.write);
  const undecided = isInTime(idea, state.view.write) ? "pocket.undecidedYet" : "pocket.late";
  const told = waiting.state === "late" ? undecided : "pocket.refused";
  const drop = async (): Promise<void> => {
    await pocket.drop(waiting);
    announce(t("pocket.dropped"));
  };
  const words =
    way === undefined
      ? undefined
      : way.draft
        ? t(way.draft.signed ? "pocket.sayHereSigned" : "pocket.sayHere")
        : way.kind === idea.kind
          ? t("pocket.say")
          : t("pocket.sayAs", { kind: t(kindKey(way.kind)) });
  return (
    <div className={css["decide"]} role="group" aria-label={idea.text}>
      <p>
        {t(told)}
        {way === undefined && ` ${t("pocket.sayLater")}`}
      </p>
      {way !== undefined && (
        <button type="button" className={page["small"]} onClick={() => void pocket.sayAgain(waiting, way)}>
          {words}
        </button>
      )}
      <button type="button" className={page["small"]} onClick={() => void drop()}>
        {t("pocket.drop")}
      </button>
    </div>
  );
};
