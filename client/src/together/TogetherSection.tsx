import { together } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { Section, useAct } from "../panels/pieces/index.ts";
import { useBoard, useWorkshop, viewOf } from "../state/index.ts";
import { Button, CheckIcon, GatherIcon, Switch } from "../ui/index.ts";
import { placeOf } from "./openGuide.ts";
import { useReadiness } from "./useReadiness.ts";
import css from "./TogetherSection.module.css";

/** What a facilitator asks of everybody at once: to look here, to say that they are ready, to point no more. */
export const TogetherSection = () => {
  const { t } = useText();
  const board = useBoard();
  const { me } = board;
  const { areCursorsHidden } = useWorkshop().together;
  const readiness = useReadiness();
  const act = useAct();
  const gather = (): void => {
    const view = viewOf(board);
    if (view) act(together.gather(me.id, placeOf(view)), t("together.gathered"));
  };
  return (
    <Section title={t("together.title")}>
      <div className={css["rows"]}>
        <Button isWide icon={GatherIcon} onPress={gather}>
          {t("together.gather")}
        </Button>
        <small>{t("together.gatherHint")}</small>
        {readiness ? (
          <Button isWide onPress={() => act(together.setReadyCheck(me.id, false), t("together.readyEnded"))}>
            {t("together.readyEndCount", { n: readiness.ready, total: readiness.asked })}
          </Button>
        ) : (
          <Button
            isWide
            icon={CheckIcon}
            onPress={() => act(together.setReadyCheck(me.id, true), t("together.readyBegun"))}
          >
            {t("together.readyBegin")}
          </Button>
        )}
        <Switch
          label={t("together.hideCursors")}
          isSelected={areCursorsHidden}
          onChange={(hidden) =>
            act(together.setCursors(me.id, hidden), hidden ? t("together.cursorsHidden") : t("together.cursorsShown"))
          }
        />
      </div>
    </Section>
  );
};
