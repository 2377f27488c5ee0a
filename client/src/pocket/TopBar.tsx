import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { announce, classes, HandIcon, Icon, Logo } from "../ui/index.ts";
import { Clock } from "./Clock.tsx";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import css from "./TopBar.module.css";

/** Which step it is, a hand to raise, and the time that is left. */
export const TopBar = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t } = useText();
  const { step, me, title } = state.view;
  const { isHandUp } = me;
  // not disabled meanwhile: that would throw the keyboard out of its place
  const isAsking = useRef(false);
  const raise = async (): Promise<void> => {
    if (isAsking.current) return;
    isAsking.current = true;
    await pocket.raiseHand(!isHandUp);
    isAsking.current = false;
  };
  const was = useRef(isHandUp);
  useEffect(() => {
    if (was.current === isHandUp) return;
    was.current = isHandUp;
    // also where facilitators took it down
    announce(t(isHandUp ? "pocket.handIsUp" : "pocket.handIsDown"), "kept");
  }, [isHandUp, t]);
  return (
    <header className={css["bar"]}>
      <Logo px={24} />
      <small className={css["where"]}>{step ? t("pocket.step", { n: step.n, total: step.of }) : title}</small>
      <button
        type="button"
        className={classes(css["tool"], isHandUp && css["isOn"])}
        aria-label={t(isHandUp ? "pocket.handDown" : "pocket.handUp")}
        onClick={() => void raise()}
      >
        <Icon of={HandIcon} size="tool" />
      </button>
      {step && <Clock key={step.phase} step={step} aheadMs={state.aheadMs} />}
    </header>
  );
};
