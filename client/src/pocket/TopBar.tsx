import { useState } from "react";
import { useText } from "../i18n/index.ts";
import { announce, classes, HandIcon, Icon, Logo } from "../ui/index.ts";
import { Clock } from "./Clock.tsx";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import css from "./TopBar.module.css";

/** Which step it is, a hand to raise, and the time that is left. */
export const TopBar = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const { step, me, title } = state.view;
  const raise = async (): Promise<void> => {
    setAsking(true);
    const isDone = await pocket.raiseHand(!me.isHandUp);
    if (isDone && !me.isHandUp) announce(t("pocket.handIsUp"));
    setAsking(false);
  };
  return (
    <header className={css["bar"]}>
      <Logo px={24} />
      <small className={css["where"]}>{step ? t("pocket.step", { n: step.n, total: step.of }) : title}</small>
      <button
        type="button"
        className={classes(css["tool"], me.isHandUp && css["isOn"])}
        aria-pressed={me.isHandUp}
        aria-label={t(me.isHandUp ? "pocket.handDown" : "pocket.handUp")}
        disabled={isAsking}
        onClick={() => void raise()}
      >
        <Icon of={HandIcon} size="tool" />
      </button>
      {step && <Clock key={step.phase} step={step} aheadMs={state.aheadMs} />}
    </header>
  );
};
