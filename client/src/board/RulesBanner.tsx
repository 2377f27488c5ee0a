import { AppError } from "@palabre/shared/errors";
import { mayFacilitate } from "@palabre/shared/facilitation";
import { useEffect, useRef } from "react";
import { useAction } from "../canvas/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useWorkshop } from "../state/index.ts";
import { AlertIcon, announce, Button, classes, FreezeIcon, Icon, LookIcon, showToast } from "../ui/index.ts";
import { rulesWords, type RulesWords } from "./rulesWords.ts";
import css from "./StatusBanner.module.css";

/** What holds for the whole board and is not plain to see: that it is frozen, that one is muted, and that a part of it could not be read. */
export const RulesBanner = () => {
  const { me } = useBoard();
  const { rules, damage } = useWorkshop();
  const isFacilitator = mayFacilitate(me.role);
  const isMuted = !isFacilitator && rules.muted.has(me.person);
  const words = rulesWords(rules, me);
  useAnnounced(rules.frozen, words.frozen, words.thawed);
  useAnnounced(isMuted, "board.muted", words.unmuted);
  return (
    <>
      {isFacilitator && damage && <DamageBanner count={damage.count} at={damage.at} />}
      {isMuted && <MutedBanner />}
      {rules.frozen && <FrozenBanner isFacilitator={isFacilitator} words={words.frozen} />}
    </>
  );
};

/** Said when it changes, not when the page opens: the banner is there to be read. */
function useAnnounced(holds: boolean, on: Words, off: Words): void {
  const { t } = useText();
  const before = useRef(holds);
  useEffect(() => {
    if (before.current === holds) return;
    before.current = holds;
    // that the time is up interrupts: it is one of the few things that may
    announce(t(holds ? on : off), on === "board.frozenByTime" && holds ? "assertive" : "kept");
  }, [holds, on, off, t]);
}
type Words = RulesWords[keyof RulesWords] | "board.muted";

const MutedBanner = () => {
  const { t } = useText();
  return (
    <div className={classes(css["banner"], css["rule"])} data-banner="muted">
      <Icon of={LookIcon} />
      <p>{t("board.muted")}</p>
    </div>
  );
};

interface FrozenBannerProps {
  readonly isFacilitator: boolean;
  readonly words: RulesWords["frozen"];
}
const FrozenBanner = ({ isFacilitator, words }: FrozenBannerProps) => {
  const { t } = useText();
  const freeze = useAction("freeze");
  return (
    <div className={classes(css["banner"], css["rule"])} data-banner="frozen">
      <Icon of={FreezeIcon} />
      <p>{t(words)}</p>
      {isFacilitator && (
        <Button size="s" onPress={freeze.run}>
          {t("board.unfreeze")}
        </Button>
      )}
    </div>
  );
};

const DamageBanner = ({ count, at }: { readonly count: number; readonly at: number }) => {
  const { t, date, error } = useText();
  const { conduct } = useBoard();
  const dismiss = () =>
    void conduct.dismissDamage().catch((fault: unknown) => {
      showToast({ text: error(fault instanceof AppError ? fault : new AppError("internal", "the request failed")) });
    });
  return (
    <div className={css["banner"]} data-banner="damage" role="alert">
      <Icon of={AlertIcon} />
      <p>{t("board.damage", { n: count, day: date(at, "day") })}</p>
      <Button size="s" onPress={dismiss}>
        {t("board.damageSeen")}
      </Button>
    </div>
  );
};
