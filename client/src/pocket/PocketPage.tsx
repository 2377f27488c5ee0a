import { useCallback, useEffect, useRef, useState } from "react";
import type { AppError } from "@palabre/shared/errors";
import { PASSING, toAppError } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { announce, Logo } from "../ui/index.ts";
import { enterPocket } from "./enter.ts";
import { Fault } from "./Fault.tsx";
import { KeptIdeas } from "./KeptIdeas.tsx";
import type { OpenPocket } from "./openPocket.ts";
import { PocketScreen } from "./PocketScreen.tsx";
import { pocketAddress } from "./readAddress.ts";
import css from "./Pocket.module.css";

type Stage =
  | { readonly at: "opening" | "waiting" }
  | { readonly at: "in"; readonly pocket: OpenPocket }
  | { readonly at: "fault"; readonly fault: AppError };

/** A server that can’t answer now is asked again after this. */
const AGAIN_MS = 5_000;

/** From the address to the workshop, and what is shown on the way. */
export const PocketPage = () => {
  const { t } = useText();
  const [stage, setStage] = useState<Stage>({ at: "opening" });
  const { at } = stage;
  const before = useRef(at);
  useEffect(() => {
    if (at === "waiting") announce(t("pocket.waitingIn"), "kept");
    if (at === "in" && before.current === "waiting") announce(t("pocket.in"), "kept");
    before.current = at;
  }, [at, t]);
  const asked = useRef(false);
  const comeIn = useCallback(() => {
    const waits = (fault?: AppError): void => setStage(fault ? { at: "fault", fault } : { at: "waiting" });
    enterPocket(new AbortController().signal, waits).then(
      (pocket) => setStage({ at: "in", pocket }),
      (cause: unknown) => setStage({ at: "fault", fault: toAppError(cause) }),
    );
  }, []);
  useEffect(() => {
    document.title = "Palabre";
    // asked once, although development draws twice: a code makes one person
    if (asked.current) return;
    asked.current = true;
    comeIn();
  });
  useEffect(() => {
    if (stage.at !== "fault" || !PASSING.has(stage.fault.code)) return;
    // whichever comes first: both at once would come in twice
    const again = (): void => {
      stop();
      comeIn();
    };
    const timer = setTimeout(again, AGAIN_MS);
    const stop = (): void => {
      clearTimeout(timer);
      removeEventListener("online", again);
    };
    addEventListener("online", again);
    return stop;
  }, [stage, comeIn]);
  const { board } = pocketAddress();
  if (stage.at === "in") return <PocketScreen pocket={stage.pocket} />;
  return (
    <main className={css["page"]} aria-busy={stage.at === "opening"}>
      <div className={css["middle"]}>
        <Logo px={52} />
        {stage.at === "opening" && <p className={css["quiet"]}>{t("pocket.opening")}</p>}
        {stage.at === "waiting" && (
          <div>
            <h1 className={css["title"]}>{t("pocket.waitTitle")}</h1>
            <p className={css["prose"]}>{t("pocket.waitingIn")}</p>
          </div>
        )}
        {stage.at === "fault" && <Fault fault={stage.fault} />}
        {stage.at === "fault" && PASSING.has(stage.fault.code) && board && <KeptIdeas board={board} />}
      </div>
    </main>
  );
};
