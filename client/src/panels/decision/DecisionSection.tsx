import { readDecisions } from "@palabre/shared/documents";
import type { Card, Decision } from "@palabre/shared/terms";
import { useState } from "react";
import { decisionsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard, useWorkshopPart } from "../../state/index.ts";
import { Button, DecideIcon, EditIcon, Icon, LateIcon, showToast } from "../../ui/index.ts";
import { Section, useAct } from "../pieces/index.ts";
import { BallotLine } from "../vote/index.ts";
import { DecisionForm } from "./DecisionForm.tsx";
import { OUTCOME_ICONS } from "./outcomeIcons.ts";
import { unsentOn } from "./unsent.ts";
import css from "./Decision.module.css";

/** What the group decided of a card; facilitators record it here. Frames hold cards, nobody decides on them. */
export const DecisionSection = ({ card }: { readonly card: Card }) => {
  const { t } = useText();
  const { me, mayFacilitate } = useBoard();
  const decision = useWorkshopPart(readDecisions).get(card.id);
  // one click on the board opens another card's panel: what was begun in this one is gone on with
  const [isWriting, setWriting] = useState(() => unsentOn(me.id, card.id) !== undefined);
  if (card.kind === "frame" || (!decision && !mayFacilitate)) return null;
  if (isWriting) {
    return (
      <Section title={t("decision.title")}>
        <DecisionForm card={card.id} decision={decision} onClose={() => setWriting(false)} />
      </Section>
    );
  }
  return (
    <Section title={t("decision.title")}>
      {decision ? (
        <Recorded card={card} decision={decision} onEdit={() => setWriting(true)} />
      ) : (
        <Button size="s" icon={DecideIcon} onPress={() => setWriting(true)}>
          {t("decision.record")}
        </Button>
      )}
    </Section>
  );
};

interface RecordedProps {
  readonly card: Card;
  readonly decision: Decision;
  readonly onEdit: () => void;
}
const Recorded = ({ card, decision, onEdit }: RecordedProps) => {
  const { t, date } = useText();
  const { me, mayFacilitate } = useBoard();
  const act = useAct();
  const { outcome, rule, owner, reviewAt, reopened, ballot, at } = decision;
  const takeBack = (): void => {
    act(
      decisionsApi.remove(me.id, card.id).then(() => {
        const { at: _, reopened: _reopened, ...facts } = decision;
        showToast({
          text: t("decision.takenBack"),
          action: {
            label: t("decision.putBack"),
            onAction: () => act(decisionsApi.set(me.id, card.id, facts)),
          },
        });
      }),
    );
  };
  return (
    <div className={css["decision"]} data-outcome={outcome} data-reopened={reopened !== undefined}>
      <p className={css["outcome"]}>
        <Icon of={OUTCOME_ICONS[outcome]} />
        <b>{t(`decision.${outcome}`)}</b>
        <small>{t("decision.how", { how: t(`decision.rule.${rule}`), day: date(at, "shortDay") })}</small>
      </p>
      {reopened && (
        <p className={css["reopened"]}>
          <Icon of={LateIcon} size="card" />
          {reopened.why === "alert"
            ? t("decision.reopenedAlert", { day: date(reopened.at, "shortDay") })
            : t("decision.reopenedDate", { day: date(reopened.at, "shortDay") })}
        </p>
      )}
      {ballot !== undefined && <BallotLine id={ballot} card={card.id} />}
      <Reasons title={t("decision.for")} lines={decision.for} side="for" />
      <Reasons title={t("decision.against")} lines={decision.against} side="against" />
      {(owner !== undefined || reviewAt !== undefined) && (
        <p className={css["after"]}>
          {owner !== undefined && <span>{t("decision.ownedBy", { name: owner })}</span>}
          {reviewAt !== undefined && <span>{t("decision.reviewOn", { day: date(reviewAt) })}</span>}
        </p>
      )}
      {mayFacilitate && (
        <p className={css["buttons"]}>
          <Button size="s" icon={EditIcon} onPress={onEdit}>
            {reopened ? t("decision.again") : t("decision.change")}
          </Button>
          <Button size="s" tone="quiet" onPress={takeBack}>
            {t("decision.takeBack")}
          </Button>
        </p>
      )}
    </div>
  );
};

interface ReasonsProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly side: "for" | "against";
}
const Reasons = ({ title, lines, side }: ReasonsProps) =>
  lines.length > 0 && (
    <div className={css["reasons"]} data-side={side}>
      <h4>{title}</h4>
      <ul>
        {lines.map((line, place) => (
          <li key={place}>{line}</li>
        ))}
      </ul>
    </div>
  );
