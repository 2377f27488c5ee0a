import type { Ballot, BallotId } from "@palabre/shared/terms";
import { useState } from "react";
import { ballotsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshop } from "../../state/index.ts";
import { Button, EndIcon, Icon, LeadIcon, LookIcon, ResetIcon, TrashIcon } from "../../ui/index.ts";
import { useAct } from "../pieces/index.ts";
import { reveal } from "./reveal.ts";
import { useProgress } from "./useBallots.ts";
import css from "./Steering.module.css";

/** What facilitators see and do of a ballot: how many have answered, who has still to, and what comes next. */
export const Steering = ({ id, ballot }: { readonly id: BallotId; readonly ballot: Ballot }) => {
  const { t } = useText();
  const board = useBoard();
  const { me } = board;
  const act = useAct();
  return (
    <section className={css["steering"]} aria-label={t("vote.leading")}>
      <p className={css["lead"]}>
        <Icon of={LeadIcon} size="card" />
        {t("vote.leading")}
      </p>
      {ballot.state !== "published" && <Progress id={id} />}
      {ballot.state === "open" && (
        <>
          <Button icon={EndIcon} onPress={() => act(ballotsApi.close(me.id, id), t("vote.closed"))}>
            {t("vote.close")}
          </Button>
          <Awaited id={id} />
        </>
      )}
      {ballot.state === "closed" && (
        <div className={css["buttons"]}>
          <Button tone="primary" icon={LookIcon} onPress={() => act(reveal(board, id), t("vote.published"))}>
            {t("vote.publish")}
          </Button>
          <Button icon={ResetIcon} onPress={() => act(ballotsApi.reopen(me.id, id), t("vote.reopened"))}>
            {t("vote.reopen")}
          </Button>
        </div>
      )}
      <Cancel
        isPublished={ballot.state === "published"}
        onCancel={() => act(ballotsApi.cancel(me.id, id), t("vote.cancelled"))}
      />
    </section>
  );
};

const Progress = ({ id }: { readonly id: BallotId }) => {
  const { t } = useText();
  const progress = useProgress(id);
  if (!progress) return null;
  const { answered, of } = progress;
  return (
    <div className={css["progress"]}>
      <progress max={Math.max(of, 1)} value={answered} aria-label={t("vote.turnout")} />
      <p>
        <b>{t("vote.answered", { n: answered, total: of })}</b>
      </p>
    </div>
  );
};

/** They may be many: what ends the vote stands before them. */
const Awaited = ({ id }: { readonly id: BallotId }) => {
  const { t } = useText();
  const { people } = useWorkshop();
  const names = useProgress(id)?.waiting.flatMap((person) => people.get(person)?.name ?? []) ?? [];
  return names.length > 0 && <p className={css["awaited"]}>{t("vote.waitingFor", { names: names.join(", ") })}</p>;
};

/** It erases what people answered: asked twice. */
const Cancel = ({ isPublished, onCancel }: { readonly isPublished: boolean; readonly onCancel: () => void }) => {
  const { t } = useText();
  const [isAsking, setAsking] = useState<boolean>();
  if (isAsking !== true) {
    return (
      // who keeps it stands where they were
      <Button autoFocus={isAsking === false} size="s" tone="quiet" icon={TrashIcon} onPress={() => setAsking(true)}>
        {isPublished ? t("vote.remove") : t("vote.cancel")}
      </Button>
    );
  }
  return (
    <div className={css["asking"]} role="group" aria-label={t("vote.cancelSure")}>
      <p>{t("vote.cancelSure")}</p>
      <div className={css["buttons"]}>
        <Button autoFocus size="s" onPress={() => setAsking(false)}>
          {t("vote.keep")}
        </Button>
        <Button size="s" tone="danger" onPress={onCancel}>
          {t("vote.erase")}
        </Button>
      </div>
    </div>
  );
};
