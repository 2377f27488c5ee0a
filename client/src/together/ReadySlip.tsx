import { useEffect } from "react";
import { together } from "../api/index.ts";
import { useText } from "../i18n/index.ts";
import { useAct } from "../panels/pieces/index.ts";
import { useBoard } from "../state/index.ts";
import { announce, Button, CheckIcon, Icon } from "../ui/index.ts";
import { Slip } from "./Slip.tsx";
import type { Readiness } from "./readinessOf.ts";
import { useReadiness } from "./useReadiness.ts";

/** The question whether all are ready: an answer for participants, the count for everybody. */
export const ReadySlip = () => {
  const { t } = useText();
  const { me, mayFacilitate } = useBoard();
  const readiness = useReadiness();
  const isParticipant = me.role === "participant";
  const at = readiness?.at;
  const isAll = readiness !== undefined && readiness.asked > 0 && readiness.ready === readiness.asked;
  useEffect(() => {
    if (at !== undefined && isParticipant) announce(t("together.readyAsked"), "kept");
  }, [at, isParticipant, t]);
  useEffect(() => {
    if (isAll && mayFacilitate) announce(t("together.readyAll"), "kept");
  }, [isAll, mayFacilitate, t]);
  if (!readiness) return null;
  const count = t("together.readyCount", { n: readiness.ready, total: readiness.asked });
  return (
    <Slip of="ready">
      {isAll && <Icon of={CheckIcon} />}
      {isParticipant ? <Answer readiness={readiness} count={count} /> : <p>{isAll ? t("together.readyAll") : count}</p>}
      {mayFacilitate && <EndReadyCheck />}
    </Slip>
  );
};

const Answer = ({ readiness: { amReady }, count }: { readonly readiness: Readiness; readonly count: string }) => {
  const { t } = useText();
  const { me } = useBoard();
  const act = useAct();
  return (
    <>
      <p>{amReady ? t("together.readyYes") : t("together.readyAsk")}</p>
      {amReady && <small>{count}</small>}
      <Button
        size="s"
        tone={amReady ? "plain" : "primary"}
        icon={amReady ? undefined : CheckIcon}
        onPress={() => act(together.setReady(me.id, !amReady))}
      >
        {amReady ? t("together.readyNotYet") : t("together.readyAmI")}
      </Button>
    </>
  );
};

const EndReadyCheck = () => {
  const { t } = useText();
  const { me } = useBoard();
  const act = useAct();
  return (
    <Button size="s" onPress={() => act(together.setReadyCheck(me.id, false), t("together.readyEnded"))}>
      {t("together.readyEnd")}
    </Button>
  );
};
